import type { Article } from '../../article/article.js';
import type { Reading } from '../../attribution/statement.js';
import type { Words } from '../../corpus/pack.js';
import { sentences } from '../../text/sentences.js';
import { isStopWord } from './stop-words.js';
import { termsOf } from './terms.js';

/**
 * A story taken apart into terms: a function of its reading alone, so that it is done once. Terms are given by their place
 * in the story's list; what belongs to several passages or sentences lies end to end.
 */
export interface StoryTerms {
  /** Every term of the story, once. */
  readonly terms: Words;
  /** Every term of every passage in order, stop words too: twice its place, and 1 more where it is mere grammar. */
  readonly ids: Uint32Array;
  /** Start and end of every sentence, as offsets in the article's text. */
  readonly sentences: Uint32Array;
  /** For each sentence, where its terms start in `ids`; one more entry closes the last. */
  readonly starts: Uint32Array;
  /** For each passage, the number of its first sentence; one more entry closes the last. */
  readonly first: Uint32Array;
  /** The terms of the title and heading above each passage, without grammar. */
  readonly above: Uint32Array;
  /** For each passage, where they start in `above`; one more entry closes the last. */
  readonly aboveStarts: Uint32Array;
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
  const ids: number[] = [];
  const spans: number[] = [];
  const starts: number[] = [];
  const first: number[] = [];
  const over: number[] = [];
  const overStarts: number[] = [];
  for (const passage of passages) {
    first.push(starts.length);
    for (const { start, end } of sentences(article.text, passage.start, passage.end)) {
      starts.push(ids.length);
      spans.push(start, end);
      for (const { term, word } of termsOf(article.text, start, end))
        ids.push(2 * numberOf(term) + (isStopWord(word) ? 1 : 0));
    }
    overStarts.push(over.length);
    over.push(...above(passage.heading));
  }
  first.push(starts.length);
  starts.push(ids.length);
  overStarts.push(over.length);
  return {
    terms: { table: [...numbers.keys()], places: Uint32Array.from({ length: numbers.size }, (_, at) => at) },
    ids: Uint32Array.from(ids),
    sentences: Uint32Array.from(spans),
    starts: Uint32Array.from(starts),
    first: Uint32Array.from(first),
    above: Uint32Array.from(over),
    aboveStarts: Uint32Array.from(overStarts),
  };
}

function aboveOf(article: Article, heading: string | null, numberOf: (term: string) => number): number[] {
  return termsOf(`${article.title} ${heading ?? ''}`)
    .filter(({ word }) => !isStopWord(word))
    .map(({ term }) => numberOf(term));
}

/** What belongs to a passage, by its place in the story: its stretch of `ids`, and of `above`. */
export function ofPassage(story: StoryTerms, place: number): Pick<StoryTerms, 'ids' | 'above'> {
  const { ids, starts, first, above, aboveStarts } = story;
  return {
    ids: ids.subarray(starts[first[place]!], starts[first[place + 1]!]),
    above: above.subarray(aboveStarts[place], aboveStarts[place + 1]),
  };
}
