import type { LastAnswer } from '../search/question/follow-up.js';

/** How long somebody's last answer is kept, in milliseconds, and of how many at most. */
const KEPT_FOR = 5 * 60_000;
const MOST_KEPT = 1000;

interface Kept {
  readonly last: LastAnswer;
  readonly timer: NodeJS.Timeout;
}

/**
 * What each person was last answered in each channel, so that "what did he say about …" can point back to it. In
 * memory alone, for five minutes, of a thousand at most.
 */
export class Conversations {
  readonly #kept = new Map<string, Kept>();

  /** What was last answered there, or null. */
  last(person: string, channel: string | null): LastAnswer | null {
    return this.#kept.get(keyOf(person, channel))?.last ?? null;
  }

  /** Keeps an answer in place of the one before. */
  keep(person: string, channel: string | null, last: LastAnswer): void {
    const key = keyOf(person, channel);
    this.#forget(key);
    const timer = setTimeout(() => this.#kept.delete(key), KEPT_FOR);
    timer.unref();
    this.#kept.set(key, { last, timer });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#forget(oldest);
  }

  #forget(key: string): void {
    clearTimeout(this.#kept.get(key)?.timer);
    this.#kept.delete(key);
  }
}

function keyOf(person: string, channel: string | null): string {
  return `${person} ${channel ?? ''}`;
}
