import {
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type InteractionUpdateOptions,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type AnySelectMenuInteraction,
} from 'discord.js';
import type { Reply } from '../replies/message.js';

/** What comes of a message's buttons and selects. */
type Press = ButtonInteraction | AnySelectMenuInteraction;
/** What is answered with a message: commands, clicks, choices and forms. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction
  | Press;

const NO_PINGS = { allowedMentions: { parse: [] } } as const;

/** Those whose message shows what is under way: the answer, and a failure too, takes its place. */
const waiting = new WeakSet<Answerable>();

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

/** Puts the answer off: in a private message that says "thinking…". */
export async function think(interaction: Answerable): Promise<void> {
  await acknowledged(interaction.deferReply({ flags: MessageFlags.Ephemeral }));
  interaction.deferred = true;
  waiting.add(interaction);
}

/** Shows how far the work on an interaction that was put off is, in its message. */
export async function showProgress(interaction: Answerable, reply: Reply): Promise<void> {
  waiting.add(interaction);
  await interaction.editReply(changedMessage(reply));
}

/** Answers, whatever has been answered before: at first, in place of "thinking…", or in a further private message. */
export async function respond(interaction: Answerable, reply: Reply): Promise<void> {
  if (waiting.has(interaction)) await interaction.editReply(changedMessage(reply));
  else if (interaction.replied || interaction.deferred) await interaction.followUp(newMessage(reply));
  else await interaction.reply(newMessage(reply));
}
