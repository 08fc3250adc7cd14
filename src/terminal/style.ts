import { styleText } from 'node:util';

/** How text is laid out: colours and bold only where a terminal shows them, and no line longer than `width`. */
export interface Style {
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly name: (text: string) => string;
  /** Words of the true wording that a quotation has lost. */
  readonly there: (text: string) => string;
  /** Words of a quotation that don't stand there. */
  readonly notThere: (text: string) => string;
  readonly source: (text: string) => string;
  readonly cue: (text: string) => string;
  readonly content: (text: string) => string;
  /** False where nothing is painted. */
  readonly hasColour: boolean;
}

const WIDEST = 100;
const NARROWEST = 30;

/** The style for a stream: plain where it is no terminal, or where NO_COLOR asks for that (https://no-color.org). */
export function styleOf(
  stream: { isTTY?: boolean; columns?: number },
  environment: Record<string, string | undefined>,
): Style {
  const width = Math.max(NARROWEST, Math.min(WIDEST, stream.columns ?? WIDEST));
  if (!stream.isTTY || environment['NO_COLOR'])
    return {
      width,
      bold: same,
      dim: same,
      name: same,
      source: same,
      cue: same,
      content: same,
      there: marked('+'),
      notThere: marked('-'),
      hasColour: false,
    };
  return {
    width,
    hasColour: true,
    bold: (text) => styleText('bold', text),
    dim: (text) => styleText('dim', text),
    name: (text) => styleText(['bold', 'cyan'], text),
    there: (text) => styleText(['bold', 'green'], text),
    notThere: (text) => styleText(['strikethrough', 'red'], text),
    source: (text) => styleText('cyan', text),
    cue: (text) => styleText('yellow', text),
    content: (text) => styleText('green', text),
  };
}

function same(text: string): string {
  return text;
}

/** Marks where colours can't be: "[+words+]", as `wdiff` writes them. */
function marked(sign: string): (text: string) => string {
  return (text) => text.replace(/^(\s*)([\s\S]*)$/u, `$1[${sign}$2${sign}]`);
}

/** Text from articles and people without the characters that a terminal would obey: controls, and turns of direction. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const obeyed = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu;
  return text.replace(/\r\n?/gu, '\n').replace(obeyed, '\uFFFD');
}

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly paint: (text: string) => string;
}

/** Breaks runs into lines of at most `width` characters, each behind `indent`; words and their order stay. */
export function wrap(runs: readonly Run[], width: number, indent: string): string {
  const lines: Run[][] = [[]];
  let length = 0;
  let isBetweenWords = false;
  for (const { text, paint } of runs) {
    for (const piece of printable(text).split(/(\s+)/u)) {
      if (!piece) continue;
      if (/^\s/u.test(piece)) {
        isBetweenWords = true;
        continue;
      }
      let space = isBetweenWords && length > 0 ? ' ' : '';
      if (space && length + 1 + piece.length > width) {
        lines.push([]);
        length = 0;
        space = '';
      }
      isBetweenWords = false;
      lines.at(-1)?.push({ text: space + piece, paint });
      length += space.length + piece.length;
    }
  }
  return lines
    .filter((line) => line.length > 0)
    .map((line) => indent + painted(line))
    .join('\n');
}

/** Neighbours in one style are painted together. */
function painted(line: readonly Run[]): string {
  let out = '';
  for (let at = 0; at < line.length; ) {
    const paint = line[at]?.paint ?? same;
    let text = '';
    for (; at < line.length && line[at]?.paint === paint; at++) text += line[at]?.text ?? '';
    out += paint(text);
  }
  return out;
}
