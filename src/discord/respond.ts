import {
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type InteractionUpdateOptions,
} from 'discord.js';
import type { Reply } from '../replies/message.js';

/** What is answered with a message: commands and clicks. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction;

const NO_PINGS = { allowedMentions: { parse: [] } } as const;

/** A reply as a new message. */
export function newMessage(reply: Reply): InteractionReplyOptions {
  const flags = reply.private
    ? MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral
    : MessageFlags.IsComponentsV2;
  return { components: reply.components, flags, ...NO_PINGS };
}

/** A reply in place of the message it changes, as private or public as that was. */
export function changedMessage(reply: Reply): InteractionEditReplyOptions & InteractionUpdateOptions {
  return { components: reply.components, flags: MessageFlags.IsComponentsV2, ...NO_PINGS };
}

/**
 * Waits for an acknowledgement. One that Discord has had already counts: its answer was lost on the way, and
 * discord.js has sent it again.
 */
export async function acknowledged(acknowledgement: Promise<unknown>): Promise<void> {
  try {
    await acknowledgement;
  } catch (error) {
    const isDone =
      error instanceof DiscordAPIError &&
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    if (!isDone) throw error;
  }
}

/** Answers, whatever has been answered before: at first, in place of "thinking…", or in a further private message. */
export async function respond(interaction: Answerable, reply: Reply): Promise<void> {
  if (interaction.isChatInputCommand() && interaction.deferred)
    await interaction.editReply(changedMessage(reply));
  else if (interaction.replied || interaction.deferred) await interaction.followUp(newMessage(reply));
  else await interaction.reply(newMessage(reply));
}
