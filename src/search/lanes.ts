import { DIMENSIONS } from './word-vectors.js';

/**
 * Inner products of directions, three at the price of one, and near enough to tell which of many need a closer look.
 *
 * A double holds whole numbers of 53 bits exactly, and the inner product of two rounded directions takes 17 of them. So three
 * directions lie in the same row of doubles, each in bits of its own, and multiplying the row with a fourth gives all three
 * products in one sum.
 */
export const LANES = 3;

/** A product in a lane is off by no more than this: either direction is half a step off in each dimension, at most. */
export const OFF_BY = 0.033;

/** Steps that a direction's length takes, and steps that a product is then given in. */
const STEPS = 250;
const STEPS_OF_PRODUCT = STEPS ** 2;
/** A lane's width: above twice the greatest product of two directions that rounding has made 4 steps longer. */
const WIDTH = 2 ** 17;
const SHIFTS = [1, WIDTH, WIDTH ** 2] as const;

/** A direction in whole steps, to be multiplied with lanes. */
export function inSteps(direction: Float32Array): Float64Array {
  return Float64Array.from(direction, (number) => Math.round(STEPS * number));
}

/** Directions that lie end to end, three to a row; the last row is filled up with zeros. */
export function inLanes(directions: Float32Array): Float64Array {
  const count = directions.length / DIMENSIONS;
  const rows = new Float64Array(Math.ceil(count / LANES) * DIMENSIONS);
  for (let one = 0; one < count; one++) {
    const row = Math.floor(one / LANES) * DIMENSIONS;
    const shift = SHIFTS[one % LANES]!;
    for (let d = 0; d < DIMENSIONS; d++)
      rows[row + d]! += shift * Math.round(STEPS * directions[one * DIMENSIONS + d]!);
  }
  return rows;
}

/** The products of the three directions in a row with another one, about. */
export function products(rows: Float64Array, row: number, steps: Float64Array, into: Float64Array): void {
  const from = row * DIMENSIONS;
  let s = 0;
  let t = 0;
  let u = 0;
  let v = 0;
  for (let d = 0; d < DIMENSIONS; d += 4) {
    s += rows[from + d]! * steps[d]!;
    t += rows[from + d + 1]! * steps[d + 1]!;
    u += rows[from + d + 2]! * steps[d + 2]!;
    v += rows[from + d + 3]! * steps[d + 3]!;
  }
  const sum = s + t + (u + v);
  const third = Math.round(sum / SHIFTS[2]);
  const lower = sum - third * SHIFTS[2];
  const second = Math.round(lower / SHIFTS[1]);
  into[0] = (lower - second * SHIFTS[1]) / STEPS_OF_PRODUCT;
  into[1] = second / STEPS_OF_PRODUCT;
  into[2] = third / STEPS_OF_PRODUCT;
}
