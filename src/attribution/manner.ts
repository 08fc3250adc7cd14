import type { Name } from './names.js';
import type { Draft } from './draft.js';
import type { Cast } from './parties.js';
import type { Marked } from './passage-tokens.js';
import type { Manner } from './pronouns.js';
import type { Token } from './tokens.js';

/** What may stand between two people who are joined by "and", besides their names. */
const BETWEEN_JOINED = new Set(['PUNCT', 'CCONJ', 'PROPN', 'NOUN', 'ADP', 'ADJ', 'DET', 'NUM', 'PART']);
const LONGEST_BETWEEN = 14;

/** How a name stands in its sentence. */
export function mannerOf(tokens: readonly Token[], name: Name): Manner {
  if (tokens[name.from]!.quoted) return 'quoted';
  let next = name.to;
  const isMark = /^['’]s?$/u.test(tokens[next]?.text ?? '') && tokens[next]!.pos !== 'AUX';
  if (isMark) return tokens[next + 1]?.lower === 'been' ? 'acting' : 'possessive';
  if (isViewer(tokens, name)) return 'acting';
  while (tokens[next]?.pos === 'ADV') next++;
  return tokens[next]?.pos === 'VERB' || tokens[next]?.pos === 'AUX' ? 'acting' : 'named';
}

/** "Roe, Republican of Iowa, and Vale left": true for the first of several people joined by "and", if they act. */
export function joinsPerson({ tokens, names }: Marked, at: number, draft: Draft, cast: Cast): boolean {
  const from = names[at]!.to;
  for (let i = at + 1; i < names.length && names[i]!.titleFrom - from <= LONGEST_BETWEEN; i++) {
    const next = names[i]!;
    const between = tokens.slice(from, next.titleFrom);
    if (between.some((t) => !BETWEEN_JOINED.has(t.pos) || t.quoted)) return false;
    const other = cast.mentionOf(next)?.draft;
    if (other?.kind === 'person' && other !== draft && between.at(-1)?.lower === 'and')
      return isSubject(tokens, names[at]!, next);
  }
  return false;
}

/** True where a list of names, from the first to the last, is what a verb says something about. */
function isSubject(tokens: readonly Token[], { titleFrom }: Name, last: Name): boolean {
  const before = tokens[titleFrom - 1]?.pos;
  return mannerOf(tokens, last) === 'acting' && !/^(?:ADP|VERB|AUX|PART)$/u.test(before ?? '');
}

/** How many words may stand between "To" and a name: "To Lund pilot Roe, …". */
const MOST_BEFORE = 4;

/** "To Roe, the plan is folly": whose view a sentence gives. */
function isViewer(tokens: readonly Token[], { titleFrom, to }: Name): boolean {
  if (tokens[to]?.text !== ',') return false;
  let from = titleFrom;
  while (
    from > 0 &&
    titleFrom - from < MOST_BEFORE &&
    /^(?:NOUN|PROPN|ADJ|DET)$/u.test(tokens[from - 1]!.pos)
  )
    from--;
  return /^(?:To|For)$/u.test(tokens[from - 1]?.text ?? '');
}
