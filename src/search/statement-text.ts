import type { Statement } from '../attribution/statement.js';
import { slice } from '../text/span.js';

/** What a statement says, verbatim; where the attribution stands in its middle, "…" marks the gap. */
export function statementText({ content, passage }: Statement): string {
  return content.map((span) => slice(passage.article.text, span)).join(' … ');
}
