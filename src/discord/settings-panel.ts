import { isDeepStrictEqual } from 'node:util';
import { settingsOf } from '../commands/corpus/settings.js';
import type { Submission } from '../commands/command.js';
import type { ServerSettings } from '../corpus/store/change.js';
import { RequestError } from '../errors.js';
import type { SettingsField } from '../replies/component-ids.js';
import type { ModalReply, Reply } from '../replies/message.js';
import {
  cooldownForm,
  logChannelGreeting,
  MOST_CHANNELS,
  MOST_ROLES,
  settingsReply,
} from '../replies/settings.js';
import type { LogChannel } from './log-channel.js';
import type { ModeratorsContext } from './surroundings.js';

/** Changes a setting, or asks for what is needed to. @param values what was chosen */
export async function pressSetting(
  context: ModeratorsContext,
  channel: LogChannel,
  field: SettingsField,
  values: readonly string[],
): Promise<Reply | ModalReply> {
  switch (field) {
    case 'log': {
      const [logChannel = null] = ids(values, 1);
      const after = await change(context, () => ({ logChannel }));
      const problem =
        logChannel === null ? null : await channel.post(context.scope, logChannel, logChannelGreeting());
      channel.takeProblem(context.scope);
      return settingsReply(after, problem);
    }
    case 'roles':
      return settingsReply(await change(context, () => ({ moderatorRoles: ids(values, MOST_ROLES) })));
    case 'channels':
      return settingsReply(await change(context, () => ({ channels: ids(values, MOST_CHANNELS) })));
    case 'private-on':
      return settingsReply(await change(context, () => ({ privateAnswers: true })));
    case 'private-off':
      return settingsReply(await change(context, () => ({ privateAnswers: false })));
    case 'private':
      return settingsReply(
        await change(context, ({ privateAnswers }) => ({ privateAnswers: !privateAnswers })),
      );
    case 'cooldown':
      return cooldownForm(await settingsOf(context.newsroom, context.scope));
  }
}

/** Sets the cooldown that was filled in. @throws RequestError where it can't be that */
export async function submitCooldown(context: ModeratorsContext, { texts }: Submission): Promise<Reply> {
  const [questions = '', seconds = ''] = [texts['questions']?.trim(), texts['seconds']?.trim()];
  if (questions === '' && seconds === '')
    return settingsReply(await change(context, () => ({ cooldownQuestions: null, cooldownSeconds: null })));
  const cooldown = {
    cooldownQuestions: wholeNumber(questions, 1, 100),
    cooldownSeconds: wholeNumber(seconds, 0, 3600),
  };
  return settingsReply(await change(context, () => cooldown));
}

/** What another moderator sets meanwhile stays, and is not set again: the settings are looked at when it is this change's turn. */
function change(
  { newsroom, scope, actor }: ModeratorsContext,
  alter: (before: ServerSettings) => Partial<ServerSettings>,
): Promise<ServerSettings> {
  return newsroom.inTurn(scope, async () => {
    const before = await settingsOf(newsroom, scope);
    const after = { ...before, ...alter(before) };
    if (isDeepStrictEqual(before, after)) return after;
    await newsroom.carryOut(scope, actor, 'settings', [{ kind: 'settings', key: 'settings', after }]);
    return after;
  });
}

/** Ids as Discord gives them, and nothing else. */
function ids(values: readonly string[], most: number): string[] {
  return values.filter((value) => /^\d{17,20}$/u.test(value)).slice(0, most);
}

function wholeNumber(text: string, low: number, high: number): number {
  const value = /^\d{1,4}$/u.test(text) ? Number(text) : NaN;
  if (!(value >= low && value <= high))
    throw new RequestError(`“${text}” isn’t a whole number from ${low} to ${high}.`);
  return value;
}
