import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isSameText, othersWith } from '../../../src/search/rank/duplicates.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { corpusOfFiles } from '../../stories.js';

const WORDS =
  'the river rose over the old quay before noon and carried 14 boats past the mill while bakers hauled flour to the upper market in carts'.split(
    ' ',
  );

async function copies(words: readonly string[]) {
  const index = await indexCorpus(
    corpusOfFiles({
      'a.txt': `One\n\n${WORDS.join(' ')}`,
      'b.txt': `Two\n\n${words.join(' ')}`,
      'c.txt': 'Three\n\nnothing rose anywhere near the quay that year, and no boats were hauled at all',
    }),
  );
  return { same: isSameText(index, 0, 1), others: othersWith(index, 0).map((a) => a.id) };
}

const places = WORDS.map((_, at) => at).filter((at) => WORDS[at] !== '14');

describe('a text in two stories', () => {
  test.prop([fc.uniqueArray(fc.constantFrom(...places), { maxLength: 3 })], { numRuns: 40 })(
    'is the same where a word or three are others',
    async (changed) => {
      const words = WORDS.map((w, at) =>
        changed.includes(at) ? `new${'abcdefghijklmnopqrstuvwxyz'[at]}` : w,
      );
      expect(await copies(words)).toEqual({ same: true, others: ['b'] });
    },
  );

  test.prop([fc.uniqueArray(fc.constantFrom(...places), { minLength: 8 })], { numRuns: 20 })(
    'is not where many are',
    async (changed) => {
      const words = WORDS.map((w, at) =>
        changed.includes(at) ? `new${'abcdefghijklmnopqrstuvwxyz'[at]}` : w,
      );
      expect(await copies(words)).toEqual({ same: false, others: [] });
    },
  );

  it('is not where a figure is another, or it is only a few words long', async () => {
    expect((await copies(WORDS.map((w) => (w === '14' ? '15' : w)))).same).toBe(false);
    const short = await indexCorpus(
      corpusOfFiles({ 'a.txt': 'One\n\nNo comment.', 'b.txt': 'Two\n\nNo comment.' }),
    );
    expect(othersWith(short, 0)).toEqual([]);
  });
});
