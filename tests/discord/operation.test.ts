import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { isShared } from './desk.js';
import { useNewsroom } from './newsroom.js';
import { spawnBot } from './stand-in/bot.js';
import type { Outcome } from './stand-in/person.js';
import { APPLICATION, idOf } from './stand-in/world.js';
import { manyStories, STORIES } from './stories.js';

const use = useNewsroom(STORIES);
const opening = 'When will the bridge open?';
const NAMES = ['ask', 'who', 'check', 'corpus', 'help', 'Check this quote', 'Who said this?'];
const isAcknowledged = ({ ack }: Outcome) => ack !== null;
const newsroomId = idOf('guild newsroom');

/** Changes what Discord has registered, as another version of the bot would have. */
async function tamper(method: string, path: string, body: object): Promise<void> {
  const { DISCORD_API_URL: api, DISCORD_TOKEN: token } = use.newsroom.standIn.env;
  const headers = { authorization: `Bot ${token}`, 'content-type': 'application/json' };
  const url = `${api}/v10/applications/${APPLICATION}${path}`;
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  expect(response.ok).toBe(true);
}

describe('commands are registered', () => {
  test('at the first start, for all servers, and with no intent', () => {
    const { commands, gateway } = use.newsroom.standIn;
    expect(commands.writes.splice(0)).toEqual(NAMES.map((name) => `POST global: ${name}`));
    expect(gateway.identifies).toEqual([0]);
  });

  test('by what differs: one changed, one too many', async () => {
    const { commands } = use.newsroom.standIn;
    const id = commands.find('who', null)?.id ?? '';
    await tamper('PATCH', `/commands/${id}`, { description: 'An older description' });
    await tamper('POST', '/commands', { name: 'old', description: 'Gone' });
    commands.writes.length = 0;
    await use.newsroom.restart();
    expect(commands.writes.splice(0).toSorted()).toEqual(['DELETE global: old', 'PATCH global: who']);
  });
});

describe('a restart', () => {
  test('registers nothing again, leaves every button working, and ends cleanly', async () => {
    const { message } = await use.newsroom.ask('What is said about the bridge?');
    const hidden = await use.newsroom.ask(opening, { private: true });
    const exit = await use.newsroom.bot.stop();
    expect(exit.code).toBe(0);
    expect(exit.ms).toBeLessThan(2500);
    await use.newsroom.restart();
    expect(use.newsroom.standIn.commands.writes).toEqual([]);
    const more = message.labels.find((l) => l.startsWith('More passages')) ?? '';
    const turned = await use.newsroom.person.click(message, more);
    expect(turned.text).toContain('-# ada asked: What is said about the bridge?');
    expect((await use.newsroom.person.click(turned.message, 'In context')).message.ephemeral).toBe(true);
    expect(
      (await use.newsroom.person.click(hidden.message, 'Share', { until: isShared })).messages,
    ).toHaveLength(2);
    expect((await use.newsroom.person.click(turned.message, 'Delete')).message.deleted).toBe(true);
  });

  test('for one server alone registers there, and only once', async () => {
    const { commands } = use.newsroom.standIn;
    await use.newsroom.restart({ DISCORD_GUILD_ID: newsroomId });
    expect(commands.writes.splice(0)).toEqual(NAMES.map((name) => `POST ${newsroomId}: ${name}`));
    expect((await use.newsroom.ask(opening)).text).toContain('The bridge will open in May');
  });

  test('waits for the answer under way', async () => {
    await use.newsroom.write(manyStories(40));
    const acting = { permissions: P.ManageGuild, until: isAcknowledged };
    const refreshing = await use.newsroom.person.invoke('corpus refresh', {}, acting);
    const exit = await use.newsroom.bot.stop();
    expect(exit.code).toBe(0);
    expect(refreshing.text).toContain('40 added');
    await use.newsroom.remove('many');
    await use.newsroom.restart({ DISCORD_GUILD_ID: newsroomId });
    expect(use.newsroom.standIn.commands.writes).toEqual([]);
  });

  test('a button of another version says so', async () => {
    const { message } = await use.newsroom.ask(opening);
    for (const custom_id of ['c:short', 'v9:something', 'p:C8lpvnfAAAA:7:KTGbmFpwA']) {
      const buttons = message.buttons
        .map((b) => ({ ...b, custom_id }))
        .filter((b) => b.label === 'In context');
      const { message: told } = await use.newsroom.person.click({ ...message, buttons }, 'In context');
      expect(told.ephemeral).toBe(true);
      expect(told.text).toContain('another version of On Record');
    }
  });
});

