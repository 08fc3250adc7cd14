import type { Article } from '../article/article.js';
import type { Draft } from '../article/draft.js';
import { fileOf } from '../article/import/draft-file.js';
import { readArticle } from '../article/read.js';
import type { Reading, Statement } from '../attribution/statement.js';
import { buildCorpus } from '../corpus/corpus.js';
import type { Scope } from '../corpus/store/change.js';
import { statementText } from '../search/rank/statement-text.js';
import { isSame, storyDifference, type StoryDifference } from './difference.js';
import type { Newsroom } from './newsroom.js';
import { isOwn } from './own.js';
import { twinOf, type Twin } from './twin.js';

/** Statements below this are shown as doubtful. */
const UNSURE = 0.6;
const MOST_DOUBTFUL = 3;

/** Somebody whom a story quotes, as a preview shows it. */
export interface Voice {
  readonly name: string;
  readonly role: string | null;
  readonly statements: number;
  readonly example: string;
}

/** What adding a story would bring. */
export interface StoryPreview {
  readonly article: Article;
  readonly passages: number;
  readonly statements: number;
  /** The most quoted first. */
  readonly voices: readonly Voice[];
  /** What to look at, in words. */
  readonly doubts: readonly string[];
  /** The same story, where it is there already; null too for what was given before in the same add. */
  readonly twin: (Twin & { readonly difference: StoryDifference; readonly isOwn: boolean }) | null;
  /** What comes of adding it: a new story, a new version, or nothing, for it is there as it is. */
  readonly effect: 'add' | 'replace' | 'nothing';
}

/** Reads a draft as it would be read in the corpus, and compares it with what is there. @throws ArticleError */
async function previewOf(newsroom: Newsroom, scope: Scope, draft: Draft): Promise<StoryPreview> {
  const article = articleOf(draft);
  const reading = await newsroom.read(article);
  const { index } = await newsroom.libraries.ready(scope);
  const found = twinOf(index, reading);
  const twin = found && {
    ...found,
    difference: storyDifference(found.article, article),
    isOwn: isOwn(scope, found.article),
  };
  return {
    article,
    passages: reading.passages.length,
    statements: reading.statements.length,
    voices: voicesOf(reading),
    doubts: [...draft.doubts, ...doubtsOf(reading)],
    twin,
    effect: !twin ? 'add' : isSame(twin.difference) ? 'nothing' : twin.isOwn ? 'replace' : 'add',
  };
}

/**
 * Previews stories that are added together, one after another: of two that would take the place of one, the second stands
 * beside the first, and what is given twice is added once.
 * @returns what previews the next one; it throws an ArticleError where that can't be read
 */
export function previewsOfOneAdd(newsroom: Newsroom, scope: Scope): (draft: Draft) => Promise<StoryPreview> {
  const replaced = new Set<Article>();
  const given = new Set<string>();
  return async (draft) => {
    const preview = await previewOf(newsroom, scope, draft);
    const text = fileOf(draft);
    if (given.has(text)) return { ...preview, twin: null, effect: 'nothing' };
    given.add(text);
    if (preview.effect !== 'replace' || !preview.twin) return preview;
    if (replaced.has(preview.twin.article)) return { ...preview, effect: 'add' };
    replaced.add(preview.twin.article);
    return preview;
  };
}

/** The hash of the story that one would replace; null where it would be added. */
export function replacedBy({ effect, twin }: StoryPreview): string | null {
  return effect === 'replace' ? (twin?.article.hash ?? null) : null;
}

/** A draft as the article that its file would be. @throws ArticleError */
function articleOf(draft: Draft): Article {
  return readArticle('new.txt', new TextEncoder().encode(fileOf(draft)));
}

function voicesOf(reading: Reading): Voice[] {
  return buildCorpus([reading])
    .speakers.filter((s) => s.statements.length > 0)
    .map(({ name, roles, statements }) => ({
      name,
      role: roles[0]?.text ?? null,
      statements: statements.length,
      example: statementText(clearest(statements)),
    }));
}

/** A quotation rather than what is reported, and the longest one. */
function clearest(statements: readonly Statement[]): Statement {
  return statements.reduce((best, s) => (clarity(s) > clarity(best) ? s : best));
}

function clarity(statement: Statement): number {
  return (statement.kind === 'direct' ? 1e6 : 0) + statementText(statement).length;
}

function doubtsOf({ statements }: Reading): string[] {
  const nobodys = statements.filter((s) => s.party === null);
  const unsure = statements.filter((s) => s.party !== null && s.confidence < UNSURE);
  const named = (list: readonly Statement[]) => list.slice(0, MOST_DOUBTFUL).map(quoted);
  return [
    ...(statements.length === 0 ? ['Nobody is quoted or reported.'] : []),
    ...(nobodys.length > 0
      ? [`Whose words these are, the story doesn’t tell: ${named(nobodys).join(', ')}`]
      : []),
    ...(unsure.length > 0
      ? [
          `Not sure who says: ${unsure
            .slice(0, MOST_DOUBTFUL)
            .map((s) => `${s.party?.name ?? ''} ${quoted(s)}`)
            .join(', ')}`,
        ]
      : []),
  ];
}

/** A statement's beginning between quotation marks, which it may have of its own. */
function quoted(statement: Statement): string {
  const words = statementText(statement).replace(/^["“]|["”]$/gu, '');
  return `“${words.slice(0, 80)}”`;
}
