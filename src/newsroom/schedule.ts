import type { Scope } from '../corpus/store/change.js';
import { readFeedAgain } from './feed-reading.js';
import { feedState } from './feed-state.js';
import type { Newsroom } from './newsroom.js';

/** Feeds that are read when they are due. */
export interface Schedule {
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** How often it is looked for feeds that are due, in milliseconds. */
const LOOK_EVERY = 60_000;
/** Scopes whose feeds are read at one time. */
const AT_ONCE = 4;

/** Reads each feed of each scope whenever it is due, until it is stopped. */
export function startSchedule(newsroom: Newsroom, options: { readonly lookEvery?: number } = {}): Schedule {
  let isStopped = false;
  let round: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const plan = (): void => {
    timer = setTimeout(look, options.lookEvery ?? LOOK_EVERY);
    timer.unref();
  };
  const look = (): void => {
    round = lookOnce();
  };
  const lookOnce = async (): Promise<void> => {
    try {
      await readDue(newsroom, new Date(), () => isStopped);
    } catch (error) {
      newsroom.log.error({ error }, 'the feeds could not be looked through');
    }
    if (!isStopped) plan();
  };
  plan();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

/**
 * Reads the feeds that are due: those of a scope one after another, and some scopes at a time. So no crowd holds up
 * answers, and no scope whose feeds are slow, or can't be kept, holds up the others.
 */
export async function readDue(newsroom: Newsroom, now: Date, isStopped = () => false): Promise<void> {
  const scopes = [...newsroom.store.scopes()];
  const readNext = async (): Promise<void> => {
    for (let scope = scopes.shift(); scope !== undefined && !isStopped(); scope = scopes.shift()) {
      try {
        await readDueOf(newsroom, scope, now, isStopped);
      } catch (error) {
        newsroom.log.error({ error, scope }, 'the feeds of a scope could not be looked through');
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readNext));
}

async function readDueOf(
  newsroom: Newsroom,
  scope: Scope,
  now: Date,
  isStopped: () => boolean,
): Promise<void> {
  for (const feed of (await newsroom.store.scope(scope)).feeds.values()) {
    if (isStopped()) return;
    if (await isDue(newsroom, scope, feed.url, now))
      await readFeedAgain(newsroom, scope, feed, { by: { id: 'schedule', name: feed.title }, now });
  }
}

async function isDue({ store }: Newsroom, scope: Scope, url: string, now: Date): Promise<boolean> {
  return (await feedState(await store.scope(scope), url)).nextAt <= now.getTime();
}