describe('Discord’s own troubles', () => {
  test('an interaction that comes twice is answered once', async () => {
    const { message, interaction } = await use.newsroom.ask(opening, {}, { copies: 2 });
    expect(interaction.history).toHaveLength(1);
    const context = await use.newsroom.person.click(message, 'In context', { copies: 3 });
    expect(context.interaction.history).toHaveLength(1);
    const completed = await use.newsroom.person.complete('who', 'name', 'ana', { copies: 2 });
    expect(completed.choices).toHaveLength(1);
  });

  test('a cut connection is resumed, and what was asked meanwhile is answered', async () => {
    const { gateway } = use.newsroom.standIn;
    gateway.drop();
    expect((await use.newsroom.ask(opening)).text).toContain('The bridge will open in May');
    expect(gateway.resumes).toBe(1);
  });

  test('an ended session is begun anew', async () => {
    const { gateway } = use.newsroom.standIn;
    const before = gateway.identifies.length;
    gateway.invalidate();
    await expect.poll(() => gateway.identifies.length, { timeout: 15_000 }).toBe(before + 1);
    expect((await use.newsroom.ask(opening)).text).toContain('The bridge will open in May');
  });

  test('an answer that can’t be sent stands in the log, without secrets', async () => {
    use.newsroom.standIn.failNext('edit', 12);
    await use.newsroom.person.invoke(
      'corpus refresh',
      {},
      { permissions: P.ManageGuild, until: isAcknowledged },
    );
    await expect
      .poll(() => use.newsroom.bot.output(), { timeout: 10_000 })
      .toContain('the failure could not be told');
    expect(use.newsroom.bot.output()).toContain('[redacted]');
    use.newsroom.standIn.clearFaults();
    expect((await use.newsroom.ask(opening)).text).toContain('The bridge will open in May');
  });

  test('an answer that fails is apologised for, and the log holds nothing of what was asked', async () => {
    use.newsroom.standIn.failNext('reply', 4);
    const { message } = await use.newsroom.ask('Does a xylophone stand on the bridge?');
    expect(message.ephemeral).toBe(true);
    expect(message.text).toMatch(/Something went wrong on my side.*\n-# .*reference [0-9A-F]{6}/u);
    await use.newsroom.ask('Does a xylophone stand on the bridge?');
    expect(use.newsroom.bot.output()).toContain('an interaction failed');
    expect(use.newsroom.bot.output()).not.toMatch(/xylophone/iu);
    expect(use.newsroom.bot.output()).not.toContain('ada');
  });
});

describe('a start that can’t succeed', () => {
  const token = `${'x'.repeat(24)}.other.${'y'.repeat(38)}`;
  test.each([
    ['a refused token', { DISCORD_TOKEN: token }, /DISCORD_TOKEN/u],
    [
      'wrong settings',
      { DISCORD_TOKEN: 'hunter2', COOLDOWN_SECONDS: 'often' },
      /DISCORD_TOKEN must be a bot token[^]*COOLDOWN_SECONDS is "often", but must be/u,
    ],
    ['no folder', { CORPUS_DIR: '/nowhere/at/all' }, /there is no such folder/u],
    ['a server that the bot isn’t in', { DISCORD_GUILD_ID: idOf('guild elsewhere') }, /DISCORD_GUILD_ID/u],
    ['no Discord', { DISCORD_API_URL: 'http://127.0.0.1:9/api' }, /127\.0\.0\.1:9/u],
  ])('%s: says why in a line or two, and ends with 1', async (_, env, why) => {
    const { standIn, folder } = use.newsroom;
    const all = { ...standIn.env, CORPUS_DIR: folder, LOG_LEVEL: 'trace', ...env };
    const bot = spawnBot(all);
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toMatch(why);
    expect(bot.output()).not.toContain(all.DISCORD_TOKEN);
    expect(bot.output()).not.toMatch(/^\s+at /mu);
    standIn.breaches.length = 0;
  });
});

test('a bot that Discord wants no more ends with 1, so that whoever runs it is told', async () => {
  const { standIn, bot } = use.newsroom;
  standIn.gateway.drop(4004);
  expect(await bot.exited).toBe(1);
});
