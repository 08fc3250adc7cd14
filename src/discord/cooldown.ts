import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts a person's use; gives the whole seconds to wait, 0 where they may go on. */
export type Cooldown = (userId: string) => Promise<number>;

/** So many uses for each person in so many seconds; 0 seconds is no limit. Kept in memory, by id alone. */
export function cooldown(uses: number, seconds: number): Cooldown {
  if (seconds === 0) return async () => 0;
  const limiter = new RateLimiterMemory({ points: uses, duration: seconds });
  return async (userId) => {
    try {
      await limiter.consume(userId);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  };
}
