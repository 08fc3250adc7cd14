import { createRequire } from 'node:module';
import type { Robot } from 'robots-parser';
import { FetchError } from '../errors.js';
import type { Budget } from './budget.js';
import type { Response } from './request.js';

/** The package's types tell of a `default` that isn't there when it is imported. */
const parseRules: (url: string, text: string) => Robot = createRequire(import.meta.url)('robots-parser');

/** How long a site's rules hold, in milliseconds. */
const HOLDS = 60 * 60 * 1000;
const MOST_SITES = 500;
/** What is read of the rules, in characters: matching takes their length times the address's. */
const LONGEST_RULES = 64 * 1024;

/** What sites ask of robots in their robots.txt, as it was last read. */
export class RobotsRules {
  readonly #sites = new Map<string, { readonly rules: Robot; readonly until: number }>();
  readonly #userAgent: string;
  readonly #get: (url: URL, budget: Budget) => Promise<Response>;

  /** @param get gets a robots.txt, within the time that is left */
  constructor(userAgent: string, get: (url: URL, budget: Budget) => Promise<Response>) {
    this.#userAgent = userAgent;
    this.#get = get;
  }

  /** @throws FetchError where the site wants the address left alone, or its rules can't be read */
  async check(url: URL, budget: Budget): Promise<void> {
    const rules = await this.#rulesOf(url, budget);
    if (rules.isAllowed(url.href, this.#userAgent) === false)
      throw new FetchError(
        `"${url.host}" doesn't want this page read by programs (its robots.txt says so): open it and paste its text instead.`,
      );
  }

  /** The pause between two requests that a site asks for, in milliseconds, as far as it is known. */
  pauseOf(url: URL): number {
    return (this.#sites.get(url.origin)?.rules.getCrawlDelay(this.#userAgent) ?? 0) * 1000;
  }

  async #rulesOf(url: URL, budget: Budget): Promise<Robot> {
    const known = this.#sites.get(url.origin);
    if (known && known.until > Date.now()) return known.rules;
    const address = new URL('/robots.txt', url);
    const { status, bytes } = await this.#get(address, budget);
    if (status >= 500)
      throw new FetchError(`"${url.host}" is in trouble (its robots.txt gives ${status}): try again later.`);
    const text = new TextDecoder().decode(bytes).slice(0, LONGEST_RULES);
    const rules = parseRules(address.href, text);
    const [oldest] = this.#sites.keys();
    if (this.#sites.size >= MOST_SITES && oldest) this.#sites.delete(oldest);
    this.#sites.set(url.origin, { rules, until: Date.now() + HOLDS });
    return rules;
  }
}
