import { once } from '../../once.js';
import { DIMENSIONS } from './vectors.js';

/**
 * Inner products of vectors of bytes, many at a time: exact, and several times as quick as JavaScript makes them, for
 * WebAssembly multiplies eight numbers at once.
 */
export class Products {
  /** Vectors that are at hand, end to end. */
  readonly vectors: Int8Array;
  readonly #list: Int8Array;
  readonly #found: Int32Array;
  readonly #multiply: Multiply;
  #laid: { readonly list: Int8Array; readonly first: number } | null = null;

  /** @param room how many vectors shall be at hand */
  constructor(room: number) {
    const { memory, multiply } = new WebAssembly.Instance(compiled()).exports;
    memory.grow(Math.ceil((AT_HAND + room * DIMENSIONS) / PAGE) - 1);
    this.vectors = new Int8Array(memory.buffer, AT_HAND, room * DIMENSIONS);
    this.#list = new Int8Array(memory.buffer, LIST, MOST_AT_ONCE * DIMENSIONS);
    this.#found = new Int32Array(memory.buffer, FOUND, MOST_AT_ONCE);
    this.#multiply = multiply;
  }

  /**
   * The products of a vector at hand with those of a list, from the `first` on; as many as there are, but no more than
   * `MOST_AT_ONCE`. They stand until the next ones are asked for, and a list must not change meanwhile.
   */
  with(vector: number, list: Int8Array, first: number): Int32Array {
    const count = Math.min(list.length / DIMENSIONS - first, MOST_AT_ONCE);
    if (this.#laid?.list !== list || this.#laid.first !== first) {
      this.#list.set(list.subarray(first * DIMENSIONS, (first + count) * DIMENSIONS));
      this.#laid = { list, first };
    }
    if (count > 0) this.#multiply(AT_HAND + vector * DIMENSIONS, LIST, FOUND, count);
    return this.#found;
  }
}

/** A list longer than this is gone through in parts: they stay in the processor's cache. */
export const MOST_AT_ONCE = 256;

/** Where things lie in the memory: the products, a list, and then what is at hand. */
const FOUND = 0;
const LIST = FOUND + 4 * MOST_AT_ONCE;
const AT_HAND = LIST + MOST_AT_ONCE * DIMENSIONS;
const PAGE = 65_536;

/** Puts `to` memory, one after another, the products of a vector with so many that lie end to end; all are addresses. */
type Multiply = (vector: number, list: number, to: number, count: number) => void;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly multiply: Multiply;
}

/** What is used of WebAssembly, which Node's types leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Exports };
};

// Instructions of WebAssembly, by their codes.
const LOOP = [0x03, 0x40];
const AGAIN_IF = [0x0d, 0];
const END = 0x0b;
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const ADD = 0x6a;
/** A small number, in two groups of seven bits. */
const number = (value: number) => [0x41, (value & 0x7f) | 0x80, (value >> 7) & 0x7f];
const STORE = [0x36, 2, 0];
/** Takes eight bytes for eight numbers of 16 bits. */
const eightAt = (offset: number) => [0xfd, 0x01, 0, offset];
/** Multiplies eight numbers with eight, and adds each two products up: four numbers of 32 bits. */
const DOT = [0xfd, 0xba, 0x01];
const ADD_FOURS = [0xfd, 0xae, 0x01];
const oneOfFour = (lane: number) => [0xfd, 0x1b, lane];

/** The body of `multiply`. */
function body(): number[] {
  const [vector, list, to, count] = [0, 1, 2, 3];
  const eights = Array.from({ length: DIMENSIONS / 8 }, (_, at) => ({ offset: 8 * at, local: 4 + at }));
  const sums = 4 + eights.length;
  return [
    [1, eights.length + 1, VECTOR],
    ...eights.map(({ offset, local }) => [...get(vector), ...eightAt(offset), ...set(local)]),
    LOOP,
    get(to),
    ...eights.map(({ offset, local }) => [...get(list), ...eightAt(offset), ...get(local), ...DOT]),
    ...eights.slice(1).map(() => ADD_FOURS),
    [...tee(sums), ...oneOfFour(0)],
    ...[1, 2, 3].map((lane) => [...get(sums), ...oneOfFour(lane), ADD]),
    STORE,
    [...get(list), ...number(DIMENSIONS), ADD, ...set(list)],
    [...get(to), ...number(4), ADD, ...set(to)],
    [...get(count), ...number(-1), ADD, ...tee(count), ...AGAIN_IF],
    [END, END],
  ].flat();
}

const NUMBER = 0x7f;
const VECTOR = 0x7b;
const FUNCTION = 0x60;

/** Its length, in two groups of seven bits, and then the list. */
function counted(list: readonly number[]): number[] {
  return [(list.length & 0x7f) | 0x80, list.length >> 7, ...list];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...counted(content)];
}

function exported(name: string, kind: number): number[] {
  return [...counted([...Buffer.from(name)]), kind, 0];
}

/** The module: one function of four numbers, and a memory that can grow. */
const compiled = once(() => {
  const bytes = [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, [1, FUNCTION, 4, NUMBER, NUMBER, NUMBER, NUMBER, 0]),
    section(3, [1, 0]),
    section(5, [1, 0, 1]),
    section(7, [2, ...exported('multiply', 0), ...exported('memory', 2)]),
    section(10, [1, ...counted(body())]),
  ];
  return new WebAssembly.Module(Uint8Array.from(bytes.flat()));
});
