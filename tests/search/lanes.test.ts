import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { inLanes, inSteps, LANES, OFF_BY, products } from '../../src/search/lanes.js';
import { DIMENSIONS, dot, toUnit } from '../../src/search/word-vectors.js';

const direction = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((numbers) => {
    const unit = Float32Array.from(numbers);
    toUnit(unit);
    return unit;
  });

describe('products in lanes', () => {
  test.prop([fc.array(direction, { minLength: 1, maxLength: 7 }), direction])(
    'are those of the directions, nearly',
    (directions, other) => {
      const rows = inLanes(Float32Array.from(directions.flatMap((one) => [...one])));
      const about = new Float64Array(LANES);
      for (const [at, one] of directions.entries()) {
        products(rows, Math.floor(at / LANES), inSteps(other), about);
        expect(Math.abs(about[at % LANES]! - dot(one, 0, other, 0))).toBeLessThanOrEqual(OFF_BY);
      }
    },
  );

  test.prop([direction])('are kept apart at their greatest', (one) => {
    const opposite = one.map((number) => -number);
    const about = new Float64Array(LANES);
    products(inLanes(Float32Array.from([...one, ...opposite, ...one])), 0, inSteps(one), about);
    for (const [lane, sign] of [1, -1, 1].entries())
      expect(Math.abs(about[lane]! - sign)).toBeLessThanOrEqual(OFF_BY);
  });
});
