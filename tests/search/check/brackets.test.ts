import { beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/search/check/check.js';
import { indexCorpus, type Index } from '../../../src/search/index/index-corpus.js';
import { slice } from '../../../src/text/span.js';
import { corpusOf } from '../../stories.js';

const STORY = `A dike for the valley

“They were wrong to not have asked him before the storm, and what they want is a dike [of stone] in Lumeville,” Mayor Ana Duarte said. “He told Reyes that two of us would go.”
`;
let index: Index;
beforeAll(async () => {
  index = await indexCorpus(
    corpusOf(STORY, [
      {
        by: 'Ana Duarte',
        words:
          '“They were wrong to not have asked him before the storm, and what they want is a dike [of stone] in Lumeville,”',
      },
      { by: 'Ana Duarte', words: '“He told Reyes that two of us would go.”' },
    ]),
  );
});
const checked = (quotation: string) => check(index, quotation);

/** What a quotation has that the story hasn't: how it is told, the story's words and the quotation's. */
function differences(quotation: string) {
  return checked(quotation).match?.pieces.flatMap((p) =>
    p.kind === 'changed' || p.kind === 'inserted' ? [[p.kind, p.own && slice(STORY, p.own), p.claimed]] : [],
  );
}

describe('square brackets', () => {
  it.each<[string, [string | null, string]]>([
    ['They were wrong to not have asked [Reyes] before the storm', ['him', '[Reyes]']],
    ['[The councillors] were wrong to not have asked him', ['They', '[The councillors]']],
    [
      'They were wrong to not have asked [the farmers and Reyes] before the storm',
      ['him', '[the farmers and Reyes]'],
    ],
    ['They were [surely] wrong to not have asked him', [null, '[surely]']],
    [
      'They were wrong to not have asked him before the storm, and [the plan] is a dike',
      ['what they want', '[the plan]'],
    ],
    ['and what they want[ed] is a dike in Lumeville', ['want', 'want[ed]']],
    [
      'They were wrong to not have asked him [when the river rose]',
      ['before the storm', '[when the river rose]'],
    ],
  ])('are told as put in by whoever quotes, and change nothing: %j', (quotation, [own, claimed]) => {
    expect(checked(quotation).verdict).toBe('exact');
    expect(differences(quotation)).toEqual([['inserted', own, claimed]]);
  });

  it.each([
    '[T]hey were wrong to not have asked him [sic] before the storm',
    'They were wrong (laughs) to not have asked him [emphasis added]',
    'what they want is a dike in Lumeville',
    'what they want is a dike [of stone] in Lumeville',
    'what they want is a dike of stone in Lumeville',
    'of stone] in Lumeville',
  ])('are nothing where they hold a remark, a letter or what the story has put in: %j', (quotation) => {
    expect(checked(quotation).verdict).toBe('exact');
    expect(differences(quotation)).toEqual([]);
  });

  it.each<[string, [string | null, string]]>([
    ['They were [not] wrong to not have asked him', [null, 'not']],
    ['They were wrong to [always] have asked him before the storm', ['not', 'always']],
    ['He told [Duarte] that two of us would go', ['Reyes', 'Duarte']],
    ['He told Reyes that [nine] of us would go', ['two', 'nine']],
  ])('are a change where they deny, number or name otherwise: %j', (quotation, [own, claimed]) => {
    expect(checked(quotation).verdict).toBe('altered');
    expect(differences(quotation)).toEqual([['changed', own, claimed]]);
  });

  it('hide no change beside them', () => {
    expect(differences('They were wrong to have asked [Reyes] before the flood')).toEqual([
      ['changed', 'not', ''],
      ['inserted', 'him', '[Reyes]'],
      ['changed', 'storm', 'flood'],
    ]);
  });
});
