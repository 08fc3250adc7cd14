import { describe, expect, test } from 'vitest';
import { quotations } from '../replies/discord-text.js';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';
import { STORIES } from './stories.js';

const use = useNewsroom(STORIES, {}, startBotHere);

describe.concurrent('/who', () => {
  test('is public: what they are, how often they are quoted, and what they said', async () => {
    const { message } = await use.newsroom.who('Ana Duarte');
    expect(message.ephemeral).toBe(false);
    expect(message.text).toMatch(/^\*\*Ana Duarte\*\*\nMayor/u);
    expect(message.text).toContain('Quoted twice, named ');
    expect(quotations(message.text)).toEqual([
      expect.stringContaining('The bridge will open in May'),
      expect.stringContaining('No toll will ever be charged on the bridge'),
    ]);
    expect(message.text).toContain('The Daily · 23 May 2025 · paragraph 3');
    expect(message.labels).toEqual(['Delete']);
  });

  test('finds a surname, in any case', async () => {
    const { text } = await use.newsroom.who('REYES');
    expect(text).toContain('**Tomas Reyes**');
  });

  test('asks which of several is meant, privately, and then shows them', async () => {
    const { message } = await use.newsroom.who('Duarte');
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('“Duarte” fits 2 speakers');
    expect(message.labels).toEqual(['Rui Duarte', 'Ana Duarte']);
    const chosen = await use.newsroom.person.click(message, 'Ana Duarte');
    expect(chosen.message.message).toBe(message.message);
    expect(chosen.text).toContain('The bridge will open in May');
  });

  test('says that somebody is mentioned, but never quoted', async () => {
    const { text } = await use.newsroom.who('Lena Brandt');
    expect(text).toContain('**Mentioned, but never quoted or reported, named twice in one story.**');
  });

  test('says that nobody is called so, privately', async () => {
    const { message } = await use.newsroom.who('Zacharias Quill');
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('The stories name nobody called “Zacharias Quill”');
  });

  test('leafs through many statements, privately for anybody else', async () => {
    const { message } = await use.newsroom.who('Rui Duarte');
    expect(quotations(message.text)).toHaveLength(5);
    const more = 'More statements (1 of 2)';
    const copy = await use.newsroom.person.click(message, more, { user: 'ben' });
    expect(copy.message.ephemeral).toBe(true);
    expect(quotations(copy.text)).toEqual([
      expect.stringContaining('My grandfather planted those trees'),
      expect.stringContaining('We shall plant almonds instead'),
    ]);
    const turned = await use.newsroom.person.click(message, more);
    expect(turned.message.message).toBe(message.message);
    const back = await use.newsroom.person.click(turned.message, '◀ Back');
    expect(back.message.labels).toEqual([more, 'Delete']);
    expect((await use.newsroom.person.click(back.message, 'Delete')).message.deleted).toBe(true);
  });

  test('completes names, and takes what the completion gives', async () => {
    const { choices } = await use.newsroom.person.complete('who', 'name', 'ana');
    expect(choices).toEqual([{ name: 'Ana Duarte, Mayor', value: 'Ana Duarte' }]);
    const { text } = await use.newsroom.who(String(choices[0]?.value));
    expect(text).toContain('**Ana Duarte**');
  });
});
