import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { offerStories } from '../../newsroom/offer-stories.js';
import { newsroomOf } from '../command.js';
import { defineSubcommand } from '../subcommands.js';

const file = <const N extends string>(name: N) =>
  ({
    name,
    description: 'A story: .txt, .md or .html',
    type: ApplicationCommandOptionType.Attachment,
  }) as const;

/** `/corpus add`: shows what would be added; with nothing given, a form for files and pasted text. */
export const add = defineSubcommand({
  definition: {
    name: 'add',
    description: 'Add stories from a link or files; with neither, a form for files and pasted text',
    options: [
      {
        name: 'link',
        description: 'The address of a story, or of a feed',
        type: ApplicationCommandOptionType.String,
        max_length: 2000,
      },
      file('file'),
      file('file2'),
      file('file3'),
      file('file4'),
      file('file5'),
    ],
  },
  run: async (context, { link, ...given }) => {
    const files = [given.file, given.file2, given.file3, given.file4, given.file5].filter(
      (f) => f !== undefined,
    );
    if (!link?.trim() && files.length === 0) return { kind: 'newsroom', view: { kind: 'add-form' } };
    const view = await offerStories(newsroomOf(context), context.scope, { link, files }, context.onProgress);
    return { kind: 'newsroom', view };
  },
});
