import { beforeAll, describe, expect, it } from 'vitest';
import { verdictText } from '../../../src/replies/verdict.js';
import { wordingRuns } from '../../../src/replies/wording.js';
import { check } from '../../../src/search/check/check.js';
import { indexCorpus, type Index } from '../../../src/search/index/index-corpus.js';
import { corpusOf } from '../../stories.js';

const FILLER =
  'The old mill of the valley has stood beside the river since the first flood that anybody wrote down.';
const STORY = `A dike for the valley

“I have walked along the dike every evening of my life,” Mayor Ana Duarte said.

${FILLER} ${FILLER}

“Nobody paid for the sand,” farmer Tomas Reyes said.

${FILLER}

“This is the wall that holds when the river comes,” Duarte said.

The council of Lumeville voted on Monday to raise it by a metre.
`;
let index: Index;
beforeAll(async () => {
  index = await indexCorpus(
    corpusOf(STORY, [
      { by: 'Ana Duarte', words: '“I have walked along the dike every evening of my life,”' },
      { by: 'Tomas Reyes', words: '“Nobody paid for the sand,”' },
      { by: 'Ana Duarte', words: '“This is the wall that holds when the river comes,”' },
    ]),
  );
});

describe('a cut over paragraphs', () => {
  const leap = 'I have walked along the dike every evening […] This is the wall that holds';

  it('is a cut, where both parts are one speaker’s', () => {
    const found = check(index, leap, 'Ana Duarte');
    expect(found).toMatchObject({ verdict: 'exact', isSpliced: false, second: null, others: [] });
    expect(found.match!.pieces.map((p) => p.kind)).toEqual(['same', 'skipped', 'same']);
  });

  it('is said to be one, and shown by where it begins and ends', () => {
    const found = check(index, leap, 'Ana Duarte');
    expect(verdictText(found)).toContain(
      'it leaps to another paragraph: all that stands between is left out',
    );
    expect(verdictText(check(index, 'I have walked … my life'))).not.toContain('paragraph');
    const shown = wordingRuns(found.match!).map(({ text }) => text);
    expect(shown.join('')).not.toContain('Nobody paid');
    expect(shown).toContain('This is the wall that holds');
  });

  it('shows what is changed on either side', () => {
    const { verdict, match } = check(
      index,
      'I have walked along the dike every evening of my life … This is the wall that breaks when the river comes',
    );
    expect(verdict).toBe('altered');
    expect(match!.pieces.flatMap((p) => (p.kind === 'changed' ? [p.claimed] : []))).toEqual(['breaks']);
  });

  it.each([
    ['unmarked', 'I have walked along the dike every evening. This is the wall that holds'],
    [
      'from the later words to the earlier',
      'This is the wall that holds … I have walked along the dike every evening',
    ],
    ['to another’s words', 'I have walked along the dike every evening … Nobody paid for the sand'],
    [
      'to the article’s own words',
      'I have walked along the dike every evening … The council of Lumeville voted on Monday',
    ],
  ])('is no quotation where it goes %s', (_, quotation) => {
    expect(check(index, quotation)).toMatchObject({ verdict: 'altered', isSpliced: true });
  });
});
