import type { Article } from './article.js';

/** A story on its way into a corpus: what was read of a page, a file or a feed's item, before it is an article. */
export interface Draft extends Pick<Article, 'title' | 'outlet' | 'author' | 'published' | 'url'> {
  /** The story: paragraphs and headings, with an empty line between any two. */
  readonly text: string;
  /** What whoever adds it should look at, in words ("no date was found"). */
  readonly doubts: readonly string[];
}
