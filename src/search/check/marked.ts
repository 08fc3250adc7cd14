import type { Span } from '../../text/span.js';

const OPEN = new Set('“„«‟');
const DOUBLE = /[“”„‟«»"″]|''|``/gu;
const SINGLE = /[‘’‚']/gu;

/** The stretches of a message in double quotation marks, without the marks, in order. One that is not closed reaches to the end. */
export function doubleQuoted(text: string): Span[] {
  const found: Span[] = [];
  let start = -1;
  for (const { 0: mark, index } of text.matchAll(DOUBLE)) {
    const behind = index + mark.length;
    if (start < 0) {
      // 6'2" is a height, and a closing mark closes nothing here.
      if (mark === '”' ? isSpaceBefore(text, index) : OPEN.has(mark) || !isWord(text[index - 1]))
        start = behind;
    } else if ((mark === '«' && text[start - 1] === '»') || !opens(text, mark, index)) {
      found.push({ start, end: index });
      start = -1;
    }
  }
  if (start >= 0) found.push({ start, end: text.length });
  return found.filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
}

/** The same for single marks, which are apostrophes too: from the first that opens to the last that closes. */
export function singleQuoted(text: string): Span[] {
  let start = -1;
  let end = -1;
  for (const { 0: mark, index } of text.matchAll(SINGLE)) {
    const [before, after] = [text[index - 1], text[index + 1]];
    if (start < 0 && mark !== '’' && !isWord(before) && isWord(after)) start = index + 1;
    else if (start >= 0 && mark !== '‘' && !isWord(after)) end = index;
  }
  return start >= 0 && end > start ? [{ start, end }] : [];
}

/** A mark that opens once more inside a quotation: it is nested. */
function opens(text: string, mark: string, at: number): boolean {
  if (mark === '“') return !/[\p{L}\p{N}.,!?…]/u.test(text[at - 1] ?? '');
  return OPEN.has(mark) || (mark === '"' && isSpaceBefore(text, at) && isWord(text[at + 1]));
}

function isSpaceBefore(text: string, at: number): boolean {
  return at === 0 || /[\s([:—–-]/u.test(text[at - 1] ?? '');
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
