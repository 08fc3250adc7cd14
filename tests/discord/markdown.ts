const MARKS = [
  /[*_~`|]+/u,
  /\[[^\]\n]*\]\(/u,
  /<(?:[@#:/]|a:|t:|id:|https?:)/u,
  /https?:\/\//u,
  /^\s*(?:#{1,3}\s|-#\s|>|[-+]\s|\d+[.)]\s)/u,
];

/** What Discord would act on in text that is meant to show as it is written; what is escaped shows. */
export function marks(text: string): string[] {
  const unescaped = text.replace(/\\[^\p{L}\p{N}\s]/gu, 'x');
  return unescaped.split('\n').flatMap((line) => MARKS.flatMap((mark) => mark.exec(line)?.[0] ?? []));
}

/** Text as Discord shows it: without the backslashes of escapes, and without the marks of bold. */
export function shown(text: string): string {
  return text.replace(/(?<!\\)\*\*/gu, '').replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

/** The block quotes in a message, each without its marks at the lines' beginnings. */
export function quotations(text: string): string[] {
  return (text.match(/(?:^>.*\n?)+/gmu) ?? []).map((quote) => quote.trimEnd().replace(/^> ?/gmu, ''));
}
