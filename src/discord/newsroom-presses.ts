import { newsroomOf, type Context, type Outcome, type Submission } from '../commands/command.js';
import { RequestError } from '../errors.js';
import type { NewsroomId } from '../replies/component-ids.js';
import { confirm } from '../newsroom/confirm.js';
import { showChange, showHistory } from '../newsroom/history.js';
import type { Newsroom } from '../newsroom/newsroom.js';
import { lookAgain, offerStories } from '../newsroom/offer-stories.js';
import { storyByKey } from '../newsroom/own.js';
import { withdraw } from '../newsroom/pending.js';
import { listStories, offerRemoval, showStory } from '../newsroom/stories.js';
import { undo } from '../newsroom/undo.js';
import type { NewsroomView } from '../newsroom/view.js';

const OTHER_VERSION = 'This button is from another version of On Record. Call the command again, please.';

/**
 * Does what a moderator's button or select says. Whoever calls it has made sure that the person may.
 */
export async function pressed(context: Context, id: NewsroomId): Promise<Outcome> {
  return { kind: 'newsroom', view: await viewOf(newsroomOf(context), context, id) };
}

/** Does what a moderator's modal says. Whoever calls it has made sure that the person may. */
export async function submitted(context: Context, id: NewsroomId, fields: Submission): Promise<Outcome> {
  if (id.verb !== 'add') throw new RequestError(OTHER_VERSION);
  const { texts, files } = fields;
  const offered = { link: texts['link'], text: texts['text'], files: files['files'] ?? [] };
  return {
    kind: 'newsroom',
    view: await offerStories(newsroomOf(context), context.scope, offered, context.onProgress),
  };
}

async function viewOf(newsroom: Newsroom, context: Context, id: NewsroomId): Promise<NewsroomView> {
  const { scope, library } = context;
  const [first = '', second = ''] = id.arguments;
  switch (id.verb) {
    case 'confirm':
      return confirm(newsroom, context, first, second === 'beside' ? 'beside' : 'replace');
    case 'cancel':
      await withdraw(newsroom, scope, first);
      return { kind: 'notice', text: 'Cancelled. Nothing has changed.' };
    case 'look':
      return lookAgain(newsroom, scope, first, second === '' ? null : numberIn(second));
    case 'compare': {
      const { stories, pending } = await lookAgain(newsroom, scope, first, numberIn(second));
      const story = stories[numberIn(second)];
      if (!story?.twin) throw new RequestError('There is nothing to compare it with any more.');
      return { kind: 'comparison', pending: pending ?? first, shown: numberIn(second), story };
    }
    case 'stories':
      return listStories(library, scope, Buffer.from(second, 'base64url').toString(), numberIn(first));
    case 'story':
      return showStory(library, scope, storyWith(context, first), numberIn(second));
    case 'remove':
      return offerRemoval(newsroom, scope, library, storyWith(context, first));
    case 'history':
      return showHistory(newsroom, scope, numberIn(first));
    case 'change':
      return showChange(newsroom, scope, first);
    case 'undo':
      return undo(newsroom, scope, first, context.actor);
    default:
      throw new RequestError(OTHER_VERSION);
  }
}

function storyWith({ library }: Context, key: string) {
  const article = storyByKey(library.index.corpus, key);
  if (!article) throw new RequestError('That story is no longer there.');
  return article;
}

function numberIn(text: string): number {
  if (!/^\d{1,5}$/u.test(text)) throw new RequestError(OTHER_VERSION);
  return Number(text);
}
