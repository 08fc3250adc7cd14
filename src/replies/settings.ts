import type { APIButtonComponent } from 'discord-api-types/v10';
import type { ServerSettings } from '../corpus/store/change.js';
import { modal, textField } from './modal.js';
import { button, COLOUR, message, notice, type ModalReply, type Reply } from './message.js';
import { channelSelect, roleSelect } from './select.js';

/** The most channels that can be named to answer in, and roles. */
export const MOST_CHANNELS = 25;
export const MOST_ROLES = 10;

/** What a server's moderators have set, with what changes it. @param problem why the log channel can't be told, or null */
export function settingsReply(settings: ServerSettings, problem: string | null = null): Reply {
  const { logChannel, moderatorRoles, channels, privateAnswers } = settings;
  const toggles: APIButtonComponent[] = [
    button(privateAnswers ? 'Answer for everybody' : 'Answer privately', {
      action: 'settings',
      field: privateAnswers ? 'private-off' : 'private-on',
    }),
    button('Cooldown…', { action: 'settings', field: 'cooldown' }),
  ];
  return message(
    [
      ['**Settings of this server**', problem].filter(Boolean).join('\n'),
      `**Log channel** ${logChannel === null ? 'none' : `<#${logChannel}>`}\n-# It is told of changes and reports.`,
      channelSelect(
        'Log channel: none',
        { action: 'settings', field: 'log' },
        logChannel ? [logChannel] : [],
      ),
      `**Moderators** ${moderatorRoles.length > 0 ? 'Manage Server, and these roles' : 'Manage Server, and whom the operator has named'}`,
      roleSelect('Roles that moderate', { action: 'settings', field: 'roles' }, moderatorRoles, {
        most: MOST_ROLES,
      }),
      `**I answer in** ${channels.length > 0 ? 'these channels' : 'all channels'}`,
      channelSelect('All channels', { action: 'settings', field: 'channels' }, channels, {
        most: MOST_CHANNELS,
      }),
      `**Answers** ${privateAnswers ? 'are seen by who asks alone, and can be shared' : 'are seen by everybody'}\n**Cooldown** ${cooldownText(settings)}`,
      toggles,
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** How often somebody may ask, as moderators read it. */
export function cooldownText({
  cooldownQuestions: questions,
  cooldownSeconds: seconds,
}: ServerSettings): string {
  if (questions === null || seconds === null) return 'as the operator has it';
  return seconds === 0
    ? 'none'
    : `${questions} ${questions === 1 ? 'question' : 'questions'} in ${seconds} seconds`;
}

/** Asks for the cooldown. */
export function cooldownForm({ cooldownQuestions, cooldownSeconds }: ServerSettings): ModalReply {
  const digits = { longest: 4 };
  return modal('Cooldown', { action: 'settings', field: 'cooldown' }, [
    textField({
      ...digits,
      name: 'questions',
      label: 'So many questions (1 to 100)',
      description: 'Both empty: as the operator has it.',
      value: cooldownQuestions === null ? '' : String(cooldownQuestions),
    }),
    textField({
      ...digits,
      name: 'seconds',
      label: 'in so many seconds (0 to 3600)',
      description: '0 is no limit.',
      value: cooldownSeconds === null ? '' : String(cooldownSeconds),
    }),
  ]);
}

/** Told to a channel when it is made the log channel. */
export function logChannelGreeting(): Reply {
  return message(['This channel is now told of changes to the stories, and of reports.'], {
    private: false,
    colour: COLOUR.corpus,
  });
}

/** Where questions are answered, for somebody who asks elsewhere. */
export function elsewhereReply(channels: readonly string[]): Reply {
  return notice(`The moderators have me answer in ${channels.map((id) => `<#${id}>`).join(', ')}.`);
}
