import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { FetchError } from '../errors.js';
import { attachmentAddress, pageAddress, type Allowed } from './address.js';
import { Budget } from './budget.js';
import type { Fetched, Fetcher, FetcherOptions, Validators } from './fetcher.js';
import { Hosts } from './hosts.js';
import { request, tooLarge, type Response } from './request.js';
import { RobotsRules } from './robots.js';

/** What tests set otherwise. */
export interface FetcherTerms {
  /** How names become addresses. */
  readonly lookup: LookupFunction;
  /** How long an address may take in all, waiting for its host's turn apart, in milliseconds. */
  readonly time: number;
  /** How long a host is left in peace after a request, in milliseconds. */
  readonly gap: number;
}

const MEGABYTE = 1024 * 1024;
const LARGEST_PAGE = 5 * MEGABYTE;
const LARGEST_ATTACHMENT = 8 * MEGABYTE;
const LARGEST_ROBOTS = MEGABYTE;
const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** The longest pause that a site's robots.txt is followed in, in milliseconds. */
const LONGEST_PAUSE = 5000;
const TERMS: FetcherTerms = { lookup: dnsLookup, time: 15_000, gap: 500 };
const PAGES = 'text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.5';
const FEEDS = 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** Makes one request of an address that may be fetched. */
type Get = (address: Allowed, budget: Budget) => Promise<Response>;

/** A fetcher that gets public addresses alone, slowly and politely. */
export function createFetcher(options: FetcherOptions, terms: Partial<FetcherTerms> = {}): Fetcher {
  const { lookup, time, gap } = { ...TERMS, ...terms };
  const privateHosts = options.privateHosts.map((host) => host.toLowerCase());
  const attachmentHosts = options.attachmentHosts.map((host) => host.toLowerCase());
  const hosts = new Hosts();
  const robots = new RobotsRules(options.userAgent, async (url, budget) => {
    const get = getter({ accept: 'text/plain, */*;q=0.5' }, LARGEST_ROBOTS);
    return (await follow(url.href, budget, forPage, get)).response;
  });

  function forPage(url: string): Allowed {
    return pageAddress(url, privateHosts);
  }

  function forAttachment(url: string): Allowed {
    return attachmentAddress(url, attachmentHosts);
  }

  function getter(asked: Record<string, string>, limit: number): Get {
    const headers = { 'user-agent': options.userAgent, ...asked };
    return (address, budget) =>
      budget.spend((signal) => request(address, { lookup, headers, limit, signal }));
  }

  /** As `get`, but in the host's turn, and only where its robots.txt allows. */
  function politely(get: Get): Get {
    return async (address, budget) => {
      const pause = () => Math.min(Math.max(gap, robots.pauseOf(address.url)), LONGEST_PAUSE);
      return hosts.inTurn(address.url.host, pause, async () => {
        await robots.check(address.url, budget);
        return get(address, budget);
      });
    };
  }

  return {
    async page(url) {
      const get = politely(getter({ accept: PAGES }, LARGEST_PAGE));
      return fetched(await follow(url, new Budget(time), forPage, get));
    },
    async feed(url, since) {
      const get = politely(getter({ accept: FEEDS, ...conditions(since) }, LARGEST_PAGE));
      const found = await follow(url, new Budget(time), forPage, get);
      return since && found.response.status === 304 ? null : fetched(found);
    },
    async attachment(url, size) {
      if (size > LARGEST_ATTACHMENT) throw tooLarge(LARGEST_ATTACHMENT);
      const get = getter({}, LARGEST_ATTACHMENT);
      const found = await follow(url, new Budget(time), forAttachment, get);
      if (found.response.status >= 400)
        throw new FetchError(`Discord doesn't give the file (${found.response.status}): attach it again.`);
      return fetched(found);
    },
  };
}

interface Found {
  readonly url: URL;
  readonly response: Response;
}

/** Gets an address and what it redirects to, each of them allowed. */
async function follow(
  text: string,
  budget: Budget,
  allow: (url: string) => Allowed,
  get: Get,
): Promise<Found> {
  let address = allow(text);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await get(address, budget);
    const location = REDIRECTS.has(response.status) ? response.header('location') : null;
    if (location === null) return { url: address.url, response };
    if (!URL.canParse(location, address.url.href))
      throw new FetchError(
        `"${address.url.host}" leads on to something that isn't an address: open it and give the address of the story.`,
      );
    address = allow(new URL(location, address.url).href);
  }
  throw new FetchError(
    `"${address.url.host}" leads on from one address to the next: open it and give the address where it ends.`,
  );
}

function fetched({ url, response }: Found): Fetched {
  const { status } = response;
  if (status < 200 || status >= 300) throw new FetchError(`"${url.host}" ${refusal(status)}.`);
  return {
    url: url.href,
    contentType: response.header('content-type'),
    bytes: response.bytes,
    validators: {
      etag: sendable(response.header('etag')),
      lastModified: sendable(response.header('last-modified')),
    },
  };
}

function refusal(status: number): string {
  if (status === 404 || status === 410)
    return `has no such page (${status}): look whether the address is right`;
  if (status === 401 || status === 402 || status === 403)
    return `doesn't let programs read this page (${status}): open it and paste its text instead`;
  if (status === 429) return `is asked too often (${status}): try again later`;
  if (status >= 500) return `is in trouble (${status}): try again later`;
  return `gives no page there (${status}): open it and look what it is`;
}

function conditions(since: Validators | null): Record<string, string> {
  return {
    ...(since?.etag ? { 'if-none-match': since.etag } : {}),
    ...(since?.lastModified ? { 'if-modified-since': since.lastModified } : {}),
  };
}

/** A validator that may stand in a request's head, as it is; others do without. */
function sendable(validator: string | null): string | null {
  return validator && /^[ -~]{1,300}$/u.test(validator) ? validator : null;
}
