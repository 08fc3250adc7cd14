import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { completeSpeakers, who as lookUp } from '../search/who/who.js';
import { speakerChoices } from './choices.js';
import { ANYWHERE, defineCommand, MOST_CHOICES } from './command.js';

/** `/who` */
export const who = defineCommand({
  definition: {
    name: 'who',
    ...ANYWHERE,
    description: 'Who somebody is, by the stories, and all they said',
    options: [
      {
        name: 'name',
        description: 'A name, a surname or a role, such as “security expert”',
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
        min_length: 1,
        max_length: 100,
      },
    ],
  },
  run: ({ library: { index }, privateAnswers }, { name }) => {
    const known = index.corpus.speakerByKey.get(name);
    return {
      kind: 'who',
      result: known ? { status: 'found', query: name, speaker: known } : lookUp(index, name),
      private: privateAnswers,
    };
  },
  complete: ({ library: { index } }, _, typed) =>
    speakerChoices(completeSpeakers(index, typed, MOST_CHOICES)),
});
