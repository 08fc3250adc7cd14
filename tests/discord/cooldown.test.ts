import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';
import { STORIES } from './stories.js';

const use = useNewsroom(STORIES, { COOLDOWN_QUESTIONS: '2', COOLDOWN_SECONDS: '2' }, startBotHere);

test('who asks too often is told when to go on, privately; others are not held up', async () => {
  const question = 'When will the bridge open?';
  for (const acting of [{}, { dm: true }]) {
    const { message } = await use.newsroom.ask(question, {}, acting);
    expect(message.text).toContain('The bridge will open in May');
  }
  const held = await use.newsroom.ask(question);
  expect(held.message.ephemeral).toBe(true);
  expect(held.text).toMatch(/^One moment: you can ask again in [12] seconds?\.$/u);
  expect((await use.newsroom.ask(question, {}, { user: 'ben' })).text).toContain(
    'The bridge will open in May',
  );
  await sleep(2100);
  const later = await use.newsroom.ask(question);
  expect(later.text).toContain('The bridge will open in May');
  expect((await use.newsroom.person.click(later.message, 'In context')).text).toContain('No toll');
});
