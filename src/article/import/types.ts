import type { Draft } from '../draft.js';

/** What somebody attached or pasted. */
export interface ImportedFile {
  readonly bytes: Uint8Array;
  /** The file's name as it was given: its ending tells Markdown and HTML from text. */
  readonly name: string;
  /** As the server named it, with the encoding where it did; null where nobody said. */
  readonly contentType: string | null;
}

/** Where a page or a feed came from. */
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

/** What a worker is given to do. */
export type Job =
  | { readonly kind: 'file'; readonly file: ImportedFile }
  | { readonly kind: 'page'; readonly bytes: Uint8Array; readonly source: PageSource }
  | { readonly kind: 'feed'; readonly bytes: Uint8Array; readonly source: PageSource };

/** What a worker says: that it is ready to begin, and then what came of it, or why nothing did. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: Draft | FeedContent }
  | { readonly kind: 'refused'; readonly reason: string };
