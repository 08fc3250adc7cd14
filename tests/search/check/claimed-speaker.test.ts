import { expect, it } from 'vitest';
import { means } from '../../../src/search/check/claimed-speaker.js';
import { corpusOfFiles } from '../../stories.js';

const { speakers } = corpusOfFiles({
  'ferry.txt': `A ferry

Tomas Reyes, a supporter of Mayor Ana Duarte and chairman of the Ferry Board, said: “The bell is too loud.”`,
});
const tomas = speakers.find((s) => s.name === 'Tomas Reyes')!;

it.each(['Tomas Reyes', 'reyes', 'Tomas Reyez', 'the ferry board supporter'])(
  'is whom a name or a role means: %s',
  (claimed) => {
    expect(means(claimed, tomas)).toBe(true);
  },
);

it('isn’t whom their role only names', () => {
  expect(means('Ana Duarte', tomas)).toBe(false);
  expect(means('the mayor', tomas)).toBe(false);
});
