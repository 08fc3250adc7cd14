import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/text/edit-distance.js';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

/** The whole table, as the distance is defined. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  for (let j = 1; j <= b.length; j++) table[0]![j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      table[i]![j] = Math.min(
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        isSwap ? table[i - 2]![j - 2]! + 1 : Infinity,
      );
    }
  return table[a.length]![b.length]!;
}

describe('the distance of two words', () => {
  it('counts letters that are put in, left out, replaced or swapped', () => {
    expect(editDistance('harbour', 'harbor', 2)).toBe(1);
    expect(editDistance('lantern', 'latnern', 2)).toBe(1);
    expect(editDistance('mill', 'mall', 2)).toBe(1);
    expect(editDistance('quarry', 'orchard', 2)).toBe(3);
  });

  test.prop([word, word, fc.integer({ min: 0, max: 4 })])(
    'is that of the whole table, as far as it may go',
    (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(distance(a, b), limit + 1));
    },
  );
});
