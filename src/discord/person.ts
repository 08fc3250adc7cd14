import { PermissionFlagsBits, type BaseInteraction } from 'discord.js';
import { OPERATOR } from '../corpus/store/change.js';
import { RequestError } from '../errors.js';
import type { InForce } from './in-force.js';
import { isDirect, scopeOf } from './scope.js';

/** Whoever made an interaction. */
export interface Person {
  readonly id: string;
  /** The name that others see there. */
  readonly name: string;
  /** May change the stories of the scope, and all else that moderators do there. */
  readonly isModerator: boolean;
  /** May delete other people's messages there. */
  readonly managesMessages: boolean;
}

/**
 * Whoever made an interaction, and what they may do where they made it, by what Discord says with this interaction and
 * the settings as they are now. In a server that has installed the bot, moderators have Manage Server, or one of the roles; nobody is a
 * moderator by a server that hasn't. In a direct message with the bot, the operator's people are.
 */
export function personOf(interaction: BaseInteraction, rules: InForce): Person {
  const { user, member, memberPermissions } = interaction;
  const isInstalled = scopeOf(interaction) !== OPERATOR;
  const roles = member ? roleIds(member) : [];
  const nick = !member ? null : 'nickname' in member ? member.nickname : member.nick;
  const moderates =
    memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true ||
    roles.some((r) => rules.moderatorRoles.includes(r));
  return {
    id: user.id,
    name: nick ?? user.displayName,
    isModerator: isInstalled ? moderates : isDirect(interaction) && rules.operators.includes(user.id),
    managesMessages: isInstalled && memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true,
  };
}

/**
 * The one check before all that moderators alone may do: commands, completions, buttons, selects and forms, each time.
 * @throws RequestError for anybody else
 */
export function mustModerate({ isModerator }: Person): void {
  if (!isModerator)
    throw new RequestError(
      'Only moderators can do that: it takes the permission Manage Server, or a role that the moderators have named.',
    );
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
