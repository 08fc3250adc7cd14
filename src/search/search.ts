import MiniSearch from 'minisearch';
import { BOOST } from './bm25.js';
import { FIELDS } from './indexed-story.js';
import type { Index } from './index-corpus.js';
import { passageNumbers } from './passage-numbers.js';

/** How many of the best MiniSearch gives: what shares less of the rare words with a question is no answer to it. */
const MOST_FOUND = 300;

const FIELD_IDS = Object.fromEntries(FIELDS.map((field, at) => [field, at]));
/** What a term is called in a search, before its number. */
const NAME = 't';

/**
 * The places of passages with any of these terms, by number and weight; the best first. MiniSearch finds them: it is
 * given the postings of these terms alone, with the numbers of the whole, so that it scores as an index of everything.
 */
export function search(index: Index, terms: ReadonlyMap<number, number>): number[] {
  if (!terms.size) return [];
  const { postings } = index;
  /** One more than the number that each passage has in this search. */
  const numbers = passageNumbers(index);
  const places: number[] = [];
  // Lists where MiniSearch expects objects with numbers as keys: they are filled and read far sooner.
  const fieldLength: Record<number, number[]> = [];
  const found: [term: string, fields: Record<number, Record<number, number>>][] = [];
  for (const id of terms.keys()) {
    const fields: Record<number, number>[] = FIELDS.map(() => []);
    postings.each(id, (place, field, times) => {
      if (!numbers[place]) {
        fieldLength[places.length] = FIELDS.map((_, at) => postings.lengthOf(place, at));
        numbers[place] = places.push(place);
      }
      fields[field]![numbers[place] - 1] = times;
    });
    // MiniSearch makes objects with the terms as keys: names that are the same in every search keep these quick.
    found.push([NAME + found.length, fields]);
  }
  for (const place of places) numbers[place] = 0;
  const mini = MiniSearch.loadJS(
    {
      documentCount: postings.counts.size,
      nextId: places.length,
      documentIds: places,
      fieldIds: FIELD_IDS,
      fieldLength,
      averageFieldLength: [...postings.averageLengths],
      storedFields: {},
      dirtCount: 0,
      index: found,
      serializationVersion: 2,
    },
    { fields: [...FIELDS], tokenize: (text) => text.split(' '), processTerm: (term) => term },
  );
  const weights = [...terms.values()];
  return mini
    .search(found.map(([name]) => name).join(' '), { boost: BOOST, boostTerm: (_, at) => weights[at]! })
    .slice(0, MOST_FOUND)
    .map(({ id }) => Number(id));
}
