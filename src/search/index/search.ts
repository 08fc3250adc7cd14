import MiniSearch from 'minisearch';
import { BOOST } from './bm25.js';
import { FIELDS } from './indexed-story.js';
import type { Index } from './index-corpus.js';
import type { Postings } from './postings.js';

/** How many of the best MiniSearch gives: what shares less of the rare words with a question is no answer to it. */
const MOST_FOUND = 300;

/** What a term is called in a search, before its number: the same names in every search keep MiniSearch's objects quick. */
const NAME = 't';

/**
 * The places of passages with any of these terms, by number and weight: those that score best, where there are many.
 * MiniSearch finds which: it is given the postings of these terms alone, with the numbers of the whole, so that it
 * scores as an index of everything.
 */
export function search({ postings }: Index, terms: ReadonlyMap<number, number>): number[] {
  const places = new Set<number>();
  for (const id of terms.keys()) postings.each(id, (place) => places.add(place));
  if (places.size <= MOST_FOUND) return [...places];
  const mini = new PostingsSearch(postings, [...terms.keys()]);
  const weights = [...terms.values()];
  return mini
    .search(weights.map((_, at) => NAME + at).join(' '), { boost: BOOST, boostTerm: (_, at) => weights[at]! })
    .slice(0, MOST_FOUND)
    .map(({ id }) => Number(id));
}

/** MiniSearch over these terms' postings, which are put where it keeps its own: adding or loading them takes longer than the search. */
class PostingsSearch extends MiniSearch {
  constructor(postings: Postings, ids: readonly number[]) {
    super({ fields: [...FIELDS], tokenize: (text) => text.split(' '), processTerm: (term) => term });
    // oxlint-disable no-underscore-dangle -- these are MiniSearch's names for what belongs to it and its heirs.
    this._documentCount = postings.counts.size;
    this._avgFieldLength = [...postings.averageLengths];
    this._documentIds = new Places();
    this._fieldLength = new Lengths(postings);
    for (const [at, id] of ids.entries()) {
      const fields = FIELDS.map(() => new Map<number, number>());
      postings.each(id, (place, field, times) => fields[field]!.set(place, times));
      this._index.set(NAME + at, new Map(fields.entries()));
    }
  }
}

/** Documents are numbered by the places of the passages. */
class Places extends Map<number, number> {
  override has(): boolean {
    return true;
  }

  override get(place: number): number {
    return place;
  }
}

/** The lengths of a document's fields, told when they are asked for; those told before don't stand any more. */
class Lengths extends Map<number, number[]> {
  readonly #postings: Postings;
  readonly #told = FIELDS.map(() => 0);

  constructor(postings: Postings) {
    super();
    this.#postings = postings;
  }

  override get(place: number): number[] {
    for (let field = 0; field < this.#told.length; field++)
      this.#told[field] = this.#postings.lengthOf(place, field);
    return this.#told;
  }
}
