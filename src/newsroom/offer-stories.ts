import { isDeepStrictEqual } from 'node:util';
import type { Draft } from '../article/draft.js';
import type { Doing } from './doing.js';
import type { Scope } from '../corpus/store/change.js';
import { ArticleError, RequestError } from '../errors.js';
import { offerFeed } from './feeds.js';
import { reasonOf, type Failure } from './failure.js';
import { takeIn, type Offered } from './intake.js';
import type { Newsroom } from './newsroom.js';
import { shortKey } from '../text/short-key.js';
import { pendingOf, propose } from './pending.js';
import { previewsOfOneAdd, replacedBy, type StoryPreview } from './preview.js';
import type { NewsroomView } from './view.js';

/** Reads what somebody gives and shows what adding it would bring. @throws RequestError where nothing was given */
export async function offerStories(
  newsroom: Newsroom,
  scope: Scope,
  offered: Offered,
  onProgress?: (doing: Doing) => void,
): Promise<NewsroomView> {
  const { drafts, feed, failures } = await takeIn(newsroom, offered, onProgress);
  // Stories beside a feed can be added again; a feed alone is what was meant.
  if (feed && drafts.length === 0) return offerFeed(newsroom, scope, feed);
  const { stories, usable, unreadable } = await previewsOf(newsroom, scope, drafts);
  const failed = [
    ...failures,
    ...unreadable,
    ...(feed ? [{ name: feed.url, reason: 'It is a feed: add it with /corpus feed add.' }] : []),
  ];
  return {
    kind: 'preview',
    pending: await proposeStories(newsroom, scope, { drafts: usable, stories, failures: failed }),
    stories,
    failures: failed,
    shown: stories.length === 1 ? 0 : null,
  };
}

/** What is proposed: drafts, a preview of each, and what could not be read. */
interface Proposal {
  readonly drafts: readonly Draft[];
  readonly stories: readonly StoryPreview[];
  readonly failures: readonly Failure[];
}

/** @returns the id of the proposal; null where there is nothing that could be added */
async function proposeStories(
  newsroom: Newsroom,
  scope: Scope,
  { drafts, stories, failures }: Proposal,
  id?: string,
): Promise<string | null> {
  if (stories.every((s) => s.effect === 'nothing')) return null;
  return propose(newsroom, scope, { kind: 'add', drafts, replaces: stories.map(replacedBy), failures }, id);
}

/**
 * Shows a preview again: the list, or one story of it. Where something else would come of it by now, what is shown is a
 * proposal of its own; it is the same one however often that is looked at.
 * @throws RequestError where it is gone
 */
export async function lookAgain(
  newsroom: Newsroom,
  scope: Scope,
  id: string,
  shown: number | null,
): Promise<Extract<NewsroomView, { kind: 'preview' }>> {
  const pending = await pendingOf(newsroom, scope, id);
  if (pending.kind !== 'add') throw new RequestError('There is no story to look at here.');
  const { failures, replaces, drafts } = pending;
  const { stories } = await previewsOf(newsroom, scope, drafts);
  const now = stories.map(replacedBy);
  const nowId = isDeepStrictEqual(now, replaces) ? id : shortKey(`${id} ${JSON.stringify(now)}`);
  return {
    kind: 'preview',
    pending: nowId === id ? id : await proposeStories(newsroom, scope, { drafts, stories, failures }, nowId),
    stories,
    failures,
    shown: stories.length === 1 ? 0 : shown,
  };
}

async function previewsOf(
  newsroom: Newsroom,
  scope: Scope,
  drafts: readonly Draft[],
): Promise<{ stories: StoryPreview[]; usable: Draft[]; unreadable: Failure[] }> {
  const stories: StoryPreview[] = [];
  const usable: Draft[] = [];
  const unreadable: Failure[] = [];
  const next = previewsOfOneAdd(newsroom, scope);
  for (const draft of drafts) {
    try {
      stories.push(await next(draft));
      usable.push(draft);
    } catch (error) {
      if (!(error instanceof ArticleError)) throw error;
      unreadable.push({ name: draft.title, reason: reasonOf(error, draft.title) });
    }
  }
  return { stories, usable, unreadable };
}
