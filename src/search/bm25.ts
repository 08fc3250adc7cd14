import { FIELDS } from './indexed-story.js';
import type { Index } from './index-corpus.js';
import { BOOST } from './search.js';

/** BM25's constants as MiniSearch has them: how soon a repeated word tells nothing more, what length costs, a floor. */
const K = 1.2;
const B = 0.7;
const D = 0.5;
const BOOSTS = FIELDS.map((field) => BOOST[field]);

/**
 * How well each of some passages matches all of the terms, by number and weight: BM25 over the fields, times how many
 * of the terms the passage holds, as MiniSearch scores.
 */
export function bm25(
  { postings, vocabulary, terms: passages }: Index,
  terms: ReadonlyMap<number, number>,
  places: readonly number[],
): Float64Array {
  const scores = new Float64Array(places.length);
  const held = new Uint16Array(places.length);
  /** One more than the number of each passage that is scored. */
  const numbers = new Uint32Array(passages.length);
  for (let at = 0; at < places.length; at++) numbers[places[at]!] = at + 1;
  const { size } = postings.counts;
  for (const [id, weight] of terms) {
    const holding = vocabulary.passagesWith(id);
    const rareness = weight * Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
    let last = -1;
    postings.each(id, (story, place, field, times) => {
      const number = numbers[place]! - 1;
      if (number < 0) return;
      const length = postings.lengthOf(story, place, field) / postings.averageLengths[field]!;
      const often = (times * (K + 1)) / (times + K * (1 - B + B * length));
      scores[number]! += rareness * BOOSTS[field]! * (D + often);
      if (place !== last) held[number]!++;
      last = place;
    });
  }
  return scores.map((score, number) => score * held[number]!);
}
