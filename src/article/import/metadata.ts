import { z } from 'zod';
import { dayOf } from './day.js';
import type { Document } from './html.js';
import { webAddress } from './tidy.js';

/** What a page says of its story, in its head and in data for search engines. */
export interface Metadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: string | null;
  /** The address that the page names as its own, on the same host as `url`. */
  readonly url: string | null;
}

/** Reads what a page says of its story. */
export function metadata(document: Document, url: string | null): Metadata {
  const meta = metaOf(document);
  const data = linkedData(document);
  return {
    title: data.headline ?? meta('og:title', 'twitter:title') ?? null,
    outlet: meta('og:site_name', 'application-name') ?? data.publisher ?? null,
    author:
      data.author ?? notAddress(meta('author', 'article:author', 'parsely-author', 'dc.creator', 'byl')),
    published:
      dayOf(data.datePublished) ??
      dayOf(
        meta('article:published_time', 'og:article:published_time', 'parsely-pub-date', 'datepublished'),
      ) ??
      dayOf(
        meta(
          'date',
          'pubdate',
          'publishdate',
          'dc.date',
          'dc.date.issued',
          'dcterms.created',
          'sailthru.date',
        ),
      ) ??
      dayOf(document.querySelector('time[datetime]')?.getAttribute('datetime')),
    url: ownAddress(document, url),
  };
}

function metaOf(document: Document): (...names: string[]) => string | undefined {
  const values = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta')) {
    const name = (
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop')
    )?.trim();
    const value = tag.getAttribute('content')?.trim();
    if (name && value && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined);
}

function notAddress(author: string | undefined): string | null {
  return author === undefined || /^(?:https?:|@|\/)/iu.test(author) ? null : author;
}

function ownAddress(document: Document, url: string | null): string | null {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const canonical = webAddress(href, url ?? undefined);
  if (canonical === null || url === null) return canonical;
  const { hostname, pathname } = new URL(canonical);
  return pathname !== '/' && bare(hostname) === bare(new URL(url).hostname) ? canonical : null;
}

interface LinkedData {
  readonly headline?: string | undefined;
  readonly datePublished?: string | undefined;
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
}

const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const names = z.union([named, z.array(named).transform((all) => all.slice(0, 5).join(', '))]);
const story = z.object({
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  author: names.optional().catch(undefined),
  publisher: named.optional().catch(undefined),
});

function bare(host: string): string {
  return host.replace(/^(?:www|m|amp)\./u, '');
}

/** What the page's JSON-LD says of its article; nothing where there is none that can be read. */
function linkedData(document: Document): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = nodesOf(parseJson(script.textContent ?? '')).find(isArticle);
    const read = story.safeParse(found);
    if (read.success) {
      const { author, ...rest } = read.data;
      return { ...rest, author: notAddress(author) ?? undefined };
    }
  }
  return {};
}

/** Sites' own data is often broken: it is then as good as none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function nodesOf(data: unknown): object[] {
  const top = Array.isArray(data) ? data : [data];
  return top
    .flatMap((node: unknown) => (isObject(node) && '@graph' in node ? [node['@graph']].flat() : [node]))
    .filter(isObject);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isArticle(node: object): boolean {
  const type = '@type' in node ? [node['@type']].flat() : [];
  return type.some((name) => typeof name === 'string' && /(?:Article|BlogPosting|Report)$/u.test(name));
}
