import type { Reply } from '../../src/replies/message.js';

/** Every text of a message, in order. */
export function textsOf(reply: Reply): string[] {
  return reply.components.flatMap((container) =>
    container.components.flatMap((c) => ('content' in c ? [c.content] : [])),
  );
}

/** The length Discord counts against its limit. */
export function lengthOf(reply: Reply): number {
  return textsOf(reply).reduce((sum, text) => sum + text.length, 0);
}

/** What a person reads where every mark of formatting is escaped: the backslashes go. */
export function read(escaped: string): string {
  return escaped.replace(/\\([^0-9A-Za-z\s])/gu, '$1');
}

/** The marks in a text that Discord would act on: formatting, links, mentions, emoji, headings, lists, quotes. */
export function activeMarks(escaped: string): string[] {
  const bare = escaped.replace(/\\[^0-9A-Za-z\s]/gu, '\u0001');
  return [
    ...(bare.match(/[*_~`|<[\]]/gu) ?? []),
    ...(bare.match(/@(?:everyone|here)|<[@#:/]|\w+:\/\/|:[\w+-]+:/gu) ?? []),
    ...(bare.match(/^[^\S\n]*(?:>|#{1,3}\s|-#|[*+-]\s|\d+[.)]\s)/gmu) ?? []),
  ];
}

/** Text without our own bold. */
export function unbold(text: string): string {
  return text.replace(/(\\[\s\S])|\*\*/gu, '$1');
}

/** The block quotes in a text, without the marks at the beginnings of their lines. */
export function quotations(text: string): string[] {
  return (text.match(/(?:^>.*\n?)+/gmu) ?? []).map((quote) => quote.trimEnd().replace(/^> ?/gmu, ''));
}
