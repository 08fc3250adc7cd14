import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { inquire } from '../search/inquire.js';
import { speakerNamed, storyNamed } from '../search/who/named.js';
import { completeStories } from '../search/index/stories.js';
import { completeSpeakers } from '../search/who/who.js';
import { ANYWHERE, defineCommand, MOST_CHOICES } from './command.js';
import { speakerChoices, storyChoices } from './choices.js';

/** `/ask` */
export const ask = defineCommand({
  definition: {
    name: 'ask',
    ...ANYWHERE,
    description: 'Ask the stories: the best passage, word for word, and who said it',
    options: [
      {
        name: 'question',
        description: 'What you want to know, or a few words of a quotation',
        type: ApplicationCommandOptionType.String,
        required: true,
        min_length: 1,
        max_length: 500,
      },
      {
        name: 'speaker',
        description: 'Only what this person, group or organisation said',
        type: ApplicationCommandOptionType.String,
        autocomplete: true,
        max_length: 100,
      },
      {
        name: 'story',
        description: 'Only this story',
        type: ApplicationCommandOptionType.String,
        autocomplete: true,
        max_length: 100,
      },
      {
        name: 'private',
        description: 'Show the answer to you alone',
        type: ApplicationCommandOptionType.Boolean,
      },
    ],
  },
  run: ({ library, now, last, privateAnswers }, options) => {
    const { index } = library;
    const speaker = options.speaker ? speakerNamed(index, options.speaker) : null;
    const article = options.story ? storyNamed(index, options.story) : null;
    return {
      kind: 'answer',
      answer: inquire(index, { text: options.question, speaker, article, now, last }),
      private: options.private ?? privateAnswers,
    };
  },
  complete: ({ library: { index } }, name, typed) =>
    name === 'speaker'
      ? speakerChoices(completeSpeakers(index, typed, MOST_CHOICES))
      : storyChoices(completeStories(index, typed, MOST_CHOICES)),
});
