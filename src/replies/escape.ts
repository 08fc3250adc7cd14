import { plainLine } from '../text/plain-line.js';

/**
 * Text from articles and people, made to show in Discord exactly as it is written: no formatting, link, mention, emoji,
 * heading, list, quote or spoiler comes of it. Only what would have an effect is escaped, so that text copied
 * from a message stays readable. Works line by line; the text must not stand behind other text on its line.
 */
export function escape(text: string): string {
  return text
    .replace(/[\\*_~`|<[\]]/gu, '\\$&')
    .replace(/@(?=everyone|here)/gu, '\\@')
    .replace(/:(?=\/\/|[\w+-]+:)/gu, '\\:')
    .replace(/^([^\S\n]*)([>#+-]|\d+(?=[.)](?:\s|$)))/gmu, (_, space: string, mark: string) =>
      /\d/u.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}

/** The escaped text, cut at a word and closed with "…" where it would be longer than `limit` UTF-16 units. */
export function escapeWithin(text: string, limit: number): string {
  const whole = escape(text);
  if (whole.length <= limit) return whole;
  let low = 0;
  let high = Math.min(text.length, limit);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (escape(text.slice(0, middle)).length <= limit - 1) low = middle;
    else high = middle - 1;
  }
  return `${escape(cutAtWord(text, low))}…`;
}

/**
 * A name, role or title inside a line of ours: escaped, cut, on one line, and without the invisible characters that
 * turn the direction of what follows.
 */
export function inline(text: string, limit: number): string {
  return escapeWithin(plainLine(text), limit);
}

/** The first `limit` units at most, without half a word or half a character at the end. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit).replace(/[\uD800-\uDBFF]$/u, '');
  const space = cut.search(/\s\S*$/u);
  return (space > limit / 2 ? cut.slice(0, space) : cut).trimEnd();
}

/** Text for places that show no markdown and have a limit (button labels, choices): one line, cut with "…". */
export function plainWithin(text: string, limit: number): string {
  const line = plainLine(text);
  return line.length <= limit ? line : `${cutAtWord(line, limit - 1)}…`;
}
