import type { Article } from '../article/article.js';
import type { Days } from './question/days.js';

/** How a question was taken, where that may surprise: told with its answer. */
export type Note =
  /** Words that point back, and whom or what of the last answer they were taken for. */
  | { readonly about: 'pointer'; readonly words: string; readonly meant: string }
  /** Words that point back to nothing. */
  | { readonly about: 'unclear'; readonly words: string }
  /** A time, and which stories were asked because of it. */
  | { readonly about: 'time'; readonly words: string; readonly days: Days; readonly asked: TimeKept }
  /** The stories that the question names. */
  | { readonly about: 'story'; readonly words: string; readonly articles: readonly Article[] }
  /** Words between quotation marks that stand in no passage as they are. */
  | { readonly about: 'words'; readonly words: string };

/** Stories of that time; those without a date, as no other answers; or all, as none is of that time or has a date. */
export type TimeKept = 'dated' | 'undated' | 'none-of-that-time' | 'none-dated';
