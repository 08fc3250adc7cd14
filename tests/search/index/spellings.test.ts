import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { Spellings } from '../../../src/search/index/spellings.js';
import { editDistance } from '../../../src/text/edit-distance.js';

const term = fc.string({ unit: fc.constantFrom(...'abcdeéλ'), minLength: 3, maxLength: 8 });

describe('spellings', () => {
  test.prop([fc.uniqueArray(term), term, fc.constantFrom(1, 2)])(
    'find every term so few letters off, and no other',
    (terms, asked, slips) => {
      const spellings = new Spellings();
      for (const [id, one] of terms.entries()) spellings.add(one, id);
      const found = [...spellings.like(asked, slips)].toSorted(([a], [b]) => a - b);
      const expected = terms
        .map((one, id) => [id, editDistance(asked, one, slips)] as const)
        .filter(([, distance]) => distance <= slips);
      expect(found).toEqual(expected);
    },
  );
});
