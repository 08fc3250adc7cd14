import { readArticle } from '../../article/read.js';
import { ArticleError, CorpusError, StoreError } from '../../errors.js';
import { listFilesIfAny, readBytes } from '../files.js';
import { codeOf } from '../system-error.js';
import { HISTORY, TORN } from './history.js';
import { KEPT_FROM } from './kept-texts.js';
import { APPLIED, type ScopeFolder } from './scope-folder.js';
import { CORRECTIONS, FEEDS, SETTINGS } from './state.js';

/** Something wrong in a scope's files. */
export interface Problem {
  readonly text: string;
  /** What mends it; null where nothing can. */
  readonly mend: (() => Promise<void>) | null;
}

/** What is called `.damaged` was laid aside when it was mended. */
const OWN = new Set([
  HISTORY,
  TORN,
  CORRECTIONS,
  FEEDS,
  SETTINGS,
  APPLIED,
  KEPT_FROM,
  'articles',
  'drafts',
  'notes',
  'versions',
]);
const LAID_ASIDE = /\.damaged$/u;

const WHY: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder, where a file should be',
  EACCES: 'may not be read by who runs this',
  EPERM: 'may not be read by who runs this',
  ELOOP: 'is a link that leads back to itself',
};

export function unmendable(text: string): Problem {
  return { text, mend: null };
}

/** Looks at one thing. That it can't be looked at is a problem of its own, and keeps nobody from looking at the next. */
export async function lookedAt(
  look: () => Promise<readonly Problem[]>,
  folder: ScopeFolder,
): Promise<readonly Problem[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [unmendable(whyUnread(error, folder))];
  }
}

/** Why a scope's files can't be read, for whoever runs the bot. */
export function whyUnread(error: unknown, { files }: ScopeFolder): string {
  if (!(error instanceof StoreError)) return error instanceof Error ? error.message : String(error);
  const { detail, cause } = error;
  const code = codeOf(cause);
  const why = cause ? (WHY[code] ?? `can't be read (${code})`) : 'is a link that leads out of the folder';
  return `${(detail ?? '').replace(`${files.path}/`, '')} ${why}`;
}

/** Stories that can't be read as such, whoever put them there. */
export async function unreadableStories({ articles }: ScopeFolder): Promise<Problem[]> {
  try {
    const { files, unreadable } = await listFilesIfAny(articles.path);
    const problems = unreadable.map(({ file, reason }) => unmendable(`${file} ${reason}`));
    for (const file of files) {
      const reason = whyUnreadable(articles.path, file);
      if (reason !== null) problems.push(unmendable(`${file} ${reason}`));
    }
    return problems;
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return [unmendable(error.message)];
  }
}

function whyUnreadable(folder: string, file: string): string | null {
  try {
    readArticle(file, readBytes(folder, file));
    return null;
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    return error.message;
  }
}

/** What lies in a server's folder and is none of ours: it is left alone. Hidden files are nobody's business. */
export async function foreignNotes({ files, articles }: ScopeFolder): Promise<string[]> {
  const beside = (await files.list()).filter(isForeign);
  const among =
    articles.path === `${files.path}/articles`
      ? (await articles.list()).filter((name) => /^[^.].*\.(?!txt$)\w{1,8}$/iu.test(name))
      : [];
  return [
    ...beside.map((name) => `${name} is none of my files, and is left alone`),
    ...among.map((name) => `articles/${name} is no .txt file, and is left alone`),
  ];
}

function isForeign(name: string): boolean {
  return !name.startsWith('.') && !OWN.has(name) && !LAID_ASIDE.test(name);
}
