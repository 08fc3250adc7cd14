import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { newsroomOf } from '../command.js';
import { offerMerge, offerRename, offerSplit } from '../../newsroom/speakers.js';
import { completeStories } from '../../search/index/stories.js';
import { completeSpeakers } from '../../search/who/who.js';
import { speakerChoices, storyChoices } from '../choices.js';
import { MOST_CHOICES, type Command } from '../command.js';
import { defineSubcommand, type SubcommandGroup } from '../subcommands.js';

const who = <const N extends string>(name: N, description: string) =>
  ({
    name,
    description,
    type: ApplicationCommandOptionType.String,
    required: true,
    autocomplete: true,
    max_length: 100,
  }) as const;

const newName = (description: string) =>
  ({
    name: 'name',
    description,
    type: ApplicationCommandOptionType.String,
    required: true,
    max_length: 100,
  }) as const;

const story = <const N extends string>(name: N) =>
  ({
    name,
    description: 'In this story',
    type: ApplicationCommandOptionType.String,
    autocomplete: true,
  }) as const;

const complete: Command['complete'] = ({ library: { index } }, name, typed) =>
  name.startsWith('story')
    ? storyChoices(completeStories(index, typed, MOST_CHOICES))
    : speakerChoices(completeSpeakers(index, typed, MOST_CHOICES));

const merge = defineSubcommand({
  definition: {
    name: 'merge',
    description: 'Two are one: all of the first is the second’s',
    options: [who('speaker', 'Who is somebody else'), who('into', 'Who that is')],
  },
  run: async (context, names) => ({
    kind: 'newsroom',
    view: await offerMerge(newsroomOf(context), context.scope, context.library, names),
  }),
  complete,
});

const rename = defineSubcommand({
  definition: {
    name: 'rename',
    description: 'Somebody is called otherwise',
    options: [who('speaker', 'Who'), newName('The right name')],
  },
  run: async (context, names) => ({
    kind: 'newsroom',
    view: await offerRename(newsroomOf(context), context.scope, context.library, names),
  }),
  complete,
});

const split = defineSubcommand({
  definition: {
    name: 'split',
    description: 'One is two: in some stories it is somebody else',
    options: [
      who('speaker', 'Who is taken for one'),
      newName('What the other is called'),
      { ...story('story'), required: true },
      story('story2'),
      story('story3'),
      story('story4'),
      story('story5'),
    ],
  },
  run: async (context, { speaker: one, name, ...given }) => {
    const stories = [given.story, given.story2, given.story3, given.story4, given.story5].filter(
      (s) => s !== undefined,
    );
    const view = await offerSplit(newsroomOf(context), context.scope, context.library, {
      speaker: one,
      name,
      stories,
    });
    return { kind: 'newsroom', view };
  },
  complete,
});

/** `/corpus speaker …` */
export const speaker: SubcommandGroup = {
  name: 'speaker',
  description: 'Set right who somebody is',
  subcommands: [merge, rename, split],
};
