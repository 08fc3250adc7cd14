import type { AskedWord } from '../question/asked-words.js';

/** Words of a quotation that are compared, from its beginning: more tell nothing new. */
const MOST_COMPARED = 40;
/** What grammar weighs in a quotation: it holds the words together and tells little else. */
const GRAMMAR = 0.5;

/** A word of the quotation that a term may stand for, and what it counts for then. */
interface Meant {
  readonly at: number;
  readonly weight: number;
}

/** The words of a quotation, made ready to be compared with many passages. */
export class Quotation {
  readonly #total: number;
  /** The words that each term may stand for, in the order of the quotation. */
  readonly #meant = new Map<number, Meant[]>();
  /** What the words up to each one come to at most, as far as terms have been read. */
  readonly #most: Float64Array;

  constructor(words: readonly AskedWord[]) {
    const compared = words.slice(0, MOST_COMPARED);
    this.#most = new Float64Array(compared.length);
    let total = 0;
    for (const [at, { ids, weight, stop }] of compared.entries()) {
      const own = stop ? GRAMMAR : Math.max(GRAMMAR, weight);
      total += own;
      for (const [id, like] of ids) {
        const meant = { at, weight: own * like };
        const others = this.#meant.get(id);
        if (others) others.push(meant);
        else this.#meant.set(id, [meant]);
      }
    }
    this.#total = total;
  }

  /** Whether there is no word in it. */
  get isEmpty(): boolean {
    return !this.#total;
  }

  /**
   * How much of the quotation stands in a run of terms in the same order, from 0 to 1 by weight: the longest common
   * subsequence, so that words that are forgotten, added or changed cost only themselves.
   */
  likeness(ids: Uint32Array, from = 0, end = ids.length): number {
    if (this.isEmpty) return 0;
    const most = this.#most.fill(0);
    for (let i = from; i < end; i++) {
      const meant = this.#meant.get(ids[i]!);
      if (!meant) continue;
      // From the last word on, so that one term stands for one word.
      for (let other = meant.length - 1; other >= 0; other--) {
        const { at, weight } = meant[other]!;
        const here = (at ? most[at - 1]! : 0) + weight;
        for (let word = at; word < most.length && most[word]! < here; word++) most[word] = here;
      }
    }
    return most.at(-1)! / this.#total;
  }
}
