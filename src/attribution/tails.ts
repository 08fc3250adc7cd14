import { endsSource, isPersonal } from './adjacency.js';
import { PERSON_NOUN } from './lexicon.js';
import { headOf, phraseAfter, type Range } from './noun-phrase.js';
import type { Source } from './source.js';
import { sourceAfter } from './source-after.js';
import type { Token } from './tokens.js';

/** Verbs behind a quotation and its speaker that the tagger may take for nouns. */
const REPLIED = /^(?:shot|fired|\p{Ll}{2,}ed)$/u;

/** Who speaks right behind a quotation, with whichever verb. */
interface Tail {
  readonly source: Source;
  readonly cue: Range;
  /** A name or a pronoun; false for a role ("the mayor"), which may as well do something with what is called so. */
  readonly isNamed: boolean;
}

/** "“…,” Roe exhorted": next to a quotation any verb with a speaker is a word of saying. */
export function tailAt(tokens: readonly Token[], at: number, high: number): Tail | null {
  if (tokens[at]!.quoted || !tokens[at - 1]?.quoted || !/^[,?!—–-]$/u.test(tokens[at - 2]?.text ?? ''))
    return null;
  const phrase = phraseAfter(tokens, at, high);
  if (!phrase || phrase.from !== at || tokens[at]!.pos === 'VERB') return inverted(tokens, at, high);
  let verb = phrase.to;
  while (tokens[verb]?.pos === 'ADV') verb++;
  const word = tokens[verb];
  if (!word || verb >= high || !(word.pos === 'VERB' || REPLIED.test(word.lower))) return null;
  if (word.lower.endsWith('ing')) return null;
  const source = { ...phrase, core: phrase };
  const isNamed = isPersonal(tokens, source);
  if (!isNamed && !PERSON_NOUN.has(headOf(tokens, phrase)?.lower ?? '')) return null;
  return { source, cue: { from: verb, to: verb + 1 }, isNamed };
}

/** "“…,” reacted Roe." */
function inverted(tokens: readonly Token[], at: number, high: number): Tail | null {
  const verb = tokens[at]!;
  if (verb.pos !== 'VERB' || !/^\p{Ll}{2,}ed$/u.test(verb.lower) || /^\p{Lu}/u.test(verb.text)) return null;
  const source = sourceAfter(tokens, at + 1, high);
  if (!source || source.core.to - source.core.from < 1 || tokens[source.core.to - 1]!.pos !== 'PROPN')
    return null;
  return endsSource(tokens, source.to, high) && /^[.,;]$/u.test(tokens[source.to]?.text ?? '.')
    ? { source, cue: { from: at, to: at + 1 }, isNamed: true }
    : null;
}
