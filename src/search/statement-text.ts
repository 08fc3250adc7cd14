import type { Statement } from '../attribution/statement.js';
import { sentences } from '../text/sentences.js';
import { overlaps, slice } from '../text/span.js';

/** What a statement says, verbatim; where the attribution stands in its middle, "…" marks the gap. */
export function statementText({ content, passage }: Statement): string {
  return content.map((span) => slice(passage.article.text, span)).join(' … ');
}

/**
 * A statement as somebody reads it who doesn't see the passage: a quotation alone; what is reported or quoted in part
 * with the whole sentences it stands in, for half a sentence tells too little.
 */
export function readableStatement(statement: Statement): string {
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
