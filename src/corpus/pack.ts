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

/** What stands before the numbers of a pack. */
interface Head {
  /** The words of all entries, each once. */
  readonly table: readonly string[];
  /** For each entry its key, what it is about, and how many words and numbers it has. */
  readonly entries: readonly (readonly [key: string, about: unknown, words: number, numbers: number])[];
}

/**
 * Entries as one file: the length of its head in bytes, the head as JSON, and then the words' places and the numbers
 * of each entry, end to end. Numbers have four bytes, in the order of this machine.
 */
export function packOf(entries: ReadonlyMap<string, Entry>): Uint8Array {
  const places = new Map<string, number>();
  const parts: Uint32Array[] = [];
  const list: Head['entries'][number][] = [];
  for (const [key, { about, words, numbers }] of entries) {
    const own = words.places.map((place) => {
      const word = words.table[place]!;
      const known = places.get(word) ?? places.size;
      places.set(word, known);
      return known;
    });
    parts.push(own, numbers);
    list.push([key, about, own.length, numbers.length]);
  }
  const head: Head = { table: [...places.keys()], entries: list };
  const json = Buffer.from(JSON.stringify(head));
  // Spaces, so that the numbers begin at a multiple of four.
  const padded = Buffer.concat([json, Buffer.alloc(-json.length & 3, ' ')]);
  return Buffer.concat([bytesOf(Uint32Array.of(padded.length)), padded, ...parts.map(bytesOf)]);
}

/** The entries of a file that `packOf` has made, by their keys. */
export function unpack(content: Uint8Array): ReadonlyMap<string, Entry> {
  // A copy where the bytes don't lie as numbers must.
  const bytes = content.byteOffset % 4 ? content.slice() : content;
  const [length = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 1);
  const head: Head = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + 4, length).toString());
  const from = bytes.byteOffset + 4 + length;
  const numbers = new Uint32Array(bytes.buffer, from, (bytes.byteLength - 4 - length) / 4);
  const found = new Map<string, Entry>();
  let at = 0;
  const next = (size: number) => numbers.subarray(at, (at += size));
  for (const [key, about, words, size] of head.entries)
    found.set(key, { about, words: { table: head.table, places: next(words) }, numbers: next(size) });
  return found;
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
