import { readFile, stat } from 'node:fs/promises';
import type { Article } from '../article/article.js';
import { readArticle } from '../article/read.js';
import type { Passage } from '../article/passages.js';
import { readWithHeadline } from '../attribution/attribute.js';
import type { Headline, Reading, Statement } from '../attribution/statement.js';
import { buildCorpus, type Corpus } from '../corpus/corpus.js';
import { readFolder } from '../corpus/folder.js';
import { ArticleError, RequestError } from '../errors.js';
import { passageJson, speakerName, type PassageStatements } from './json.js';
import { BRACKETS, marked, superscript, type Part } from './marks.js';
import { printable, type Style } from './style.js';

/** What is to be shown: the articles of a corpus, or one of them. */
interface Choice {
  readonly corpus: Corpus;
  readonly story: string | null;
}

/**
 * The passages of files, folders and stories, one JSON object each, for programs.
 * @param names files, folders, or ids of stories in `folder`; without any, all of `folder`
 */
export async function* passagesJson(names: readonly string[], folder: string): AsyncGenerator<string> {
  for await (const choice of chosen(names, folder))
    for (const own of passagesOf(choice)) yield JSON.stringify(passageJson(choice.corpus, own));
}

/** Files, folders and stories, passage by passage, with the statements marked in them and told below, for people. */
export async function* passagesText(
  names: readonly string[],
  folder: string,
  style: Style,
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const choice of chosen(names, folder)) {
    if (isFirst) yield `${legend(style)}\n`;
    isFirst = false;
    let before: Passage | null = null;
    for (const own of passagesOf(choice)) {
      yield `${heads(own.passage, before, style)}${printPassage(choice.corpus, own, style)}\n`;
      before = own.passage;
    }
  }
}

async function* chosen(names: readonly string[], folder: string): AsyncGenerator<Choice> {
  if (names.length === 0) yield { corpus: await readWhole(folder), story: null };
  let own: Corpus | null = null;
  for (const name of names) {
    const found = await stat(name).catch(() => null);
    if (found?.isDirectory()) yield { corpus: await readWhole(name), story: null };
    else if (found) yield { corpus: buildCorpus([readTitled(await articleIn(name))]), story: null };
    else {
      own ??= await readWhole(folder);
      if (!own.articles.has(name))
        throw new RequestError(
          `There is no file, folder or story “${name}”. A story's name is its file's below the folder of stories, without .txt.`,
        );
      yield { corpus: own, story: name };
    }
  }
}

async function articleIn(file: string): Promise<Article> {
  try {
    return readArticle(file, await readFile(file));
  } catch (error) {
    if (error instanceof ArticleError) throw new RequestError(`${file} ${error.message}.`, { cause: error });
    throw error;
  }
}

const headlines = new WeakMap<Reading, Headline>();

/** Reads an article, its headline too. */
function readTitled(article: Article): Reading {
  const { reading, headline } = readWithHeadline(article);
  if (headline) headlines.set(reading, headline);
  return reading;
}

async function readWhole(folder: string): Promise<Corpus> {
  return readFolder(folder, {
    reader: { ahead: 1, read: (article) => Promise.resolve(readTitled(article)) },
  });
}

/** The headline of each story, where it stands in its text, and its passages, with what is said in them. */
function* passagesOf({ corpus, story }: Choice): Generator<PassageStatements> {
  for (const reading of corpus.readings) {
    const { article, passages } = reading;
    if (story !== null && article.id !== story) continue;
    const headline = headlines.get(reading);
    if (headline) yield headline;
    for (const passage of passages) yield { passage, statements: corpus.statementsIn(passage) };
  }
}

function legend(style: Style): string {
  const example = (part: Part) =>
    style.hasColour ? style[part](part) : `${BRACKETS[part][0]}${part}${BRACKETS[part][1]}`;
  return `${example('source')} ${example('cue')} ${example('content')}`;
}

/** The title, where the headline isn't a passage, and the heading, where they are new. */
function heads({ article, heading, paragraph }: Passage, before: Passage | null, style: Style): string {
  const isNew = before?.article !== article;
  return [
    isNew && paragraph !== 0 ? article.title : null,
    isNew || before.heading !== heading ? heading : null,
  ]
    .filter((line) => line !== null)
    .map((line) => `${style.bold(printable(line))}\n\n`)
    .join('');
}

function printPassage(corpus: Corpus, { passage, statements }: PassageStatements, style: Style): string {
  return [
    style.dim(printable(passage.id)),
    marked(passage, statements, style),
    ...statements.map((s, at) => `  ${superscript(at + 1)} ${details(corpus, s, style)}`),
  ].join('\n');
}

function details(corpus: Corpus, statement: Statement, style: Style): string {
  const { kind, rule, by, confidence } = statement;
  const speaker = speakerName(corpus, statement);
  const who = speaker === null ? 'nobody known' : style.name(printable(speaker));
  return [who, kind, rule, by, `${Math.round(confidence * 100)} % sure`].join(' · ');
}
