import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RequestError } from '../errors.js';

/** How often somebody may ask: so many times in so many seconds; 0 seconds is no limit. */
export interface Limit {
  readonly questions: number;
  readonly seconds: number;
}

/** Counts each person's use, in memory, by id alone. */
export class Cooldowns {
  readonly #limiters = new Map<string, RateLimiterMemory>();

  /** @param key a person’s id. @throws RequestError where they have to wait */
  async use(key: string, limit: Limit): Promise<void> {
    const seconds = await this.#secondsToWait(key, limit);
    if (seconds > 0)
      throw new RequestError(
        `One moment: you can ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
      );
  }

  async #secondsToWait(key: string, { questions, seconds }: Limit): Promise<number> {
    if (seconds === 0) return 0;
    try {
      await this.#limiter(questions, seconds).consume(key);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }

  #limiter(points: number, duration: number): RateLimiterMemory {
    const name = `${points}/${duration}`;
    const limiter = this.#limiters.get(name) ?? new RateLimiterMemory({ points, duration, keyPrefix: name });
    this.#limiters.set(name, limiter);
    return limiter;
  }
}
