import { editDistance } from '../../text/edit-distance.js';
import type { Lexicon } from './lexicon.js';
import { soundOf } from './sound.js';

/** A word of the stories that is close to one that was typed. */
export interface NearTerm {
  readonly id: number;
  /** From 0 to 1: how sure it is that this one was meant. */
  readonly likeness: number;
}

/** How often the terms stand in the passages of one index; each list by the terms' numbers. */
export interface TermCounts {
  /** All passages of the index. */
  readonly size: number;
  /** In how many passages a term stands. */
  readonly passages: Uint32Array;
  /** In how many stories it is searched for: in none where it is mere grammar. */
  readonly stories: Uint32Array;
}

/** Words longer than this are not compared letter by letter. */
const LONGEST_COMPARED = 24;

/** The terms of an index: their numbers, how much each tells, and which are spelt alike. */
export class Vocabulary {
  readonly #lexicon: Lexicon;
  readonly #counts: TermCounts;

  constructor(lexicon: Lexicon, counts: TermCounts) {
    this.#lexicon = lexicon;
    this.#counts = counts;
  }

  /** How many terms the passages hold. */
  get size(): number {
    return this.#counts.passages.reduce((sum, passages) => sum + (passages ? 1 : 0), 0);
  }

  /** The number of a term that the stories hold. */
  idOf(term: string): number | undefined {
    const id = this.#lexicon.idOf(term);
    return id !== undefined && (this.passagesWith(id) > 0 || this.#isSearched(id)) ? id : undefined;
  }

  termOf(id: number): string {
    return this.#lexicon.termOf(id);
  }

  /** In how many passages a term stands. */
  passagesWith(id: number | undefined): number {
    return id === undefined ? 0 : (this.#counts.passages[id] ?? 0);
  }

  /** How much a term tells, by the passages it stands in: BM25's inverse document frequency, never below zero. */
  weight(passagesWith: number): number {
    const { size } = this.#counts;
    return 1 + Math.log(1 + (size - passagesWith + 0.5) / (Math.max(1, passagesWith) + 0.5));
  }

  /**
   * Terms that are spelt or sound like one that no story holds, the likest first, at most four: one slip in a short
   * word, two in a long one, or any where the consonants sound alike.
   */
  near(term: string): NearTerm[] {
    if (!/^\p{L}+$/u.test(term) || term.length < 4 || term.length > LONGEST_COMPARED) return [];
    const found = new Map<number, number>();
    for (const [id, distance] of this.#lexicon.speltLike(term, term.length < 6 ? 1 : 2))
      if (this.#isSearched(id)) found.set(id, distance);
    for (const id of this.#lexicon.soundingLike(term)) {
      if (!this.#isSearched(id)) continue;
      const limit = Math.floor(Math.max(2, term.length / 3));
      const distance = editDistance(term, this.termOf(id), limit);
      if (distance <= limit) found.set(id, Math.min(distance, found.get(id) ?? 9));
    }
    const sound = soundOf(term);
    return [...found]
      .map(([id, distance]) => ({ id, likeness: this.#likeness(term, sound, id, distance) }))
      .filter((near) => near.likeness >= 0.65)
      .toSorted((a, b) => b.likeness - a.likeness || (this.termOf(a.id) < this.termOf(b.id) ? -1 : 1))
      .slice(0, 4);
  }

  /** Nobody who mistypes a word means "about" or "whether", or a word of stories that are gone. */
  #isSearched(id: number): boolean {
    return (this.#counts.stories[id] ?? 0) > 0;
  }

  #likeness(term: string, sound: string, id: number, distance: number): number {
    const other = this.termOf(id);
    const slips = isSwap(term, other) ? 1 : distance;
    const share = 1 - slips / Math.max(term.length, other.length);
    // People get a word's beginning right far more often than its end.
    const first = term[0] === other[0] ? 0 : 0.1;
    return share - first + (soundOf(other) === sound ? 0.1 : 0);
  }
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
