import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterEach, describe, expect, test } from 'vitest';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';
import type { Outcome } from './stand-in/person.js';
import { idOf } from './stand-in/world.js';
import { manyStories, STORIES } from './stories.js';

const use = useNewsroom(
  STORIES,
  { MODERATOR_ROLE_IDS: `${idOf('role editor')}, ${idOf('role chief')}` },
  startBotHere,
);
const moderator = { user: 'mona', permissions: P.ManageGuild };
const status = (acting: object = moderator) => use.newsroom.person.invoke('corpus status', {}, acting);
const refresh = (acting: object = moderator) =>
  use.newsroom.person.invoke('corpus refresh', {}, { ...acting, until: isDone });
const isDone = ({ text }: Outcome) => text !== '' && !text.startsWith('Reading the stories again');

describe('who may', () => {
  test('members are not offered the command, and are refused if they send it all the same', async () => {
    await expect(status({})).rejects.toThrow('needs the permissions');
    await expect(status({ dm: 'group' })).rejects.toThrow("isn't offered here");
    expect((await status({ dm: true })).text).toContain('Only moderators');
    for (const send of [status, refresh]) {
      const { message } = await send({ force: true });
      expect(message.ephemeral).toBe(true);
      expect(message.text).toContain('Only moderators');
    }
  });

  test('the configured roles may', async () => {
    const { message } = await status({ force: true, roles: ['reader', 'editor'] });
    expect(message.text).toContain('2 articles');
    expect((await status({ force: true, roles: ['reader'] })).text).toContain('Only moderators');
  });

  test('a moderator of a server that hasn’t installed the bot may not', async () => {
    const elsewhere = { guild: 'elsewhere', install: 'user', permissions: P.ManageGuild, force: true };
    expect((await status(elsewhere)).text).toContain('Only moderators');
    expect((await status({ dm: true, roles: ['editor'], force: true })).text).toContain('Only moderators');
  });
});

describe('status', () => {
  test('says what is served, privately', async () => {
    const { message } = await status();
    expect(message.ephemeral).toBe(true);
    expect(message.text).toMatch(/\*\*2 articles, \d+ passages, \d+ speakers\*\*/u);
    expect(message.text).toMatch(/Last read <t:\d+:f> at the start\./u);
  });
});

