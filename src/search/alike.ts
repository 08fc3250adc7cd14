import type { AskedWord } from './asked-words.js';
import type { Index } from './index-corpus.js';
import { tells } from './meanings.js';
import { wordVectors } from './word-vectors.js';

/** Words less alike than this have nothing to do with each other. */
const LEAST_LIKENESS = 0.3;
/** What the passages beside it count for. */
const BESIDE = 0.3;

/** How much of what a question asks stands in a passage in whatever words: each word goes with the one most like it. */
export class Alike {
  readonly #index: Index;
  readonly #words: readonly AskedWord[];
  /** The words' rows in the table of word vectors; -1 for those that it doesn't have. */
  readonly #rows: readonly number[];
  readonly #weights: readonly number[];
  readonly #total: number;
  /** For each term that was come across, its likeness with each word of the question. */
  readonly #terms = new Map<number, Float32Array>();
  readonly #alone = new Map<number, number>();

  constructor(index: Index, words: readonly AskedWord[]) {
    this.#index = index;
    this.#words = words;
    this.#rows = words.map(({ term }) => wordVectors().rowOf(term) ?? -1);
    this.#weights = words.map(({ term }) => tells(index.vocabulary, term));
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** From 0 to 1, the passages beside it counted in. */
  at(place: number): number {
    const { passages } = this.#index.corpus;
    let sum = this.#of(place);
    for (const beside of [place - 1, place + 1])
      if (passages[beside]?.article === passages[place]?.article) sum += BESIDE * this.#of(beside);
    return sum / (1 + 2 * BESIDE);
  }

  /** From 0 to 1, in a run of terms alone. */
  share(ids: Uint32Array): number {
    const best = new Float32Array(this.#words.length);
    for (const id of ids) {
      const likenesses = this.#terms.get(id) ?? this.#compare(id);
      for (let at = 0; at < best.length; at++)
        if ((likenesses[at] ?? 0) > (best[at] ?? 0)) best[at] = likenesses[at] ?? 0;
    }
    let sum = 0;
    for (let at = 0; at < best.length; at++) sum += (this.#weights[at] ?? 0) * (best[at] ?? 0);
    return this.#total ? sum / this.#total : 0;
  }

  #of(place: number): number {
    const known = this.#alone.get(place);
    if (known !== undefined) return known;
    const terms = this.#index.terms[place];
    const share = terms ? this.share(terms.ids) : 0;
    this.#alone.set(place, share);
    return share;
  }

  #compare(id: number): Float32Array {
    const row = this.#index.meanings.rowOf(id);
    const found = new Float32Array(this.#words.length);
    for (let at = 0; at < found.length; at++) {
      const exact = this.#words[at]?.ids.get(id) ?? 0;
      const meant = this.#rows[at] ?? -1;
      const near = row < 0 || meant < 0 ? 0 : wordVectors().likeness(meant, row);
      found[at] = Math.max(exact, (near - LEAST_LIKENESS) / (1 - LEAST_LIKENESS));
    }
    this.#terms.set(id, found);
    return found;
  }
}
