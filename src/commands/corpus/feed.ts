import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { feedsOf, listFeeds, offerFeed, removeFeed } from '../../newsroom/feeds.js';
import { shortKey } from '../../text/short-key.js';
import { newsroomOf } from '../command.js';
import { fold } from '../../text/fold.js';
import { shortened } from '../choices.js';
import { MOST_CHOICES } from '../command.js';
import { defineSubcommand, type SubcommandGroup } from '../subcommands.js';

const add = defineSubcommand({
  definition: {
    name: 'add',
    description: 'Read a feed (RSS, Atom) from now on: what is new in it becomes stories',
    options: [
      {
        name: 'link',
        description: 'The address of the feed',
        type: ApplicationCommandOptionType.String,
        required: true,
        max_length: 2000,
      },
    ],
  },
  run: async (context, { link }) => ({
    kind: 'newsroom',
    view: await offerFeed(newsroomOf(context), context.scope, link),
  }),
});

const list = defineSubcommand({
  definition: { name: 'list', description: 'The feeds that are read, and how that goes' },
  run: async (context) => ({
    kind: 'newsroom',
    view: { kind: 'feeds', feeds: await listFeeds(newsroomOf(context), context.scope) },
  }),
});

const remove = defineSubcommand({
  definition: {
    name: 'remove',
    description: 'Read a feed no more; its stories stay',
    options: [
      {
        name: 'feed',
        description: 'Which one',
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
        max_length: 2000,
      },
    ],
  },
  run: async (context, { feed: value }) => {
    const { feed, change } = await removeFeed(newsroomOf(context), context.scope, value, context.actor);
    return {
      kind: 'newsroom',
      view: {
        kind: 'done',
        text: `The feed “${feed.title}” is read no more. Its stories stay.`,
        change: change.id,
      },
    };
  },
  complete: async ({ newsroom, scope }, _, typed) => {
    if (!newsroom) return [];
    const wanted = fold(typed);
    return (await feedsOf(newsroom, scope))
      .filter((feed) => fold(`${feed.title} ${feed.url}`).includes(wanted))
      .slice(0, MOST_CHOICES)
      .map((feed) => ({ name: shortened(`${feed.title} (${feed.url})`), value: shortKey(feed.url) }));
  },
});

/** `/corpus feed …` */
export const feed: SubcommandGroup = {
  name: 'feed',
  description: 'Feeds whose items become stories',
  subcommands: [add, list, remove],
};
