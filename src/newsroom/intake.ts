import type { Draft } from '../article/draft.js';
import { importFeed, importFile, importPage } from '../article/import/import.js';
import type { FeedContent } from '../article/import/types.js';
import type { Attachment } from './attachment.js';
import type { Doing } from './doing.js';
import { FetchError, OnRecordError, RequestError } from '../errors.js';
import type { Fetched } from '../web/fetcher.js';
import { reasonOf, type Failure } from './failure.js';
import { LIMITS } from './limits.js';
import type { Newsroom } from './newsroom.js';

/** What somebody wants to add. */
export interface Offered {
  readonly link?: string | undefined;
  readonly files: readonly Attachment[];
  readonly text?: string | undefined;
}

/** A feed that was read for the first time. */
export interface FoundFeed {
  /** As it was given. */
  readonly url: string;
  /** Where it lies, after redirects. */
  readonly foundAt: string;
  readonly content: FeedContent;
}

/** What came of it: stories, the feed that the link leads to, and what failed. */
export interface TakenIn {
  readonly drafts: readonly Draft[];
  readonly feed: FoundFeed | null;
  readonly failures: readonly Failure[];
}

/** Fetches and reads all that is offered. One that fails is named, and the others go on. */
export async function takeIn(
  newsroom: Newsroom,
  { link, files, text }: Offered,
  onProgress: (doing: Doing) => void = () => {},
): Promise<TakenIn> {
  const drafts: Draft[] = [];
  const failures: Failure[] = [];
  let feed: TakenIn['feed'] = null;
  const address = addressIn(link ?? '');
  const jobs = [
    ...(address ? [{ name: address, run: () => fromLink(newsroom, address) }] : []),
    ...files
      .slice(0, LIMITS.atOnce)
      .map((file) => ({ name: file.name, run: () => fromFile(newsroom, file) })),
    ...(text?.trim() ? [{ name: 'the pasted text', run: () => fromText(text) }] : []),
  ];
  if (jobs.length === 0)
    throw new RequestError('Give a link, attach a file or paste a text: there is nothing to add.');
  for (const [at, { name, run }] of jobs.entries()) {
    onProgress({ done: at, total: jobs.length, doing: 'Reading what you gave' });
    try {
      const found = await run();
      if ('content' in found) feed = found;
      else drafts.push(found);
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      failures.push({ name, reason: reasonOf(error, name) });
    }
  }
  for (const file of files.slice(LIMITS.atOnce))
    failures.push({ name: file.name, reason: `I take ${LIMITS.atOnce} at once: add it after these.` });
  return { drafts, feed, failures };
}

/** An address as people write it: Discord shows no preview of one between < and >. */
export function addressIn(text: string): string {
  return text.trim().replace(/^<(.*)>$/u, '$1');
}

/** Reads a feed for the first time. @throws FetchError, ArticleError where there is none */
export async function readFeed({ fetcher }: Newsroom, url: string): Promise<FoundFeed> {
  const fetched = await fetcher.feed(url, null);
  // Without validators a site has no reason to say that nothing has changed.
  if (!fetched) throw new FetchError('The site says that the feed hasn’t changed, and sends nothing.');
  return { url, foundAt: fetched.url, content: await importFeed(fetched.bytes, fetched) };
}

/** Gets a page and reads the story in it. @throws FetchError, ArticleError */
export async function readPage({ fetcher }: Newsroom, url: string): Promise<Draft> {
  return draftOf(await fetcher.page(url));
}

async function fromLink({ fetcher }: Newsroom, url: string): Promise<Draft | FoundFeed> {
  const fetched = await fetcher.page(url);
  if (!looksLikeFeed(fetched)) return draftOf(fetched);
  const content = await importFeed(fetched.bytes, fetched);
  return { url: fetched.url, foundAt: fetched.url, content };
}

async function draftOf({ url, bytes, contentType }: Fetched): Promise<Draft> {
  const isText = /^text\/(?:plain|markdown)\b/iu.test(contentType ?? '');
  if (!isText) return importPage(bytes, { url, contentType });
  const name = new URL(url).pathname.split('/').at(-1) ?? 'story.txt';
  const draft = await importFile({ bytes, name, contentType });
  return { ...draft, url: draft.url ?? url };
}

async function fromFile({ fetcher }: Newsroom, { url, name, size, contentType }: Attachment): Promise<Draft> {
  const { bytes } = await fetcher.attachment(url, size);
  return importFile({ bytes, name, contentType });
}

function fromText(text: string): Promise<Draft> {
  return importFile({
    bytes: new TextEncoder().encode(text),
    name: 'pasted.txt',
    contentType: 'text/plain; charset=utf-8',
  });
}

/** By what the site says, or by how it begins: many sites serve feeds as plain XML. */
function looksLikeFeed({ contentType, bytes }: Fetched): boolean {
  const opening = Buffer.from(bytes.subarray(0, 1000)).toString('latin1');
  return (
    /[/+](?:rss|atom)\b/iu.test(contentType ?? '') ||
    (/<(?:rss|feed|rdf:RDF)[\s>]/u.test(opening) && !/<html[\s>]/iu.test(opening))
  );
}
