import { readFeeds } from '../../newsroom/feeds.js';
import { statusOf } from '../../search/status.js';
import { defineSubcommand } from '../subcommands.js';

/** `/corpus refresh`: reads the folders again, and the feeds. */
export const refresh = defineSubcommand({
  definition: { name: 'refresh', description: 'Read the stories and feeds again and say what has changed' },
  isSlow: true,
  run: async ({ library, newsroom, scope, actor, now, onProgress }) => {
    if (!newsroom) return { kind: 'refresh', outcome: await library.refresh(actor.name, onProgress) };
    const outcome = await newsroom.libraries.refresh(scope, actor.name, onProgress);
    const feeds = await readFeeds(newsroom, scope, { by: actor, now, onProgress });
    return feeds.length === 0
      ? { kind: 'refresh', outcome }
      : { kind: 'newsroom', view: { kind: 'refreshed', outcome, feeds } };
  },
});

/** `/corpus status` */
export const status = defineSubcommand({
  definition: {
    name: 'status',
    description: 'How many stories, passages and speakers there are, and since when',
  },
  run: ({ library }) => ({ kind: 'status', status: statusOf(library) }),
});
