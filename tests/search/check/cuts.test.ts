import { beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/search/check/check.js';
import { indexCorpus, type Index } from '../../../src/search/index/index-corpus.js';
import { slice } from '../../../src/text/span.js';
import { corpusOf } from '../../stories.js';

const SAID = [
  'I am not a friend of tolls, and I don’t take money from the ferry.',
  'We are, by no means, done with the river.',
  'They want the bridge, not the ferry, and the dike.',
  'You need not only a boat but also a crew.',
  'There is for the old mill in Lumeville absolutely no way back.',
  'She is proud of her town, which did not want the road, and glad of the rain.',
  'He likes the barn, not the mill.',
  'It’s late.',
  'Nobody came. We waited for the boats all night.',
];
const STORY = `A dike for the valley\n\n${SAID.map((words) => `“${words}” said Ana Duarte.`).join('\n\nIt rained.\n\n')}\n`;
let index: Index;
beforeAll(async () => {
  index = await indexCorpus(
    corpusOf(
      STORY,
      SAID.map((words) => ({ by: 'Ana Duarte', words: `“${words}”` })),
    ),
  );
});

describe('a marked cut', () => {
  it.each<[string, [string, string]]>([
    ['I am … a friend of tolls', ['not', '…']],
    ['and I do [...] take money from the ferry', ['don’t', 'do [...]']],
    ['We are … done with the river', ['by no means', '…']],
    ['There is ... way back', ['for the old mill in Lumeville absolutely no', '...']],
    ['He likes … the mill', ['the barn, not', '…']],
    ['I am … a friend … tolls', ['not', '…']],
  ])('is a change where it leaves out a denial: %j', (quotation, change) => {
    const { verdict, match } = check(index, quotation);
    expect(verdict).toBe('altered');
    expect(
      match!.pieces.flatMap((p) =>
        p.kind === 'changed' ? [[p.own && slice(STORY, p.own), p.claimed, p.turns]] : [],
      ),
    ).toEqual([[...change, 'negation']]);
  });

  it.each([
    'I am not … of tolls',
    'They want the bridge … and the dike',
    'You need … a boat but also a crew',
    'She is proud of her town … and glad of the rain',
    'Nobody … waited for the boats all night',
    'It … late',
  ])('is none where that denies something else: %j', (quotation) => {
    const { verdict, match } = check(index, quotation);
    expect(verdict).toBe('exact');
    const own = match!.pieces.map((p) => p.own!);
    for (const [at, { start }] of own.entries()) expect(start).toBeGreaterThanOrEqual(own[at - 1]?.end ?? 0);
  });
});
