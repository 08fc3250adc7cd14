import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { AskedWord } from '../../../src/search/question/asked-words.js';
import { Quotation } from '../../../src/search/rank/quotation.js';

/** A word of a quotation that may stand for these terms. */
function word(ids: Readonly<Record<number, number>>, weight = 1): AskedWord {
  const meant = new Map(Object.entries(ids).map(([id, like]) => [Number(id), like]));
  const plain = {
    term: '',
    word: '',
    typed: '',
    start: 0,
    end: 0,
    stop: false,
    asking: false,
    unknown: false,
  };
  return { ...plain, ids: meant, weight };
}

/** The longest common subsequence as any textbook has it. */
function plainly(words: readonly AskedWord[], ids: readonly number[]): number {
  const most = (w: number, i: number): number => {
    if (w === words.length || i === ids.length) return 0;
    const like = words[w]!.ids.get(ids[i]!);
    const taken = like === undefined ? 0 : words[w]!.weight * like + most(w + 1, i + 1);
    return Math.max(taken, most(w + 1, i), most(w, i + 1));
  };
  return most(0, 0) / words.reduce((sum, { weight }) => sum + weight, 0);
}

describe('a quotation', () => {
  const quotation = new Quotation([word({ 1: 1 }), word({ 2: 1 }, 2), word({ 3: 1, 4: 0.5 })]);

  it.each([
    [[1, 2, 3], 1],
    [[9, 1, 8, 2, 3, 7], 1],
    [[1, 2, 4], 3.5 / 4],
    [[2, 1], 0.5],
    [[5, 6], 0],
  ])('stands in %j as far as its words do, in order', (ids, share) => {
    expect(quotation.likeness(Uint32Array.from(ids))).toBeCloseTo(share);
  });

  it('is looked for in a stretch of a passage', () => {
    expect(quotation.likeness(Uint32Array.of(1, 2, 3), 1, 2)).toBeCloseTo(0.5);
  });

  const words = fc.array(
    fc
      .tuple(fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }), fc.integer({ min: 1, max: 4 }))
      .map(([ids, weight]) => word(Object.fromEntries(ids.map((id, at) => [id, at ? 0.5 : 1])), weight)),
    { minLength: 1, maxLength: 6 },
  );
  test.prop([words, fc.array(fc.nat(5), { maxLength: 7 })])(
    'is the longest common subsequence',
    (some, ids) => {
      expect(new Quotation(some).likeness(Uint32Array.from(ids))).toBeCloseTo(plainly(some, ids));
    },
  );
});
