import MiniSearch from 'minisearch';
import { BOOST } from './bm25.js';
import { FIELDS } from './indexed-story.js';
import type { Index } from './index-corpus.js';

/** How many of the best MiniSearch gives: what shares less of the rare words with a question is no answer to it. */
const MOST_FOUND = 300;

/** A MiniSearch that holds the postings of some terms, with the numbers of the whole: it scores as an index of everything. */
class SomeTerms extends MiniSearch {
  constructor({ postings }: Index) {
    super({ fields: [...FIELDS], tokenize: (text) => text.split(' '), processTerm: (term) => term });
    this._documentCount = postings.counts.size;
    this._avgFieldLength = [...postings.averageLengths];
  }

  /** Takes in the postings of a term; passages go by their places. */
  take({ postings }: Index, id: number, name: string): void {
    const fields = FIELDS.map(() => new Map<number, number>());
    postings.each(id, (place, field, times) => {
      fields[field]!.set(place, times);
      if (this._documentIds.has(place)) return;
      this._documentIds.set(place, place);
      this._fieldLength.set(place, postings.lengthsOf(place));
    });
    this._index.set(name, new Map(fields.entries()));
  }
}

/** The places of passages with any of these terms, by number and weight; the best first. MiniSearch finds them. */
export function search(index: Index, terms: ReadonlyMap<number, number>): number[] {
  if (!terms.size) return [];
  const some = new SomeTerms(index);
  // MiniSearch makes objects with the terms as keys: names that are the same in every search keep these quick.
  const names = Array.from({ length: terms.size }, (_, at) => `t${at}`);
  const weights = [...terms.values()];
  for (const [at, id] of [...terms.keys()].entries()) some.take(index, id, names[at]!);
  return some
    .search(names.join(' '), { boost: BOOST, boostTerm: (_, at) => weights[at]! })
    .slice(0, MOST_FOUND)
    .map(({ id }) => Number(id));
}
