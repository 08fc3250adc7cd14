import type { Passage } from '../article/passages.js';
import { overlaps, type Span } from '../text/span.js';
import { escape } from './escape.js';

/** More than this, and line breaks inside a passage cost too much room. */
const LONGEST_QUOTATION = 2450;

/**
 * A passage as a block quote, every word as it stands, with one sentence in bold. The bold is left out where the
 * sentence is the whole passage.
 */
export function quotation(passage: Passage, strong: Span | null = null): string {
  const marked = strong && (strong.start > passage.start || strong.end < passage.end) ? strong : null;
  const rendered = quote(passage, marked, '\n');
  return rendered.length <= LONGEST_QUOTATION ? rendered : quote(passage, marked, ' ');
}

function quote(passage: Passage, strong: Span | null, lineEnd: '\n' | ' '): string {
  const { text } = passage.article;
  let at = passage.start;
  const lines: string[] = [];
  const pieces = lineEnd === '\n' ? passage.text.split(/\r\n?|[\n\u2028\u2029]/u) : [passage.text];
  for (const piece of pieces) {
    const start = text.indexOf(piece, at);
    at = start + piece.length;
    const line = { start, end: at };
    lines.push(
      line.start === line.end
        ? '>'
        : `> ${emphasise(text, line, strong && overlaps(line, strong) ? strong : null)}`,
    );
  }
  return lines.join('\n');
}

function emphasise(text: string, line: Span, strong: Span | null): string {
  const plain = (start: number, end: number) =>
    escape(text.slice(start, end).replace(/[\t\r\n\v\f\u2028\u2029]+/gu, ' '));
  if (!strong) return plain(line.start, line.end);
  const from = Math.max(line.start, strong.start);
  const to = Math.min(line.end, strong.end);
  return `${plain(line.start, from)}**${plain(from, to)}**${plain(to, line.end)}`;
}
