import type { Passage } from '../../article/passages.js';
import type { Statement } from '../../attribution/statement.js';
import { sentences } from '../../text/sentences.js';
import { overlaps, slice } from '../../text/span.js';

/** What a statement says, verbatim; where the attribution stands in its middle, "…" marks the gap. */
export function statementText({ content, passage }: Statement): string {
  return content.map((span) => slice(passage.article.text, span)).join(' … ');
}

/**
 * A statement as somebody reads it who doesn't see the passage: a quotation alone; what is reported or quoted in part
 * with the whole sentences it stands in, for half a sentence tells too little.
 */
function readableStatement(statement: Statement): string {
  const { content, kind, passage } = statement;
  if (kind === 'direct') return statementText(statement);
  const { text } = passage.article;
  const around = sentences(text, passage.start, passage.end).filter((s) =>
    content.some((c) => overlaps(c, s)),
  );
  const [first] = around;
  const last = around.at(-1);
  return first && last ? text.slice(first.start, last.end) : statementText(statement);
}

/** Statements as they are listed: those that are shown with the same sentences, once. */
export interface ShownStatement {
  readonly text: string;
  readonly passage: Passage;
  /** None of it is a quotation. */
  readonly isReported: boolean;
}

/** So many words in the same order were said once, however many stories print them. */
const SURELY_ONCE = 5;

function wordCount(text: string): number {
  return text.split(/\s+/u).length;
}

/** What somebody said, in order, as it is listed. */
export function shownStatements(statements: readonly Statement[]): ShownStatement[] {
  const shown: ShownStatement[] = [];
  for (const statement of statements) {
    const { passage } = statement;
    const text = readableStatement(statement);
    const isReported = statement.kind === 'indirect';
    const same = shown.findIndex(
      (s) => s.text === text && (s.passage === passage || wordCount(text) >= SURELY_ONCE),
    );
    if (same < 0) shown.push({ text, passage, isReported });
    else if (!isReported) shown[same] = { text, passage, isReported };
  }
  return shown;
}
