import type { Actor, Scope } from '../corpus/store/change.js';
import { addStories, OutdatedError, type Mode } from './adding.js';
import { addFeed } from './feeds.js';
import { followersNote } from './followers.js';
import type { Newsroom } from './newsroom.js';
import { lookAgain } from './offer-stories.js';
import { pendingOf, withdraw, type Pending } from './pending.js';
import { correct } from './speakers.js';
import { removeStory } from './stories.js';
import type { NewsroomView } from './view.js';

/** Where, by whom and when something is confirmed. */
interface Confirming {
  readonly scope: Scope;
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * Does what was shown and is confirmed now; however often it is confirmed, once. Where something else would come of it
 * than was shown, that is shown instead.
 * @throws RequestError, StoreError
 */
export function confirm(
  newsroom: Newsroom,
  context: Confirming,
  id: string,
  mode: Mode,
): Promise<NewsroomView> {
  const { scope } = context;
  return newsroom.once(`confirm ${scope} ${id}`, async () => {
    try {
      const pending = await pendingOf(newsroom, scope, id);
      const view =
        pending.kind === 'feed'
          ? // Its items are read from the web, and take a turn when they are there.
            await carryOutFeed(newsroom, context, pending)
          : await newsroom.inTurn(scope, () => carryOut(newsroom, context, pending, mode));
      await withdraw(newsroom, scope, id);
      return view;
    } catch (error) {
      if (!(error instanceof OutdatedError)) throw error;
      return { ...(await lookAgain(newsroom, scope, id, null)), notice: error.message };
    }
  });
}

async function carryOutFeed(
  newsroom: Newsroom,
  { scope, actor: by, now }: Confirming,
  pending: Extract<Pending, { kind: 'feed' }>,
): Promise<NewsroomView> {
  return { kind: 'feed-added', read: await addFeed(newsroom, scope, pending, { by, now }) };
}

/** The Library is taken when it is this one's turn, so that it is the one that will be changed. */
async function carryOut(
  newsroom: Newsroom,
  { scope, actor: by }: Confirming,
  pending: Exclude<Pending, { kind: 'feed' }>,
  mode: Mode,
): Promise<NewsroomView> {
  const library = await newsroom.libraries.ready(scope);
  switch (pending.kind) {
    case 'add': {
      const { drafts, replaces } = pending;
      const added = await addStories(newsroom, scope, drafts, { by, mode, replaces });
      return { kind: 'added', added, note: added.change ? followersNote(scope) : '' };
    }
    case 'remove': {
      const { article, change } = await removeStory(newsroom, scope, library, pending, by);
      return {
        kind: 'done',
        text: `“${article.title}” is taken out. ${followersNote(scope)}`.trim(),
        change: change.id,
      };
    }
    case 'correct': {
      const change = await correct(newsroom, scope, library, pending.correction, by);
      return {
        kind: 'done',
        text: `Set right. Answers that rest on it say so. ${followersNote(scope)}`.trim(),
        change: change.id,
      };
    }
  }
}
