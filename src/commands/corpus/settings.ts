import type { Scope, ServerSettings } from '../../corpus/store/change.js';
import { OPERATOR } from '../../corpus/store/change.js';
import { RequestError } from '../../errors.js';
import type { Newsroom } from '../../newsroom/newsroom.js';
import { defineSubcommand } from '../subcommands.js';

/** What goes by the operator's settings throughout. */
const NOTHING_SET: ServerSettings = {
  logChannel: null,
  moderatorRoles: [],
  privateAnswers: false,
  cooldownQuestions: null,
  cooldownSeconds: null,
  channels: [],
};

/** `/corpus settings` */
export const settings = defineSubcommand({
  definition: {
    name: 'settings',
    description: 'The log channel, who moderates, where and how I answer',
  },
  run: async ({ newsroom, scope }) => ({ kind: 'settings', settings: await settingsOf(newsroom, scope) }),
});

/** What a server's moderators have set. @throws RequestError where there is no server */
export async function settingsOf(newsroom: Newsroom | null, scope: Scope): Promise<ServerSettings> {
  if (newsroom === null || scope === OPERATOR)
    throw new RequestError('These are a server’s settings: use /corpus settings there.');
  return (await newsroom.store.scope(scope)).settings ?? NOTHING_SET;
}
