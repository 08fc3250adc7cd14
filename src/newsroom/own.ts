import { createHash } from 'node:crypto';
import type { Article } from '../article/article.js';
import { OPERATOR, type Scope } from '../corpus/store/change.js';
import type { Corpus } from '../corpus/corpus.js';

/** What the ids of a server's own stories begin with. */
const OWN = 'added/';

/** Whether a story is one that a scope may change: its own. */
export function isOwn(scope: Scope, article: Article): boolean {
  return scope === OPERATOR || article.id.startsWith(OWN);
}

/** The path of a scope's own story below the scope's folder of articles: what the store knows it by. */
export function storedFile(scope: Scope, { file }: Article): string {
  return scope === OPERATOR ? file : file.slice(OWN.length);
}

/** Eight URL-safe characters that stand for something with a long name, in component ids. */
export function shortKey(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 8);
}

/** The story with that short key, or null. */
export function storyByKey({ articles }: Corpus, key: string): Article | null {
  for (const article of articles.values()) if (shortKey(article.id) === key) return article;
  return null;
}
