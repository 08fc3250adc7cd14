import type { Index } from './index-corpus.js';

/** For each index a table that serves one question after another: a new one each time would be much garbage. */
const tables = new WeakMap<Index, Uint32Array>();

/** A number for every passage by its place, all zero. Whoever takes it puts back the zeros before anybody else does. */
export function passageNumbers(index: Index): Uint32Array {
  let table = tables.get(index);
  if (!table) {
    table = new Uint32Array(index.terms.length);
    tables.set(index, table);
  }
  return table;
}
