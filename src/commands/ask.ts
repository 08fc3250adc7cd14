import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { RequestError } from '../errors.js';
import type { Index } from '../search/index-corpus.js';
import { inquire } from '../search/inquire.js';
import type { Speaker } from '../corpus/speakers.js';
import { completeStories } from '../search/stories.js';
import { completeSpeakers, who } from '../search/who.js';
import { ANYWHERE, defineCommand, MOST_CHOICES } from './command.js';
import { speakerChoices, storyChoices, storyOf } from './choices.js';

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
    const speaker = options.speaker ? findSpeaker(index, options.speaker) : null;
    const article = options.story ? storyOf(index, options.story) : null;
    if (options.story && !article)
      throw new RequestError(
        `No story is called “${options.story}”. Completion offers the stories there are.`,
      );
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

function findSpeaker(index: Index, text: string): Speaker {
  const known = index.corpus.speakerByKey.get(text);
  if (known) return known;
  const result = who(index, text);
  if (result.status === 'found') return result.speaker;
  if (result.status === 'ambiguous') {
    const names = result.candidates.slice(0, 5).map((s) => s.name);
    throw new RequestError(`“${text}” fits several speakers: ${names.join(', ')}. Write the full name.`);
  }
  throw new RequestError(`The stories name nobody called “${text}”. Completion offers the names there are.`);
}
