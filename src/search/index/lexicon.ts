import type { Words } from '../../corpus/pack.js';
import { soundOf } from './sound.js';
import { Spellings } from './spellings.js';

/** Every term that was ever indexed, with its number. Only grows, and goes from one index to the next. */
export class Lexicon {
  readonly #ids = new Map<string, number>();
  readonly #terms: string[] = [];
  /** The numbers of the words of tables, -1 where a word has not been asked for yet. */
  readonly #tables = new WeakMap<readonly string[], Int32Array>();
  readonly #spellings = new Spellings();
  readonly #sounds = new Map<string, number[]>();
  /** How many of the terms can be found by their spelling already: the others wait until somebody mistypes a word. */
  #spelt = 0;

  /** @param terms those that it begins with, each once */
  constructor(terms: readonly string[] = []) {
    for (const term of terms) this.add(term);
  }

  get size(): number {
    return this.#terms.length;
  }

  /** All terms by their numbers. */
  get terms(): readonly string[] {
    return this.#terms;
  }

  /** The number of a term, given to it now where it is new. */
  add(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#terms.length;
    this.#ids.set(term, id);
    this.#terms.push(term);
    return id;
  }

  /** The numbers of several terms. Those of one table are looked up once, however many stories share it. */
  addAll({ table, places }: Words): Uint32Array {
    let known = this.#tables.get(table);
    if (!known) {
      known = new Int32Array(table.length).fill(-1);
      this.#tables.set(table, known);
    }
    const ids = new Uint32Array(places.length);
    for (let at = 0; at < places.length; at++) {
      const place = places[at]!;
      if (known[place]! < 0) known[place] = this.add(table[place]!);
      ids[at] = known[place]!;
    }
    return ids;
  }

  idOf(term: string): number | undefined {
    return this.#ids.get(term);
  }

  termOf(id: number): string {
    return this.#terms[id] ?? '';
  }

  /** Terms at most so many letters off, with how many. */
  speltLike(term: string, slips: number): Iterable<readonly [id: number, distance: number]> {
    this.learnSpellings();
    return this.#spellings.like(term, slips);
  }

  /** Terms whose consonants sound the same. */
  soundingLike(term: string): readonly number[] {
    this.learnSpellings();
    return this.#sounds.get(soundOf(term)) ?? [];
  }

  /** Makes so many more terms ready to be found by their spelling; false where none was left. */
  learnSpellings(most = Infinity): boolean {
    const from = this.#spelt;
    for (; this.#spelt < Math.min(from + most, this.#terms.length); this.#spelt++) {
      const term = this.termOf(this.#spelt);
      if (!/^\p{L}{3,}$/u.test(term)) continue;
      this.#spellings.add(term, this.#spelt);
      const sound = soundOf(term);
      const alike = this.#sounds.get(sound);
      if (alike) alike.push(this.#spelt);
      else this.#sounds.set(sound, [this.#spelt]);
    }
    return this.#spelt > from;
  }
}
