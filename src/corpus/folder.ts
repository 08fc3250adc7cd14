import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { readArticle } from '../article/read.js';
import { read } from '../attribution/attribute.js';
import type { Reading } from '../attribution/statement.js';
import { ArticleError, CorpusError } from '../errors.js';
import { buildCorpus, type Corpus, type Unreadable } from './corpus.js';
import { listFiles, readBytes } from './files.js';

/** How far the reading of a folder is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Reads a folder of text files, and its subfolders, as a corpus. A file that can't be read as an article is left out
 * and named in `unreadable`. Articles that stand unchanged in `before` are not read again.
 * @throws CorpusError where the folder itself can't be read, or holds no article at all
 */
export async function readFolder(
  folder: string,
  before: Corpus | null = null,
  onProgress: (p: Progress) => void = () => {},
): Promise<Corpus> {
  const { files, unreadable: outOfReach } = await listFiles(folder);
  const known = new Map(before?.readings.map((r) => [`${r.article.id}\0${r.article.hash}`, r]));
  const readings: Reading[] = [];
  const unreadable: Unreadable[] = [...outOfReach];
  const ids = new Set<string>();
  for (const [at, file] of files.entries()) {
    try {
      const article = readArticle(file, await readBytes(folder, file));
      if (ids.has(article.id))
        throw new ArticleError(file, `has the same name as another file ("${article.id}"): rename one`);
      ids.add(article.id);
      readings.push(known.get(`${article.id}\0${article.hash}`) ?? read(article));
    } catch (error) {
      if (!(error instanceof ArticleError)) throw error;
      unreadable.push({ file, reason: error.message });
    }
    onProgress({ done: at + 1, total: files.length });
    await yieldToOthers();
  }
  if (readings.length === 0) throw nothingToRead(folder, unreadable);
  return buildCorpus(readings, unreadable);
}

function nothingToRead(folder: string, unreadable: readonly Unreadable[]): CorpusError {
  const first = unreadable[0];
  const why = first
    ? ` ${unreadable.length} can't be read; the first, "${first.file}", ${first.reason}.`
    : '';
  return new CorpusError(
    `The folder of stories holds none that can be read.${why} Put text files (.txt) into it.`,
    { detail: folder },
  );
}
