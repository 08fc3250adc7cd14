import { hash, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { turns } from '../turns.js';
import { type Entry, packOf, unpack } from './pack.js';

/**
 * A pack is closed when it has so many entries, or so many numbers: then another is begun. An entry with a quarter of
 * so many has one to itself.
 */
const MOST_ENTRIES = 128;
const MOST_NUMBERS = 2 ** 21;
/** A file that is larger than this, in bytes, is none of ours. */
const LARGEST_FILE = 256 * 1024 * 1024;
/** What no start has used for so long is removed. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
/** The folders of a shelf, and its packs, are named like this; nothing else is ever read or removed. */
const FOLDER = /^on-record-[0-9a-f]{16}-[0-9a-f]{16}$/u;
const PACK = /^[0-9a-f]{64}\.pack$/u;

/**
 * What was worked out of articles, kept in a folder from one start to the next. Entries lie in packs, files that are
 * never changed and bear their own checksum as a name: one that is damaged is as good as none. Whoever can write into
 * the folder is trusted as much as whoever can write into the folder of stories.
 */
export class Shelf {
  readonly #root: string;
  readonly #folder: string;
  /** The entries as they were read; let go once they are taken. */
  readonly #read = new Map<string, Entry>();
  /** The keys of each pack, by the name of its file; none where it is damaged. */
  readonly #packs = new Map<string, ReadonlySet<string>>();
  readonly #added = new Map<string, Entry>();

  /**
   * @param root the folder of all shelves
   * @param owner what the entries are of: the folder of stories
   * @param stamp what the entries were made by; those of another stamp are never read
   */
  constructor(root: string, owner: string, stamp: string) {
    this.#root = root;
    this.#folder = join(root, `on-record-${digest(resolve(owner), 16)}-${digest(stamp, 16)}`);
  }

  /** Reads what is kept. A pack that can't be read or is damaged costs its own entries. */
  async open(): Promise<void> {
    const giveWay = turns();
    for (const name of await namesIn(this.#folder)) {
      if (!PACK.test(name)) continue;
      const entries = this.#entries(name);
      this.#packs.set(name, new Set(entries.keys()));
      for (const [key, entry] of entries) this.#read.set(key, entry);
      await giveWay();
    }
  }

  /** Takes an entry off the shelf as it was read, or null. The caller has to look at its form. */
  take(key: string): Entry | null {
    const entry = this.#read.get(key) ?? null;
    this.#read.delete(key);
    return entry;
  }

  /** Puts an entry on the shelf; `save` writes it. */
  put(key: string, entry: Entry): void {
    this.#added.set(key, entry);
  }

  /**
   * Writes what is new, and drops all that is not among the keys in use. A crash at any moment leaves every entry in
   * its old pack or in a new one.
   * @throws where the folder can't be written
   */
  async save(used: ReadonlySet<string>): Promise<void> {
    const seen = new Set(this.#added.keys());
    const spare: string[] = [];
    const small: string[] = [];
    for (const [name, keys] of this.#packs) {
      if (keys.size === 0 || [...keys].some((key) => !used.has(key) || seen.has(key))) spare.push(name);
      else if (keys.size < MOST_ENTRIES / 2) small.push(name);
      for (const key of keys) seen.add(key);
    }
    // Small packs are put together whenever something is written anyway, so that they never become many.
    if (this.#added.size || spare.length) await this.#rewrite([...spare, ...small], used);
    this.forget();
  }

  /** Lets go of all that was read and all that is not written. */
  forget(): void {
    this.#read.clear();
    this.#added.clear();
  }

  async #rewrite(old: readonly string[], used: ReadonlySet<string>): Promise<void> {
    const entries = new Map<string, Entry>();
    for (const name of old)
      for (const [key, entry] of this.#entries(name)) if (used.has(key)) entries.set(key, entry);
    for (const [key, entry] of this.#added) if (used.has(key)) entries.set(key, entry);
    await mkdir(this.#folder, { recursive: true });
    const written = new Set<string>();
    for (const some of portions(entries)) {
      const content = packOf(some);
      const name = `${digest(content, 64)}.pack`;
      await replace(join(this.#folder, name), content);
      this.#packs.set(name, new Set(some.keys()));
      written.add(name);
    }
    for (const name of old) {
      if (written.has(name)) continue;
      await rm(join(this.#folder, name), { recursive: true, force: true });
      this.#packs.delete(name);
    }
    await this.#removeOld();
  }

  /** The entries of a pack; none where it isn't what its name says. */
  #entries(name: string): ReadonlyMap<string, Entry> {
    const content = contentOf(join(this.#folder, name));
    return content && `${digest(content, 64)}.pack` === name ? unpack(content) : new Map<string, Entry>();
  }

  /** Removes the shelves of other stamps and of stories that nobody has read for long. */
  async #removeOld(): Promise<void> {
    const now = new Date();
    await utimes(this.#folder, now, now);
    for (const name of await readdir(this.#root)) {
      const path = join(this.#root, name);
      if (!FOLDER.test(name) || path === this.#folder) continue;
      const { mtimeMs } = await stat(path);
      if (now.getTime() - mtimeMs > KEPT_FOR) await rm(path, { recursive: true, force: true });
    }
  }
}

/** A digest in hexadecimal, cut to a length. */
export function digest(content: string | Uint8Array, length: number): string {
  return hash('sha256', content).slice(0, length);
}

function* portions(entries: ReadonlyMap<string, Entry>): Generator<ReadonlyMap<string, Entry>> {
  let portion = new Map<string, Entry>();
  let size = 0;
  for (const [key, entry] of entries) {
    if (entry.numbers.length > MOST_NUMBERS / 4) {
      yield new Map([[key, entry]]);
      continue;
    }
    portion.set(key, entry);
    size += entry.numbers.length;
    if (portion.size < MOST_ENTRIES && size < MOST_NUMBERS) continue;
    yield portion;
    portion = new Map();
    size = 0;
  }
  if (portion.size) yield portion;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch {
    // Not there yet, or out of reach: then there is nothing kept, which only costs time.
    return [];
  }
}

/** The bytes of a file, which waits for the disk: they are there sooner than a thread could be asked for them. */
function contentOf(path: string): Uint8Array | null {
  try {
    return statSync(path).size > LARGEST_FILE ? null : readFileSync(path);
  } catch {
    // Gone, or out of reach: see above.
    return null;
  }
}

/** Checksums tell what is torn, so that the new file needs no fsync before it takes its name. */
async function replace(path: string, content: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(beside, content);
    await rm(path, { recursive: true, force: true });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
