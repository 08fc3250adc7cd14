import { expect, it } from 'vitest';
import { belongsTo, means } from '../../../src/search/check/claimed-speaker.js';
import { knownNames } from '../../../src/search/check/known-names.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { corpusOfFiles } from '../../stories.js';

const index = await indexCorpus(
  corpusOfFiles({
    'ferry.txt': `A ferry

Tomas Reyes, a supporter of Mayor Ana Duarte and chairman of the Ferry Board, said: “The bell is too loud.”

“It rings at noon,” said Osric Marlow, the Duarte strategist.

“I have never heard it,” said Owen Marlo, the miller.

“It is my bell,” said Mayor Ana Duarte.`,
  }),
);
const isKnown = knownNames(index);
const speaker = (name: string) => index.corpus.speakers.find((s) => s.names.includes(name))!;

it.each([
  ['Tomas Reyes', 'Tomas Reyes'],
  ['reyes', 'Tomas Reyes'],
  ['Tomas Reyez', 'Tomas Reyes'],
  ['the ferry board supporter', 'Tomas Reyes'],
  ['Marlow', 'Osric Marlow'],
  ['the Duarte strategist', 'Osric Marlow'],
  ['Duarte’s strategist', 'Osric Marlow'],
  ['the mayor', 'Ana Duarte'],
  ['Owen Marlo Jr.', 'Owen Marlo'],
])('%j means whom a name or a role means: %s', (claimed, name) => {
  expect(means(claimed, speaker(name), isKnown)).toBe(true);
});

it.each([
  ['Ana Duarte', 'Tomas Reyes'],
  ['the mayor', 'Tomas Reyes'],
  ['Duarte', 'Osric Marlow'],
  ['Marlo', 'Osric Marlow'],
  ['Marlow', 'Owen Marlo'],
  ['the Mayor’s spokesman', 'Ana Duarte'],
  ['Ana Duarte’s spokesman', 'Ana Duarte'],
])('%j doesn’t mean who only has that in their role or nearly in their name: %s', (claimed, name) => {
  expect(means(claimed, speaker(name), isKnown)).toBe(false);
});

it('tells who belongs to a speaker', () => {
  expect(belongsTo('the Mayor’s spokesman', speaker('Ana Duarte'), isKnown)).toBe(true);
  expect(belongsTo('Duarte’s brother', speaker('Ana Duarte'), isKnown)).toBe(true);
  expect(belongsTo('the Mayor', speaker('Ana Duarte'), isKnown)).toBe(false);
  expect(belongsTo('Duarte’s strategist', speaker('Osric Marlow'), isKnown)).toBe(false);
});
