import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { Best } from '../../../src/search/index/best.js';

describe('the best of many', () => {
  test.prop([fc.uniqueArray(fc.double({ noNaN: true }), { maxLength: 60 }), fc.integer({ min: 1, max: 20 })])(
    'are those that a sort puts first',
    (scores, most) => {
      const best = new Best(most);
      for (const [place, score] of scores.entries()) best.add(place, score);
      const sorted = [...scores.keys()].toSorted((a, b) => scores[b]! - scores[a]!).slice(0, most);
      expect(best.places()).toEqual(sorted.toSorted((a, b) => a - b));
      expect(best.least).toBe(scores.length < most ? -Infinity : scores[sorted.at(-1)!]);
    },
  );
});
