import type { FeedRead } from '../newsroom/feed-reading.js';
import type { FeedStatus } from '../newsroom/feeds.js';
import type { NewsroomView } from '../newsroom/view.js';
import { refreshReply } from './corpus.js';
import { inline } from './escape.js';
import { counted, listWithin } from '../text/list.js';
import { COLOUR, message, type Reply } from './message.js';
import { confirmButtons, instant, newsroomButton } from './newsroom-parts.js';

type View<K extends NewsroomView['kind']> = Extract<NewsroomView, { kind: K }>;

const LIST_ROOM = 3500;
const READS_ROOM = 1000;
const MOST_TITLES = 5;

/** What is in a feed, before it is added. */
export function feedOfferReply({ pending, url, title, items, samples }: View<'feed-offer'>): Reply {
  const titles = samples.map((s) => `> ${inline(s, 150)}`);
  const rest = items > titles.length ? [`> and ${items - titles.length} more`] : [];
  return message(
    [
      `**${inline(title, 200)}** is a feed with ${counted(items, 'item', 'items')}.\n-# ${inline(url, 300)}`,
      [...titles, ...rest].join('\n'),
      items === 0 ? 'There is nothing in it now: look whether the address is right.' : '',
      'Added, it is read about every half hour, and each new item becomes a story.',
      confirmButtons('Add the feed', pending),
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** The feeds that are read, and how that goes. */
export function feedsReply(feeds: readonly FeedStatus[]): Reply {
  if (feeds.length === 0)
    return message(['**No feed is read here.** /corpus feed add reads one from now on.'], {
      private: true,
      colour: COLOUR.nothing,
    });
  return message(
    [`**${counted(feeds.length, 'feed', 'feeds')}**`, listWithin(feeds.map(feedText), '\n', LIST_ROOM)],
    { private: true, colour: COLOUR.corpus },
  );
}

/** What a new feed has brought. */
export function feedAddedReply(read: FeedRead): Reply {
  return message(
    [
      `**“${inline(read.feed.title, 200)}” is read from now on.**`,
      readText(read),
      read.added
        .slice(0, MOST_TITLES)
        .map((t) => `> ${inline(t, 150)}`)
        .join('\n'),
      [newsroomButton('History', 'history', ['0'])],
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** What a refresh of stories and feeds has changed. */
export function refreshedReply({ outcome, feeds }: View<'refreshed'>): Reply {
  const reply = refreshReply(outcome);
  const lines = feeds.map((read) => `**${inline(read.feed.title, 80)}**: ${readText(read)}`);
  const blocks = message([listWithin(lines, '\n', READS_ROOM)], { private: true, colour: COLOUR.corpus });
  const [first] = reply.components;
  const [second] = blocks.components;
  if (!first || !second) return reply;
  return {
    ...reply,
    components: [{ ...first, components: [...first.components, ...second.components] }],
  };
}

function readText({ added, left, problem }: FeedRead): string {
  if (problem !== null) return `can’t be read. ${inline(problem, 250)}`;
  const rest = left > 0 ? `, ${left} left for the next time` : '';
  return added.length === 0
    ? `nothing new${rest}`
    : `${counted(added.length, 'new story', 'new stories')}${rest}`;
}

function feedText({ feed, state }: FeedStatus): string {
  const { readAt, nextAt, failures, problem } = state;
  const went =
    failures > 0
      ? `failed ${failures === 1 ? 'once' : `${failures} times in a row`}: ${inline(problem ?? '', 150)}`
      : readAt === null
        ? 'not read yet'
        : `read ${instant(readAt)}`;
  const next = nextAt > 0 ? ` · next ${instant(nextAt)}` : '';
  return `**${inline(feed.title, 100)}**\n-# ${inline(feed.url, 200)} · added by ${inline(feed.addedBy, 60)}\n-# ${went}${next}`;
}
