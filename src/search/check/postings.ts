/**
 * For each key below `size`, the passages that hold it, in one run of numbers: a counting sort over
 * all of them takes some milliseconds where lists of lists take a second.
 */
export class Postings {
  readonly #starts: Uint32Array;
  readonly #passages: Uint32Array;

  /** @param keys the keys of each passage, in order of their places; repeats count once */
  constructor(size: number, keys: readonly ArrayLike<number>[]) {
    const last = new Int32Array(size).fill(-1);
    const starts = new Uint32Array(size + 1);
    for (let place = 0; place < keys.length; place++) {
      const own = keys[place]!;
      for (let at = 0; at < own.length; at++) {
        const key = own[at]!;
        if (last[key] === place) continue;
        last[key] = place;
        starts[key + 1]!++;
      }
    }
    for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!;
    const next = starts.slice();
    last.fill(-1);
    this.#passages = new Uint32Array(starts[size]!);
    for (let place = 0; place < keys.length; place++) {
      const own = keys[place]!;
      for (let at = 0; at < own.length; at++) {
        const key = own[at]!;
        if (last[key] === place) continue;
        last[key] = place;
        this.#passages[next[key]!++] = place;
      }
    }
    this.#starts = starts;
  }

  /** The places of the passages that hold a key, in order; none for a key beyond the size. */
  of(key: number): Uint32Array {
    if (key < 0 || key + 1 >= this.#starts.length) return this.#passages.subarray(0, 0);
    return this.#passages.subarray(this.#starts[key], this.#starts[key + 1]);
  }
}
