import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { ABREAST, LONGEST, multiply, put, roomFor } from '../../src/search/side-by-side.js';
import { DIMENSIONS, toUnit } from '../../src/search/vectors.js';

/** A vector as long as may be, in whatever direction. */
const vector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((numbers) => {
    const unit = Float32Array.from(numbers);
    toUnit(unit);
    return Int8Array.from(unit, (x) => Math.trunc(Math.min(127, Math.max(-127, LONGEST * x))));
  });

function product(a: Int8Array, b: Int8Array): number {
  return a.reduce((sum, x, d) => sum + x * b[d]!, 0);
}

describe('vectors side by side', () => {
  test.prop([fc.array(vector, { minLength: 1, maxLength: 7 }), vector])(
    'have the inner products that each of them has',
    (several, one) => {
      const beside = roomFor(several.length);
      for (const [number, each] of several.entries()) put(beside, number, each, 0, 1);
      const products = new Float64Array(ABREAST);
      for (const [number, each] of several.entries()) {
        multiply(one, 0, beside, Math.floor(number / ABREAST) * DIMENSIONS, products, 0);
        expect(products[number % ABREAST]! + 0).toBe(product(each, one));
      }
    },
  );

  test.prop([vector])('come to the most where all are the same', (one) => {
    const beside = roomFor(ABREAST);
    for (let number = 0; number < ABREAST; number++) put(beside, number, one, 0, 1);
    const products = new Float64Array(ABREAST);
    multiply(one, 0, beside, 0, products, 0);
    expect([...products]).toEqual([product(one, one), product(one, one), product(one, one)]);
  });
});
