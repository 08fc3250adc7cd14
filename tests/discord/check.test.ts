import { describe, expect, test } from 'vitest';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';
import { STORIES } from './stories.js';

const use = useNewsroom(STORIES, {}, startBotHere);
const person = () => use.newsroom.person;

describe.concurrent('/check', () => {
  test('says privately that a quotation is exact, and whose it is', async () => {
    const { message } = await person().invoke('check', { quote: 'no toll will EVER be charged' });
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('**Exact.** Ana Duarte said it, word for word.');
    expect(message.labels).toEqual(['In context', 'Who is Ana Duarte?', 'Article', 'Share']);
  });

  test('compares with the speaker that is given, which completes', async () => {
    const { choices } = await person().complete('check', 'speaker', 'rey');
    const { text } = await person().invoke('check', {
      quote: 'No toll will ever be charged',
      speaker: String(choices[0]?.value),
    });
    expect(text).toContain(
      '**Misattributed.** The story gives it to Ana Duarte, word for word, not to Tomas Reyes.',
    );
  });

  test('is shared with everybody once, and deleted by who shared it', async () => {
    const { message } = await person().invoke('check', { quote: 'The bridge will open in June' });
    const clicks = await Promise.all([1, 2].map(() => person().click(message, 'Share')));
    const shared = clicks.flatMap((c) => c.messages).filter((m) => !m.ephemeral);
    expect(new Set(shared.map((m) => m.message.id)).size).toBe(1);
    const [post] = shared;
    if (!post) throw new Error('not shared');
    expect(post.text).toBe(`-# shared by ada\n${message.text}`);
    expect(post.labels).toEqual(['In context', 'Who is Ana Duarte?', 'Article', 'Delete']);
    const own = clicks.flatMap((c) => c.messages).find((m) => m.ephemeral);
    expect(own?.labels).not.toContain('Share');
    expect((await person().click(post, 'Delete', { user: 'ben' })).message.ephemeral).toBe(true);
    expect((await person().click(post, 'Delete')).message.deleted).toBe(true);
  });

  test('leads to the paragraphs around and to the speaker', async () => {
    const { message } = await person().invoke('check', { quote: 'The bridge will open in May' });
    expect((await person().click(message, 'In context')).text).toContain('The council of Lumeville voted');
    expect((await person().click(message, 'Who is Ana Duarte?')).text).toMatch(/^\*\*Ana Duarte\*\*/u);
  });
});

describe.concurrent('the menu of a message', () => {
  test('has “Check this quote”, which reads the quotation and the name out of it', async () => {
    const { message } = await person().onMessage(
      'Check this quote',
      'lol 😂 look\n> “Half of the bridge will be felled”\n— Tomas Reyes <@123456789012345678>',
    );
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('checked: “Half of the bridge will be felled” – Tomas Reyes');
    expect(message.text).toContain('**Altered.**');
    expect(message.text).toContain('Rui Duarte');
    expect(message.text).toContain('replaced: “trees” became “bridge”');
  });

  test('has “Who said this?”, and both say when a message has no words', async () => {
    const { text } = await person().onMessage('Who said this?', '"my grandfather planted those trees"');
    expect(text).toContain('**Exact.** Rui Duarte said it, word for word.');
    expect((await person().onMessage('Who said this?', '')).text).toContain('I see no words there');
  });

  test('works in direct messages and where only the person has the bot', async () => {
    const { text } = await person().onMessage('Who said this?', 'We shall plant almonds instead', {
      dm: 'group',
      install: 'user',
    });
    expect(text).toContain('Rui Duarte said it');
  });

  test('answers anything that stands in a message, of any length', async () => {
    const texts = ['@everyone <@1> **x** ', '"', '> ', '`````', '“No toll” ', '[a](https://example.org) '];
    for (const text of texts) {
      const { message } = await person().onMessage(
        'Check this quote',
        text.repeat(Math.floor(4000 / text.length)),
      );
      expect(message.ephemeral).toBe(true);
    }
  });
});
