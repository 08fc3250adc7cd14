import SearchableMap from 'minisearch/SearchableMap';
import { editDistance } from '../text/edit-distance.js';

/** A word of the stories that is close to one that was typed. */
export interface NearTerm {
  readonly id: number;
  /** From 0 to 1: how sure it is that this one was meant. */
  readonly likeness: number;
}

/** Words longer than this are not compared letter by letter. */
const LONGEST_COMPARED = 24;

/** Every term of the indexed passages: its number, and how many passages hold it. Only grows while an index is built. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #passages: number[] = [];
  readonly #spellings = new SearchableMap<number>();
  readonly #sounds = new Map<string, number[]>();
  #counted = 0;

  /** The number of a term, given to it now where it is new. */
  add(term: string, isGrammar = false): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.length;
    this.#ids.set(term, id);
    this.#terms.push(term);
    this.#passages.push(0);
    // Nobody who mistypes a word means "about" or "whether".
    if (!isGrammar && /^\p{L}{3,}$/u.test(term)) {
      this.#spellings.set(term, id);
      const sound = soundOf(term);
      const alike = this.#sounds.get(sound);
      if (alike) alike.push(id);
      else this.#sounds.set(sound, [id]);
    }
    return id;
  }

  /** Counts one more passage, and the terms in it. */
  countPassage(ids: Iterable<number>): void {
    this.#counted++;
    for (const id of new Set(ids)) this.#passages[id] = (this.#passages[id] ?? 0) + 1;
  }

  /** How many terms there are: their numbers run from 0. */
  get size(): number {
    return this.#terms.length;
  }

  idOf(term: string): number | undefined {
    return this.#ids.get(term);
  }

  termOf(id: number): string {
    return this.#terms[id] ?? '';
  }

  /** In how many passages a term stands. */
  passagesWith(id: number | undefined): number {
    return id === undefined ? 0 : (this.#passages[id] ?? 0);
  }

  /** How much a term tells, by the passages it stands in: BM25's inverse document frequency, never below zero. */
  weight(passagesWith: number): number {
    return 1 + Math.log(1 + (this.#counted - passagesWith + 0.5) / (Math.max(1, passagesWith) + 0.5));
  }

  /**
   * Terms that are spelt or sound like one that no story holds, the likest first, at most four: one slip in a short
   * word, two in a long one, or any where the consonants sound alike.
   */
  near(term: string): NearTerm[] {
    if (!/^\p{L}+$/u.test(term) || term.length < 4 || term.length > LONGEST_COMPARED) return [];
    const found = new Map<number, number>();
    for (const [, [id, distance]] of this.#spellings.fuzzyGet(term, term.length < 6 ? 1 : 2))
      found.set(id, distance);
    const sound = soundOf(term);
    for (const id of this.#sounds.get(sound) ?? []) {
      const limit = Math.floor(Math.max(2, term.length / 3));
      const distance = editDistance(term, this.termOf(id), limit);
      if (distance <= limit) found.set(id, Math.min(distance, found.get(id) ?? 9));
    }
    return [...found]
      .map(([id, distance]) => ({ id, likeness: this.#likeness(term, sound, id, distance) }))
      .filter((near) => near.likeness >= 0.65)
      .toSorted((a, b) => b.likeness - a.likeness || a.id - b.id)
      .slice(0, 4);
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

/** The consonants as they sound, roughly, after a first vowel: "mcfall" and "mcfaul" are one. */
function soundOf(term: string): string {
  const heard = term
    .replace(/ph/gu, 'f')
    .replace(/c(?=[eiy])/gu, 's')
    .replace(/ck|q|x|c/gu, 'k')
    .replace(/z/gu, 's')
    .replace(/[aeiouyhw]/gu, (letter, at: number) => (at === 0 && !/[hyw]/u.test(letter) ? 'a' : ''))
    .replace(/d/gu, 't')
    .replace(/(.)\1+/gu, '$1');
  return heard;
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
