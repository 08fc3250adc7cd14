import { setTimeout as sleep } from 'node:timers/promises';

/** The hosts that are remembered; the longest idle are forgotten. */
const MOST_HOSTS = 1000;

/** Sees to it that each host is asked one thing at a time, and left in peace for a while after it. */
export class Hosts {
  readonly #last = new Map<string, { readonly done: Promise<void>; freeAt: number }>();

  /**
   * Carries out a task when its host's turn has come.
   * @param pause how long the host is left in peace afterwards, in milliseconds; asked when the task is done
   */
  async inTurn<T>(host: string, pause: () => number, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host);
    const { promise: done, release } = gate();
    const mine = { done, freeAt: Infinity };
    this.#last.delete(host);
    this.#last.set(host, mine);
    try {
      await before?.done;
      const wait = before ? before.freeAt - Date.now() : 0;
      if (wait > 0) await sleep(wait);
      return await task();
    } finally {
      mine.freeAt = Date.now() + pause();
      release();
      this.#forget();
    }
  }

  #forget(): void {
    for (const [host, { freeAt }] of this.#last) {
      if (this.#last.size <= MOST_HOSTS) return;
      if (freeAt < Date.now()) this.#last.delete(host);
    }
  }
}

function gate(): { readonly promise: Promise<void>; readonly release: () => void } {
  let open: (() => void) | undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, release: () => open?.() };
}
