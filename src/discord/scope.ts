import { ApplicationIntegrationType, InteractionContextType, type BaseInteraction } from 'discord.js';
import { OPERATOR, type Scope } from '../corpus/store/change.js';

/**
 * Whose stories an interaction is about: a server's, where that server has installed the bot; everywhere else (direct
 * messages, groups, servers that only the person carries the bot into) the operator's.
 */
export function scopeOf({ guildId, authorizingIntegrationOwners }: BaseInteraction): Scope {
  const isInstalled =
    guildId !== null && authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] === guildId;
  return isInstalled ? guildId : OPERATOR;
}

/** True in somebody's own direct messages with the bot, and nowhere else. */
export function isDirect({ guildId, context }: BaseInteraction): boolean {
  return guildId === null && context === InteractionContextType.BotDM;
}
