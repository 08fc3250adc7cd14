import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Reading } from '../attribution/statement.js';
import { sentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { isStopWord } from './stop-words.js';
import { termsOf } from './terms.js';

/** A passage in terms. Terms are given by their place in the story's list. */
export interface TermsOfPassage {
  /** Every term in order, stop words too. */
  readonly ids: readonly number[];
  /** Where in `ids` mere grammar stands, which is not searched for. */
  readonly grammar: readonly number[];
  /** Its sentences, as stretches of the article's text. */
  readonly sentences: readonly Span[];
  /** For each sentence, where its terms start in `ids`; one more entry closes the last. */
  readonly starts: readonly number[];
  /** The terms of the title and heading above it, without grammar. */
  readonly above: readonly number[];
}

/** A story taken apart into terms: a function of its reading alone, so that it is done once. */
export interface StoryTerms {
  /** Every term of the story, once. */
  readonly terms: readonly string[];
  readonly passages: readonly TermsOfPassage[];
}

/** Takes a story apart. */
export function storyTerms({ article, passages }: Reading): StoryTerms {
  const numbers = new Map<string, number>();
  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  const headings = new Map<string | null, number[]>();
  const above = (heading: string | null): number[] => {
    const known = headings.get(heading);
    if (known) return known;
    const made = aboveOf(article, heading, numberOf);
    headings.set(heading, made);
    return made;
  };
  const apart = passages.map((passage) => takeApart(passage, numberOf, above(passage.heading)));
  return { terms: [...numbers.keys()], passages: apart };
}

function takeApart(
  passage: Passage,
  numberOf: (term: string) => number,
  above: readonly number[],
): TermsOfPassage {
  const { text } = passage.article;
  const ids: number[] = [];
  const grammar: number[] = [];
  const starts: number[] = [];
  const spans = sentences(text, passage.start, passage.end);
  for (const span of spans) {
    starts.push(ids.length);
    for (const { term, word } of termsOf(text, span.start, span.end)) {
      if (isStopWord(word)) grammar.push(ids.length);
      ids.push(numberOf(term));
    }
  }
  starts.push(ids.length);
  return { ids, grammar, sentences: spans, starts, above };
}

function aboveOf(article: Article, heading: string | null, numberOf: (term: string) => number): number[] {
  return termsOf(`${article.title} ${heading ?? ''}`)
    .filter(({ word }) => !isStopWord(word))
    .map(({ term }) => numberOf(term));
}
