import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { isOwn } from '../../newsroom/own.js';
import { listStories, offerRemoval, showStory } from '../../newsroom/stories.js';
import { onlyStoryNamed, storyNamed } from '../../search/who/named.js';
import { completeStories } from '../../search/index/stories.js';
import { storyChoices } from '../choices.js';
import { MOST_CHOICES, newsroomOf } from '../command.js';
import { defineSubcommand } from '../subcommands.js';

const story = {
  name: 'story',
  description: 'Which one',
  type: ApplicationCommandOptionType.String,
  required: true,
  autocomplete: true,
  max_length: 200,
} as const;

/** Looked through for stories that may be removed: so many fit what is typed. */
const MOST_FITTING = 500;

/** `/corpus list` */
export const list = defineSubcommand({
  definition: {
    name: 'list',
    description: 'The stories that are asked, the newest first',
    options: [
      {
        name: 'filter',
        description: 'Only those with these words in headline, outlet or date',
        type: ApplicationCommandOptionType.String,
        max_length: 100,
      },
    ],
  },
  run: ({ library, scope }, { filter }) => ({
    kind: 'newsroom',
    view: listStories(library, scope, filter ?? '', 0),
  }),
});

/** `/corpus show` */
export const show = defineSubcommand({
  definition: {
    name: 'show',
    description: 'One story: its passages and who speaks in them',
    options: [story],
  },
  run: ({ library, scope }, options) => ({
    kind: 'newsroom',
    view: showStory(library, scope, storyNamed(library.index, options.story), 0),
  }),
  complete: ({ library }, _, typed) => storyChoices(completeStories(library.index, typed, MOST_CHOICES)),
});

/** `/corpus remove` */
export const remove = defineSubcommand({
  definition: { name: 'remove', description: 'Take a story out; it can be undone', options: [story] },
  run: async (context, options) => {
    const { library, scope } = context;
    const article = onlyStoryNamed(library.index, options.story);
    return {
      kind: 'newsroom',
      view: await offerRemoval(newsroomOf(context), scope, library, article),
    };
  },
  complete: ({ library, scope }, _, typed) =>
    storyChoices(
      completeStories(library.index, typed, MOST_FITTING)
        .filter((article) => isOwn(scope, article))
        .slice(0, MOST_CHOICES),
    ),
});
