import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  RESTJSONErrorCodes,
} from 'discord.js';
import { COMMANDS, MESSAGE_COMMANDS } from '../commands/all.js';
import { ConnectionError, SettingsError } from '../errors.js';
import type { Log } from '../log.js';
import { OPERATOR } from '../corpus/store/change.js';
import type { Newsroom } from '../newsroom/newsroom.js';
import type { Settings } from '../settings.js';
import { createDispatch } from './dispatch.js';
import { LogChannel } from './log-channel.js';
import { registerCommands, type Registered } from './registration.js';

/** A bot that is running. */
export interface Bot {
  /** Lets the answers under way finish, for a moment, and leaves the gateway. */
  stop(): Promise<void>;
  /** Resolves, with the reason, if Discord ends the connection for good. */
  readonly ended: Promise<string>;
}

/** How long answers under way may take at the end, in milliseconds. */
const LAST_WORDS = 3000;

/**
 * Logs in, registers the commands and answers until it is stopped.
 * @throws SettingsError where Discord refuses the token or the server, ConnectionError where it can't be reached
 */
export async function startBot(
  settings: Settings & { DISCORD_TOKEN: string },
  newsroom: Newsroom,
  log: Log,
): Promise<Bot> {
  const client = new Client({
    intents: [],
    rest: { api: settings.DISCORD_API_URL },
    allowedMentions: { parse: [] },
  });
  const channel = new LogChannel(client.rest, newsroom.store, log);
  newsroom.onReport((scope, text) => void channel.tell(scope, text));
  newsroom.onChange((scope, change) => void channel.tell(scope, change));
  const dispatch = createDispatch({ newsroom, settings, log, channel });
  const underWay = new Set<Promise<void>>();
  client.on(Events.InteractionCreate, (interaction) => {
    const work: Promise<void> = dispatch(interaction).finally(() => underWay.delete(work));
    underWay.add(work);
  });
  client.on(Events.Error, (error) => log.error({ error }, 'discord.js reports an error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js warns'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting to the gateway'));
  client.on(Events.ShardResume, (shard) => log.info({ shard }, 'resumed'));
  const ended = new Promise<string>((resolve) => {
    client.on(Events.Invalidated, () => resolve('Discord has ended the session'));
    client.on(Events.ShardDisconnect, ({ code }) =>
      resolve(`the gateway closed the connection for good, code ${code}`),
    );
  });

  const ready = new Promise<Client<true>>((resolve) => void client.once(Events.ClientReady, resolve));
  try {
    await client.login(settings.DISCORD_TOKEN);
  } catch (cause) {
    await client.destroy();
    if (isRefusal(cause)) {
      throw new SettingsError(
        'Discord refuses DISCORD_TOKEN. Copy it again from the Bot page of the Developer Portal.',
        { cause },
      );
    }
    throw unreachable(cause);
  }
  const { application, user } = await ready;
  const registered = await register();
  if (settings.DISCORD_GUILD_ID !== null) {
    await warnOfDoubles().catch((error: unknown) =>
      log.debug({ error }, 'could not look for doubled commands'),
    );
  }
  log.info(
    { bot: user.tag, registered, articles: newsroom.libraries.of(OPERATOR).index.corpus.articles.size },
    'ready',
  );

  async function register(): Promise<Registered> {
    const { DISCORD_GUILD_ID: guildId } = settings;
    try {
      return await registerCommands(client.rest, application.id, guildId, [...COMMANDS, ...MESSAGE_COMMANDS]);
    } catch (cause) {
      await client.destroy();
      if (!isNoServerOfOurs(cause)) throw unreachable(cause);
      throw new SettingsError(
        `DISCORD_GUILD_ID is "${guildId}", but the bot is in no server with that id. Invite it there, or leave the setting out.`,
        { cause },
      );
    }
  }

  /** A start without DISCORD_GUILD_ID has left commands for all servers: this one shows them beside its own. */
  async function warnOfDoubles(): Promise<void> {
    const everywhere = await application.commands.fetch();
    const doubled = everywhere
      .filter((c) => [...COMMANDS, ...MESSAGE_COMMANDS].some((own) => own.definition.name === c.name))
      .map((c) => c.name);
    if (doubled.length > 0)
      log.warn(
        { doubled },
        'these commands are registered for all servers too, and show twice in this one; start once without DISCORD_GUILD_ID, or delete them in the Developer Portal',
      );
  }

  function unreachable(cause: unknown): ConnectionError {
    return new ConnectionError(
      `Discord can't be reached: ${describe(cause)}. Try again later, or look at the network.`,
      { cause, detail: settings.DISCORD_API_URL },
    );
  }

  return {
    ended,
    stop: async () => {
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.ShardDisconnect);
      client.removeAllListeners(Events.ShardReconnecting);
      const waited = new Promise((resolve) => setTimeout(resolve, LAST_WORDS, null).unref());
      await Promise.race([Promise.allSettled(underWay), waited]);
      await client.destroy();
    },
  };
}

function isRefusal(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  return error instanceof DiscordAPIError && error.status === 401;
}

function isNoServerOfOurs(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingAccess || error.code === RESTJSONErrorCodes.UnknownGuild)
  );
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
