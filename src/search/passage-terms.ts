import type { Passage } from '../article/passages.js';
import { sentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { isStopWord } from './stop-words.js';
import { termsOf } from './terms.js';
import type { Vocabulary } from './vocabulary.js';

/** A passage, taken apart once so that a question costs nothing but comparing numbers. */
export interface PassageTerms {
  /** Every term of the passage in order, stop words too, as numbers of the vocabulary. */
  readonly ids: Uint32Array;
  /** Its sentences, as stretches of the article's text. */
  readonly sentences: readonly Span[];
  /** For each sentence, where its terms start in `ids`; one more entry closes the last. */
  readonly starts: readonly number[];
  /** The terms of the title and heading above it. */
  readonly above: Uint32Array;
}

/** Takes a passage apart. `searched` are the terms that MiniSearch gets: those that are not mere grammar. */
export function takeApart(
  vocabulary: Vocabulary,
  passage: Passage,
): { terms: PassageTerms; searched: string[] } {
  const { text } = passage.article;
  const ids: number[] = [];
  const starts: number[] = [];
  const searched: string[] = [];
  const spans = sentences(text, passage.start, passage.end);
  for (const span of spans) {
    starts.push(ids.length);
    for (const { term, word } of termsOf(text, span.start, span.end)) {
      const grammar = isStopWord(word);
      ids.push(vocabulary.add(term, grammar));
      if (!grammar) searched.push(term);
    }
  }
  starts.push(ids.length);
  vocabulary.countPassage(ids);
  const above = termsOf(`${passage.article.title} ${passage.heading ?? ''}`)
    .filter(({ word }) => !isStopWord(word))
    .map(({ term }) => vocabulary.add(term));
  return {
    terms: { ids: Uint32Array.from(ids), sentences: spans, starts, above: Uint32Array.from(above) },
    searched,
  };
}
