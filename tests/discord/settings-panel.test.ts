import { REST } from 'discord.js';
import { expect, it } from 'vitest';
import { NOTHING_SET } from '../../src/corpus/store/change.js';
import { LogChannel } from '../../src/discord/log-channel.js';
import { pressSetting, submitCooldown } from '../../src/discord/settings-panel.js';
import { Room, SERVER } from '../newsroom/room.js';
import { idOf } from './stand-in/world.js';

it('what moderators set at the same time is all set', async () => {
  const { newsroom, ...room } = await opened();
  const channel = new LogChannel(new REST(), newsroom.store, newsroom.log);
  const [role, place] = [idOf('role editor'), idOf('channel questions')];
  await Promise.all([
    pressSetting(room.context, channel, 'roles', [role]),
    pressSetting(room.context, channel, 'channels', [place]),
    pressSetting(room.context, channel, 'private', []),
    submitCooldown(room.context, { texts: { questions: '2', seconds: '60' }, choices: {}, files: {} }),
  ]);
  const { settings, history } = await newsroom.store.scope(SERVER);
  expect(settings).toEqual({
    ...NOTHING_SET,
    moderatorRoles: [role],
    channels: [place],
    privateAnswers: true,
    cooldownQuestions: 2,
    cooldownSeconds: 60,
  });
  expect(history).toHaveLength(4);
});

async function opened() {
  const room = await Room.open();
  const { newsroom } = room;
  return { newsroom, context: { ...(await room.context()), newsroom } };
}
