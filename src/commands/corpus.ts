import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Unreadable } from '../corpus/corpus.js';
import type { Library, Refreshing } from '../search/library.js';
import { VERSION } from '../version.js';
import { defineCommand } from './command.js';

/** What is being served. */
export interface Status {
  readonly articles: number;
  readonly passages: number;
  readonly speakers: number;
  readonly unreadable: readonly Unreadable[];
  readonly builtAt: Date;
  /** Who refreshed last; null where the stories are those of the start. */
  readonly refreshedBy: string | null;
  readonly refreshing: Refreshing | null;
  readonly corpusVersion: string;
  /** On Record's own version. */
  readonly version: string;
}

/** `/corpus` */
export const corpus = defineCommand({
  moderatorsOnly: true,
  isSlow: (subcommand) => subcommand === 'refresh',
  definition: {
    name: 'corpus',
    description: 'For moderators: the stories that are asked',
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      {
        name: 'refresh',
        description: 'Read the stories again and say what has changed',
        type: ApplicationCommandOptionType.Subcommand,
      },
      {
        name: 'status',
        description: 'How many stories, passages and speakers there are, and since when',
        type: ApplicationCommandOptionType.Subcommand,
      },
    ],
  },
  run: async ({ library, caller, onProgress }, _, subcommand) =>
    subcommand === 'refresh'
      ? { kind: 'refresh', outcome: await library.refresh(caller, onProgress) }
      : { kind: 'status', status: statusOf(library) },
});

function statusOf(library: Library): Status {
  const { corpus: c } = library.index;
  return {
    articles: c.articles.size,
    passages: c.passages.length,
    speakers: c.speakers.length,
    unreadable: c.unreadable,
    builtAt: c.builtAt,
    refreshedBy: library.refreshedBy,
    refreshing: library.refreshing,
    corpusVersion: c.version,
    version: VERSION,
  };
}
