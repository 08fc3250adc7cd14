import { beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/search/check/check.js';
import { indexCorpus, type Index } from '../../../src/search/index/index-corpus.js';
import { slice } from '../../../src/text/span.js';
import { corpusOf } from '../../stories.js';

const STORY = `A barn for the valley

“It’s misleading. The mayor’s asking for money and she’s been paid $18,000 for thirty boats, but I won’t pay. We’re going to fight,” farmer Tomas Reyes said.

“The dike isn't safe, it really is no use, and one of us has to say so to 400 people,” Ana Duarte said.
`;
let index: Index;
beforeAll(async () => {
  index = await indexCorpus(
    corpusOf(STORY, [
      {
        by: 'Tomas Reyes',
        words:
          '“It’s misleading. The mayor’s asking for money and she’s been paid $18,000 for thirty boats, but I won’t pay. We’re going to fight,”',
      },
      {
        by: 'Ana Duarte',
        words: "“The dike isn't safe, it really is no use, and one of us has to say so to 400 people,”",
      },
    ]),
  );
});

describe('a quotation that is only written otherwise', () => {
  it.each([
    'It is misleading. The mayor’s asking for money',
    'Its misleading. The mayors asking for money',
    'The mayor is asking for money and she has been paid',
    'she’s been paid $18,000 for 30 boats',
    'shes been paid 18000 for 30 boats',
    'she has been paid 18 thousand dollars for thirty boats',
    'been paid 18k for thirty boats, but I will not pay',
    'Were going to fight',
    'We are going to fight',
    'The dike is not safe',
    'one of us has to say so to four hundred people',
    '1 of us has to say so',
  ])('is exact: %j', (quotation) => {
    expect(check(index, quotation)).toMatchObject({ verdict: 'exact' });
  });
});

describe('a quotation that draws other words together', () => {
  it.each<[string, [string | null, string, string | null]]>([
    ['for thirty boats, but I will pay', ['won’t', 'will', 'negation']],
    ['The dike is safe, it really is no use', ["isn't", 'is', 'negation']],
    ['The dike isn’t safe, it’s no use', ['it really is', 'it’s', null]],
    ['The dike isn’t safe, it really isn’t no use', ['is', 'isn’t', 'negation']],
    ['The mayor was asking for money', ['mayor’s', 'mayor was', null]],
    ['she’s been paid €18,000 for thirty boats', ['$18,000', '€18,000', null]],
    ['one of us has to say so to $400 people', ['400', '$400', null]],
    ['she’s been paid $18,000 for forty boats', ['thirty', 'forty', 'number']],
  ])('shows whole words: %j', (quotation, change) => {
    const { match } = check(index, quotation);
    const changes = match?.pieces.flatMap((p) =>
      p.kind === 'changed' ? [[p.own && slice(STORY, p.own), p.claimed, p.turns]] : [],
    );
    expect(changes).toEqual([change]);
  });
});
