import type { Article } from '../../article/article.js';
import { atOnce, type Steps } from '../../turns.js';
import type { Index } from '../index/index-corpus.js';
import type { Claimed } from './claimed-words.js';
import { quotedWords } from './quoted-words.js';

/** Fewer words may stand in a headline by chance. */
const LEAST_WORDS = 4;
/** So many are read in one go. */
const STEP = 30;

const titles = new WeakMap<Index, ReadonlyMap<Article, string>>();

/** The first story whose headline has these words, one after another; null where none has. */
export function headlineOf(index: Index, { words }: Claimed): Article | null {
  const wanted = words.map(({ word }) => word).filter(Boolean);
  if (wanted.length < LEAST_WORDS) return null;
  const run = inOne(wanted);
  for (const [article, title] of atOnce(prepareHeadlines(index))) if (title.includes(run)) return article;
  return null;
}

/** Reads the headlines of an index, which its first check would else have to wait for. */
export function* prepareHeadlines(index: Index): Steps<ReadonlyMap<Article, string>> {
  const before = titles.get(index);
  if (before) return before;
  const known = new Map<Article, string>();
  for (const article of index.corpus.articles.values()) {
    if (known.size % STEP === 0) yield;
    known.set(article, inOne(quotedWords(article.title).map(({ word }) => word)));
  }
  titles.set(index, known);
  return known;
}

/** Words as a text in which whole words alone are found. */
function inOne(words: readonly string[]): string {
  return ` ${words.filter(Boolean).join(' ')} `;
}
