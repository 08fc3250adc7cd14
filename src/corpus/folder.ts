import type { Article } from '../article/article.js';
import { readArticle } from '../article/read.js';
import type { Reading } from '../attribution/statement.js';
import { ArticleError, CorpusError } from '../errors.js';
import { inTurns, turns } from '../turns.js';
import { corpusInSteps, type Corpus, type Unreadable } from './corpus.js';
import { fileStamp, listFiles, readBytes } from './files.js';

/** How far the reading of a folder is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What is known of articles already, so that they needn't be read again. */
export type Known = (article: Article) => Reading | null;

/**
 * Reads a folder of text files, and its subfolders, as a corpus. A file that can't be read as an article is left out
 * and named in `unreadable`. Articles that stand unchanged in `before`, or that are `known`, are not read again.
 * @throws CorpusError where the folder itself can't be read, or holds no article at all
 */
export async function readFolder(
  folder: string,
  before: Corpus | null = null,
  onProgress: (p: Progress) => void = () => {},
  knownBefore: Known = () => null,
): Promise<Corpus> {
  const { files, unreadable: outOfReach } = await listFiles(folder);
  const known = new Map(before?.readings.map((r) => [`${r.article.id}\0${r.article.hash}`, r]));
  const untouched = new Map(before?.readings.map((r) => [r.article.file, r]));
  const readings: Reading[] = [];
  let opened: readonly Opened[] = [];
  const unreadable: Unreadable[] = [...outOfReach];
  const ids = new Set<string>();
  const giveWay = turns();
  for (const [at, file] of files.entries()) {
    if (at % AT_ONCE === 0) opened = await openAll(folder, files.slice(at, at + AT_ONCE), untouched);
    try {
      const article = articleOf(file, opened[at % AT_ONCE]!);
      if (ids.has(article.id))
        throw new ArticleError(file, `has the same name as another file ("${article.id}"): rename one`);
      ids.add(article.id);
      readings.push(
        known.get(`${article.id}\0${article.hash}`) ?? knownBefore(article) ?? (await readAnew(article)),
      );
    } catch (error) {
      if (!(error instanceof ArticleError)) throw error;
      unreadable.push({ file, reason: error.message });
    }
    onProgress({ done: at + 1, total: files.length });
    await giveWay();
  }
  if (readings.length === 0) throw nothingToRead(folder, unreadable);
  return inTurns(corpusInSteps(readings, unreadable, before));
}

/** Files that are opened together. */
const AT_ONCE = 32;

/** What the file of an article was like before it was read. */
const stamps = new WeakMap<Article, string>();

/** A file that was opened: the article that it holds as before, its bytes, or why it can't be opened. */
interface Opened {
  readonly stamp: string | null;
  readonly content: Article | Uint8Array | ArticleError;
}

async function openAll(
  folder: string,
  files: readonly string[],
  untouched: ReadonlyMap<string, Reading>,
): Promise<Opened[]> {
  return Promise.all(
    files.map(async (file) => {
      const stamp = await fileStamp(folder, file);
      const old = untouched.get(file)?.article;
      if (old && stamp !== null && stamps.get(old) === stamp) return { stamp, content: old };
      try {
        return { stamp, content: await readBytes(folder, file) };
      } catch (error) {
        if (error instanceof ArticleError) return { stamp, content: error };
        throw error;
      }
    }),
  );
}

/** @throws ArticleError where the file can't be opened, or read as an article */
function articleOf(file: string, { stamp, content }: Opened): Article {
  if (content instanceof ArticleError) throw content;
  if (!(content instanceof Uint8Array)) return content;
  const article = readArticle(file, content);
  if (stamp !== null) stamps.set(article, stamp);
  return article;
}

/** The language tools take a while to load: a start that has nothing to read does without them. */
async function readAnew(article: Article): Promise<Reading> {
  const { read } = await import('../attribution/attribute.js');
  return read(article);
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
