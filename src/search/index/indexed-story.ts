import type { Reading } from '../../attribution/statement.js';
import type { Lexicon } from './lexicon.js';
import { type PassageTerms, passagesApart } from './passage-terms.js';
import { ofPassage, type StoryTerms } from './story-terms.js';
import { termsOf } from './terms.js';

/** What is searched of a passage: its words; the names and roles of those who speak in it; title and heading. */
export const FIELDS = ['text', 'speakers', 'above'] as const;

/** How often a term may stand in a field before it is counted no further. */
const MOST_COUNTED = 0x3fff;

/** A story as an index holds it. Immutable, and shared by the indexes of all corpora that have the story so. */
export interface IndexedStory {
  readonly reading: Reading;
  readonly apart: StoryTerms;
  readonly passages: readonly PassageTerms[];
  /** Names and roles of those who speak in each passage, so that "he said" is found by a name. */
  readonly speakers: readonly string[];
  /** The numbers of the story's terms, each once. */
  readonly ids: Uint32Array;
  /** In how many of its passages each term stands, grammar too. */
  readonly counts: Uint32Array;
  /** For each term, where its postings start; one more entry closes the last. */
  readonly starts: Uint32Array;
  /** For each posting, the passage's place in the story … */
  readonly where: Uint32Array;
  /** … and how often the term stands in which field: see `fieldOf` and `timesOf`. */
  readonly how: Uint32Array;
  /** How many different terms each field of each passage holds. */
  readonly lengths: Uint32Array;
}

/** The field of a posting, by its place in `FIELDS`. */
export function fieldOf(how: number): number {
  return how >>> 14;
}

/** How often the term of a posting stands in the field. */
export function timesOf(how: number): number {
  return how & MOST_COUNTED;
}

/** Makes a story ready for an index. */
export function indexStory(
  reading: Reading,
  apart: StoryTerms,
  speakers: readonly string[],
  lexicon: Lexicon,
): IndexedStory {
  const own = lexicon.addAll(apart.terms);
  // Made elsewhere: the function that is kept here keeps all that any function in this one uses.
  const postings = postingsOf(apart, own, speakers, lexicon);
  const passages = passagesApart(reading, () => ({ terms: apart, numbers: own }));
  return { reading, apart, passages, speakers, ...postings };
}

/** @param own the lexicon's numbers for the story's terms */
function postingsOf(
  apart: StoryTerms,
  own: Uint32Array,
  speakers: readonly string[],
  lexicon: Lexicon,
): Pick<IndexedStory, 'ids' | 'counts' | 'starts' | 'where' | 'how' | 'lengths'> {
  const terms = new TermList(own);
  const postings = new PostingList(speakers.length);
  const counts: number[] = [];
  for (const [place, names] of speakers.entries()) {
    const { ids, above } = ofPassage(apart, place);
    for (const id of new Set(ids.map((each) => each >>> 1))) counts[id] = (counts[id] ?? 0) + 1;
    postings.add(
      place,
      0,
      ids.filter((id) => id % 2 === 0).map((id) => id >>> 1),
    );
    if (names) {
      const found = new Set(termsOf(names).map(({ term }) => terms.placeOf(lexicon.add(term))));
      postings.add(place, 1, found);
    }
    postings.add(place, 2, above);
  }
  const ids = terms.ids();
  return {
    ids,
    counts: Uint32Array.from(ids, (_, at) => counts[at] ?? 0),
    lengths: postings.lengths,
    ...postings.sorted(ids.length),
  };
}

/** The terms of a story: those that it is taken apart into, and then those of its speakers. */
class TermList {
  readonly #ids: number[];
  readonly #places: Map<number, number>;

  constructor(own: Uint32Array) {
    this.#ids = [...own];
    this.#places = new Map(this.#ids.map((id, at) => [id, at]));
  }

  placeOf(id: number): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.#ids.length);
    return this.#ids.push(id) - 1;
  }

  ids(): Uint32Array {
    return Uint32Array.from(this.#ids);
  }
}

/** Collects postings passage by passage, and sorts them by term. */
class PostingList {
  readonly lengths: Uint32Array;
  readonly #terms: number[] = [];
  readonly #where: number[] = [];
  readonly #how: number[] = [];

  constructor(passages: number) {
    this.lengths = new Uint32Array(passages * FIELDS.length);
  }

  add(place: number, field: number, terms: Iterable<number>): void {
    const times = new Map<number, number>();
    for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
    this.lengths[place * FIELDS.length + field] = times.size;
    for (const [term, count] of times) {
      this.#terms.push(term);
      this.#where.push(place);
      this.#how.push((field << 14) | Math.min(count, MOST_COUNTED));
    }
  }

  sorted(terms: number): Pick<IndexedStory, 'starts' | 'where' | 'how'> {
    const starts = new Uint32Array(terms + 1);
    for (const term of this.#terms) starts[term + 1]!++;
    for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!;
    const next = starts.slice();
    const where = new Uint32Array(this.#where.length);
    const how = new Uint32Array(this.#where.length);
    for (const [at, term] of this.#terms.entries()) {
      const to = next[term]!++;
      where[to] = this.#where[at]!;
      how[to] = this.#how[at]!;
    }
    return { starts, where, how };
  }
}
