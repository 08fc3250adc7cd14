import type { Article } from '../../article/article.js';
import { fold } from '../../text/fold.js';
import { shortKey } from '../../text/short-key.js';
import type { Index } from './index-corpus.js';
import { isStopWord } from './stop-words.js';
import { termsOf } from './terms.js';

/** What is typed into a completion never needs more. */
const LONGEST_TYPED = 200;

/** Stories whose title, outlet or id holds the words typed, for completion; the newest where nothing is typed. */
export function completeStories(index: Index, typed: string, limit: number): Article[] {
  const articles = [...index.corpus.articles.values()];
  const query = fold(typed.slice(0, LONGEST_TYPED));
  if (!query) return articles.toSorted(newestFirst).slice(0, limit);
  return articles
    .map((article) => ({ article, score: likeness(index, article, query) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || newestFirst(a.article, b.article))
    .slice(0, limit)
    .map(({ article }) => article);
}

/** Stands for a story where its id is too long. */
export function storyKey({ id }: Article): string {
  return `#${shortKey(id)}`;
}

/** The story that is meant by an id, a key, a title or words of it, or null. */
export function findStory(index: Index, query: string): Article | null {
  if (/^#[\w-]{8}$/u.test(query))
    for (const article of index.corpus.articles.values()) if (storyKey(article) === query) return article;
  return index.corpus.articles.get(query.trim()) ?? completeStories(index, query, 1)[0] ?? null;
}

/** From 0 (nothing in common) to 4: the same, its beginning, inside it, or all of its words, begun or misspelt. */
function likeness(index: Index, article: Article, query: string): number {
  const [title, id, outlet] = [fold(article.title), fold(article.id), fold(article.outlet ?? '')];
  if (title === query || id === query) return 4;
  if (title.startsWith(query) || id.startsWith(query)) return 3;
  if (title.includes(query) || id.includes(query) || outlet.includes(query)) return 2;
  const own = termsOf(`${title} ${outlet} ${id} ${article.published ?? ''}`);
  const asked = termsOf(query).filter(({ word, whole }) => !whole && !isStopWord(word));
  if (!asked.length) return 0;
  let found = 0;
  for (const { term, word } of asked) {
    if (own.some((o) => o.term === term || o.word.startsWith(word))) found += 1;
    else {
      const near = new Set(index.vocabulary.near(term).map(({ id: like }) => index.vocabulary.termOf(like)));
      if (own.some((o) => near.has(o.term))) found += 0.8;
    }
  }
  // Half of the words will do: people remember a headline roughly.
  const share = found / asked.length;
  return share >= 0.5 ? share : 0;
}

/** The order of stories by date, the newest first. */
export function newestFirst(a: Article, b: Article): number {
  return (b.published ?? '').localeCompare(a.published ?? '', 'en') || (a.id < b.id ? -1 : 1);
}
