/** What it takes to find the passages nearest to some words, and more for each word. */
const SEARCH = 300_000;
const SEARCHED_WORD = 500;
/** What a word takes beside its cells: to be read, weighed, and told what became of it. */
const ALIGNED_WORD = 300;
/** Some 15 ms of work. */
const MOST = 4_500_000;

/**
 * The work that one check may still do, in cells of an alignment's table and in what takes as long as so many of them. It
 * bounds the time of a check whatever is pasted, and by no clock: the same text always gets the same answer.
 */
export class Effort {
  readonly #of: Effort | null;
  #left: number;

  constructor(work = MOST, of: Effort | null = null) {
    this.#left = work;
    this.#of = of;
  }

  /** A half of what is left to spend: the rest is kept for what comes later. */
  half(): Effort {
    return new Effort(this.#left / 2, this);
  }

  /** Whether there is enough for a search for the passages nearest to so many words, which is then spent. */
  search(words: number): boolean {
    return this.#spend(SEARCH + SEARCHED_WORD * words);
  }

  /** The same for an alignment of so many words with so many others. */
  align(claimed: number, own: number): boolean {
    return this.#spend(claimed * own + ALIGNED_WORD * (claimed + own));
  }

  #spend(work: number): boolean {
    if (work > this.#left) return false;
    this.#left -= work;
    if (this.#of) this.#of.#left -= work;
    return true;
  }
}
