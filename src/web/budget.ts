/** The time that an address may take in all, over its requests; what is waited between them doesn't count. */
export class Budget {
  #left: number;

  /** @param milliseconds what there is to spend */
  constructor(milliseconds: number) {
    this.#left = milliseconds;
  }

  /** Carries out a request, which is told by the signal when the time is spent. */
  async spend<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const start = Date.now();
    try {
      return await task(AbortSignal.timeout(Math.max(this.#left, 0)));
    } finally {
      this.#left -= Date.now() - start;
    }
  }
}
