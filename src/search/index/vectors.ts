/** Numbers that a meaning takes: directions in space, that point the same way where they mean the same. */
export const DIMENSIONS = 64;

/** The inner product of two stretches of `DIMENSIONS` numbers. Four sums at once keep a processor busy. */
export function dot(a: Float32Array, from: number, b: Float32Array, at: number): number {
  let s = 0;
  let t = 0;
  let u = 0;
  let v = 0;
  for (let d = 0; d < DIMENSIONS; d += 4) {
    s += a[from + d]! * b[at + d]!;
    t += a[from + d + 1]! * b[at + d + 1]!;
    u += a[from + d + 2]! * b[at + d + 2]!;
    v += a[from + d + 3]! * b[at + d + 3]!;
  }
  return s + t + (u + v);
}

/** Makes a stretch of `DIMENSIONS` numbers one long. */
export function toUnit(v: Float32Array, from = 0): void {
  const length = Math.sqrt(dot(v, from, v, from)) || 1;
  for (let d = from; d < from + DIMENSIONS; d++) v[d]! /= length;
}
