import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { moderatorsCommand } from '../subcommands.js';
import { add } from './add.js';
import { feed } from './feed.js';
import { history, undo } from './history.js';
import { speaker } from './speaker.js';
import { settings } from './settings.js';
import { refresh, status } from './state.js';
import { list, remove, show } from './stories.js';

/** `/corpus`: for a server's moderators, and for the operator's people in a direct message with the bot. */
export const corpus = moderatorsCommand(
  {
    name: 'corpus',
    description: 'For moderators: the stories that are asked',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  },
  [add, feed, list, show, remove, history, undo, speaker, refresh, status, settings],
);
