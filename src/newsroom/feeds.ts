import type { Actor, Change, Feed, Scope } from '../corpus/store/change.js';
import type { Doing } from './doing.js';
import { ArticleError, FetchError, RequestError } from '../errors.js';
import { readFeedAgain, type FeedRead } from './feed-reading.js';
import { feedState, type FeedState } from './feed-state.js';
import { reasonOf } from './failure.js';
import { addressIn, readFeed, type FoundFeed } from './intake.js';
import { roomForFeeds } from './limits.js';
import type { Newsroom } from './newsroom.js';
import { shortKey } from '../text/short-key.js';
import { propose } from './pending.js';
import type { NewsroomView } from './view.js';

/** A feed and how its reading goes. */
export interface FeedStatus {
  readonly feed: Feed;
  readonly state: FeedState;
}

/** Titles that an offer shows. */
const SAMPLES = 5;

/** Reads a feed and offers to add it. @throws RequestError where it can't be read, or mustn't be added */
export async function offerFeed(
  newsroom: Newsroom,
  scope: Scope,
  given: string | FoundFeed,
): Promise<NewsroomView> {
  const { url, content, foundAt } =
    typeof given === 'string' ? await readGiven(newsroom, addressIn(given)) : given;
  const kept = await newsroom.store.scope(scope);
  mustBeNew(kept.feeds, [url, foundAt]);
  roomForFeeds(kept, 1);
  const title = content.title?.slice(0, 200) ?? new URL(url).host;
  return {
    kind: 'feed-offer',
    pending: await propose(newsroom, scope, { kind: 'feed', url, foundAt, title }),
    url,
    title,
    items: content.items.length,
    samples: content.items.slice(0, SAMPLES).map((i) => i.title ?? i.url ?? i.key),
  };
}

/** @throws RequestError where one of the addresses is that of a feed, or the one that it was found at */
function mustBeNew(feeds: ReadonlyMap<string, Feed>, addresses: readonly string[]): void {
  const known = [...feeds.values()].flatMap(({ url, foundAt = url }) => [url, foundAt]);
  const hrefs = new Set(known.map(hrefOf));
  if (addresses.some((address) => hrefs.has(hrefOf(address))))
    throw new RequestError('That feed is read already: /corpus feed list shows it.');
}

/** An address as all its spellings are sent. */
function hrefOf(address: string): string {
  return URL.parse(address)?.href ?? address;
}

/** Reads what somebody gives as a feed. @throws RequestError where it can't be read: that is theirs to mend */
async function readGiven(newsroom: Newsroom, url: string): Promise<FoundFeed> {
  try {
    return await readFeed(newsroom, url);
  } catch (cause) {
    if (!(cause instanceof FetchError || cause instanceof ArticleError)) throw cause;
    throw new RequestError(`That feed can’t be read. ${reasonOf(cause, url)}`, { cause });
  }
}

/** Adds a feed and reads what is in it. @throws RequestError where it was added meanwhile, by whatever address, StoreError */
export async function addFeed(
  newsroom: Newsroom,
  scope: Scope,
  { url, foundAt, title }: Pick<Feed, 'url' | 'foundAt' | 'title'>,
  how: { readonly by: Actor; readonly now: Date },
): Promise<FeedRead> {
  const feed = { url, foundAt, title, addedBy: how.by.name };
  await newsroom.inTurn(scope, async () => {
    const { feeds } = await newsroom.store.scope(scope);
    mustBeNew(feeds, [url, foundAt ?? url]);
    await newsroom.carryOut(scope, how.by, 'feed add', [{ kind: 'feed', key: url, after: feed }]);
  });
  return readFeedAgain(newsroom, scope, feed, how);
}

/** The feeds of a scope. */
export async function feedsOf({ store }: Newsroom, scope: Scope): Promise<Feed[]> {
  return [...(await store.scope(scope)).feeds.values()];
}

/** The feeds of a scope with their states. */
export async function listFeeds({ store }: Newsroom, scope: Scope): Promise<FeedStatus[]> {
  const kept = await store.scope(scope);
  const found: FeedStatus[] = [];
  for (const feed of kept.feeds.values()) found.push({ feed, state: await feedState(kept, feed.url) });
  return found;
}

/** Reads a feed no more; its stories stay. @throws RequestError, StoreError */
export async function removeFeed(
  newsroom: Newsroom,
  scope: Scope,
  value: string,
  by: Actor,
): Promise<{ feed: Feed; change: Change }> {
  const { feeds } = await newsroom.store.scope(scope);
  const feed = feedOf(feeds, value);
  const change = await newsroom.carryOut(scope, by, 'feed remove', [
    { kind: 'feed', key: feed.url, after: null },
  ]);
  return { feed, change };
}

/** The feed that a choice, an address or a title means. @throws RequestError where that is none, or several */
function feedOf(feeds: ReadonlyMap<string, Feed>, value: string): Feed {
  const wanted = value.trim();
  const all = [...feeds.values()];
  const known = all.find(({ url }) => shortKey(url) === wanted || url === wanted);
  const called = known ? [known] : all.filter(({ title }) => title === wanted);
  const [feed, another] = called;
  if (!feed) throw new RequestError(`No feed is called “${value}”. Completion offers the feeds there are.`);
  if (another)
    throw new RequestError(
      `${called.length} feeds are called “${value}”: choose one of those that completion offers, or give its address.`,
    );
  return feed;
}

/** How long somebody who refreshes waits for feeds, in milliseconds: Discord takes no answer after 15 minutes. */
const REFRESH_PATIENCE = 8 * 60_000;

/** Reads all feeds of a scope, one after another, due or not. Those that there is no time for are left for the schedule. */
export async function readFeeds(
  newsroom: Newsroom,
  scope: Scope,
  how: { readonly by: Actor; readonly now: Date; readonly onProgress: (doing: Doing) => void },
): Promise<FeedRead[]> {
  const { feeds } = await newsroom.store.scope(scope);
  const reads: FeedRead[] = [];
  const until = Date.now() + REFRESH_PATIENCE;
  for (const feed of feeds.values()) {
    if (Date.now() > until) {
      reads.push({
        feed,
        added: [],
        left: 0,
        problem: 'The others took too long: it is read when it is due.',
      });
      continue;
    }
    how.onProgress({ done: reads.length, total: feeds.size, doing: 'Reading the feeds' });
    reads.push(await readFeedAgain(newsroom, scope, feed, how));
  }
  return reads;
}
