import { trimSpan, type Span } from '../text/span.js';

/** A paragraph or a heading of an article's body. */
export interface Block extends Span {
  readonly heading: boolean;
}

/** The blocks of a body, in order. A heading is always followed by a paragraph. */
export function blocks(text: string, body: Span): Block[] {
  const spans = isWrapped(text, body)
    ? split(text, body, /(?:\r?\n[^\S\n]*){2,}/gu)
    : split(text, body, /\r\n?|\n|\u2029/gu);
  return spans.map((span, at) => ({
    start: span.start,
    end: span.end,
    heading: isHeading(text, span, spans[at + 1]),
  }));
}

/**
 * True for text whose paragraphs are broken into lines of even length, as e-mail and old plain-text files are: blank
 * lines then part the paragraphs, and line ends inside them mean nothing.
 */
function isWrapped(text: string, body: Span): boolean {
  const lines = text
    .slice(body.start, body.end)
    .split('\n')
    .map((line) => line.trim());
  let joined = 0;
  let full = 0;
  for (const [at, line] of lines.entries()) {
    if (!line || !lines[at + 1]) continue;
    joined++;
    if (line.length >= 50 && line.length <= 100 && !/[.!?:”"’)]$/u.test(line)) full++;
  }
  return joined >= 3 && full >= joined * 0.6;
}

function split(text: string, body: Span, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let { start } = body;
  const push = (end: number) => {
    const span = trimSpan(text, { start, end });
    if (span.end > span.start) spans.push(span);
  };
  for (const match of text.slice(body.start, body.end).matchAll(separator)) {
    push(body.start + match.index);
    start = body.start + match.index + match[0].length;
  }
  push(body.end);
  return spans;
}

const SMALL_WORDS =
  /^(?:a|an|and|as|at|but|by|for|from|in|is|its|nor|of|on|or|the|to|up|via|vs|with|after|over|into|than)$/iu;

/** Short, without a closing mark, in title case or capitals, and followed by a longer paragraph. */
function isHeading(text: string, span: Span, next: Span | undefined): boolean {
  if (!next || span.end - span.start > 80) return false;
  const line = text.slice(span.start, span.end);
  if (/[.!:;,…"”’)\]–—-]$/u.test(line) || /^["“‘'•*·\-–—(\d]/u.test(line)) return false;
  const terms = line.replace(/\?$/u, '').split(/\s+/u);
  if (terms.length > 12 || next.end - next.start <= line.length) return false;
  const proper = terms.filter((term) => !SMALL_WORDS.test(term));
  return proper.length > 0 && proper.every((term) => /^["“‘'(]?[\p{Lu}\d]/u.test(term));
}
