import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, realpath, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { StoreError } from '../../errors.js';
import { codeOf, isMissing } from '../system-error.js';
import { storeError } from './failures.js';
import { newId } from './names.js';

/** What files are called until they are whole: hidden, so that nobody takes one for a story. */
export const TEMPORARY = /^\.on-record-[\w-]{8}\.tmp$/u;

/** A file that is whole on the disk, beside the place that it is to take. */
export interface Staged {
  /** Takes the place, which needs no space. */
  settle(): Promise<void>;
  drop(): Promise<void>;
}

/**
 * A folder that files are read and written in, below a root that no link leads out of. What is written is on the disk
 * when the promise resolves. Every error is a StoreError.
 */
export class GuardedFolder {
  readonly #root: string;
  readonly path: string;

  /** @param path below the root, or the root itself */
  constructor(root: string, path: string = root) {
    this.#root = root;
    this.path = path;
  }

  /** A folder in this one. */
  in(name: string): GuardedFolder {
    return new GuardedFolder(this.#root, join(this.path, name));
  }

  /** The bytes of a file, or null where there is none. */
  read(name: string): Promise<Buffer | null> {
    return this.#guarded(name, async (path) => {
      try {
        return await readFile(path);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  }

  /** The names in the folder, sorted; none where there is no folder. */
  list(): Promise<readonly string[]> {
    return this.#guarded('', async (path) => {
      try {
        return (await readdir(path)).toSorted();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    });
  }

  /** The paths of all files below the folder that have such a name. */
  find(pattern: RegExp): Promise<readonly string[]> {
    return this.#guarded('', async (path) => {
      try {
        const entries = await readdir(path, { withFileTypes: true, recursive: true });
        return entries
          .filter((entry) => entry.isFile() && pattern.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
          .toSorted();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    });
  }

  /** Tells a file from what it was before: when it was written, its size. Empty where there is none. */
  stamp(name: string): Promise<string> {
    return this.#guarded(name, async (path) => {
      try {
        const { mtimeMs, size, ino } = await stat(path);
        return `${mtimeMs}/${size}/${ino}`;
      } catch (error) {
        if (isMissing(error)) return '';
        throw error;
      }
    });
  }

  /** When a file was written, and its bytes; null where there is none. */
  written(name: string): Promise<{ readonly at: Date; readonly size: number } | null> {
    return this.#guarded(name, async (path) => {
      try {
        const { mtime, size } = await stat(path);
        return { at: mtime, size };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  }

  /** The bytes of each file in the folder, by name. */
  sizes(): Promise<Map<string, number>> {
    return this.#guarded('', async (path) => {
      const sizes = new Map<string, number>();
      for (const name of await this.list()) {
        const { size } = await lstat(join(path, name));
        sizes.set(name, size);
      }
      return sizes;
    });
  }

  /** Writes a file beside its place. */
  async stage(name: string, content: string | Uint8Array): Promise<Staged> {
    return this.#guarded(name, async (path) => {
      const folder = dirname(path);
      await makeFolder(folder);
      const beside = join(folder, `.on-record-${newId()}.tmp`);
      try {
        await writeNew(beside, content);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
      return {
        settle: () =>
          this.#guarded(name, async () => {
            await rename(beside, path);
            await syncFolder(folder);
          }),
        drop: () => this.#guarded(name, () => rm(beside, { force: true })),
      };
    });
  }

  /** Writes a file: whole, or as it was. */
  async write(name: string, content: string | Uint8Array): Promise<void> {
    const staged = await this.stage(name, content);
    try {
      await staged.settle();
    } catch (error) {
      await staged.drop();
      throw error;
    }
  }

  remove(name: string): Promise<void> {
    return this.#guarded(name, async (path) => {
      try {
        await rm(path);
      } catch (error) {
        if (isMissing(error)) return;
        throw error;
      }
      await syncFolder(dirname(path));
    });
  }

  /** Removes files of the folder that do no harm where they come back after a crash: nobody waits for the disk. */
  discard(names: readonly string[]): Promise<void> {
    return this.#guarded('', async (path) => {
      await Promise.all(names.map((name) => unlinkIfAny(join(path, name))));
    });
  }

  /** Adds to the end of a file: all of it, or nothing. */
  append(name: string, content: string): Promise<void> {
    return this.#guarded(name, async (path) => {
      await makeFolder(dirname(path));
      const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
      const file = await open(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o644);
      try {
        const { size } = await file.stat();
        try {
          await file.writeFile(content);
          await file.sync();
          if (size === 0) await syncFolder(dirname(path));
        } catch (error) {
          await file.truncate(size);
          await file.sync();
          throw error;
        }
      } finally {
        await file.close();
      }
    });
  }

  /** Cuts a file's end off. */
  truncate(name: string, size: number): Promise<void> {
    return this.#guarded(name, async (path) => {
      const file = await open(path, constants.O_WRONLY | constants.O_NOFOLLOW);
      try {
        await file.truncate(size);
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  async #guarded<T>(name: string, act: (path: string) => Promise<T>): Promise<T> {
    const path = join(this.path, name);
    try {
      await this.#checkLinks(path);
      return await act(path);
    } catch (error) {
      throw error instanceof StoreError ? error : storeError(error, path);
    }
  }

  /** @throws StoreError where a link on the way leads out of the root, or nowhere */
  async #checkLinks(path: string): Promise<void> {
    if (!`${path}${sep}`.startsWith(this.#root === sep ? sep : this.#root + sep))
      throw new TypeError(`${path} is not below ${this.#root}`);
    for (let at = path; at !== this.#root; at = dirname(at)) {
      let real: string;
      try {
        real = await realpath(at);
      } catch (error) {
        if (!isMissing(error)) throw error;
        if (await isLink(at)) throw leadsOut(at);
        continue;
      }
      const root = await realpath(this.#root);
      if (!real.startsWith(root === sep ? sep : root + sep)) throw leadsOut(at);
      return;
    }
  }
}

function leadsOut(path: string): StoreError {
  return new StoreError('A link leads out of the folder that this is kept in: put the file itself there.', {
    detail: path,
  });
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function unlinkIfAny(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a folder and those above it; each new one is on the disk. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let at = path; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at));
}

/** Has a folder's names on the disk, where the system can. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some network file systems know no such thing: they do it by themselves.
    if (codeOf(error) !== 'EINVAL') throw error;
  } finally {
    await folder.close();
  }
}
