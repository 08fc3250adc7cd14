import type { Steps } from '../../turns.js';

/** So many passages are looked at in one go. */
const STEP = 250;

/**
 * For each key below `size`, the passages that hold it, in one run of numbers: a counting sort over
 * all of them takes some milliseconds where lists of lists take a second.
 */
export class Postings {
  readonly #starts: Uint32Array;
  readonly #passages: Uint32Array;

  private constructor(starts: Uint32Array, passages: Uint32Array) {
    this.#starts = starts;
    this.#passages = passages;
  }

  /** @param keys the keys of each passage, in order of their places; repeats count once */
  static *inSteps(size: number, keys: readonly ArrayLike<number>[]): Steps<Postings> {
    const starts = new Uint32Array(size + 1);
    const last = new Int32Array(size).fill(-1);
    for (let from = 0; from < keys.length; from += STEP) {
      eachKey(keys, from, last, (key) => starts[key + 1]!++);
      yield;
    }
    for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!;
    const passages = new Uint32Array(starts[size]!);
    const next = starts.slice();
    last.fill(-1);
    for (let from = 0; from < keys.length; from += STEP) {
      eachKey(keys, from, last, (key, place) => {
        passages[next[key]!++] = place;
      });
      yield;
    }
    return new Postings(starts, passages);
  }

  /** The places of the passages that hold a key, in order; none for a key beyond the size. */
  of(key: number): Uint32Array {
    if (key < 0 || key + 1 >= this.#starts.length) return this.#passages.subarray(0, 0);
    return this.#passages.subarray(this.#starts[key], this.#starts[key + 1]);
  }
}

/** Tells each key of some passages from one on, once a passage, with its place. */
function eachKey(
  keys: readonly ArrayLike<number>[],
  from: number,
  last: Int32Array,
  tell: (key: number, place: number) => void,
): void {
  for (let place = from; place < Math.min(from + STEP, keys.length); place++) {
    const own = keys[place]!;
    for (let at = 0; at < own.length; at++) {
      const key = own[at]!;
      if (last[key] === place) continue;
      last[key] = place;
      tell(key, place);
    }
  }
}
