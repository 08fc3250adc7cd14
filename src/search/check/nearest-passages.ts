import { atOnce, type Steps } from '../../turns.js';
import type { Index } from '../index/index-corpus.js';
import { termsOf } from '../index/terms.js';
import { Postings } from './postings.js';

/** A passage that shares words with a quotation. */
export interface Nearest {
  /** Its place in the corpus. */
  readonly place: number;
  /** How much of the quotation's weight, words and pairs of words, stands in it: from 0 to 1. */
  readonly share: number;
}

/** Entries of words and pairs, the rarest first, that tell which passages are compared at all. */
const MOST_LOOKED_AT = 30_000;
/** So many of these are asked for what is more common, each by itself. */
const MOST_ASKED = 64;
/** How many are kept. */
const MOST_NEAREST = 12;
/** What shares less than this part of the best is out of the running. */
const LEAST_OF_BEST = 0.5;
/** Pairs are counted in this many buckets, a power of two: two pairs in one bucket only cost a look. */
const BUCKETS = 1 << 19;

/** So many passages are looked at in one go. */
const STEP = 250;

interface Key {
  readonly weight: number;
  readonly passages: Uint32Array;
}

const finders = new WeakMap<Index, Finder>();

/** Sorts the words of an index, which its first check would else have to wait for. */
export function* prepareNearest(index: Index): Steps<Finder> {
  const known = finders.get(index);
  if (known) return known;
  const made = yield* Finder.inSteps(index);
  finders.set(index, made);
  return made;
}

/** The passages that share most with a text, the nearest first. */
export function nearestPassages(index: Index, text: string): Nearest[] {
  return atOnce(prepareNearest(index)).nearest(text);
}

/** Passages by their words and by every two words that stand side by side: pairs tell apart what common words can't. */
class Finder {
  readonly #index: Index;
  readonly #words: Postings;
  readonly #pairs: Postings;
  readonly #scores: Float64Array;

  private constructor(index: Index, words: Postings, pairs: Postings) {
    this.#index = index;
    this.#words = words;
    this.#pairs = pairs;
    this.#scores = new Float64Array(index.terms.length);
  }

  static *inSteps(index: Index): Steps<Finder> {
    const terms: Uint32Array[] = [];
    const pairs: Int32Array[] = [];
    let size = 0;
    for (const [place, { ids }] of index.terms.entries()) {
      if (place % STEP === 0) yield;
      for (let at = 0; at < ids.length; at++) size = Math.max(size, ids[at]! + 1);
      terms.push(ids);
      pairs.push(bucketsOf(ids));
    }
    const words = yield* Postings.inSteps(size, terms);
    return new Finder(index, words, yield* Postings.inSteps(BUCKETS, pairs));
  }

  nearest(text: string): Nearest[] {
    const keys = this.#keysOf(text);
    const total = keys.reduce((sum, { weight }) => sum + weight, 0);
    const touched: number[] = [];
    let looked = 0;
    let next = 0;
    for (; next < keys.length; next++) {
      const { weight, passages } = keys[next]!;
      if (looked > 0 && looked + passages.length > MOST_LOOKED_AT) break;
      looked += passages.length;
      for (const place of passages) {
        if (this.#scores[place] === 0) touched.push(place);
        this.#scores[place]! += weight;
      }
    }
    const asked = highest(touched, this.#scores, MOST_ASKED);
    for (const { weight, passages } of keys.slice(next))
      for (const place of asked) if (holds(passages, place)) this.#scores[place]! += weight;
    const kept = highest(asked, this.#scores, MOST_NEAREST);
    const least = LEAST_OF_BEST * (this.#scores[kept[0] ?? 0] ?? 0);
    const found = kept
      .filter((place) => this.#scores[place]! >= least)
      .map((place) => ({ place, share: this.#scores[place]! / total }));
    for (const place of touched) this.#scores[place] = 0;
    return found;
  }

  /** The different words and pairs of a text, the rarest first. */
  #keysOf(text: string): Key[] {
    const { vocabulary } = this.#index;
    const ids = termsOf(text).map(({ term }) => vocabulary.idOf(term) ?? -1);
    const key = (passages: Uint32Array) => ({ passages, weight: vocabulary.weight(passages.length) });
    const words = [...new Set(ids)].map((id) => key(this.#words.of(id)));
    const pairs = [...new Set(bucketsOf(ids))].map((bucket) => key(this.#pairs.of(bucket)));
    return [...words, ...pairs].toSorted((a, b) => a.passages.length - b.passages.length);
  }
}

/** The bucket of each two neighbours; −1 where one of them stands in no story. */
function bucketsOf(ids: ArrayLike<number>): Int32Array {
  const buckets = new Int32Array(Math.max(0, ids.length - 1));
  for (let at = 0; at < buckets.length; at++) {
    const [a, b] = [ids[at]!, ids[at + 1]!];
    buckets[at] = a < 0 || b < 0 ? -1 : (Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)) >>> 13;
  }
  return buckets;
}

/** The places with the highest scores, the highest first and no more than `most`, without sorting all of them. */
function highest(places: readonly number[], scores: Float64Array, most: number): number[] {
  const kept: number[] = [];
  for (const place of places) {
    const score = scores[place]!;
    if (kept.length >= most && score <= scores[kept.at(-1)!]!) continue;
    let at = kept.length;
    while (at > 0 && scores[kept[at - 1]!]! < score) at--;
    kept.splice(at, 0, place);
    if (kept.length > most) kept.pop();
  }
  return kept;
}

/** Whether a number is among others in order. */
function holds(sorted: Uint32Array, wanted: number): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === wanted;
}
