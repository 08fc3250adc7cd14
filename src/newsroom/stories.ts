import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Actor, Change, Scope } from '../corpus/store/change.js';
import { RequestError } from '../errors.js';
import { hitAt } from '../search/rank/hit.js';
import type { Library } from '../search/library.js';
import { newestFirst } from '../search/index/stories.js';
import type { Speaker } from '../corpus/speakers.js';
import { fold } from '../text/fold.js';
import type { Newsroom } from './newsroom.js';
import { isOwn, storedFile } from './own.js';
import { shortKey } from '../text/short-key.js';
import { propose } from './pending.js';
import type { NewsroomView } from './view.js';

const STORIES_A_PAGE = 8;
const PASSAGES_A_PAGE = 6;

/** A story in a list. */
export interface Listed {
  readonly article: Article;
  readonly key: string;
  readonly isOwn: boolean;
}

/** A passage with who speaks in it. */
export interface ShownPassage {
  readonly passage: Passage;
  readonly speakers: readonly Speaker[];
}

/** A page (from 0) of the stories whose title, outlet or date holds what is asked for, the newest first. */
export function listStories({ index }: Library, scope: Scope, filter: string, page: number): NewsroomView {
  const wanted = fold(filter).split(/\s+/u).filter(Boolean);
  const all = [...index.corpus.articles.values()]
    .filter((a) => {
      const text = fold(`${a.title} ${a.outlet ?? ''} ${a.published ?? ''} ${a.id}`);
      return wanted.every((word) => text.includes(word));
    })
    .toSorted(newestFirst);
  const pages = Math.max(1, Math.ceil(all.length / STORIES_A_PAGE));
  const at = Math.min(page, pages - 1);
  return {
    kind: 'stories',
    filter,
    total: all.length,
    page: at,
    pages,
    stories: all.slice(at * STORIES_A_PAGE, (at + 1) * STORIES_A_PAGE).map((article) => ({
      article,
      key: shortKey(article.id),
      isOwn: isOwn(scope, article),
    })),
  };
}

/** A page (from 0) of a story: its passages with who speaks in them. */
export function showStory({ index }: Library, scope: Scope, article: Article, page: number): NewsroomView {
  const { corpus } = index;
  const passages = passagesOf(index.corpus.passages, article);
  const pages = Math.max(1, Math.ceil(passages.length / PASSAGES_A_PAGE));
  const at = Math.min(page, pages - 1);
  return {
    kind: 'story',
    article,
    key: shortKey(article.id),
    isOwn: isOwn(scope, article),
    page: at,
    pages,
    passages: passages
      .slice(at * PASSAGES_A_PAGE, (at + 1) * PASSAGES_A_PAGE)
      .map((passage) => ({ passage, speakers: hitAt(corpus, passage, passage).speakers })),
  };
}

/** Shows what would go with a story, and asks. @throws RequestError where the scope can't take it out */
export async function offerRemoval(
  newsroom: Newsroom,
  scope: Scope,
  library: Library,
  article: Article,
): Promise<NewsroomView> {
  mayRemove(scope, article);
  const { corpus } = library.index;
  const passages = passagesOf(corpus.passages, article);
  return {
    kind: 'removal',
    pending: await propose(newsroom, scope, { kind: 'remove', article: article.id, hash: article.hash }),
    article,
    passages: passages.length,
    statements: passages.reduce((sum, p) => sum + corpus.statementsIn(p).length, 0),
    onlyHere: corpus.speakers.filter((s) => s.articles.length === 1 && s.articles[0] === article).length,
  };
}

/**
 * Takes a story out as it was shown. Whoever calls it has the scope's turn.
 * @throws RequestError where it is gone, or another by now, StoreError
 */
export async function removeStory(
  newsroom: Newsroom,
  scope: Scope,
  library: Library,
  shown: { readonly article: string; readonly hash: string },
  by: Actor,
): Promise<{ article: Article; change: Change }> {
  const article = library.index.corpus.articles.get(shown.article);
  if (!article) throw new RequestError('That story is gone already.');
  if (article.hash !== shown.hash)
    throw new RequestError(
      'That story has been replaced since this was shown: nothing was done. Call /corpus remove again to take out what is there now.',
    );
  mayRemove(scope, article);
  const change = await newsroom.carryOut(scope, by, 'remove', [
    { kind: 'article', key: storedFile(scope, article), after: null },
  ]);
  return { article, change };
}

function mayRemove(scope: Scope, article: Article): void {
  if (!isOwn(scope, article))
    throw new RequestError(
      'That story is one of those that all servers see. Only who runs this bot can take it out.',
    );
}

function passagesOf(passages: readonly Passage[], article: Article): Passage[] {
  return passages.filter((p) => p.article === article);
}
