import { randomBytes } from 'node:crypto';
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { OnRecordError, RequestError } from '../errors.js';
import type { Log } from '../log.js';
import { escapeWithin } from '../replies/escape.js';
import { COLOUR, notice } from '../replies/message.js';
import { respond, type Answerable } from './respond.js';

/** Discord has done with the interaction: too late, answered already, or its message is gone. There is nobody to tell. */
const OVER: ReadonlySet<string | number> = new Set<string | number>([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
]);

/**
 * What happens after something is thrown, in this order:
 * 1. an interaction that is over: a line in the log;
 * 2. a RequestError: the person reads its message;
 * 3. another OnRecordError: the person reads its message and a reference that stands in the log;
 * 4. anything else is a bug: the person reads an apology and the reference.
 */
export async function fail(interaction: Answerable, error: unknown, log: Log): Promise<void> {
  if (error instanceof DiscordAPIError && OVER.has(error.code)) {
    log.info({ error, interaction: interaction.id }, 'an interaction was over before its answer');
    return;
  }
  try {
    await respond(
      interaction,
      notice(
        messageFor(interaction.id, error, log),
        error instanceof RequestError ? COLOUR.nothing : COLOUR.failure,
      ),
    );
  } catch (second) {
    log.error({ error: second, interaction: interaction.id }, 'the failure could not be told');
  }
}

function messageFor(interactionId: string, error: unknown, log: Log): string {
  if (error instanceof RequestError) return escapeWithin(error.message, 1500);
  const reference = newReference();
  const detail = error instanceof OnRecordError ? error.detail : null;
  log.error({ error, detail, reference, interaction: interactionId }, 'an interaction failed');
  const message =
    error instanceof OnRecordError ? escapeWithin(error.message, 1500) : 'Something went wrong on my side.';
  return `${message}\n-# If it happens again, tell who runs this bot: reference ${reference}`;
}

/** Six characters that a person can read out. */
function newReference(): string {
  return randomBytes(3).toString('hex').toUpperCase();
}
