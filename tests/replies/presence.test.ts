import { expect, it } from 'vitest';
import { presence } from '../../src/replies/presence.js';
import { corpusOfFiles } from '../stories.js';

const { speakers } = corpusOfFiles({
  'letters.txt': `Letters

The council has hidden the price. “It is late,” said Mayor Ines Calloway.

It has hidden the bridge, too.

Owen Brandt.

Ask Tessa Marlow about it.

Lena Moss.`,
});

it.each([
  ['Ines Calloway', 'Quoted once, named once in one story.'],
  ['Owen Brandt', 'In their own words in 2 paragraphs, named once in one story.'],
  ['Lena Moss', 'In their own words in 1 paragraph, named once in one story.'],
  ['Tessa Marlow', 'Mentioned, but never quoted or reported, named once in one story.'],
])('%s', (name, sentence) => {
  expect(presence(speakers.find((s) => s.name === name)!)).toBe(sentence);
});
