import type { AskedWord } from '../question/asked-words.js';
import type { Index } from '../index/index-corpus.js';
import type { Lexicon } from '../index/lexicon.js';
import { tells } from '../index/meanings.js';
import { wordVectors } from '../index/word-vectors.js';

/** Words less alike than this have nothing to do with each other. */
const LEAST_LIKENESS = 0.3;
/** What the passages beside it count for. */
const BESIDE = 0.3;

/** Of a term that is like no word of the question. */
const NOT_ALIKE = -1;

/** Where the likenesses of each term start, and which `Alike` knows them there: the tables serve one after another. */
interface SeenTerms {
  readonly starts: Int32Array;
  readonly by: Uint32Array;
}

const seenTerms = new WeakMap<Lexicon, SeenTerms>();
let made = 0;

function seenOf(lexicon: Lexicon): SeenTerms {
  let seen = seenTerms.get(lexicon);
  if (!seen || seen.by.length < lexicon.size) {
    seen = { starts: new Int32Array(lexicon.size), by: new Uint32Array(lexicon.size) };
    seenTerms.set(lexicon, seen);
  }
  return seen;
}

/** How much of what a question asks stands in a passage in whatever words: each word goes with the one most like it. */
export class Alike {
  readonly #index: Index;
  /** What each term counts for as a word of the question itself. */
  readonly #exact: ReadonlyMap<number, Float64Array>;
  readonly #likenessTo: (row: number) => ArrayLike<number>;
  readonly #weights: readonly number[];
  readonly #total: number;
  readonly #seen: SeenTerms;
  readonly #number: number;
  /** The likenesses of terms with each word of the question. */
  readonly #likenesses: number[] = [];
  /** The best likeness with each word in the run of terms that is looked at. */
  readonly #best: Float32Array;
  readonly #alone = new Map<number, number>();

  constructor(index: Index, words: readonly AskedWord[]) {
    this.#index = index;
    this.#exact = exactly(words);
    this.#likenessTo = wordVectors().likenessTo(words.map(({ term }) => wordVectors().rowOf(term) ?? -1));
    this.#weights = words.map(({ term }) => tells(index.vocabulary, term));
    this.#seen = seenOf(index.lexicon);
    this.#number = ++made;
    this.#best = new Float32Array(words.length);
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** From 0 to 1, the passages beside it counted in. */
  at(place: number): number {
    const { storyOf } = this.#index;
    let sum = this.#of(place);
    for (const beside of [place - 1, place + 1])
      if (storyOf[beside] === storyOf[place]) sum += BESIDE * this.#of(beside);
    return sum / (1 + 2 * BESIDE);
  }

  /** From 0 to 1, in a run of terms alone. */
  share(ids: Uint32Array): number {
    const best = this.#best.fill(0);
    const likenesses = this.#likenesses;
    const { starts, by } = this.#seen;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!;
      const start = by[id] === this.#number ? starts[id]! : this.#compare(id);
      if (start === NOT_ALIKE) continue;
      for (let at = 0; at < best.length; at++) {
        const likeness = likenesses[start + at]!;
        if (likeness > best[at]!) best[at] = likeness;
      }
    }
    let sum = 0;
    for (let at = 0; at < best.length; at++) sum += this.#weights[at]! * best[at]!;
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

  /** Works out how like each word of the question a term is, and tells where that stands. */
  #compare(id: number): number {
    const row = this.#index.meanings.rowOf(id);
    const exact = this.#exact.get(id);
    const near = row < 0 ? null : this.#likenessTo(row);
    const found = exact || (near && this.#isAlike(near)) ? this.#add(exact, near) : NOT_ALIKE;
    this.#seen.starts[id] = found;
    this.#seen.by[id] = this.#number;
    return found;
  }

  #isAlike(near: ArrayLike<number>): boolean {
    for (let at = 0; at < this.#best.length; at++) if (near[at]! > LEAST_LIKENESS) return true;
    return false;
  }

  #add(exact: ArrayLike<number> | undefined, near: ArrayLike<number> | null): number {
    const start = this.#likenesses.length;
    for (let at = 0; at < this.#best.length; at++) {
      const meant = near ? (near[at]! - LEAST_LIKENESS) / (1 - LEAST_LIKENESS) : 0;
      this.#likenesses.push(Math.max(exact ? exact[at]! : 0, meant));
    }
    return start;
  }
}

/** For each term that a word may stand for, how surely it stands for each of the words. */
function exactly(words: readonly AskedWord[]): Map<number, Float64Array> {
  const found = new Map<number, Float64Array>();
  for (const [at, { ids }] of words.entries()) {
    for (const [id, likeness] of ids) {
      let all = found.get(id);
      if (!all) found.set(id, (all = new Float64Array(words.length)));
      all[at] = likeness;
    }
  }
  return found;
}
