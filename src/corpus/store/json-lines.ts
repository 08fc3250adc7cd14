import type { z } from 'zod';
import { parseJson } from './schemas.js';

/** A line that can't be used, as it stands in its file. */
export interface DamagedLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  readonly why: string;
}

/** What a file of JSON lines holds. */
export interface JsonLines<T> {
  readonly values: readonly T[];
  readonly damaged: readonly DamagedLine[];
}

/** Reads JSON lines. Empty ones count as nothing; a damaged one takes no other with it. */
export function readLines<T>(text: string, schema: z.ZodType<T>): JsonLines<T> {
  const values: T[] = [];
  const damaged: DamagedLine[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const checked = parseJson(line, schema);
    if ('value' in checked) values.push(checked.value);
    else damaged.push({ number: at + 1, text: line, why: checked.why });
  }
  return { values, damaged };
}
