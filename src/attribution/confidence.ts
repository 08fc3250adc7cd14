import { CONFIDENCE } from './confidence-table.js';
import type { Statement, StatementKind } from './statement.js';

const COLUMN: Readonly<Record<StatementKind, number>> = { direct: 0, mixed: 1, indirect: 2 };
/** For what was not met when the table was made: as likely wrong as right. */
const UNKNOWN = 0.5;

/** How likely a statement's words and speaker are right, from 0 to 1; 0 where nobody is known to have said it. */
export function confidenceOf({ rule, by, kind, party }: Omit<Statement, 'confidence'>): number {
  if (!party) return 0;
  return CONFIDENCE[`${rule} | ${by}`]?.[COLUMN[kind]] ?? UNKNOWN;
}
