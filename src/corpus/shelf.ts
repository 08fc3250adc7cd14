import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Entries are spread over this many files, so that one that is new costs the writing of one small file. */
const FILES = 64;
/** A file that is larger than this, in bytes, is none of ours. */
const LARGEST_FILE = 64 * 1024 * 1024;
/** What no start has used for so long is removed. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
/** The folders of a shelf are named like this; nothing else is ever removed. */
const FOLDER = /^on-record-[0-9a-f]{16}-[0-9a-f]{16}$/u;

/**
 * What was worked out of articles, kept in a folder from one start to the next. An entry is a line of JSON with its
 * checksum before it: one that is damaged is as good as none. Whoever can write into the folder is trusted as much as
 * whoever can write into the folder of stories.
 */
export class Shelf {
  readonly #root: string;
  readonly #folder: string;
  /** The entries as they were read, by file; let go once they are taken. */
  readonly #read = new Map<string, string>();
  /** The keys that stand in each file. */
  readonly #keys = new Map<number, Set<string>>();
  readonly #added = new Map<string, string>();

  /**
   * @param root the folder of all shelves
   * @param owner what the entries are of: the folder of stories
   * @param stamp what the entries were made by; those of another stamp are never read
   */
  constructor(root: string, owner: string, stamp: string) {
    this.#root = root;
    this.#folder = join(root, `on-record-${digest(resolve(owner), 16)}-${digest(stamp, 16)}`);
  }

  /** Reads what is kept. A file that can't be read or is damaged costs its own entries. */
  async open(): Promise<void> {
    const files = await Promise.all([...Array(FILES).keys()].map((file) => this.#lines(file)));
    for (const [file, lines] of files.entries()) {
      this.#keys.set(file, new Set(lines.map(([key]) => key)));
      for (const [key, line] of lines) if (fileOf(key) === file) this.#read.set(key, line);
    }
  }

  /** Takes an entry off the shelf as it was read, or null. The caller has to look at its form. */
  take(key: string): unknown {
    const line = this.#read.get(key);
    if (line === undefined) return null;
    this.#read.delete(key);
    try {
      return JSON.parse(line.slice(line.indexOf(' ', line.indexOf(' ') + 1) + 1));
    } catch {
      return null;
    }
  }

  /** Puts an entry on the shelf; `save` writes it. */
  put(key: string, value: unknown): void {
    const content = `${key} ${JSON.stringify(value)}`;
    this.#added.set(key, `${digest(content, 32)} ${content}`);
  }

  /**
   * Writes what is new, and drops all that is not among the keys in use. A crash at any moment leaves each file as it
   * was or as it should be.
   * @throws where the folder can't be written
   */
  async save(used: ReadonlySet<string>): Promise<void> {
    const changed = new Set([...this.#added.keys()].map(fileOf));
    for (const [file, keys] of this.#keys) if ([...keys].some((key) => !used.has(key))) changed.add(file);
    if (!changed.size) return this.forget();
    await mkdir(this.#folder, { recursive: true });
    for (const file of changed) {
      const lines = new Map((await this.#lines(file)).filter(([key]) => used.has(key)));
      for (const [key, line] of this.#added) if (fileOf(key) === file) lines.set(key, line);
      await replace(this.#path(file), [...lines.values()].map((line) => `${line}\n`).join(''));
      this.#keys.set(file, new Set(lines.keys()));
    }
    this.forget();
    await this.#removeOld();
  }

  /** Lets go of all that was read and all that is not written. */
  forget(): void {
    this.#read.clear();
    this.#added.clear();
  }

  async #lines(file: number): Promise<(readonly [key: string, line: string])[]> {
    return readable(await contentOf(this.#path(file)));
  }

  #path(file: number): string {
    return join(this.#folder, `${file.toString(16).padStart(2, '0')}.jsonl`);
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
export function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** The lines whose checksum is right, by key. */
function readable(content: string): (readonly [key: string, line: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const line of content.split('\n')) {
    const space = line.indexOf(' ');
    const next = line.indexOf(' ', space + 1);
    if (next > 0 && digest(line.slice(space + 1), 32) === line.slice(0, space))
      found.push([line.slice(space + 1, next), line]);
  }
  return found;
}

function fileOf(key: string): number {
  return Number.parseInt(key.slice(0, 4), 16) % FILES;
}

async function contentOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    return size > LARGEST_FILE ? '' : await readFile(path, 'utf8');
  } catch {
    // Not there yet, or out of reach: then there is nothing kept, which only costs time.
    return '';
  }
}

/** Checksums tell what is torn, so that the new file needs no fsync before it takes the old one's name. */
async function replace(path: string, content: string): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
