import type { Draft } from '../draft.js';
import { inWorker } from './in-worker.js';
import type { FeedContent, ImportedFile, PageSource } from './types.js';

/**
 * Reads a file (text, Markdown, HTML) as a draft, whatever its encoding.
 * @throws ArticleError with what is wrong with it
 */
export function importFile(file: ImportedFile): Promise<Draft> {
  return inWorker(file.name, { kind: 'file', file });
}

/** Finds the story in a page. @throws ArticleError where there is none, or the page can't be read */
export function importPage(bytes: Uint8Array, source: PageSource): Promise<Draft> {
  return inWorker(source.url, { kind: 'page', bytes, source });
}

/** Reads a feed, RSS or Atom. @throws ArticleError where it is none */
export function importFeed(bytes: Uint8Array, source: PageSource): Promise<FeedContent> {
  return inWorker(source.url, { kind: 'feed', bytes, source });
}
