/** A half-open stretch of a text: UTF-16 offsets, as JavaScript strings count them. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words a span stands for. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The span without the white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  return { start: from, end: to };
}

/** True where two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isSpace(text: string, at: number): boolean {
  return /[\s\uFEFF]/u.test(text[at] ?? '');
}
