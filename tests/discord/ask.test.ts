import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { quotations, read, unbold } from '../replies/discord-text.js';
import { isShared } from './desk.js';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';
import { STORIES } from './stories.js';

const use = useNewsroom(STORIES, {}, startBotHere);
const opening = 'When will the bridge open?';

describe.concurrent('an answer', () => {
  test('is public: the words, who said them, where they stand', async () => {
    const { message } = await use.newsroom.ask(opening);
    expect(message.ephemeral).toBe(false);
    const [asked, ...rest] = message.text.split('\n');
    expect(asked).toBe('-# ada asked: When will the bridge open?');
    expect(rest.join('\n')).toMatch(
      /^> \*\*“The bridge will open in May,” Mayor Ana Duarte said\.\*\* The old ferry/u,
    );
    expect(message.text).toMatch(/^\*\*(?:Mayor )?Ana Duarte\*\*/mu);
    expect(message.text).toContain('-# A bridge for the valley · The Daily · 23 May 2025 · paragraph 2');
  });

  test('is word for word what stands in the story', async () => {
    for (const question of [opening, 'Will there be a toll?', 'What froze?', 'What will oil cost?']) {
      const { text } = await use.newsroom.ask(question);
      const [words = ''] = quotations(text);
      expect(Object.values(STORIES).join('\n')).toContain(read(unbold(words)));
    }
  });

  test('links to the words in the article, where that has an address', async () => {
    const { message } = await use.newsroom.ask(opening);
    expect(message.links).toEqual([expect.stringMatching(/^https:\/\/example\.org\/bridge#:~:text=/u)]);
    const without = await use.newsroom.ask('What froze in March?');
    expect(without.message.links).toEqual([]);
  });

  test('shows its neighbours to whoever clicks, alone', async () => {
    const { message } = await use.newsroom.ask(opening);
    const context = await use.newsroom.person.click(message, 'In context', { user: 'ben' });
    expect(context.message.ephemeral).toBe(true);
    expect(context.text).toContain('> “The bridge will open in May,”');
    expect(context.text).toContain('No toll will ever be charged');
    expect(context.text).toContain('voted on Monday');
  });

  test('tells who its speaker is, to whoever clicks, alone', async () => {
    const { message } = await use.newsroom.ask(opening);
    const label = message.labels.find((l) => /^Who is .*Ana Duarte\?$/u.test(l)) ?? '';
    const who = await use.newsroom.person.click(message, label);
    expect(who.message.ephemeral).toBe(true);
    expect(who.message.message).not.toBe(message.message);
    expect(who.text).toContain('The bridge will open in May');
  });

  test('in direct messages, in a group and by a person’s own install', async () => {
    for (const acting of [
      { dm: true },
      { dm: true, install: 'user' },
      { dm: 'group', install: 'user' },
      { guild: 'elsewhere', install: 'user' },
    ] as const) {
      const { message } = await use.newsroom.ask(opening, {}, acting);
      expect(message.text).toContain('The bridge will open in May');
      const more = message.labels.find((l) => l.startsWith('More passages'));
      const turned = more ? await use.newsroom.person.click(message, more) : null;
      expect(turned?.text).toMatch(/^-# ada asked: When will the bridge open\?\n> /u);
      const context = await use.newsroom.person.click(message, 'In context');
      expect(context.message.ephemeral).toBe(true);
      const gone = await use.newsroom.person.click(message, 'Delete');
      expect(gone.message.deleted).toBe(true);
    }
  });

  test('to the longest question', async () => {
    const { message } = await use.newsroom.ask(
      `When will the bridge open? ${'really '.repeat(67)}`.slice(0, 500),
    );
    expect(message.text.split('\n')[0]?.length).toBeLessThan(420);
  });
});

describe.concurrent('more passages', () => {
  test('turn in the message for who asked, and come privately to anybody else', async () => {
    const { message } = await use.newsroom.ask('What is said about the bridge?');
    const before = message.text;
    const more = message.labels.find((l) => l.startsWith('More passages (1 of')) ?? '';
    const copy = await use.newsroom.person.click(message, more, { user: 'ben' });
    expect(copy.message.ephemeral).toBe(true);
    expect(copy.text).not.toBe(before);
    const copied = await use.newsroom.person.click(copy.message, '◀ Back');
    expect(quotations(copied.text)).toEqual(quotations(before));

    const turned = await use.newsroom.person.click(message, more);
    expect(turned.message.message).toBe(message.message);
    expect(turned.text).toBe(copy.interaction.history[0]?.text);
    expect(turned.message.labels[0]).toBe('◀ Back');
    const back = await use.newsroom.person.click(turned.message, '◀ Back');
    expect(back.text).toBe(before);
  });
});

describe.concurrent('deleting an answer', () => {
  test.each([
    ['who asked', { user: 'ada' }],
    ['who manages messages', { user: 'ben', permissions: P.ManageMessages }],
    ['a moderator', { user: 'ben', permissions: P.ManageGuild }],
  ])('is for %s', async (_, acting) => {
    const { message } = await use.newsroom.ask(opening);
    const gone = await use.newsroom.person.click(message, 'Delete', acting);
    expect(gone.message.deleted).toBe(true);
  });

  test('is not for others', async () => {
    const { message, messages } = await use.newsroom.ask(opening);
    const refused = await use.newsroom.person.click(message, 'Delete', { user: 'ben' });
    expect(refused.message).toMatchObject({
      ephemeral: true,
      text: 'Only who asked, or a moderator, can delete this.',
    });
    expect(messages[0]?.deleted).toBe(false);
  });

  test('is not for moderators of a server that hasn’t installed the bot', async () => {
    const elsewhere = { guild: 'elsewhere', install: 'user' } as const;
    const { message } = await use.newsroom.ask(opening, {}, elsewhere);
    const refused = await use.newsroom.person.click(message, 'Delete', {
      user: 'ben',
      permissions: P.ManageGuild,
    });
    expect(refused.text).toContain('Only who asked');
  });

  test('twice is no harm', async () => {
    const { message } = await use.newsroom.ask(opening);
    const clicks = [1, 2].map(() => use.newsroom.person.click(message, 'Delete'));
    const outcomes = await Promise.all(clicks);
    expect(outcomes.flatMap((o) => o.messages).every((m) => m.deleted)).toBe(true);
  });
});

describe.concurrent('a private answer', () => {
  test('is shared once, however often the button is clicked', async () => {
    const { message } = await use.newsroom.ask(opening, { private: true });
    const clicks = await Promise.all([1, 2, 3].map(() => use.newsroom.person.click(message, 'Share')));
    const shared = new Set(
      clicks.flatMap((c) => c.messages.filter((m) => !m.ephemeral).map((m) => m.message.id)),
    );
    expect(shared.size).toBe(1);
  });

  test('that somebody else looks at names them where they share it', async () => {
    const { message } = await use.newsroom.ask(opening);
    const more = message.labels.find((l) => l.startsWith('More passages')) ?? '';
    const copy = await use.newsroom.person.click(message, more, { user: 'ben' });
    const { messages } = await use.newsroom.person.click(copy.message, 'Share', {
      user: 'ben',
      until: isShared,
    });
    expect(messages.find((m) => !m.ephemeral)?.text).toMatch(/^-# shared by ben\n-# ada asked: /u);
  });

  test('is seen by who asked alone, and can be shared once', async () => {
    const { message } = await use.newsroom.ask(opening, { private: true });
    expect(message).toMatchObject({ ephemeral: true });
    expect(message.labels).not.toContain('Delete');
    const { messages } = await use.newsroom.person.click(message, 'Share', { until: isShared });
    const own = messages.find((m) => m.ephemeral);
    const shared = messages.find((m) => !m.ephemeral);
    expect(own).toMatchObject({ ephemeral: true, message: message.message });
    expect(own?.labels).not.toContain('Share');
    expect(shared).toMatchObject({ ephemeral: false, text: message.text });
    if (!shared) throw new Error('not shared');
    const refused = await use.newsroom.person.click(shared, 'Delete', { user: 'ben' });
    expect(refused.message.ephemeral).toBe(true);
    expect((await use.newsroom.person.click(shared, 'Delete')).message.deleted).toBe(true);
  });
});

describe.concurrent('no answer', () => {
  test('is private and says so', async () => {
    const { message } = await use.newsroom.ask('Who won the chess championship?');
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('**The stories don’t answer that. None of them holds “');
    expect(message.labels).not.toContain('Delete');
  });

  test.each(['???', '.', ' \u200b ', '🙂', '@everyone'])('to %j is no failure', async (question) => {
    const { message } = await use.newsroom.ask(question);
    expect(message.ephemeral).toBe(true);
    expect(message.text).not.toContain('reference');
  });
});

describe.concurrent('the option speaker', () => {
  test('keeps to what they said', async () => {
    const { message } = await use.newsroom.ask('the bridge', { speaker: 'Tomas Reyes' });
    expect(message.text).toContain('Nobody asked the farmers');
    expect(message.labels.join()).not.toContain('Duarte');
  });

  test('says that they say nothing of it', async () => {
    const { message } = await use.newsroom.ask('What will oil cost?', { speaker: 'Tomas Reyes' });
    expect(message.ephemeral).toBe(true);
    expect(message.text).toMatch(/don’t have .*Tomas Reyes saying anything about that/u);
  });

  test.each([
    ['Nobody Atall', '“Nobody Atall”'],
    ['Duarte', 'several speakers'],
  ])('%s is told apart', async (speaker, told) => {
    const { message } = await use.newsroom.ask('the bridge', { speaker });
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain(told);
  });

  test('is completed, and takes what the completion gives', async () => {
    const { choices } = await use.newsroom.person.complete('ask', 'speaker', 'rey');
    expect(choices).toEqual([expect.objectContaining({ name: expect.stringContaining('Tomas Reyes') })]);
    const speaker = String(choices[0]?.value);
    const { text } = await use.newsroom.ask('the bridge', { speaker });
    expect(text).toContain('Nobody asked the farmers');
    const all = await use.newsroom.person.complete('ask', 'speaker', '');
    expect(all.choices.length).toBeGreaterThanOrEqual(3);
    for (const typed of ['zzzz', 'x'.repeat(100), '@everyone', '\\', '“'])
      expect((await use.newsroom.person.complete('ask', 'speaker', typed)).choices).toEqual([]);
  });
});

describe.concurrent('the option story', () => {
  test('keeps to that story, by what the completion gives', async () => {
    const { choices } = await use.newsroom.person.complete('ask', 'story', 'olives');
    expect(choices.map((c) => c.name)).toEqual(['A poor year for olives']);
    const story = String(choices[0]?.value);
    const { text } = await use.newsroom.ask('What did Duarte say?', { story });
    expect(text).toContain('A poor year for olives');
  });

  test('that there isn’t', async () => {
    const { message } = await use.newsroom.ask('the bridge', { story: 'No such story' });
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('No story is called “No such story”');
  });
});

test('a hundred people at once are all answered in time', async () => {
  const people = Array.from({ length: 100 }, (_, n) => `reader-${n}`);
  const outcomes = await Promise.all(people.map((user) => use.newsroom.ask(opening, {}, { user })));
  expect(outcomes.filter(({ text }) => text.includes('The bridge will open in May'))).toHaveLength(100);
});

test('/help is private and fits', async () => {
  const { message } = await use.newsroom.person.invoke('help');
  expect(message.ephemeral).toBe(true);
  expect(message.text).toContain('/ask');
});
