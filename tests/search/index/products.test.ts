import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { MOST_AT_ONCE, Products } from '../../../src/search/index/products.js';
import { DIMENSIONS } from '../../../src/search/index/vectors.js';

/** Vectors of whatever bytes, end to end. */
const vectors = (most: number) =>
  fc
    .array(fc.int8Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS }), { minLength: 1, maxLength: most })
    .map((several) => Int8Array.from(several.flatMap((each) => [...each])));

function product(a: Int8Array, from: number, b: Int8Array, at: number): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += a[from * DIMENSIONS + d]! * b[at * DIMENSIONS + d]!;
  return sum;
}

describe('products of vectors', () => {
  test.prop([vectors(5), vectors(20)])('are the inner products of each with each', (ones, list) => {
    const products = new Products(ones.length / DIMENSIONS);
    products.vectors.set(ones);
    for (let one = 0; one < ones.length / DIMENSIONS; one++) {
      const found = products.with(one, list, 0);
      for (let other = 0; other < list.length / DIMENSIONS; other++)
        expect(found[other]).toBe(product(ones, one, list, other));
    }
  });

  it('hold the largest numbers that bytes can give', () => {
    const least = new Int8Array(DIMENSIONS).fill(-128);
    const products = new Products(1);
    products.vectors.set(least);
    expect(products.with(0, least, 0)[0]).toBe(128 * 128 * DIMENSIONS);
  });

  it('are those of the list that is asked for, and of the part of it', () => {
    const long = new Int8Array((MOST_AT_ONCE + 2) * DIMENSIONS).map(
      (_, at) => Math.floor(at / DIMENSIONS) % 100,
    );
    const other = new Int8Array(DIMENSIONS).fill(-3);
    const products = new Products(1);
    products.vectors.fill(1);
    expect(products.with(0, long, 0)[MOST_AT_ONCE - 1]).toBe(DIMENSIONS * ((MOST_AT_ONCE - 1) % 100));
    expect(products.with(0, other, 0)[0]).toBe(-3 * DIMENSIONS);
    expect(products.with(0, long, MOST_AT_ONCE)[1]).toBe(DIMENSIONS * ((MOST_AT_ONCE + 1) % 100));
    expect(products.with(0, long, 0)[1]).toBe(DIMENSIONS);
  });

  it('are none of an empty list', () => {
    const products = new Products(1);
    products.vectors.fill(1);
    const none = products.with(0, new Int8Array(0), 0);
    expect(none[0]).toBe(0);
  });
});
