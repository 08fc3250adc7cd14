import { fold } from '../text/fold.js';
import { stem } from '../text/stem.js';

/** Words that tell no role apart. */
const SMALL = new Set(
  'the a an of for to in on at by and with from his her their its s is was who'.split(' '),
);
/** What people type and what articles write. */
const SAME_ROLE: ReadonlyMap<string, string> = new Map([
  ['mom', 'mother'],
  ['mum', 'mother'],
  ['dad', 'father'],
  ['attorney', 'lawyer'],
  ['spokesman', 'spokesperson'],
  ['spokeswoman', 'spokesperson'],
  ['chairman', 'chair'],
  ['chairwoman', 'chair'],
  ['chairperson', 'chair'],
  ['adviser', 'advisor'],
  ['cop', 'police'],
  ['boss', 'chief'],
]);

/** A role, taken apart. */
export interface RoleWords {
  readonly words: ReadonlySet<string>;
  /** The last word of its first noun phrase counts for little here: how many words tell it apart. */
  readonly size: number;
}

/** A word as roles are compared by it. */
export function roleWord(word: string): string {
  const bare = word.replace(/'s$|'$/u, '');
  const same = SAME_ROLE.get(bare) ?? SAME_ROLE.get(bare.replace(/s$/u, '')) ?? bare;
  return stem(same);
}

/** The words of a role or a query that tell one from another. */
export function tellingWords(text: string): Set<string> {
  const folded = fold(text)
    .replace(/\b(\p{L})\.(?=\p{L}\.)/gu, '$1')
    .replace(/\bceo\b/gu, 'chief executive');
  const words = (folded.match(/[\p{L}\p{N}]+(?:['/-][\p{L}\p{N}]+)*/gu) ?? []).flatMap((w) =>
    w.includes('-') ? w.split('-') : [w],
  );
  return new Set(words.filter((w) => !SMALL.has(w)).map((w) => roleWord(w)));
}

/** The telling words of a role; for "United Federation of Teachers" its initials too. */
export function roleWords(text: string): RoleWords {
  const telling = tellingWords(text);
  const size = telling.size;
  for (const name of text.match(/\p{Lu}[\p{L}.-]+(?: (?:(?:of|for|and|the|on) )*\p{Lu}[\p{L}.-]+)+/gu) ??
    []) {
    const initials = name
      .split(/[ -]/u)
      .filter((w) => /^\p{Lu}/u.test(w))
      .map((w) => w[0]!);
    if (initials.length > 2) telling.add(stem(fold(initials.join(''))));
  }
  return { words: telling, size };
}
