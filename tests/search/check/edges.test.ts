import { beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/search/check/check.js';
import { indexCorpus, type Index } from '../../../src/search/index/index-corpus.js';
import { slice } from '../../../src/text/span.js';
import { corpusOf } from '../../stories.js';

const STORY = `A bridge for the valley

“No toll will ever be charged on the bridge, in summer as well as in winter,” Mayor Ana Duarte said.

The shepherd wrote this: “The river took my barn and it will take yours. It never asks for leave.”
`;
let index: Index;
beforeAll(async () => {
  index = await indexCorpus(
    corpusOf(STORY, [
      {
        by: 'Ana Duarte',
        words: '“No toll will ever be charged on the bridge, in summer as well as in winter,”',
      },
    ]),
  );
});

/** What a quotation changes: the story's words and the quotation's, and what that turns. */
function changes(quotation: string) {
  const { match } = check(index, quotation);
  return match?.pieces.flatMap((p) =>
    p.kind === 'changed' ? [[p.own && slice(STORY, p.own), p.claimed, p.turns]] : [],
  );
}

describe('words beyond the ends of what a story has', () => {
  it.each([
    [
      'No toll will ever be charged on the bridge, said the keeper of the Lume',
      'said the keeper of the Lume',
    ],
    ['‹No toll will ever be charged on the bridge› Ana Duarte', 'Ana Duarte'],
    ['No toll will ever be charged lol', 'lol'],
    ['PS @shepherd: The river took my barn and it will take yours', 'PS @shepherd'],
    ['The river took my barn and it will take yours folks', 'folks'],
    ['It never asks for leave Winston', 'Winston'],
    ['Shepherd Vale: It never asks for leave', 'Shepherd Vale'],
  ])('are added, whatever stands there: %j', (quotation, added) => {
    expect(changes(quotation)).toEqual([[null, added, null]]);
  });

  it('turn the meaning where they deny it or number it', () => {
    expect(changes('The river took my barn and it will take yours, or not')).toEqual([
      [null, 'or not', 'negation'],
    ]);
    expect(changes('The river took my barn and it will take yours in 2031')).toEqual([
      [null, 'in 2031', 'number'],
    ]);
  });
});

describe('words at the ends that were exchanged', () => {
  it.each([
    ['The river took my barn and it will take ours', 'yours', 'ours'],
    ['The river took my house', 'barn', 'house'],
    ['No toll will ever be charged on the old ferry, in summer as well as in autumn', 'winter', 'autumn'],
    ['A toll will ever be charged on the bridge', 'No', 'A'],
    ['Each river took my barn and it will take yours', 'The', 'Each'],
    ['No toll will ever be charged by any town', 'on the bridge', 'by any town'],
  ])('are seen beside those of the story: %j', (quotation, own, claimed) => {
    expect(changes(quotation)).toContainEqual([own, claimed, expect.toSatisfy(isTurnOrNone)]);
  });
});

function isTurnOrNone(turn: unknown): boolean {
  return turn === null || turn === 'negation';
}
