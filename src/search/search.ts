import MiniSearch from 'minisearch';
import { BOOST } from './bm25.js';
import { FIELDS } from './indexed-story.js';
import type { Index } from './index-corpus.js';

/** How many of the best MiniSearch gives: what shares less of the rare words with a question is no answer to it. */
const MOST_FOUND = 300;

/**
 * The places of passages with any of these terms, by number and weight; the best first. MiniSearch finds them: it is
 * given the postings of these terms alone, with the numbers of the whole, so that it scores as an index of everything.
 */
export function search(index: Index, terms: ReadonlyMap<number, number>): number[] {
  if (!terms.size) return [];
  const { postings, vocabulary } = index;
  /** One more than the number that each passage has in this search. */
  const numbers = new Uint32Array(index.terms.length);
  let size = 0;
  const documentIds: Record<number, number> = {};
  const fieldLength: Record<number, number[]> = {};
  const found: [term: string, fields: Record<string, Record<string, number>>][] = [];
  const weights = new Map<string, number>();
  for (const [id, weight] of terms) {
    const term = vocabulary.termOf(id);
    weights.set(term, weight);
    const fields: Record<string, Record<string, number>> = {};
    postings.each(id, (story, place, field, times) => {
      if (!numbers[place]) {
        documentIds[size] = place;
        fieldLength[size] = FIELDS.map((_, at) => postings.lengthOf(story, place, at));
        numbers[place] = ++size;
      }
      (fields[field] ??= {})[numbers[place] - 1] = times;
    });
    found.push([term, fields]);
  }
  const mini = MiniSearch.loadJS(
    {
      documentCount: postings.counts.size,
      nextId: size,
      documentIds,
      fieldIds: Object.fromEntries(FIELDS.map((field, at) => [field, at])),
      fieldLength,
      averageFieldLength: [...postings.averageLengths],
      storedFields: {},
      dirtCount: 0,
      index: found,
      serializationVersion: 2,
    },
    { fields: [...FIELDS], tokenize: (text) => text.split(' '), processTerm: (term) => term },
  );
  return mini
    .search([...weights.keys()].join(' '), { boost: BOOST, boostTerm: (term) => weights.get(term) ?? 1 })
    .slice(0, MOST_FOUND)
    .map(({ id }) => Number(id));
}
