import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { corpusOfFiles } from '../../stories.js';

const text = fc
  .array(
    fc.constantFrom(...'the bank of every river rose by 14 feet but mills ground on for weeks'.split(' ')),
    {
      minLength: 1,
      maxLength: 200,
    },
  )
  .map((words) => words.join(' '));

function shared(a: Uint32Array, b: Uint32Array): number {
  const left = [...b];
  return a.reduce((sum, id) => {
    const at = left.indexOf(id);
    if (at < 0) return sum;
    left.splice(at, 1);
    return sum + 1;
  }, 0);
}

describe('outlines of passages', () => {
  test.prop([text, text])('never tell less in common than there is', async (one, other) => {
    const { outlines, terms } = await indexCorpus(
      corpusOfFiles({ 'a.txt': `One\n\n${one}`, 'b.txt': `Two\n\n${other}` }),
    );
    expect(outlines.sizeOf(0)).toBe(terms[0]!.ids.length);
    expect(outlines.mostShared(0, 1)).toBeGreaterThanOrEqual(shared(terms[0]!.ids, terms[1]!.ids));
  });

  it('tell passages without a word in common apart', async () => {
    const { outlines } = await indexCorpus(
      corpusOfFiles({ 'a.txt': 'One\n\nThe river rose', 'b.txt': 'Two\n\nBakers hauled flour' }),
    );
    expect(outlines.mostShared(0, 1)).toBe(0);
  });
});
