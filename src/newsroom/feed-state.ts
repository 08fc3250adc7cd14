import { z } from 'zod';
import type { ScopeStore } from '../corpus/store/store.js';
import { shortKey } from '../text/short-key.js';

const state = z.object({
  /** When it was last read with success, in milliseconds since 1970; null for never. */
  readAt: z.number().nullable(),
  nextAt: z.number(),
  /** Failures in a row. */
  failures: z.number(),
  problem: z.string().nullable(),
  validators: z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() }).nullable(),
  /** Short keys of items that became stories, or never will. The newest last. */
  seen: z.array(z.string()),
  /** How often an item's page could not be read, by short key. */
  attempts: z.record(z.string(), z.number()),
});

/** What is remembered of a feed's reading. If it is lost, the feed is read anew, and no story comes twice. */
export type FeedState = z.infer<typeof state>;

const NEW: FeedState = {
  readAt: null,
  nextAt: 0,
  failures: 0,
  problem: null,
  validators: null,
  seen: [],
  attempts: {},
};
/** Feeds have at most 200 items at a time. */
const MOST_SEEN = 2000;

/** What is remembered of a feed, or the state of one that was never read. */
export async function feedState(kept: ScopeStore, url: string): Promise<FeedState> {
  const read = state.safeParse(await kept.notes(noteOf(url)));
  return read.success ? read.data : NEW;
}

/** Remembers the state of a feed. */
export async function keepFeedState(kept: ScopeStore, url: string, value: FeedState): Promise<void> {
  await kept.keepNotes(noteOf(url), { ...value, seen: value.seen.slice(-MOST_SEEN) });
}

function noteOf(url: string): string {
  return `feed-${shortKey(url)}`;
}
