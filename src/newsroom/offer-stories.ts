import type { Draft } from '../article/draft.js';
import type { Doing } from './doing.js';
import type { Scope } from '../corpus/store/change.js';
import { ArticleError } from '../errors.js';
import { offerFeed } from './feeds.js';
import { takeIn, type Failure, type Offered } from './intake.js';
import type { Newsroom } from './newsroom.js';
import { pendingOf, propose } from './pending.js';
import { previewOf, type StoryPreview } from './preview.js';
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
    ...(feed ? [{ name: feed.url, reason: 'is a feed: add it with /corpus feed add.' }] : []),
  ];
  const canAdd = stories.some((s) => s.effect !== 'nothing');
  return {
    kind: 'preview',
    pending: canAdd
      ? await propose(newsroom, scope, { kind: 'add', drafts: usable, failures: failed })
      : null,
    stories,
    failures: failed,
    shown: stories.length === 1 ? 0 : null,
  };
}

/** Shows a preview again: the list, or one story of it. @throws RequestError where it is gone */
export async function lookAgain(
  newsroom: Newsroom,
  scope: Scope,
  id: string,
  shown: number | null,
): Promise<Extract<NewsroomView, { kind: 'preview' }>> {
  const pending = await pendingOf(newsroom, scope, id);
  const { stories } = await previewsOf(newsroom, scope, pending.kind === 'add' ? pending.drafts : []);
  return {
    kind: 'preview',
    pending: id,
    stories,
    failures: pending.kind === 'add' ? pending.failures : [],
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
  for (const draft of drafts) {
    try {
      stories.push(await previewOf(newsroom, scope, draft));
      usable.push(draft);
    } catch (error) {
      if (!(error instanceof ArticleError)) throw error;
      unreadable.push({ name: draft.title, reason: error.message });
    }
  }
  return { stories, usable, unreadable };
}
