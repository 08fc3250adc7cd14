/** Keeps the best of many places by score: a heap whose worst stands first, so that most are turned away at once. */
export class Best {
  readonly #most: number;
  readonly #places: number[] = [];
  readonly #scores: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** What scores no more than this isn't kept any more. */
  get least(): number {
    return this.#scores.length < this.#most ? -Infinity : this.#scores[0]!;
  }

  add(place: number, score: number): void {
    if (this.#scores.length < this.#most) this.#rise(this.#scores.length, place, score);
    else if (score > this.#scores[0]!) this.#sink(place, score);
  }

  /** The kept places in ascending order. */
  places(): number[] {
    return this.#places.toSorted((a, b) => a - b);
  }

  /** Puts one at the end, and moves it up past all that are better. */
  #rise(end: number, place: number, score: number): void {
    let at = end;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#scores[parent]! <= score) break;
      this.#set(at, this.#places[parent]!, this.#scores[parent]!);
      at = parent;
    }
    this.#set(at, place, score);
  }

  /** Puts one in place of the worst, and moves it down past all that are worse. */
  #sink(place: number, score: number): void {
    const size = this.#scores.length;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.#scores[child + 1]! < this.#scores[child]!) child++;
      if (this.#scores[child]! >= score) break;
      this.#set(at, this.#places[child]!, this.#scores[child]!);
      at = child;
    }
    this.#set(at, place, score);
  }

  #set(at: number, place: number, score: number): void {
    this.#places[at] = place;
    this.#scores[at] = score;
  }
}
