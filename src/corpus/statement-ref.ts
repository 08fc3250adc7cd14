import type { Passage } from '../article/passages.js';
import type { Reading, Statement } from '../attribution/statement.js';
import { fold } from '../text/fold.js';
import { overlaps, slice, type Span } from '../text/span.js';
import type { StatementRef } from './corrections.js';

/** Of two contents that begin or end elsewhere, the shorter has at least this share of the longer one's letters. */
const ALIKE = 0.4;

/** A statement, or words that no rule finds one in, as a correction names them: as they are where nothing is hidden. */
export function refOf(said: Pick<Statement, 'passage' | 'content' | 'whole'>): StatementRef {
  const { passage: shown, content } = said.whole ?? said;
  const passage = shown.whole ?? shown;
  const { text } = passage.article;
  const words = slice(text, content[0]!);
  const isRepeated = passage.text.indexOf(words) !== passage.text.lastIndexOf(words);
  return {
    article: passage.article.id,
    passage: passage.key,
    content: contentOf({ passage, content }),
    ...(isRepeated && { at: content[0]!.start - passage.start }),
  };
}

/** True where two corrections name the same statement. */
export function isSameRef(a: StatementRef, b: StatementRef): boolean {
  return a.article === b.article && a.passage === b.passage && a.content === b.content && a.at === b.at;
}

/**
 * The statement of an article's reading that a correction names, by the same words or, where a changed rule begins or
 * ends it elsewhere, by most of them: in its passage or, where that is gone, in any; null where there is none.
 */
export function findStatement({ passages, statements }: Reading, ref: StatementRef): Statement | null {
  const wanted = fold(ref.content);
  const own = passages.find((passage) => passage.key === ref.passage);
  const possible = own ? statements.filter((s) => s.passage === own && isAt(s, ref)) : statements;
  return sameWords(possible, wanted) ?? mostWords(possible, wanted);
}

/** Where the words of a statement stand that no rule finds any more; null where they stand nowhere in one piece. */
export function findWords({ passages }: Reading, ref: StatementRef): { passage: Passage; span: Span } | null {
  const own = passages.find((passage) => passage.key === ref.passage);
  for (const passage of own ? [own] : passages) {
    const at = ref.content ? passage.text.indexOf(ref.content, own ? ref.at : 0) : -1;
    if (at < 0) continue;
    const start = passage.start + at;
    return { passage, span: { start, end: start + ref.content.length } };
  }
  return null;
}

/** The words of what is claimed, stretches joined by a space. */
export function contentOf({ passage, content }: Pick<Statement, 'passage' | 'content'>): string {
  return content.map((span) => slice(passage.article.text, span)).join(' ');
}

/** True where a statement of the passage stands where a correction says, if it does. */
function isAt({ passage, content }: Statement, { at, content: words }: StatementRef): boolean {
  if (at === undefined) return true;
  const start = passage.start + at;
  return content.some((span) => overlaps(span, { start, end: start + words.length }));
}

function sameWords(statements: readonly Statement[], wanted: string): Statement | undefined {
  return statements.find((s) => fold(contentOf(s)) === wanted);
}

function mostWords(statements: readonly Statement[], wanted: string): Statement | null {
  let best: Statement | null = null;
  let most = ALIKE;
  for (const statement of statements) {
    const share = shared(fold(contentOf(statement)), wanted);
    if (share >= most) [best, most] = [statement, share];
  }
  return best;
}

/** The share that one text has of another that holds it; 0 where neither holds the other. */
function shared(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short && long.includes(short) ? short.length / long.length : 0;
}
