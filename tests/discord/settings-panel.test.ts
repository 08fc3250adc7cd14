import { REST } from 'discord.js';
import { expect, it } from 'vitest';
import { NOTHING_SET } from '../../src/corpus/store/change.js';
import { LogChannel } from '../../src/discord/log-channel.js';
import { pressSetting, submitCooldown } from '../../src/discord/settings-panel.js';
import { decodeId } from '../../src/replies/component-ids.js';
import { settingsReply } from '../../src/replies/settings.js';
import { Room, SERVER } from '../newsroom/room.js';
import { idOf } from './stand-in/world.js';

it('what moderators set at the same time is all set', async () => {
  const { newsroom, ...room } = await opened();
  const channel = new LogChannel(new REST(), newsroom.store, newsroom.log);
  const [role, place] = [idOf('role editor'), idOf('channel questions')];
  await Promise.all([
    pressSetting(room.context, channel, 'roles', [role]),
    pressSetting(room.context, channel, 'channels', [place]),
    pressSetting(room.context, channel, 'private-on', []),
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

it('two who press the same button at once have set the same', async () => {
  const { newsroom, ...room } = await opened();
  const channel = new LogChannel(new REST(), newsroom.store, newsroom.log);
  const pressPrivate = async () => {
    const { settings } = await newsroom.store.scope(SERVER);
    const panel = JSON.stringify(settingsReply(settings ?? NOTHING_SET));
    const id = decodeId(/"custom_id":"(t:private[^"]*)"/u.exec(panel)?.[1] ?? '');
    if (id?.action !== 'settings') throw new Error('No such button');
    const press = () => pressSetting(room.context, channel, id.field, []);
    const shown = await Promise.all([press(), press()]);
    return shown.map((reply) => JSON.stringify(reply));
  };
  const alone = expect.stringContaining('are seen by who asks alone');
  expect(await pressPrivate()).toEqual([alone, alone]);
  expect((await newsroom.store.scope(SERVER)).settings?.privateAnswers).toBe(true);
  const everybody = expect.stringContaining('are seen by everybody');
  expect(await pressPrivate()).toEqual([everybody, everybody]);
  expect((await newsroom.store.scope(SERVER)).history).toHaveLength(2);
});

it('a button of an earlier version turns it round', async () => {
  const { newsroom, ...room } = await opened();
  const channel = new LogChannel(new REST(), newsroom.store, newsroom.log);
  const id = decodeId('t:private');
  if (id?.action !== 'settings') throw new Error('Not understood');
  for (const privateAnswers of [true, false]) {
    await pressSetting(room.context, channel, id.field, []);
    expect((await newsroom.store.scope(SERVER)).settings).toMatchObject({ privateAnswers });
  }
});

async function opened() {
  const room = await Room.open();
  const { newsroom } = room;
  return { newsroom, context: { ...(await room.context()), newsroom } };
}
