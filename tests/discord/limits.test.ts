import { expect, test } from 'vitest';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';

/** The longest that an article may have of each part, and every character of it in need of escaping. */
const stars = (length: number) => '*_'.repeat(length / 2);
const roles = (n: number) =>
  `the ${'very '.repeat(40)}important spokesperson ${n} of the ministry of everything`;

const story = (n: number) => `---
title: ${JSON.stringify(`${stars(280)} ${n}`)}
outlet: ${JSON.stringify(stars(100))}
author: ${JSON.stringify(stars(200))}
date: 2025-05-23
url: https://example.org/${'a'.repeat(470)}
---
“Walrus ${n} ${stars(1000)}” said Bartholomew Featherstonehaugh-Cholmondeley, ${roles(n)}.

“Walrus ${n} sings ${stars(380)}, and Ana Duarte knows,” said ${roles(n)} Wilhelmina Featherstonehaugh-Cholmondeley. “Yes,” Ana Duarte said.

“Walrus ${n} sleeps,” said Bartholomew Featherstonehaugh-Cholmondeley.
`;
const use = useNewsroom(
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`walrus-${n}.txt`, story(n)])),
  {},
  startBotHere,
);

test.each([
  ['an answer', 'What does walrus 1 sing?'],
  ['no answer', 'Which walrus won the chess championship of Zanzibar in zero gravity?'],
])('%s fits, however long its parts', async (_, question) => {
  const user = '*'.repeat(32);
  const { message } = await use.newsroom.ask(question.padEnd(500, ' *'), {}, { user });
  expect(message.text.length).toBeGreaterThan(1000);
  for (const label of message.labels.filter((l) => /^(?:In context|Who is|More)/u.test(l))) {
    const { text } = await use.newsroom.person.click(message, label);
    expect(text).not.toContain('reference');
  }
});

test('everybody’s statements fit', async () => {
  const { choices } = await use.newsroom.person.complete('who', 'name', '');
  expect(choices.length).toBeGreaterThanOrEqual(2);
  for (const { value } of choices) {
    const { message } = await use.newsroom.who(String(value));
    const more = message.labels.find((l) => l.startsWith('More statements'));
    if (more) await use.newsroom.person.click(message, more);
    expect(message.text).toContain('stories');
  }
});
