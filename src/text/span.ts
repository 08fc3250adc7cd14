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
  const tail = text.slice(start, end).trimStart();
  const from = end - tail.length;
  return { start: from, end: from + tail.trimEnd().length };
}

/** True where two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True where `inner` lies wholly in `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
