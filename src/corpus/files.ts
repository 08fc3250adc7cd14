import { type Dirent, readFileSync, statSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ArticleError, CorpusError } from '../errors.js';
import { codeOf } from './system-error.js';
import type { Unreadable } from './corpus.js';

/** The text files of a folder: their paths below it, with `/` between folders, in one order; and what can't be read. */
export interface Listing {
  readonly files: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * As `listFiles`, for a folder that needn't be there yet: then it holds nothing.
 * @throws CorpusError where it is there and can't be read
 */
export async function listFilesIfAny(folder: string): Promise<Listing> {
  try {
    return await listFiles(folder);
  } catch (error) {
    if (error instanceof CorpusError && codeOf(error.cause) === 'ENOENT')
      return { files: [], unreadable: [] };
    throw error;
  }
}

/**
 * Lists the text files (.txt) of a folder and its subfolders. Hidden ones are left alone; a link counts where it leads
 * to a file in the same folder, and is reported where it leads out.
 * @throws CorpusError where the folder itself can't be read
 */
export async function listFiles(folder: string): Promise<Listing> {
  const files: string[] = [];
  const unreadable: Unreadable[] = [];
  const root = await open(folder);
  await list('', root.entries);
  return { files: files.toSorted(ascending), unreadable };

  async function list(below: string, entries: readonly Dirent[]): Promise<void> {
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = below + entry.name;
      if (entry.isDirectory()) {
        try {
          await list(`${path}/`, await readdir(join(folder, path), { withFileTypes: true }));
        } catch (cause) {
          unreadable.push({ file: `${path}/`, reason: `can't be opened (${codeOf(cause)})` });
        }
      } else if (/\.txt$/iu.test(entry.name)) {
        if (entry.isFile()) files.push(path);
        else if (entry.isSymbolicLink()) await follow(path);
      }
    }
  }

  async function follow(path: string): Promise<void> {
    try {
      const target = await realpath(join(folder, path));
      if (!target.startsWith(root.path + sep))
        unreadable.push({ file: path, reason: 'is a link out of the folder: copy the file' });
      else if ((await stat(target)).isFile()) files.push(path);
    } catch (cause) {
      unreadable.push({ file: path, reason: `is a link that leads nowhere (${codeOf(cause)})` });
    }
  }
}

/**
 * Reads a file of a listing, which waits for the disk: a small file is there sooner than a thread could be asked for it.
 * @throws ArticleError where it can't be opened
 */
export function readBytes(folder: string, file: string): Uint8Array {
  try {
    return readFileSync(join(folder, file));
  } catch (cause) {
    throw new ArticleError(file, `can't be opened (${codeOf(cause)})`, { cause });
  }
}

async function open(folder: string): Promise<{ path: string; entries: Dirent[] }> {
  try {
    return { path: await realpath(folder), entries: await readdir(folder, { withFileTypes: true }) };
  } catch (cause) {
    const code = codeOf(cause);
    const why =
      { ENOENT: 'there is no such folder', ENOTDIR: 'it is not a folder' }[code] ??
      `it can't be read (${code})`;
    throw new CorpusError(`The folder of stories can't be used: ${why}.`, { cause, detail: folder });
  }
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** How long after its last change a file may still change without its times telling, in milliseconds. */
const RESTLESS = 2000;

/**
 * What tells a file apart from its earlier and later selves without reading it: where it lies on the disk, its size
 * and its times; null where that isn't sure, for it has changed just now or can't be looked at.
 */
export function fileStamp(folder: string, file: string): string | null {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = statSync(join(folder, file), { bigint: true });
    return Date.now() - Number(ctimeMs) < RESTLESS ? null : [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    // Whoever reads the file will meet the same, and say so.
    return null;
  }
}
