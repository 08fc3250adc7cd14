import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { statusOf } from '../search/status.js';
import { defineSubcommand, moderatorsCommand } from './subcommands.js';

const refresh = defineSubcommand({
  definition: { name: 'refresh', description: 'Read the stories again and say what has changed' },
  isSlow: true,
  run: async ({ library, actor, onProgress }) => ({
    kind: 'refresh',
    outcome: await library.refresh(actor.name, onProgress),
  }),
});

const status = defineSubcommand({
  definition: {
    name: 'status',
    description: 'How many stories, passages and speakers there are, and since when',
  },
  run: ({ library }) => ({ kind: 'status', status: statusOf(library) }),
});

/** `/corpus`: for a server's moderators, and for the operator's people in a direct message with the bot. */
export const corpus = moderatorsCommand(
  {
    name: 'corpus',
    description: 'For moderators: the stories that are asked',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  },
  [refresh, status],
);
