import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { useNewsroom } from './newsroom.js';
import { spawnBot } from './stand-in/bot.js';
import { APPLICATION, idOf } from './stand-in/world.js';
import { manyStories, STORIES } from './stories.js';

const use = useNewsroom(STORIES);
const opening = 'When will the bridge open?';
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
    expect(commands.writes.splice(0)).toEqual(
      ['ask', 'who', 'corpus', 'help'].map((name) => `POST global: ${name}`),
    );
    expect(gateway.identifies).toEqual([0]);
  });

  test('not again when nothing differs', async () => {
    await use.newsroom.restart();
    expect(use.newsroom.standIn.commands.writes).toEqual([]);
  });

  test('by what differs: one changed, one missing, one too many', async () => {
    const { commands } = use.newsroom.standIn;
    const id = commands.find('who', null)?.id ?? '';
    await tamper('PATCH', `/commands/${id}`, { description: 'An older description' });
    await tamper('POST', '/commands', { name: 'old', description: 'Gone' });
    commands.writes.length = 0;
    await use.newsroom.restart();
    expect(commands.writes.splice(0).toSorted()).toEqual(['DELETE global: old', 'PATCH global: who']);
    await use.newsroom.restart();
    expect(commands.writes).toEqual([]);
  });

  test('for one server alone, where that is set', async () => {
    const { commands } = use.newsroom.standIn;
    await use.newsroom.restart({ DISCORD_GUILD_ID: newsroomId });
    expect(commands.in(newsroomId).map((c) => c.name)).toEqual(['ask', 'who', 'corpus', 'help']);
    expect(commands.writes.splice(0).every((line) => line.startsWith(`POST ${newsroomId}`))).toBe(true);
    expect((await use.newsroom.ask(opening)).text).toContain('The bridge will open in May');
    await use.newsroom.restart({ DISCORD_GUILD_ID: newsroomId });
    expect(commands.writes).toEqual([]);
  });
});

describe('a restart', () => {
  test('leaves every button working, and ends cleanly', async () => {
    const { message } = await use.newsroom.ask('What is said about the bridge?');
    const hidden = await use.newsroom.ask(opening, { private: true });
    const exit = await use.newsroom.bot.stop();
    expect(exit.code).toBe(0);
    expect(exit.ms).toBeLessThan(2000);
    await use.newsroom.restart();
    const more = message.labels.find((l) => l.startsWith('More passages')) ?? '';
    const turned = await use.newsroom.person.click(message, more);
    expect(turned.text).toContain('-# ada asked: What is said about the bridge?');
    expect((await use.newsroom.person.click(turned.message, 'In context')).message.ephemeral).toBe(true);
    expect((await use.newsroom.person.click(hidden.message, 'Share')).messages).toHaveLength(2);
    expect((await use.newsroom.person.click(turned.message, 'Delete')).message.deleted).toBe(true);
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

  test('waits for the answer under way', async () => {
    await use.newsroom.write(manyStories(300));
    const acting = { permissions: P.ManageGuild };
    const refreshing = await use.newsroom.person.invoke(
      'corpus refresh',
      {},
      { ...acting, until: ({ ack }) => ack !== null },
    );
    const exit = await use.newsroom.bot.stop();
    expect(exit.code).toBe(0);
    expect(refreshing.text).toContain('300 added');
    await use.newsroom.remove('many');
    await use.newsroom.restart();
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
    for (let fault = 0; fault < 12; fault++) use.newsroom.standIn.failNextEdit();
    await use.newsroom.person.invoke(
      'corpus refresh',
      {},
      { permissions: P.ManageGuild, until: ({ ack }) => ack !== null },
    );
    await expect
      .poll(() => use.newsroom.bot.output(), { timeout: 10_000 })
      .toContain('the failure could not be told');
    expect(use.newsroom.bot.output()).toContain('[redacted]');
    use.newsroom.standIn.clearFaults();
    expect((await use.newsroom.ask(opening)).text).toContain('The bridge will open in May');
  });
});

describe('a start that can’t succeed', () => {
  test.each([
    ['a refused token', { DISCORD_TOKEN: `${'x'.repeat(24)}.other.${'y'.repeat(38)}` }, /DISCORD_TOKEN/u],
    ['a token that is none', { DISCORD_TOKEN: 'hunter2' }, /DISCORD_TOKEN must be a bot token/u],
    ['a wrong setting', { COOLDOWN_SECONDS: 'often' }, /COOLDOWN_SECONDS is "often", but must be/u],
    ['no folder', { CORPUS_DIR: '/nowhere/at/all' }, /there is no such folder/u],
  ])('%s: says why in a line or two, and ends with 1', async (_, env, why) => {
    const { standIn, folder } = use.newsroom;
    const bot = spawnBot({ ...standIn.env, CORPUS_DIR: folder, LOG_LEVEL: 'trace', ...env });
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toMatch(why);
    expect(bot.output()).not.toContain({ ...standIn.env, ...env }.DISCORD_TOKEN);
    expect(bot.output()).not.toMatch(/^\s+at /mu);
    standIn.breaches.length = 0;
  });
});
