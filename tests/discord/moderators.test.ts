import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { everyComponent } from './stand-in/breaches.js';
import { idIn, MONA as moderator } from './desk.js';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';
import type { Outcome } from './stand-in/person.js';
import { idOf } from './stand-in/world.js';
import { STORIES } from './stories.js';

const use = useNewsroom(STORIES, { OPERATOR_IDS: idOf('user olga') }, startBotHere);
const channel = (name: string) => idOf(`channel ${name}`);
const person = () => use.newsroom.person;
const posted = () => use.newsroom.standIn.posted;
const settings = (acting: object = moderator) => person().invoke('corpus settings', {}, acting);
const bridge = (acting: object = {}) => use.newsroom.ask('When will the bridge open?', {}, acting);

async function eventually(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { timeout: 5000 }).toBe(true);
}

describe('settings', () => {
  test('a channel is named as the log channel, told so, and told of every further change', async () => {
    const panel = await settings();
    expect(panel.message.ephemeral).toBe(true);
    const { text } = await person().press(panel.message, 't:log', [channel('log')], moderator);
    expect(text).toContain(`<#${channel('log')}>`);
    await eventually(() => posted().some((p) => p.text.includes('is now told of changes')));
    await person().click(panel.message, 'Answer privately', moderator);
    await eventually(() => posted().filter((p) => p.text.includes('**mona**: settings')).length >= 2);
    expect(new Set(posted().map((p) => p.channel))).toEqual(new Set([channel('log')]));
  });

  test('answers are private where the moderators want that, in their server alone', async () => {
    expect((await bridge()).message.ephemeral).toBe(true);
    expect((await bridge({ guild: 'gazette' })).message.ephemeral).toBe(false);
    expect((await bridge({ dm: true })).message.ephemeral).toBe(false);
    await person().click((await settings()).message, 'Answer for everybody', moderator);
    expect((await bridge()).message.ephemeral).toBe(false);
  });

  test('a cooldown is filled in; what is no number is refused', async () => {
    const panel = await settings();
    const form = await person().press(panel.message, 't:cooldown', null, moderator);
    expect((await person().submit(form, { questions: 'many', seconds: '60' })).text).toContain(
      'isn’t a whole number',
    );
    expect((await person().submit(form, { questions: '1', seconds: '600' })).text).toContain(
      '1 question in 600 seconds',
    );
    await bridge({ user: 'hasty' });
    expect((await bridge({ user: 'hasty' })).text).toContain('you can ask again in');
    expect((await bridge({ user: 'hasty', guild: 'gazette' })).text).toContain('in May');
    await person().submit(form, { questions: '', seconds: '' });
  });

  test('elsewhere than in the channels that are named, a private notice says where', async () => {
    const panel = await settings();
    await person().press(panel.message, 't:channels', [channel('stories')], moderator);
    const { message } = await bridge();
    expect(message).toMatchObject({ ephemeral: true });
    expect(message.text).toContain(`<#${channel('stories')}>`);
    expect((await settings()).text).toContain('these channels');
    await person().press(panel.message, 't:channels', [], moderator);
    expect((await bridge()).text).toContain('in May');
  });

  test('a log channel that can’t be written in is told to whoever names it, and breaks nothing', async () => {
    const { forbidden, breaches } = use.newsroom.standIn;
    forbidden.add(channel('closed'));
    const panel = await settings();
    const named = await person().press(panel.message, 't:log', [channel('closed')], moderator);
    expect(named.text).toContain('give me Send Messages');
    await expect.poll(() => breaches.length, { timeout: 5000 }).toBeGreaterThan(0);
    await person().press(panel.message, 't:log', [channel('log')], moderator);
    expect(breaches.splice(0).every((b) => b.includes('403 50013'))).toBe(true);
  });

  test('named roles moderate', async () => {
    const panel = await settings();
    const editor = { user: 'ed', roles: ['desk'], force: true };
    expect((await settings(editor)).text).toContain('Only moderators');
    use.newsroom.moderatorRoles.add(idOf('role desk'));
    await person().press(panel.message, 't:roles', [idOf('role desk')], moderator);
    expect((await settings(editor)).text).toContain('Settings of this server');
    expect((await settings({ ...editor, guild: 'gazette' })).text).toContain('Only moderators');
    await person().press(panel.message, 't:roles', [], moderator);
    expect((await settings(editor)).text).toContain('Only moderators');
  });
});

