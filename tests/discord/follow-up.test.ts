import { describe, expect, test } from 'vitest';
import { quotations } from '../replies/discord-text.js';
import { useNewsroom } from './newsroom.js';
import { STORIES } from './stories.js';

const use = useNewsroom({
  ...STORIES,
  'wire/one.txt': `---
date: 2025-06-02
---
Flood warning

“The river will rise by two metres before Sunday, and the lower market must be cleared,” hydrologist Iris Kell said.
“Nobody should sleep in the lower market,” Iris Kell said.
`,
  'wire/two.txt': `---
date: 2025-06-02
---
Market must move

“The river will rise by two metres before Sunday and the lower market must be cleared,” hydrologist Iris Kell said.
`,
});
/** Each test asks in its own channel of one: as somebody whom no other test is. */
const asker =
  (user: string) =>
  (question: string, values: Record<string, boolean> = {}) =>
    use.newsroom.ask(question, values, { user });

describe.concurrent('directly after an answer', () => {
  test('“he” is who spoke in it, and the answer says so', async () => {
    const ask = asker('cleo');
    await ask('What did Rui Duarte say about almonds?');
    const { message } = await ask('and what did he say about oil?');
    expect(message.ephemeral).toBe(false);
    expect(message.text.split('\n').slice(0, 2)).toEqual([
      '-# cleo asked: and what did he say about oil?',
      '-# Taking “he” as Rui Duarte.',
    ]);
    expect(quotations(message.text)[0]).toContain('nine euros');
  });

  test('a private one too', async () => {
    const ask = asker('dora');
    await ask('What did Tomas Reyes say about the farmers?', { private: true });
    const { message } = await ask('what did he say about the bridge?', { private: true });
    expect(message.ephemeral).toBe(true);
    expect(message.text).toContain('Taking “he” as Tomas Reyes.');
  });

  test('who was leafed to, or looked up, counts', async () => {
    const ask = asker('edna');
    let { message } = await ask('Tell me about the bridge');
    while (!message.text.includes('**Tomas Reyes**')) {
      const more = message.labels.find((l) => l.startsWith('More passages')) ?? '';
      ({ message } = await use.newsroom.person.click(message, more));
    }
    expect((await ask('what does he say about the bridge?')).text).toContain('Taking “he” as Tomas Reyes.');
    await use.newsroom.who('Rui Duarte', {}, { user: 'edna' });
    expect((await ask('what does he say about oil?')).text).toContain('Taking “he” as Rui Duarte.');
  });

  test('nothing is taken over where somebody is named', async () => {
    const ask = asker('fred');
    await ask('What did Rui Duarte say about almonds?');
    const { text } = await ask('What did Tomas Reyes say about the bridge?');
    expect(text).not.toContain('Taking');
  });

  test('somebody else’s, or another channel’s, is not taken over', async () => {
    await asker('gina')('What did Rui Duarte say about almonds?');
    const other = await asker('hans')('and what did he say about oil?');
    const elsewhere = await use.newsroom.ask(
      'and what did he say about oil?',
      {},
      { user: 'gina', dm: true },
    );
    for (const { message } of [other, elsewhere]) {
      expect(message.ephemeral).toBe(true);
      expect(message.text).toContain('I can’t tell whom “he” means');
      expect(quotations(message.text)).toEqual([]);
    }
  });

  test('the longest question still fits with what is said of it', async () => {
    const ask = asker('ines');
    await ask('What did Rui Duarte say about almonds?');
    const { message } = await ask(`what did he say about oil ${'*really* '.repeat(60)}`.slice(0, 500));
    expect(message.text.split('\n')[1]).toBe('-# Taking “he” as Rui Duarte.');
  });
});

describe.concurrent('a text that two stories print', () => {
  test('is shown once, with their number, on every page', async () => {
    const { message } = await asker('jona')('What did Iris Kell say about the river and the lower market?');
    const before = message.text;
    expect(before).toContain('also in 1 other story');
    const more = message.labels.find((l) => l.startsWith('More passages')) ?? '';
    const turned = await use.newsroom.person.click(message, more);
    expect(turned.text).toContain('Nobody should sleep');
    const back = await use.newsroom.person.click(turned.message, '◀ Back');
    expect(back.text).toBe(before);
  });
});

describe('after a restart', () => {
  test('the pages of a follow-up and of a question for a time are the same, and “he” is unclear', async () => {
    const ask = asker('kurt');
    await ask('What did Rui Duarte say about almonds?');
    const followed = (await ask('and what did he say about olives?')).message;
    const timed = (await ask('What did Iris Kell say about the market in June 2025?')).message;
    expect(timed.text).toContain('-# Only stories of June 2025.');
    await use.newsroom.restart();
    for (const [message, note] of [
      [followed, 'Taking “he” as Rui Duarte.'],
      [timed, 'Only stories of June 2025.'],
    ] as const) {
      const before = message.text;
      const more = message.labels.find((l) => l.startsWith('More passages (1 of')) ?? '';
      const turned = await use.newsroom.person.click(message, more);
      expect(turned.text).toContain(note);
      const back = await use.newsroom.person.click(turned.message, '◀ Back');
      expect(back.text).toBe(before);
    }
    const again = await asker('lena')('and what did he say about olives?');
    expect(again.text).toContain('I can’t tell whom “he” means');
  });
});
