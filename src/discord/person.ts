import { ApplicationIntegrationType, PermissionFlagsBits, type BaseInteraction } from 'discord.js';

/** Whoever made an interaction. */
export interface Person {
  readonly id: string;
  /** The name that others see there. */
  readonly name: string;
  /** May refresh the stories. */
  readonly isModerator: boolean;
  /** May delete other people's messages there. */
  readonly managesMessages: boolean;
}

/**
 * Whoever made an interaction, and what they may do where they made it. Moderators have Manage Server, or one of the
 * roles; both count only in a server that has installed the bot, so that nobody is a moderator by their own server.
 */
export function personOf(interaction: BaseInteraction, moderatorRoles: readonly string[]): Person {
  const { user, member, memberPermissions, guildId } = interaction;
  const isInstalled =
    guildId !== null &&
    interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] === guildId;
  const roles = member ? roleIds(member) : [];
  const nick = !member ? null : 'nickname' in member ? member.nickname : member.nick;
  return {
    id: user.id,
    name: nick ?? user.displayName,
    isModerator:
      isInstalled &&
      (memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true ||
        roles.some((r) => moderatorRoles.includes(r))),
    managesMessages: isInstalled && memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true,
  };
}

/**
 * The roles that Discord names. `roles.cache` has only those that discord.js knows from the server's own event, which
 * doesn't come without intents; the ids as they were sent stand in a private field.
 */
function roleIds(member: NonNullable<BaseInteraction['member']>): readonly string[] {
  if (Array.isArray(member.roles)) return member.roles;
  const sent: unknown = Reflect.get(member, '_roles');
  return Array.isArray(sent) ? sent.map(String) : [...member.roles.cache.keys()];
}
