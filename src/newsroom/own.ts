import type { Article } from '../article/article.js';
import { OPERATOR, type Scope } from '../corpus/store/change.js';
import type { Corpus } from '../corpus/corpus.js';
import { ADDED } from '../search/libraries.js';
import { shortKey } from '../text/short-key.js';

/** Whether a story is one that a scope may change: its own. */
export function isOwn(scope: Scope, article: Article): boolean {
  return scope === OPERATOR || article.id.startsWith(ADDED);
}

/** The path of a scope's own story below the scope's folder of articles: what the store knows it by. */
export function storedFile(scope: Scope, { file }: Article): string {
  return scope === OPERATOR ? file : file.slice(ADDED.length);
}

/** The story with that short key, or null. */
export function storyByKey({ articles }: Corpus, key: string): Article | null {
  for (const article of articles.values()) if (shortKey(article.id) === key) return article;
  return null;
}
