import type { Article } from '../../article/article.js';
import type { Index } from '../index-corpus.js';
import type { Claimed } from './claimed-words.js';
import { quotedWords } from './quoted-words.js';

/** Fewer words may stand in a headline by chance. */
const LEAST_WORDS = 4;

const titles = new WeakMap<Index, ReadonlyMap<Article, string>>();

/** The first story whose headline has these words, one after another; null where none has. */
export function headlineOf(index: Index, { words }: Claimed): Article | null {
  const wanted = words.map(({ word }) => word).filter(Boolean);
  if (wanted.length < LEAST_WORDS) return null;
  const run = inOne(wanted);
  for (const [article, title] of titlesOf(index)) if (title.includes(run)) return article;
  return null;
}

function titlesOf(index: Index): ReadonlyMap<Article, string> {
  let known = titles.get(index);
  if (!known) {
    const { articles } = index.corpus;
    known = new Map([...articles.values()].map((a) => [a, inOne(quotedWords(a.title).map((w) => w.word))]));
    titles.set(index, known);
  }
  return known;
}

/** Words as a text in which whole words alone are found. */
function inOne(words: readonly string[]): string {
  return ` ${words.filter(Boolean).join(' ')} `;
}
