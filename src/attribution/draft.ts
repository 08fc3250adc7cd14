import type { Span } from '../text/span.js';
import type { Name } from './names.js';
import type { Marked } from './passage-tokens.js';
import { isOverlong, nameWords } from './person-names.js';
import type { Party, PartyKind } from './statement.js';

/** A party while the article is being read. */
export interface Draft {
  name: string;
  kind: PartyKind;
  readonly forms: Map<string, number>;
  roles: Span[];
  mentions: Span[];
  gender: 'female' | 'male' | null;
  /** Set for one person without a name ("a bystander"). */
  isOne?: boolean;
  /** The folded words of its fullest name. */
  words: readonly string[];
}

/** A draft without mentions. */
export function newDraft(
  name: string,
  kind: PartyKind,
  words: readonly string[],
  gender: Draft['gender'] = null,
): Draft {
  return { name, kind, forms: new Map(), roles: [], mentions: [], gender, words };
}

const LAST_SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/iu;

/** Takes over a fuller name. */
export function adopt(draft: Draft, name: Name, marked: Marked): void {
  const words = nameWords(name.words.join(' '));
  if (words.length < 2 || !isFuller(words, draft.words)) return;
  draft.words = words;
  draft.name = spelled(name, marked);
}

/** True for the better full name of one person: the longer, unless it begins with words that are no name. */
function isFuller(a: readonly string[], b: readonly string[]): boolean {
  return a.length > b.length ? !isOverlong(a, b) : isOverlong(b, a);
}

/** The words of a name that are not "Jr." */
export function contentWords(name: Name): string[] {
  return name.words.filter((w) => !LAST_SUFFIX.test(w));
}

/** A name as the article writes it. */
export function spelled(name: Name, marked: Marked): string {
  if (name.shares) return name.words.join(' ');
  const { start } = marked.tokens[name.from]!;
  return marked.passage.article.text.slice(start, marked.tokens[name.to - 1]!.end);
}

/** The finished party. */
export function finish(draft: Draft): Party {
  const forms = [...draft.forms.keys()];
  const names = [...new Set([draft.name, ...forms.toSorted((a, b) => b.length - a.length)])];
  return {
    name: draft.name,
    kind: draft.kind,
    names,
    roles: draft.roles,
    mentions: draft.mentions,
    gender: draft.gender,
  };
}
