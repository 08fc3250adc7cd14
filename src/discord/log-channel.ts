import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes, Routes, type REST } from 'discord.js';
import { OPERATOR, type Change, type Scope } from '../corpus/store/change.js';
import type { Store } from '../corpus/store/store.js';
import type { Log } from '../log.js';
import { changeReply, newsReply } from '../replies/change.js';
import type { Reply } from '../replies/message.js';

/** Why a message can't be posted in a channel, for whoever moderates. */
const WHY: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'it is gone',
  [RESTJSONErrorCodes.MissingAccess]: 'I may not see it: give me View Channel there',
  [RESTJSONErrorCodes.MissingPermissions]: 'I may not write there: give me Send Messages',
};

/** Posts to the channel that a server's moderators have named. What fails is logged and remembered, and breaks nothing. */
export class LogChannel {
  readonly #rest: REST;
  readonly #store: Store;
  readonly #log: Log;
  readonly #untold = new Map<Scope, string>();

  constructor(rest: REST, store: Store, log: Log) {
    this.#rest = rest;
    this.#store = store;
    this.#log = log;
  }

  /**
   * Tells a server's channel of a change, or of something in words, if it has named one; never rejects. A channel that is
   * no longer told hears that, so that nobody stops the telling unseen.
   */
  async tell(scope: Scope, news: Change | string): Promise<void> {
    try {
      const reply = typeof news === 'string' ? newsReply(news) : changeReply(news);
      const channel = await this.channelOf(scope);
      const left = typeof news === 'string' ? null : channelLeft(news);
      if (left !== null && left !== channel) {
        await this.post(scope, left, reply);
        // It is the log channel no longer: whether it can be told is nobody's business now.
        this.takeProblem(scope);
      }
      if (channel !== null) await this.post(scope, channel, reply);
    } catch (error) {
      this.#log.error({ error, scope }, 'the log channel could not be looked up');
    }
  }

  /** The channel that a scope has named, or null. */
  async channelOf(scope: Scope): Promise<string | null> {
    if (scope === OPERATOR) return null;
    return (await this.#store.scope(scope)).settings?.logChannel ?? null;
  }

  /** @returns why it could not be posted, or null where it stands there */
  async post(scope: Scope, channel: string, reply: Reply): Promise<string | null> {
    try {
      await this.#rest.post(Routes.channelMessages(channel), {
        body: {
          components: reply.components,
          flags: MessageFlags.IsComponentsV2,
          allowed_mentions: { parse: [] },
        },
      });
      this.#untold.delete(scope);
      return null;
    } catch (error) {
      const why =
        (error instanceof DiscordAPIError && WHY[Number(error.code)]) || 'Discord doesn’t take my message';
      const problem = `The log channel <#${channel}> can’t be told: ${why}.`;
      this.#log.warn({ error, scope, channel }, 'the log channel could not be told');
      this.#untold.set(scope, problem);
      return problem;
    }
  }

  /** What the moderators of a scope haven't been told yet of the channel's failing; told once. */
  takeProblem(scope: Scope): string | null {
    const problem = this.#untold.get(scope) ?? null;
    this.#untold.delete(scope);
    return problem;
  }
}

/** The log channel that a change of the settings has put an end to, or null. */
function channelLeft({ edits }: Change): string | null {
  for (const edit of edits)
    if (edit.kind === 'settings' && edit.before?.logChannel !== edit.after?.logChannel)
      return edit.before?.logChannel ?? null;
  return null;
}
