import type { Passage } from '../article/passages.js';
import type { Reading, Statement } from '../attribution/statement.js';
import { fold } from '../text/fold.js';
import { slice, type Span } from '../text/span.js';
import type { StatementRef } from './corrections.js';

/** Of two contents that begin or end elsewhere, the shorter has at least this share of the longer one's letters. */
const ALIKE = 0.4;

/** A statement as a correction names it. */
export function refOf(statement: Statement): StatementRef {
  const { passage } = statement;
  return { article: passage.article.id, passage: passage.key, content: contentOf(statement) };
}

/**
 * The statement of an article's reading that a correction names: in its passage if that still is there, by the same
 * words or, where a changed rule begins or ends it elsewhere, by most of them; null where there is none.
 */
export function findStatement({ statements }: Reading, ref: StatementRef): Statement | null {
  const wanted = fold(ref.content);
  const here = statements.filter((s) => s.passage.key === ref.passage);
  return (
    sameWords(here, wanted) ??
    sameWords(statements, wanted) ??
    mostWords(here, wanted) ??
    mostWords(statements, wanted)
  );
}

/** Where the words of a statement stand that no rule finds any more; null where they stand nowhere in one piece. */
export function findWords({ passages }: Reading, ref: StatementRef): { passage: Passage; span: Span } | null {
  const own = passages.find((passage) => passage.key === ref.passage);
  for (const passage of own ? [own] : passages) {
    const at = ref.content ? passage.text.indexOf(ref.content) : -1;
    if (at < 0) continue;
    const start = passage.start + at;
    return { passage, span: { start, end: start + ref.content.length } };
  }
  return null;
}

function contentOf({ passage, content }: Statement): string {
  return content.map((span) => slice(passage.article.text, span)).join(' ');
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