describe('people', () => {
  const nobodies = {
    'a member': { user: 'eve' },
    'somebody in direct messages': { user: 'eve', dm: true },
    'somebody in a group': { user: 'eve', dm: 'group' },
    'a moderator of a server that hasn’t installed the bot': {
      user: 'eve',
      guild: 'other',
      install: 'user',
      permissions: P.ManageGuild,
    },
    'an operator outside direct messages': { user: 'olga', dm: 'group' },
    'an operator as a member': { user: 'olga' },
  } as const;

  test.each(Object.entries(nobodies))('%s moderates nothing, by whatever way', async (_, acting) => {
    const forced = { permissions: 0n, ...acting, force: true };
    const before = (await settings()).message;
    for (const path of ['corpus settings', 'corpus status', 'corpus refresh', 'corpus history'])
      expect((await person().invoke(path, {}, forced)).text).toContain('Only moderators');
    for (const id of [
      't:private',
      't:private-on',
      'n:confirm:AAAAAAAA',
      'n:undo:AAAAAAAA',
      'k:hide:AAAAAAAAA:0',
    ])
      expect((await person().press(before, id, null, forced)).text).toContain('Only moderators');
    const chosen = await person().press(before, 't:roles', [idOf('role desk')], forced);
    expect(chosen.text).toContain('Only moderators');
    const form = await person().press(before, 't:cooldown', null, moderator);
    const sent = await person().submit(form, { questions: '1', seconds: '1' }, forced);
    expect(sent.text).toContain('Only moderators');
    const { choices } = await person().complete('corpus show', 'story', '', forced);
    expect(choices).toEqual([]);
  });

  test('permission lost between panel and press is noticed', async () => {
    const panel = await settings();
    const lost = await person().click(panel.message, 'Answer privately', { user: 'mona', permissions: 0n });
    expect(lost.text).toContain('Only moderators');
  });

  test('operators may use /corpus in a direct message, where there are no settings', async () => {
    const operator = { user: 'olga', dm: true };
    expect((await person().invoke('corpus status', {}, operator)).text).toContain('2 articles');
    expect((await settings(operator)).text).toContain('a server’s settings');
  });
});

describe('wrong speaker?', () => {
  const wrong = (asked: Outcome, acting: object) => person().click(asked.message, 'Wrong speaker?', acting);

  test('a moderator chooses who said it, in their server alone; history takes it back', async () => {
    const asked = await bridge();
    const panel = await wrong(asked, moderator);
    expect(panel.message.ephemeral).toBe(true);
    expect(panel.text).toContain('Said by **Ana Duarte**, by the reading');
    const select = idIn(panel.message, 'k:speaker');
    const reyes = everyComponent(panel.message.message.components)
      .flatMap((c) => ('options' in c ? c.options : []))
      .find((o) => o.label === 'Tomas Reyes');
    const done = await person().press(panel.message, select, [reyes?.value ?? ''], moderator);
    expect(done.text).toContain('Said by **Tomas Reyes**, corrected by moderators');
    expect((await bridge()).text).toMatch(/\*\*Tomas Reyes\*\*[^\n]*\n-# corrected by moderators/u);
    for (const other of [{ guild: 'gazette' }, { dm: true }])
      expect((await bridge(other)).text).toContain('**Ana Duarte**');
  });

  test('… or writes a name, or hides the statement', async () => {
    const panel = await wrong(await bridge(), moderator);
    const form = await person().press(panel.message, idIn(panel.message, 'k:other'), null, moderator);
    expect((await person().submit(form, { name: ' Vera  Lind ' })).text).toContain('Said by **Vera Lind**');
    expect((await bridge()).text).toContain('**Vera Lind**');
    const hidden = await person().press(panel.message, idIn(panel.message, 'k:hide'), null, moderator);
    expect(hidden.text).toContain('Hidden by moderators');
    expect((await bridge()).text).not.toContain('will open in May');
    expect((await bridge({ guild: 'gazette' })).text).toContain('will open in May');
  });

  test('anybody else reports it to the log channel, where moderators set it right', async () => {
    const asked = await use.newsroom.ask('Was the farmers’ opinion asked?');
    const form = await wrong(asked, { user: 'rita' });
    const sent = await person().submit(form, { reason: 'That was @everyone **else**' });
    expect(sent.message).toMatchObject({ ephemeral: true });
    expect(sent.text).toContain('The moderators are told');
    const report = posted().find((p) => p.text.includes('**rita** reports'));
    expect(report?.text).toContain('\\@everyone');
    expect(report?.channel).toBe(channel('log'));
    for (let n = 0; n < 3; n++) await person().submit(form, { reason: 'Again' });
    expect((await person().submit(form, { reason: 'Again' })).text).toContain('One moment');
  });

  test('… or is told that there is no channel', async () => {
    const asked = await bridge({ guild: 'gazette' });
    const { message } = await wrong(asked, { user: 'rita' });
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('named no channel');
  });

  test('an operator sets it right or hides it for all servers, and is told that they follow', async () => {
    const follow = 'Other servers follow in a moment.';
    const [operator, gazette] = [{ user: 'olga', dm: true }, { guild: 'gazette' }];
    const panel = await wrong(await bridge(operator), operator);
    const form = await person().press(panel.message, idIn(panel.message, 'k:other'), null, operator);
    expect((await person().submit(form, { name: 'Vera Lind' }, operator)).text).toContain(follow);
    await expect.poll(async () => (await bridge(gazette)).text).toContain('**Vera Lind**');
    const hidden = await person().press(panel.message, idIn(panel.message, 'k:hide'), null, operator);
    expect(hidden.text).toContain(`/corpus undo takes it back. ${follow}`);
    await expect.poll(async () => (await bridge(gazette)).text).not.toContain('will open in May');
    const own = await wrong(await use.newsroom.ask('Was the farmers’ opinion asked?'), moderator);
    const done = await person().press(own.message, idIn(own.message, 'k:hide'), null, moderator);
    expect(done.text).toMatch(/takes it back\.$/mu);
    expect(done.text).not.toContain(follow);
  });
});
