import { MessageFlags } from 'discord.js';
import { RequestError } from '../errors.js';
import type { Doing } from '../newsroom/doing.js';
import { progressReply } from '../replies/corpus.js';
import type { ModalReply, Reply } from '../replies/message.js';
import { acknowledged, changedMessage, respond, showProgress, think, type Answerable } from './respond.js';

/** Discord waits three seconds for a first answer; what takes longer than this is put off, in milliseconds. */
const PATIENCE = 1500;
/** Between two edits that show progress, in milliseconds: far below Discord's limit of edits. */
const PROGRESS_EVERY = 1500;

/** Does something, and is told how far it is. */
type Work = (onProgress: (doing: Doing) => void) => Promise<Reply | ModalReply>;

/**
 * Answers a moderator with what comes of some work, however long that takes: in time at once, else put off, with its
 * progress shown by editing one message. A press in a private message changes that message; anywhere else the answer is a private one.
 * @param isSlow whether to put the answer off from the start
 */
export async function answerInTime(interaction: Answerable, isSlow: boolean, work: Work): Promise<void> {
  const source = 'message' in interaction ? interaction.message : null;
  const isInPlace = source?.flags.has(MessageFlags.Ephemeral) ?? false;
  let putOff: Promise<void> | null = null;
  const defer = () => (putOff ??= putOffAnswer(interaction, isInPlace));
  if (isSlow) await defer();
  // A failure to put off is met where it is waited for.
  const timer = setTimeout(() => void defer().catch(() => {}), PATIENCE);
  let shown = 0;
  try {
    const reply = await work((doing) => {
      if (Date.now() - shown < PROGRESS_EVERY) return;
      shown = Date.now();
      // Progress is a courtesy: if an edit fails, the result still comes, or its own failure is told.
      defer()
        .then(() => showProgress(interaction, progressReply(doing)))
        .catch(() => {});
    });
    clearTimeout(timer);
    await (putOff as Promise<void> | null);
    await give(interaction, reply, isInPlace);
  } finally {
    clearTimeout(timer);
    await (putOff as Promise<void> | null)?.catch(() => {});
  }
}

async function putOffAnswer(interaction: Answerable, isInPlace: boolean): Promise<void> {
  if (!isInPlace || !('deferUpdate' in interaction)) return think(interaction);
  await acknowledged(interaction.deferUpdate());
  interaction.deferred = true;
}

async function give(interaction: Answerable, reply: Reply | ModalReply, isInPlace: boolean): Promise<void> {
  if ('modal' in reply) {
    if (interaction.deferred || !('showModal' in interaction))
      throw new RequestError('That took too long to show you a form. Try again, please.');
    await interaction.showModal(reply.modal);
  } else if (!isInPlace) await respond(interaction, reply);
  else if (interaction.deferred) await interaction.editReply(changedMessage(reply));
  else if ('update' in interaction) await interaction.update(changedMessage(reply));
}
