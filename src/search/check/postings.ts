/**
 * For each key below `size`, the passages that hold it, in one run of numbers: a counting sort over
 * all of them takes some milliseconds where lists of lists take a second.
 */
export class Postings {
  readonly #starts: Uint32Array;
  readonly #passages: Uint32Array;

  /** @param keysOf the keys of the passage at a place, repeats allowed */
  constructor(size: number, passages: number, keysOf: (place: number) => Iterable<number>) {
    const last = new Int32Array(size).fill(-1);
    const starts = new Uint32Array(size + 1);
    for (let place = 0; place < passages; place++) {
      for (const key of keysOf(place)) {
        if (last[key] === place) continue;
        last[key] = place;
        starts[key + 1]!++;
      }
    }
    for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!;
    const next = starts.slice();
    last.fill(-1);
    this.#passages = new Uint32Array(starts[size]!);
    for (let place = 0; place < passages; place++) {
      for (const key of keysOf(place)) {
        if (last[key] === place) continue;
        last[key] = place;
        this.#passages[next[key]!++] = place;
      }
    }
    this.#starts = starts;
  }

  /** The places of the passages that hold a key, in order. */
  of(key: number): Uint32Array {
    return this.#passages.subarray(this.#starts[key], this.#starts[key + 1]);
  }
}
