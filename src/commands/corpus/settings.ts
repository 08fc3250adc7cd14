import { NOTHING_SET, OPERATOR, type Scope, type ServerSettings } from '../../corpus/store/change.js';
import { RequestError } from '../../errors.js';
import type { Newsroom } from '../../newsroom/newsroom.js';
import { defineSubcommand } from '../subcommands.js';

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
    throw new RequestError(
      'There is nothing to set in direct messages. These are a server’s settings: /corpus settings in that server shows and changes them. What goes for all servers is set where the bot runs, in its environment.',
    );
  return (await newsroom.store.scope(scope)).settings ?? NOTHING_SET;
}
