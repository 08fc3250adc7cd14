import { createHash } from 'node:crypto';
import { ChannelType, InteractionContextType, PermissionFlagsBits as P } from 'discord-api-types/v10';

const EPOCH = 1_420_070_400_000n;
let serial = 0n;

/** A fresh id as Discord makes them: the time comes first, so that they sort by age. */
export function snowflake(): string {
  serial = (serial + 1n) & 0xfffn;
  return (((BigInt(Date.now()) - EPOCH) << 22n) | serial).toString();
}

/** The id that always stands for this name ("user ada", "guild newsroom", "role editor"). */
export function idOf(name: string): string {
  const hash = createHash('sha256').update(name).digest().readUInt32BE();
  return ((BigInt(Date.UTC(2021, 5, 1)) + BigInt(hash) - EPOCH) << 22n).toString();
}

/** The application's id, which is its bot user's too. */
export const APPLICATION = idOf('application');
/** What any member may do. */
export const MEMBER = P.ViewChannel | P.SendMessages | P.ReadMessageHistory;

/** Who acts, and where: by default Ada, a member of a server that has the bot. */
export interface As {
  readonly user?: string;
  readonly guild?: string;
  /** In the bot's direct messages, or in a group's. */
  readonly dm?: boolean | 'group';
  /** On top of what any member may do. */
  readonly permissions?: bigint;
  readonly roles?: readonly string[];
  readonly locale?: string;
  /** Whether the server has the bot, or only the person does. */
  readonly install?: 'guild' | 'user';
}

/** A user object, the same for the same name. */
function user(username: string) {
  const id = idOf(`user ${username}`);
  return { id, username, global_name: username, discriminator: '0', avatar: null, public_flags: 0 };
}

/** The bot's own user object. */
export const BOT = { ...user('on-record'), id: APPLICATION, bot: true };

/** The application, as far as discord.js reads it. */
export const application = {
  id: APPLICATION,
  name: 'On Record',
  description: '',
  icon: null,
  bot: BOT,
  flags: 0,
};

/** The server, the channel and the way of install that `as` means. */
export function placeOf(as: As) {
  const who = user(as.user ?? 'ada');
  const guild = as.dm ? null : idOf(`guild ${as.guild ?? 'newsroom'}`);
  const outside = as.dm === 'group' ? InteractionContextType.PrivateChannel : InteractionContextType.BotDM;
  const context = guild ? InteractionContextType.Guild : outside;
  const channel = idOf(`channel ${guild ?? who.id} ${context}`);
  const owners = as.install === 'user' ? { 1: who.id } : { 0: guild ?? '0' };
  return { as, user: who, guild, channel, context, owners };
}
export type Place = ReturnType<typeof placeOf>;

/** A message of somebody else's in a place, as an interaction on it brings it. */
export function said(content: string, { channel }: Place) {
  return {
    id: snowflake(),
    type: 0,
    channel_id: channel,
    author: user('greta'),
    content,
    timestamp: '2025-05-24T10:00:00+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    flags: 0,
    components: [],
  };
}

/** The fields of an interaction that tell who acts where. */
export function surroundings(as: As, { user: who, guild, channel: id, context, owners }: Place): object {
  const permissions = (MEMBER | (as.permissions ?? 0n)).toString();
  const common = {
    version: 1,
    application_id: APPLICATION,
    channel_id: id,
    context,
    authorizing_integration_owners: owners,
    locale: as.locale ?? 'en-US',
    app_permissions: MEMBER.toString(),
    entitlements: [],
    attachment_size_limit: 10_485_760,
  };
  const channel = { id, flags: 0, last_message_id: null };
  if (!guild) {
    const type = as.dm === 'group' ? ChannelType.GroupDM : ChannelType.DM;
    return { ...common, user: who, channel: { ...channel, type, recipients: [who] } };
  }
  const type = ChannelType.GuildText;
  const bare = { nick: null, avatar: null, premium_since: null, communication_disabled_until: null };
  const joined = {
    joined_at: '2021-06-01T00:00:00+00:00',
    pending: false,
    deaf: false,
    mute: false,
    flags: 0,
  };
  const roles = (as.roles ?? []).map((name) => idOf(`role ${name}`));
  return {
    ...common,
    guild_id: guild,
    guild: { id: guild, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    member: { user: who, roles, permissions, ...bare, ...joined },
    channel: {
      ...channel,
      type,
      guild_id: guild,
      name: 'stories',
      position: 0,
      parent_id: null,
      permissions,
    },
  };
}
