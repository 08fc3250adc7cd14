import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from '../errors.js';

/** An address that may be fetched, and whether its host may lie in a private network. */
export interface Allowed {
  readonly url: URL;
  readonly privately: boolean;
}

/** The longest address: what an article's file takes. */
const LONGEST_URL = 2000;

/** Addresses on the internet proper. IPv6 that stands for IPv4 (mapped, NAT64, 6to4, Teredo …) isn't. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  if (ip.range() !== 'unicast') return false;
  return ip instanceof ipaddr.IPv4 || ip.match(ipaddr.IPv6.parse('2000::'), 3);
}

/** Reads the address of a page or a feed. @throws FetchError where it mustn't be fetched */
export function pageAddress(text: string, privateHosts: readonly string[]): Allowed {
  const url = webAddress(text);
  if (privateHosts.includes(url.host)) return { url, privately: true };
  if (url.port && url.port !== '80' && url.port !== '443')
    throw new FetchError(`"${url.host}" isn't read: only addresses on the usual ports are (80 and 443).`);
  if (isHomely(url.hostname)) throw notPublic(url.hostname);
  return { url, privately: false };
}

const DISCORD_HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** Reads the address of an attachment. @throws FetchError where it is neither Discord's nor the operator's */
export function attachmentAddress(text: string, attachmentHosts: readonly string[]): Allowed {
  const url = webAddress(text);
  if (attachmentHosts.includes(url.host)) return { url, privately: true };
  if (url.protocol === 'https:' && DISCORD_HOSTS.has(url.host)) return { url, privately: false };
  throw new FetchError(`Attachments are read from Discord alone, not from "${url.host}".`);
}

/** What a person is told of a host in a private network. */
export function notPublic(host: string): FetchError {
  return new FetchError(`"${host}" isn't public: only pages that everybody can open are read.`);
}

function webAddress(text: string): URL {
  if (text.length > LONGEST_URL)
    throw new FetchError(`That address is too long: at most ${LONGEST_URL} characters are taken.`);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/u.test(url.protocol) || !url.hostname)
    throw new FetchError("That isn't the address of a page: give all of it, from https:// or http:// on.");
  if (url.username || url.password)
    throw new FetchError(
      'Addresses with a name or a password in them aren’t read: take out what stands before the @.',
    );
  url.hash = '';
  return url;
}

/** An address in figures that isn't public, or a name that means something in a private network alone. */
function isHomely(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');
  if (isIP(host)) return !isPublic(host);
  return !host.includes('.') || /\.(?:localhost|local|internal|home\.arpa)$/u.test(host);
}
