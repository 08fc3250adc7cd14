import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { statusOf } from '../search/status.js';
import { defineCommand } from './command.js';

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
