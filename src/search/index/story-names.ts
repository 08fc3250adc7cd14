import type { Article } from '../../article/article.js';
import { fold } from '../../text/fold.js';
import { words } from '../../text/words.js';
import type { Index } from './index-corpus.js';
import { termsOf } from './terms.js';
import { push } from '../../push.js';

/** What stories are called by. Made at the first question that names one, once for each corpus. */
export interface StoryNames {
  /** The terms of each story's headline and file name. */
  readonly titles: ReadonlyMap<Article, ReadonlySet<string>>;
  /** Stories by their whole headline, as `plainName` writes it. */
  readonly headlines: ReadonlyMap<string, readonly Article[]>;
  /** … and by their outlet, without "the". */
  readonly outlets: ReadonlyMap<string, readonly Article[]>;
}

const made = new WeakMap<Index, StoryNames>();

/** The names of a corpus's stories. */
export function storyNames(index: Index): StoryNames {
  const known = made.get(index);
  if (known) return known;
  const titles = new Map<Article, ReadonlySet<string>>();
  const headlines = new Map<string, Article[]>();
  const outlets = new Map<string, Article[]>();
  for (const article of index.corpus.articles.values()) {
    const name = `${article.title} ${article.id.replace(/[/_-]+/gu, ' ')}`;
    titles.set(article, new Set(termsOf(name).map((t) => t.term)));
    push(headlines, plainName(article.title), article);
    if (article.outlet) push(outlets, plainName(article.outlet.replace(/^the /iu, '')), article);
  }
  const names = { titles, headlines, outlets };
  made.set(index, names);
  return names;
}

/** The folded words of a name, with a space between. */
export function plainName(name: string): string {
  return words(fold(name))
    .map((w) => w.text)
    .join(' ');
}
