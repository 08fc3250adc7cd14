import type { LookupFunction } from 'node:net';
import type { Fetcher, FetcherOptions } from './fetcher.js';

/** What tests set otherwise. */
export interface FetcherTerms {
  /** How names become addresses. */
  readonly lookup: LookupFunction;
  /** How long an address may take in all, in milliseconds. */
  readonly time: number;
  /** How long a host is left in peace after a request, in milliseconds. */
  readonly gap: number;
}

/** A fetcher that gets public addresses alone, slowly and politely. */
export function createFetcher(options: FetcherOptions, terms: Partial<FetcherTerms> = {}): Fetcher {
  throw new Error(`not yet: ${options.userAgent}, ${terms.time}`);
}
