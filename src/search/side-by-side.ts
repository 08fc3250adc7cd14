import { DIMENSIONS } from './vectors.js';

/**
 * Three vectors of whole numbers side by side, as the digits of one: a product with another vector is then three inner
 * products for the price of one, and exact.
 */

/** Vectors of at most this length stay apart: the inner product of two is less than half of what a digit holds. */
export const LONGEST = 255.5;
/** How many stand side by side. */
export const ABREAST = 3;
/** What a digit holds. Three of them fit into the 53 bits of a double. */
const DIGIT = 2 ** 17;

/** Room for so many vectors, side by side. */
export function roomFor(vectors: number): Float64Array {
  return new Float64Array(Math.ceil(vectors / ABREAST) * DIMENSIONS);
}

/** Puts the vector of this number, which starts `from` in a list and is taken times a factor and rounded, beside others. */
export function put(
  beside: Float64Array,
  number: number,
  list: ArrayLike<number>,
  from: number,
  times: number,
): void {
  const digit = DIGIT ** (number % ABREAST);
  const at = Math.floor(number / ABREAST) * DIMENSIONS;
  for (let d = 0; d < DIMENSIONS; d++) beside[at + d]! += digit * Math.round(times * list[from + d]!);
}

/** The inner products of the vector that starts `from` in a list of bytes with the three that start `at`, put `to` a list. */
export function multiply(
  vector: Int8Array,
  from: number,
  beside: Float64Array,
  at: number,
  products: Float64Array,
  to: number,
): void {
  let s = 0;
  let t = 0;
  let u = 0;
  let v = 0;
  for (let d = 0; d < DIMENSIONS; d += 4) {
    s += vector[from + d]! * beside[at + d]!;
    t += vector[from + d + 1]! * beside[at + d + 1]!;
    u += vector[from + d + 2]! * beside[at + d + 2]!;
    v += vector[from + d + 3]! * beside[at + d + 3]!;
  }
  const all = s + t + (u + v);
  const third = Math.round(all / (DIGIT * DIGIT));
  const rest = all - third * (DIGIT * DIGIT);
  const second = Math.round(rest / DIGIT);
  products[to] = rest - second * DIGIT;
  products[to + 1] = second;
  products[to + 2] = third;
}