describe('refresh', () => {
  /** Each test leaves the stories as they were. */
  afterEach(async () => {
    await use.newsroom.remove('');
    await use.newsroom.write(STORIES);
    await refresh();
  });

  test('without a change', async () => {
    const { message, progress } = await refresh();
    expect(message.ephemeral).toBe(true);
    expect(progress[0]).toMatch(/^Reading the stories again: \d of 2 …$/u);
    expect(message.text).toContain('**The stories are refreshed. No article has changed.**');
    expect((await status()).text).toMatch(/Last refreshed <t:\d+:f> by mona\./u);
  });

  test('names what was added, changed, removed and left out, and serves it', async () => {
    await use.newsroom.write({
      'lighthouse.txt': 'The lighthouse goes dark\n\n“The lamp burns no more,” Ines Falk said.\n',
      'bridge.txt': STORIES['bridge.txt'].replace('in May', 'in June'),
      'broken.txt': Buffer.from([0xff, 0xfe, 0x00, 0x41]),
      'empty.txt': '',
    });
    await use.newsroom.remove('harvest');
    const { text } = await refresh();
    expect(text).toContain('\\+ 1 added\n> The lighthouse goes dark');
    expect(text).toContain('\\~ 1 changed\n> A bridge for the valley');
    expect(text).toContain('1 removed\n> A poor year for olives');
    expect(text).toContain('2 unreadable, left out:');
    expect(text).toMatch(/\*\*broken\.txt\*\* is not/u);
    expect(text).toMatch(/\*\*empty\.txt\*\* is empty/u);
    expect(text).toMatch(/\d+ passages \(\d+ before\)/u);
    expect((await use.newsroom.ask('When will the bridge open?')).text).toContain('in June');
    expect((await use.newsroom.ask('What happened to the lamp?')).text).toContain('The lamp burns no more');
    expect((await use.newsroom.ask('What froze in March?')).text).not.toContain('The olives froze');
    expect((await status()).text).toContain('2 unreadable');
  });

  test('buttons of what is gone say so', async () => {
    const asked = await use.newsroom.ask('What froze in March?');
    const who = await use.newsroom.who('Rui Duarte');
    const more = asked.message.labels.find((l) => l.startsWith('More passages'));
    await use.newsroom.remove('harvest');
    await refresh();
    for (const label of ['In context', ...(more ? [more] : [])]) {
      const { message } = await use.newsroom.person.click(asked.message, label);
      expect(message.ephemeral).toBe(true);
      expect(message.text).toContain('no longer stands in the stories');
    }
    const { message } = await use.newsroom.person.click(who.message, 'More statements (1 of 2)');
    expect(message).toMatchObject({ ephemeral: true });
    expect(message.text).toContain('don’t name that speaker any more');
    expect(asked.message.text).toContain('The olives froze');
  });

  test('a second one is told who is at it, and questions are answered meanwhile', async () => {
    await use.newsroom.write(manyStories(200));
    const [first, second, meanwhile] = await Promise.all([
      refresh(),
      refresh({ ...moderator, user: 'noor' }),
      use.newsroom.ask('When will the bridge open?'),
    ]);
    expect(meanwhile.text).toContain('The bridge will open in May');
    expect(first.text).toContain('200 added');
    expect(second.text).toMatch(/^\*\*mona\*\* is refreshing the stories already, since <t:\d+:f>/u);
    expect((await status()).text).toMatch(/\*\*202 articles/u);
  });

  test('with much to tell still fits', async () => {
    const title =
      'A headline that goes on and on until it is about as long as headlines in newspapers ever get to be';
    const files = Array.from({ length: 40 }, (_, n) => [
      [`long/${n}.txt`, `${title} ${n}\n\n“Yes,” Ana Duarte said.\n`],
      [
        `bad/${'a-very-long-name-of-a-file-'.repeat(5)}${n}.txt`,
        `---\ndate: ${'yesterday'.repeat(20)}\n---\n${title}`,
      ],
    ]);
    await use.newsroom.write(Object.fromEntries(files.flat()));
    expect((await refresh()).text).toContain('40 unreadable');
    await use.newsroom.write(
      Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`long/${n}.txt`, `${title} ${n}\n\nNo.\n`])),
    );
    for (let n = 20; n < 40; n++) await use.newsroom.remove(`long/${n}.txt`);
    await use.newsroom.write(
      Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`new/${n}.txt`, `${title} ${n}\n\nNo.\n`])),
    );
    const { text } = await refresh();
    for (const part of ['20 added', '20 changed', '20 removed', '40 unreadable'])
      expect(text).toContain(part);
  });

  test('that fails leaves the stories as they were, and says why', async () => {
    await use.newsroom.remove('');
    const { message } = await refresh();
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('there is no such folder');
    expect(message.text).toMatch(/reference [0-9A-F]{6}/u);
    const [, reference = ''] = /reference ([0-9A-F]{6})/u.exec(message.text) ?? [];
    expect(use.newsroom.bot.output()).toContain(reference);
    expect((await use.newsroom.ask('When will the bridge open?')).text).toContain(
      'The bridge will open in May',
    );
  });

  test('of a folder without a story leaves the stories as they were', async () => {
    await use.newsroom.remove('');
    await use.newsroom.write({ 'empty.txt': '' });
    const { text } = await refresh();
    expect(text).not.toContain('are refreshed');
    expect((await use.newsroom.ask('When will the bridge open?')).text).toContain(
      'The bridge will open in May',
    );
  });

  test('that Discord slows down or fails once still reports', async () => {
    use.newsroom.standIn.rateLimitNext('edit', 0.2);
    use.newsroom.standIn.failNext('edit');
    expect((await refresh()).text).toContain('The stories are refreshed');
  });
});
