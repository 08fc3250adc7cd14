import type { Article } from '../article/article.js';
import type { Corpus, Unreadable } from './corpus.js';

/** What a refresh changed. */
export interface Difference {
  readonly added: readonly Article[];
  readonly changed: readonly Article[];
  readonly removed: readonly Article[];
  /** Files that can't be read as they are now. */
  readonly unreadable: readonly Unreadable[];
  readonly passages: Count;
  readonly speakers: Count;
}

/** A number before a refresh and after it. */
export interface Count {
  readonly before: number;
  readonly after: number;
}

/** Compares two corpora by the articles' ids and hashes. */
export function difference(before: Corpus, after: Corpus): Difference {
  const added: Article[] = [];
  const changed: Article[] = [];
  for (const article of after.articles.values()) {
    const old = before.articles.get(article.id);
    if (!old) added.push(article);
    else if (old.hash !== article.hash) changed.push(article);
  }
  return {
    added,
    changed,
    removed: [...before.articles.values()].filter((a) => !after.articles.has(a.id)),
    unreadable: after.unreadable,
    passages: { before: before.passages.length, after: after.passages.length },
    speakers: { before: before.speakers.length, after: after.speakers.length },
  };
}
