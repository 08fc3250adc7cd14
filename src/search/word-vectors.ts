import { readFileSync } from 'node:fs';
import { once } from '../once.js';

/** Numbers that one word's meaning takes. */
export const DIMENSIONS = 64;

/**
 * What common English words mean, as directions in space: words that are used alike point the same way. They join
 * "physician" with "doctor", which no spelling does.
 */
export interface WordVectors {
  /** The row of a term; undefined where the table doesn't have it. */
  readonly rowOf: (term: string) => number | undefined;
  /** How alike two rows are: 1 the same, 0 unrelated. */
  readonly likeness: (a: number, b: number) => number;
  /** Adds a row, so many times, to a sum. */
  readonly add: (row: number, times: number, sum: Float32Array, at: number) => void;
  /** The rows of the terms that begin with `LETTERS_OF_BEGINNING` letters. */
  readonly startingWith: (letters: string) => readonly number[];
  readonly termOf: (row: number) => string;
  /** From 0 to 1: how much a word tells by how rare it is in English at large. */
  readonly rarity: (row: number | undefined) => number;
}

/** Words of a text that come as often as this tell half as much as the rarest. */
const HALF_TELLING = 2e-4;

/** So many letters are what `startingWith` looks up. */
export const LETTERS_OF_BEGINNING = 4;

/** The table that On Record ships, read once. */
export const wordVectors = once(() => read(new URL('../../assets/words/', import.meta.url)));

function read(folder: URL): WordVectors {
  const terms = readFileSync(new URL('terms.txt', folder), 'utf8').split('\n');
  const { buffer, byteOffset, byteLength } = readFileSync(new URL('vectors.bin', folder));
  const bytes = new Int8Array(buffer, byteOffset, byteLength);
  const rows = new Map<string, number>();
  for (let row = 0; row < terms.length; row++) rows.set(terms[row]!, row);
  const vectors = new Float32Array(bytes.length);
  const rowsBeginning = once(() => byBeginning(terms));
  const isUnit = new Uint8Array(terms.length);
  /** Where a row stands in `vectors`. Few rows are ever used: each is made to unit length when it is. */
  const startOf = (row: number): number => {
    const start = row * DIMENSIONS;
    if (!isUnit[row]) {
      vectors.set(bytes.subarray(start, start + DIMENSIONS), start);
      toUnit(vectors, start);
      isUnit[row] = 1;
    }
    return start;
  };
  return {
    rowOf: (term) => rows.get(term),
    startingWith: (letters) => rowsBeginning()(letters),
    termOf: (row) => terms[row]!,
    likeness: (a, b) => dot(vectors, startOf(a), vectors, startOf(b)),
    add(row, times, sum, at) {
      const from = startOf(row);
      for (let d = 0; d < DIMENSIONS; d++) sum[at + d]! += times * vectors[from + d]!;
    },
    rarity(row) {
      if (row === undefined) return 1;
      // Zipf's law: the word at rank r makes up about one in 11 r of a text.
      return HALF_TELLING / (HALF_TELLING + 1 / (11 * (row + 10)));
    },
  };
}

/** Looks up the rows of terms by how they begin. Letters are taken as numbers, which are quicker put in order than texts. */
function byBeginning(terms: readonly string[]): (letters: string) => number[] {
  const first = new Map<number, number>();
  /** For each row, the next one that may begin alike; -1 for the last. */
  const next = new Int32Array(terms.length);
  for (let row = terms.length - 1; row >= 0; row--) {
    const beginning = numberOf(terms[row]!);
    next[row] = first.get(beginning) ?? -1;
    first.set(beginning, row);
  }
  return (letters) => {
    const rows: number[] = [];
    for (let row = first.get(numberOf(letters)) ?? -1; row >= 0; row = next[row]!)
      if (terms[row]!.slice(0, LETTERS_OF_BEGINNING) === letters) rows.push(row);
    return rows;
  };
}

/** A number for the first letters of a term: the same for the same letters, and seldom for others. */
function numberOf(term: string): number {
  let number = 0;
  for (let at = 0; at < LETTERS_OF_BEGINNING; at++) number = (number << 7) ^ (term.charCodeAt(at) || 0);
  return number;
}

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
