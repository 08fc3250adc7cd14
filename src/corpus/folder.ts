import type { Article } from '../article/article.js';
import { readArticle } from '../article/read.js';
import type { Reading } from '../attribution/statement.js';
import { ArticleError, CorpusError } from '../errors.js';
import { inTurns, turns } from '../turns.js';
import { corpusInSteps, type Corpus, type Unreadable } from './corpus.js';
import { fileStamp, listFiles, type Listing, readBytes } from './files.js';

/** How far the reading of a folder is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The stories of a folder, read; and the files that can't be. */
export interface Stories {
  readonly readings: readonly Reading[];
  readonly unreadable: readonly Unreadable[];
}

/** Reads articles. */
export interface ArticleReader {
  /** @throws ArticleError where an article can't be read */
  read(article: Article): Promise<Reading>;
  /** How many articles are given to it at once. */
  readonly ahead: number;
}

/** How the stories of a folder are read. */
export interface ReadOptions {
  /** What was read before: articles that stand in it unchanged are not read again. */
  readonly before?: Stories | null;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly reader?: ArticleReader;
  /** Reads a file as an article: see `readArticle`. */
  readonly articleOf?: (file: string, bytes: Uint8Array) => Article;
  /** What stands before each article's id. */
  readonly prefix?: string;
}

/** Reads articles where it is called. The language tools take a while to load: who has nothing to read does without. */
export const readerHere: ArticleReader = {
  ahead: 1,
  read: async (article) => (await import('../attribution/attribute.js')).read(article),
};

/**
 * Reads a folder of text files, and its subfolders, as a corpus.
 * @throws CorpusError where the folder itself can't be read, or holds no article at all
 */
export async function readFolder(folder: string, options: ReadOptions = {}): Promise<Corpus> {
  const { readings, unreadable } = await readStories(folder, await listFiles(folder), options);
  if (readings.length === 0) throw nothingToRead(folder, unreadable);
  return inTurns(corpusInSteps(readings, { unreadable }));
}

/** Reads the files of a listing. One that can't be read as an article is left out and named in `unreadable`. */
export async function readStories(
  folder: string,
  { files, unreadable: outOfReach }: Listing,
  {
    before = null,
    onProgress = () => {},
    reader = readerHere,
    articleOf = readArticle,
    prefix = '',
  }: ReadOptions = {},
): Promise<Stories> {
  const known = new Map(before?.readings.map((r) => [`${r.article.id}\0${r.article.hash}`, r]));
  const untouched = new Map(before?.readings.map((r) => [r.article.file, r]));
  const readings: Reading[] = [];
  const unreadable: Unreadable[] = outOfReach.map((u) => ({ ...u, file: prefix + u.file }));
  const ids = new Set<string>();
  const giveWay = turns();
  const waiting: (() => Promise<void>)[] = [];
  let done = 0;

  /** Begins to read a file, and gives what to wait for. */
  const begin = (file: string, content: Opened): (() => Promise<void>) => {
    const reading = attempt(async () => {
      const article = articleIn(content, (bytes) => articleOf(file, bytes));
      if (ids.has(article.id))
        throw new ArticleError(file, `has the same name as another file ("${article.id}"): rename one`);
      ids.add(article.id);
      return known.get(`${article.id}\0${article.hash}`) ?? reader.read(article);
    });
    return async () => {
      const result = await reading;
      if (!('error' in result)) readings.push(result.value);
      else if (result.error instanceof ArticleError) unreadable.push({ file, reason: result.error.message });
      else throw result.error;
      onProgress({ done: ++done, total: files.length });
    };
  };

  for (const file of files) {
    waiting.push(begin(prefix + file, open(folder, file, untouched.get(prefix + file)?.article)));
    if (waiting.length >= reader.ahead) await waiting.shift()!();
    await giveWay();
  }
  for (const end of waiting) await end();
  return { readings, unreadable };
}

/** What came of something: a later one may fail while an earlier one is waited for. */
async function attempt<T>(work: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}

/** What the file of an article was like before it was read. */
const stamps = new WeakMap<Article, string>();

/** A file that was opened: the article that it holds as before, its bytes, or why it can't be opened. */
interface Opened {
  readonly stamp: string | null;
  readonly content: Article | Uint8Array | ArticleError;
}

/** Opens a file, unless it is the one that `before` was read of. */
function open(folder: string, file: string, before: Article | undefined): Opened {
  const stamp = fileStamp(folder, file);
  if (before && stamp !== null && stamps.get(before) === stamp) return { stamp, content: before };
  try {
    return { stamp, content: readBytes(folder, file) };
  } catch (error) {
    if (error instanceof ArticleError) return { stamp, content: error };
    throw error;
  }
}

/** @throws ArticleError where the file can't be opened, or read as an article */
function articleIn({ stamp, content }: Opened, articleOf: (bytes: Uint8Array) => Article): Article {
  if (content instanceof ArticleError) throw content;
  if (!(content instanceof Uint8Array)) return content;
  const article = articleOf(content);
  if (stamp !== null) stamps.set(article, stamp);
  return article;
}

/** Says that a folder holds no story at all. */
export function nothingToRead(folder: string, unreadable: readonly Unreadable[]): CorpusError {
  const first = unreadable[0];
  const why = first
    ? ` ${unreadable.length} can't be read; the first, "${first.file}", ${first.reason}.`
    : '';
  return new CorpusError(
    `The folder of stories holds none that can be read.${why} Put text files (.txt) into it.`,
    { detail: folder },
  );
}
