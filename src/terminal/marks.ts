import type { Passage } from '../article/passages.js';
import type { Statement } from '../attribution/statement.js';
import type { Span } from '../text/span.js';
import { printable, type Style } from './style.js';

/** What a marked stretch is of its statement. */
export type Part = 'source' | 'cue' | 'content';

/** The brackets of each part, where there are no colours. */
export const BRACKETS: Readonly<Record<Part, readonly [open: string, close: string]>> = {
  source: ['{', '}'],
  cue: ['<', '>'],
  content: ['[', ']'],
};

interface Mark extends Span {
  readonly part: Part;
  /** The statement's number in its passage, as it is printed. */
  readonly number: string;
}

/** A passage's text with its statements marked in place: without the marks it is the text, however they overlap. */
export function marked(passage: Passage, statements: readonly Statement[], style: Style): string {
  const marks = statements.flatMap((s, at) => marksOf(s, superscript(at + 1)));
  const edges = new Set([...marks.flatMap((m) => [m.start, m.end]), passage.end]);
  let out = '';
  let from = passage.start;
  for (const edge of [...edges].toSorted((a, b) => a - b)) {
    out += paint(passage, { start: from, end: edge }, marks, style);
    out += closings(marks, edge, style) + openings(marks, edge, style);
    from = edge;
  }
  return out;
}

/** ¹, ², ¹², as they stand beside marks and before the lines about the statements. */
export function superscript(number: number): string {
  return String(number).replace(/\d/gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!);
}

function marksOf({ source, cue, content }: Statement, number: string): Mark[] {
  return [
    ...content.map((span): Mark => ({ ...span, part: 'content', number })),
    ...(source ? [{ ...source, part: 'source', number } as const] : []),
    ...(cue ? [{ ...cue, part: 'cue', number } as const] : []),
  ];
}

/** A stretch without an edge in it. Where marks lie over each other, what is shorter by its nature is seen. */
function paint({ article }: Passage, { start, end }: Span, marks: readonly Mark[], style: Style): string {
  const text = printable(article.text.slice(start, end));
  if (!style.hasColour || !text) return text;
  const here = new Set(marks.filter((m) => m.start < end && start < m.end).map((m) => m.part));
  const part = (['cue', 'source', 'content'] as const).find((p) => here.has(p));
  return part ? style[part](text) : text;
}

function openings(marks: readonly Mark[], at: number, style: Style): string {
  return marks
    .filter((m) => m.start === at)
    .toSorted((a, b) => b.end - a.end)
    .map(({ part, number }) => (style.hasColour ? style.dim(number) : BRACKETS[part][0] + number))
    .join('');
}

function closings(marks: readonly Mark[], at: number, style: Style): string {
  if (style.hasColour) return '';
  return marks
    .filter((m) => m.end === at)
    .toReversed()
    .toSorted((a, b) => b.start - a.start)
    .map(({ part, number }) => BRACKETS[part][1] + number)
    .join('');
}
