import type { Passage } from '../article/passages.js';
import type { Statement } from '../attribution/statement.js';
import { overlaps, type Span } from '../text/span.js';
import type { TermsOfPassage } from './story-terms.js';

/** A passage, taken apart once so that a question costs nothing but comparing numbers. */
export interface PassageTerms {
  readonly passage: Passage;
  /** Every term of the passage in order, stop words too, as numbers of the lexicon. */
  readonly ids: Uint32Array;
  /** Its sentences, as stretches of the article's text. */
  readonly sentences: readonly Span[];
  /** For each sentence, where its terms start in `ids`; one more entry closes the last. */
  readonly starts: readonly number[];
  /** The terms of the title and heading above it. */
  readonly above: Uint32Array;
  /** The statements in the passage. */
  readonly statements: readonly Statement[];
  /** For each sentence, the statements that it belongs to; empty where there are none at all. */
  readonly said: readonly (readonly Statement[])[];
}

/** A passage's terms as an index holds them; `numbers` gives the lexicon's number for each term of the story. */
export function passageTerms(
  passage: Passage,
  { ids, sentences, starts, above }: TermsOfPassage,
  statements: readonly Statement[],
  numbers: Uint32Array,
): PassageTerms {
  return {
    passage,
    ids: Uint32Array.from(ids, (id) => numbers[id] ?? 0),
    sentences,
    starts,
    above: Uint32Array.from(above, (id) => numbers[id] ?? 0),
    statements,
    said: statements.length ? sentences.map((s) => statements.filter((one) => isOf(one, s))) : [],
  };
}

function isOf(statement: Statement, sentence: Span): boolean {
  return (
    statement.content.some((c) => overlaps(c, sentence)) ||
    (statement.cue !== null && overlaps(statement.cue, sentence)) ||
    (statement.source !== null && overlaps(statement.source, sentence))
  );
}
