import type { Draft } from '../draft.js';

/** What somebody attached or pasted. */
export interface ImportedFile {
  readonly bytes: Uint8Array;
  /** The file's name as it was given: its ending tells Markdown and HTML from text. */
  readonly name: string;
  /** As the server named it, with the encoding where it did; null where nobody said. */
  readonly contentType: string | null;
}

/** Where a page came from. */
export interface PageSource {
  readonly url: string;
  readonly contentType: string | null;
}

/** One item of a feed. */
export interface FeedItem {
  /** The same whenever the feed is read again: the item's id, or its address, or its title. */
  readonly key: string;
  readonly title: string | null;
  /** An http(s) address, or null. */
  readonly url: string | null;
  readonly published: string | null;
  /** The story as the feed gives it; null where it gives no more than a summary: its page has to be fetched. */
  readonly draft: Draft | null;
}

/** A feed as it was read. */
export interface FeedContent {
  readonly title: string | null;
  /** In the feed's order; at most 200. */
  readonly items: readonly FeedItem[];
}

/**
 * Reads a file (text, Markdown, HTML) as a draft, whatever its encoding.
 * @throws ArticleError with what is wrong with it
 */
export function importFile(file: ImportedFile): Promise<Draft> {
  throw new Error(`not yet: ${file.name}`);
}

/** Finds the story in a page. @throws ArticleError where there is none, or the page can't be read */
export function importPage(bytes: Uint8Array, source: PageSource): Promise<Draft> {
  throw new Error(`not yet: ${source.url}, ${bytes.length}`);
}

/** Reads a feed, RSS or Atom. @throws ArticleError where it is none */
export function importFeed(bytes: Uint8Array, source: PageSource): Promise<FeedContent> {
  throw new Error(`not yet: ${source.url}, ${bytes.length}`);
}
