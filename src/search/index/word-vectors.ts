import { readFileSync } from 'node:fs';
import { once } from '../../once.js';
import { MOST_AT_ONCE, Products } from './products.js';
import { DIMENSIONS } from './vectors.js';

/**
 * What common English words mean, as directions in space: words that are used alike point the same way. They join
 * "physician" with "doctor", which no spelling does.
 */
export interface WordVectors {
  /** The row of a term; undefined where the table doesn't have it. */
  readonly rowOf: (term: string) => number | undefined;
  /** Tells how alike a row is to each of some rows: 1 the same, 0 unrelated, as it is to one that isn't known (-1). */
  readonly likenessTo: (rows: readonly number[]) => (row: number) => ArrayLike<number>;
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
export const wordVectors = once(() => read(new URL('../../../assets/words/', import.meta.url)));

function read(folder: URL): WordVectors {
  const terms = readFileSync(new URL('terms.txt', folder), 'utf8').split('\n');
  const products = new Products(terms.length);
  const bytes = products.vectors;
  bytes.set(readFileSync(new URL('vectors.bin', folder)));
  const rows = new Map<string, number>();
  for (let row = 0; row < terms.length; row++) rows.set(terms[row]!, row);
  const rowsBeginning = once(() => byBeginning(terms));
  /** One through the length of each row, as far as it was asked for. */
  const scales = new Float64Array(terms.length);
  const scaleOf = (row: number): number => (scales[row] ||= 1 / lengthAt(bytes, row * DIMENSIONS));
  return {
    rowOf: (term) => rows.get(term),
    startingWith: (letters) => rowsBeginning()(letters),
    termOf: (row) => terms[row]!,
    likenessTo(others) {
      const list = new Int8Array(others.length * DIMENSIONS);
      for (const [at, row] of others.entries())
        if (row >= 0) list.set(bytes.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), at * DIMENSIONS);
      const own = Float64Array.from(others, (row) => (row < 0 ? 0 : scaleOf(row)));
      const found = new Float64Array(others.length);
      return (row) => {
        const scale = scaleOf(row);
        for (let first = 0; first < own.length; first += MOST_AT_ONCE) {
          const part = products.with(row, list, first);
          const end = Math.min(own.length, first + MOST_AT_ONCE);
          for (let at = first; at < end; at++) found[at] = part[at - first]! * (scale * own[at]!);
        }
        return found;
      };
    },
    add(row, times, sum, at) {
      const from = row * DIMENSIONS;
      const factor = times * scaleOf(row);
      for (let d = 0; d < DIMENSIONS; d++) sum[at + d]! += factor * bytes[from + d]!;
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

function lengthAt(bytes: Int8Array, from: number): number {
  let sum = 0;
  for (let d = from; d < from + DIMENSIONS; d++) sum += bytes[d]! ** 2;
  return Math.sqrt(sum);
}
