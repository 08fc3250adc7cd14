import { isOfTwo } from './couples.js';
import { PERSON_NOUN } from './lexicon.js';
import type { Name } from './names.js';
import { headOf, type Range } from './noun-phrase.js';
import type { Cast, Mention } from './parties.js';
import type { Marked } from './passage-tokens.js';
import { isTitle } from './titles.js';
import type { Token } from './tokens.js';

/** Words that join nobody to anybody. */
const JOINING_NOTHING = new Set(['ADP', 'VERB', 'AUX', 'PRON', 'PUNCT']);

/** The name that is the head of a phrase, and whose it is; null where no name is. */
export function namedBy({ tokens, names }: Marked, core: Range, cast: Cast): Mention | null {
  const head = headOf(tokens, core);
  const name =
    head &&
    names.findLast(
      (n) =>
        n.from < core.to &&
        n.to > core.from &&
        ((tokens[n.from]!.start <= head.start && head.end <= tokens[n.to - 1]!.end) ||
          isOfficeBefore(tokens, head, n)),
    );
  // "Mr. and Mrs. Roe" are no one of them.
  if (name && isOfTwo(tokens, name)) return null;
  const last = name && cast.mentionOf(name);
  if (!last || last.draft.kind !== 'person') return last ?? null;
  // Of several who speak together the first is given, of those with a full name if there are any.
  const people = joined(tokens, names, core, name)
    .map((n) => cast.mentionOf(n))
    .filter((m) => m?.draft.kind === 'person')
    .filter((m) => m !== undefined);
  return people.find(isWhole) ?? people[0] ?? last;
}

/** "secretary of state" before a name, whose head it seems to be. */
function isOfficeBefore(tokens: readonly Token[], head: Token, { from }: Name): boolean {
  const short =
    tokens[from - 3] === head &&
    tokens[from - 2]!.lower === 'of' &&
    !PERSON_NOUN.has(tokens[from - 1]!.lower);
  return isTitle(head.lower) && (short || isTitledTwice(tokens, head, from));
}

/** "Speaker of the House Rep." before a name. */
function isTitledTwice(tokens: readonly Token[], head: Token, from: number): boolean {
  const title = tokens[from - 1];
  if (!title?.text.endsWith('.') || !isTitle(title.lower) || !/^\p{Lu}/u.test(head.text)) return false;
  const of = tokens[from - 4]?.lower === 'the' ? from - 4 : from - 3;
  const isShort = tokens[of]?.lower === 'of' ? of : tokens[of - 1]?.lower === 'of' ? of - 1 : 0;
  return isShort > 0 && tokens[isShort - 1] === head;
}

/** True for a person's name of two words or more, and for all of the name that a body has. */
export function isWhole({ name, draft }: Mention): boolean {
  return name.words.length > 1 || (draft.kind !== 'person' && draft.words.length === 1);
}

/** The names of several who speak together ("Roe, Vale and Quill said …"), in order. */
function joined(tokens: readonly Token[], names: readonly Name[], core: Range, last: Name): Name[] {
  const found = [last];
  for (const name of names.filter((n) => n.from >= core.from && n.to <= last.from).toReversed()) {
    const link = tokens[name.to];
    if (link?.lower !== 'and' && !(found.length > 1 && link?.text === ',')) break;
    if (tokens.slice(name.to + 1, found[0]!.from).some((t) => JOINING_NOTHING.has(t.pos))) break;
    if (isTitle(tokens[name.to - 1]!.lower)) break;
    found.unshift(name);
  }
  return found;
}
