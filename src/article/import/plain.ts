import type { Draft } from '../draft.js';
import { blocks } from '../blocks.js';
import { readArticle } from '../read.js';
import { tidy } from './tidy.js';

/** Reads text by the rules for an article's file. @throws ArticleError where there is no story in it */
export function readPlain(name: string, text: string): Draft {
  const file = `${name.replace(/\.\w{1,8}$/u, '').replaceAll('/', ' ')}.txt`;
  const article = readArticle(file, new TextEncoder().encode(text));
  const { title, outlet, author, published, url, body } = article;
  const doubts = published === null ? [NO_DATE] : [];
  if (!article.text.slice(0, body.start).includes(title) && !/^\s*---/u.test(article.text))
    doubts.push('There is no headline: the file’s name stands in for it.');
  return tidy({ title, outlet, author, published, url, text: paragraphs(article.text, body), doubts }, name);
}

/** What is said of a story without a day. */
export const NO_DATE = 'No date was found.';

/** The blocks of a text with an empty line between any two; the lines of a paragraph that was broken into lines are joined. */
function paragraphs(text: string, body: { readonly start: number; readonly end: number }): string {
  return blocks(text, body)
    .map(({ start, end }) => text.slice(start, end).replace(/[^\S\n]*\r?\n[^\S\n]*/gu, ' '))
    .join('\n\n');
}
