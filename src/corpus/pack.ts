import { once } from '../once.js';

/** Words of a list, by their places in it. */
export interface Words {
  readonly table: readonly string[];
  readonly places: Uint32Array;
}

/** What is kept of an article: something that JSON can hold, words, and numbers. */
export interface Entry {
  readonly about: unknown;
  readonly words: Words;
  readonly numbers: Uint32Array;
}

/** What stands first in a pack. */
interface Head {
  /** How many bytes a number has: two where that is enough for all of them, or four. */
  readonly width: 2 | 4;
  /** How many bytes the table takes that has the words of all entries, each once. */
  readonly table: number;
  /** For each entry its key, how many bytes it takes to say what it is about, and how many words and numbers it has. */
  readonly entries: readonly (readonly [key: string, about: number, words: number, numbers: number])[];
}

/**
 * Entries as one file: the length of its head in bytes, the head, the table of words and what each entry is about, all
 * of them JSON, and then the words' places and the numbers of each entry, end to end. Numbers are in the byte order of
 * this machine.
 */
export function packOf(entries: ReadonlyMap<string, Entry>): Uint8Array {
  const places = new Map<string, number>();
  const numbers: Uint32Array[] = [];
  const abouts: Buffer[] = [];
  const list: Head['entries'][number][] = [];
  for (const [key, entry] of entries) {
    const { table, places: old } = entry.words;
    const own = old.map((place) => {
      const word = table[place]!;
      const known = places.get(word) ?? places.size;
      places.set(word, known);
      return known;
    });
    const about = json(entry.about);
    numbers.push(own, entry.numbers);
    abouts.push(about);
    list.push([key, about.length, own.length, entry.numbers.length]);
  }
  const table = json([...places.keys()]);
  const width = numbers.every(isNarrow) ? 2 : 4;
  const head = json({ width, table: table.length, entries: list } satisfies Head);
  const texts = [head, table, ...abouts];
  // So that the numbers begin at a multiple of four.
  const padding = Buffer.alloc(-texts.reduce((sum, { length }) => sum + length, 0) & 3);
  const lists = width === 2 ? numbers.map((some) => new Uint16Array(some)) : numbers;
  return Buffer.concat([bytesOf(Uint32Array.of(head.length)), ...texts, padding, ...lists.map(bytesOf)]);
}

/** The entries of a file that `packOf` has made, by their keys. What they hold is read when it is first asked for. */
export function unpack(content: Uint8Array): ReadonlyMap<string, Entry> {
  // A copy where the bytes don't lie as numbers must.
  const { buffer, byteOffset, byteLength } = content.byteOffset % 4 ? content.slice() : content;
  const [length = 0] = new Uint32Array(buffer, byteOffset, 1);
  let at = byteOffset + 4;
  const nextBytes = (size: number) => Buffer.from(buffer, (at += size) - size, size);
  const head: Head = JSON.parse(nextBytes(length).toString());
  const tableBytes = nextBytes(head.table);
  const table = once((): readonly string[] => JSON.parse(tableBytes.toString()));
  const abouts = head.entries.map(([, size]) => nextBytes(size));
  at += -(at - byteOffset) & 3;
  const nextNumbers = (size: number): (() => Uint32Array) => {
    const from = at;
    at += head.width * size;
    return head.width === 4
      ? () => new Uint32Array(buffer, from, size)
      : once(() => new Uint32Array(new Uint16Array(buffer, from, size)));
  };
  const found = new Map<string, Entry>();
  for (const [number, [key, , words, size]] of head.entries.entries()) {
    const places = nextNumbers(words);
    const numbers = nextNumbers(size);
    const about = once((): unknown => JSON.parse(abouts[number]!.toString()));
    found.set(key, {
      get about() {
        return about();
      },
      words: {
        get table() {
          return table();
        },
        get places() {
          return places();
        },
      },
      get numbers() {
        return numbers();
      },
    });
  }
  if (at !== byteOffset + byteLength) throw new Error('This is no pack');
  return found;
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function isNarrow(numbers: Uint32Array): boolean {
  return numbers.every((number) => number <= 0xffff);
}

function bytesOf(numbers: Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
