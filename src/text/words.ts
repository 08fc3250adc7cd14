import type { Span } from './span.js';

/** A word of a text, where it stands. */
export interface Word extends Span {
  readonly text: string;
}

/** Letters and digits, with the apostrophes, hyphens, points and commas inside them ("Al-Awadi", "3.5", "U.S"). */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘.,\-‐‑][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of `text` between two offsets, in order. */
export function words(text: string, start = 0, end = text.length): Word[] {
  const found: Word[] = [];
  WORD.lastIndex = start;
  for (let match = WORD.exec(text); match && match.index < end; match = WORD.exec(text)) {
    const from = match.index;
    const to = Math.min(from + match[0].length, end);
    found.push({ start: from, end: to, text: text.slice(from, to) });
  }
  return found;
}
