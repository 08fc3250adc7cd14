import type { Draft } from '../article/draft.js';
import { importFeed } from '../article/import/import.js';
import type { FeedItem } from '../article/import/types.js';
import type { Actor, Feed, Scope } from '../corpus/store/change.js';
import { OnRecordError } from '../errors.js';
import { addStories } from './adding.js';
import { feedState, keepFeedState, type FeedState } from './feed-state.js';
import { reasonOf } from './failure.js';
import { readPage } from './intake.js';
import type { Newsroom } from './newsroom.js';
import { shortKey } from '../text/short-key.js';
import { hasAddress } from './twin.js';

/** What came of reading a feed. */
export interface FeedRead {
  readonly feed: Feed;
  /** Titles of the stories that it brought. */
  readonly added: readonly string[];
  /** Items that are left for the next time. */
  readonly left: number;
  /** Why it could not be read; null where it could. */
  readonly problem: string | null;
}

/** When feeds are read, in milliseconds; a failing one is left alone twice as long each time. */
const EVERY = 30 * 60_000;
const LONGEST_WAIT = 24 * 60 * 60_000;
const JITTER = 0.1;
/** New items that are taken at one reading. */
const MOST_NEW = 20;
/** How long the pages of new items are fetched at one reading, in milliseconds; the others are left for the next. */
const LONGEST_READING = 2 * 60_000;
/** How often an item's page is tried. */
const MOST_ATTEMPTS = 3;
/** Failures in a row after which the moderators are told. */
const REPORTED_AFTER = 3;

/** Reads a feed, makes stories of what is new, and remembers how that went. Asked for twice at a time, it is read once. */
export function readFeedAgain(
  newsroom: Newsroom,
  scope: Scope,
  feed: Feed,
  how: { readonly by: Actor; readonly now: Date },
): Promise<FeedRead> {
  return newsroom.once(`feed ${scope} ${feed.url}`, async () => {
    const kept = await newsroom.store.scope(scope);
    const before = await feedState(kept, feed.url);
    const { after, read } = await attempt(newsroom, scope, feed, before, how);
    await keepFeedState(kept, feed.url, after);
    if (after.failures === REPORTED_AFTER)
      newsroom.report(
        scope,
        `The feed “${feed.title}” (${feed.url}) could not be read ${REPORTED_AFTER} times in a row: ${after.problem} I try again less and less often, at least once a day.`,
      );
    if (after.failures === 0 && before.failures >= REPORTED_AFTER)
      newsroom.report(scope, `The feed “${feed.title}” (${feed.url}) can be read again.`);
    return read;
  });
}

async function attempt(
  newsroom: Newsroom,
  scope: Scope,
  feed: Feed,
  before: FeedState,
  how: { readonly by: Actor; readonly now: Date },
): Promise<{ after: FeedState; read: FeedRead }> {
  const now = how.now.getTime();
  try {
    const { state, added, left } = await takeNew(newsroom, scope, feed, before, how.by);
    const after = { ...state, readAt: now, nextAt: now + jittered(EVERY), failures: 0, problem: null };
    return { after, read: { feed, added, left, problem: null } };
  } catch (error) {
    const isExpected = error instanceof OnRecordError;
    newsroom.log.warn({ error, scope, feed: feed.url }, 'a feed could not be read');
    const problem = isExpected ? reasonOf(error, feed.url) : 'Something went wrong on my side.';
    const failures = before.failures + 1;
    const wait = Math.min(LONGEST_WAIT, EVERY * 2 ** failures);
    return {
      after: { ...before, failures, problem, nextAt: now + jittered(wait) },
      read: { feed, added: [], left: 0, problem },
    };
  }
}

async function takeNew(
  newsroom: Newsroom,
  scope: Scope,
  feed: Feed,
  before: FeedState,
  by: Actor,
): Promise<{ state: FeedState; added: string[]; left: number }> {
  const fetched = await newsroom.fetcher.feed(feed.url, before.validators);
  if (!fetched) return { state: before, added: [], left: 0 };
  const { items } = await importFeed(fetched.bytes, fetched);
  const known = new Set(before.seen);
  const fresh = items.filter((item) => !known.has(shortKey(item.key)));
  const { drafts, seen, attempts } = await draftsOf(newsroom, scope, fresh.slice(0, MOST_NEW), before);
  const { stories } = await newsroom.inTurn(scope, () =>
    addStories(newsroom, scope, drafts, { by, mode: 'beside', action: 'feed items' }),
  );
  const left = fresh.length - seen.length;
  return {
    state: {
      ...before,
      // What is left over would never come if the site said next time that nothing has changed.
      validators: left > 0 ? null : fetched.validators,
      seen: [...before.seen, ...seen],
      attempts,
    },
    added: stories.filter((s) => s.effect === 'add').map((s) => s.title),
    left,
  };
}

/** The stories of new items. Items whose page can't be read are tried again some times. */
async function draftsOf(
  newsroom: Newsroom,
  scope: Scope,
  items: readonly FeedItem[],
  before: FeedState,
): Promise<{ drafts: Draft[]; seen: string[]; attempts: Record<string, number> }> {
  const { index } = await newsroom.libraries.ready(scope);
  const drafts: Draft[] = [];
  const seen: string[] = [];
  const attempts: Record<string, number> = {};
  const until = Date.now() + LONGEST_READING;
  for (const item of items) {
    if (Date.now() > until) break;
    const key = shortKey(item.key);
    if (item.url && hasAddress(index, item.url)) {
      seen.push(key);
      continue;
    }
    try {
      const draft = item.draft ?? (item.url ? await readPage(newsroom, item.url) : null);
      if (draft) drafts.push({ ...draft, published: draft.published ?? item.published });
      seen.push(key);
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      const tried = (before.attempts[key] ?? 0) + 1;
      newsroom.log.info({ error, scope, item: item.url, tried }, "a feed's item could not be read");
      if (tried >= MOST_ATTEMPTS) seen.push(key);
      else attempts[key] = tried;
    }
  }
  return { drafts, seen, attempts };
}

/** Not all at one time, where many were added at one time. */
function jittered(time: number): number {
  return Math.round(time * (1 + JITTER * Math.random()));
}
