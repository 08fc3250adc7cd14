import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { checkMessage } from '../search/check/check-message.js';
import type { Index } from '../search/index/index-corpus.js';
import { completeSpeakers } from '../search/who/who.js';
import { speakerChoices } from './choices.js';
import { ANYWHERE, defineCommand, MOST_CHOICES, type MessageCommand, type Outcome } from './command.js';

/** `/check` */
export const check = defineCommand({
  definition: {
    name: 'check',
    ...ANYWHERE,
    description: 'Did they really say that? Whether a quotation stands in the stories, and what was changed',
    options: [
      {
        name: 'quote',
        description: 'The quotation, with or without who is said to have said it',
        type: ApplicationCommandOptionType.String,
        required: true,
        min_length: 1,
        max_length: 4000,
      },
      {
        name: 'speaker',
        description: 'Who is said to have said it',
        type: ApplicationCommandOptionType.String,
        autocomplete: true,
        max_length: 100,
      },
    ],
  },
  run: ({ library: { index } }, { quote, speaker }) => checked(index, quote, speaker ?? null),
  complete: ({ library: { index } }, _, typed) =>
    speakerChoices(completeSpeakers(index, typed, MOST_CHOICES)),
});

/** "Check this quote" on a message: the quotation in it, and whether it is whose the message says. */
export const checkThisQuote: MessageCommand = {
  definition: { name: 'Check this quote', ...ANYWHERE },
  run: ({ library: { index } }, text) => checked(index, text, null),
};

/** "Who said this?" on a message: the same, for people who only want to know whose words they are. */
export const whoSaidThis: MessageCommand = {
  definition: { name: 'Who said this?', ...ANYWHERE },
  run: ({ library: { index } }, text) => checked(index, text, null),
};

/** @param speaker a name as typed, or a speaker's key where completion gave one */
function checked(index: Index, text: string, speaker: string | null): Outcome {
  const name = speaker === null ? null : (index.corpus.speakerByKey.get(speaker)?.name ?? speaker);
  return { kind: 'check', check: checkMessage(index, text, name) };
}
