import { pressed, submitted } from './newsroom-presses.js';
import type { Doing } from '../newsroom/doing.js';
import type { Newsroom } from '../newsroom/newsroom.js';
import { decodeId, type ComponentId } from '../replies/component-ids.js';
import type { ModalReply, Reply } from '../replies/message.js';
import { replyTo } from '../replies/reply.js';
import { RequestError } from '../errors.js';
import { submissionOf } from './fields.js';
import { answerInTime } from './in-time.js';
import { mustModerate } from './person.js';
import type { Answerable } from './respond.js';
import { pressSetting, submitCooldown } from './settings-panel.js';
import type { ModeratorsContext, Surroundings } from './surroundings.js';
import { askForReport, correct, correctWithName, openCorrecting, report } from './wrong-speaker.js';
import type { Cooldowns } from './cooldown.js';
import type { LogChannel } from './log-channel.js';

/** What a moderator's press or form is answered with. */
export interface Moderated extends Surroundings {
  readonly newsroom: Newsroom;
  readonly channel: LogChannel;
  readonly cooldowns: Cooldowns;
  readonly context: (onProgress: (doing: Doing) => void) => ModeratorsContext;
}

type Id = Extract<ComponentId, { action: 'wrong' | 'correct' | 'settings' | 'newsroom' }>;

/**
 * Answers buttons, selects and forms that change something. Whether the person may is asked each time anew.
 * @returns false where the id is none of these
 */
export async function moderate(interaction: Answerable, work: Moderated): Promise<boolean> {
  if (!('customId' in interaction)) return false;
  const id = decodeId(interaction.customId);
  switch (id?.action) {
    case 'wrong':
      if (!work.person.isModerator || interaction.isModalSubmit()) {
        await answerInTime(interaction, false, () => reported(interaction, work, id));
        return true;
      }
      break;
    case 'correct':
    case 'settings':
    case 'newsroom':
      break;
    default:
      return false;
  }
  mustModerate(work.person);
  await answerInTime(interaction, false, (onProgress) => changed(interaction, work, id, onProgress));
  return true;
}

/** "Wrong speaker?", for everybody who doesn't moderate. */
async function reported(
  interaction: Answerable,
  { person, scope, library, channel, cooldowns }: Moderated,
  { hit }: Extract<Id, { action: 'wrong' }>,
): Promise<Reply | ModalReply> {
  if (!interaction.isModalSubmit()) return askForReport(channel, scope, hit);
  const by = { id: person.id, name: person.name, scope, index: library.index };
  return report(by, hit, submissionOf(interaction), { channel, cooldowns });
}

async function changed(
  interaction: Answerable,
  work: Moderated,
  id: Id,
  onProgress: (doing: Doing) => void,
): Promise<Reply | ModalReply> {
  const context = work.context(onProgress);
  if (interaction.isModalSubmit()) {
    const fields = submissionOf(interaction);
    if (id.action === 'settings') return submitCooldown(context, fields);
    if (id.action === 'correct') return correctWithName(context, id, fields);
    if (id.action === 'newsroom') return replyTo(await submitted(context, id, fields), work.person);
    throw new RequestError('This form is from another version of On Record.');
  }
  const values = 'values' in interaction ? interaction.values : [];
  switch (id.action) {
    case 'wrong':
      return openCorrecting(context, id.hit);
    case 'correct':
      return correct(context, id, values);
    case 'settings':
      return pressSetting(context, work.channel, id.field, values);
    case 'newsroom':
      return replyTo(await pressed(context, id), work.person);
  }
}
