import { fold } from '../../text/fold.js';
import type { Span } from '../../text/span.js';

/** A word of a quotation as it is compared, or a cut. */
export interface QuotedWord extends Span {
  /** Folded, without apostrophes; empty for a cut ("…"). */
  readonly word: string;
}

/**
 * A cut with its brackets, initials ("U.S."), a number with its separators, a percent sign, or a word with the
 * apostrophes inside it. Hyphens and dashes part words, so that a hyphen more or less is no change of wording.
 */
const PIECE =
  /[[(]?(?:…|\.\s?\.\s?\.)[.…]*[\])]?|\p{L}\.(?:\p{L}\.)+\p{L}?(?!\p{L})|\d+(?:[.,]\d+)*(?:\p{L}+)?|%|&|[\p{L}\p{N}\p{M}]+(?:['’‘ʼ´`][\p{L}\p{M}]+)*/gu;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['&', 'and'],
]);

/** The words of `text` between two offsets as a quotation is compared, in order, with its cuts. */
export function quotedWords(text: string, start = 0, end = text.length): QuotedWord[] {
  const found: QuotedWord[] = [];
  for (const match of text.slice(start, end).matchAll(PIECE)) {
    const at = start + match.index;
    found.push({ start: at, end: at + match[0].length, word: compared(match[0]) });
  }
  return found;
}

function compared(written: string): string {
  if (/^[A-Za-z]+$/u.test(written)) return written.toLowerCase();
  const sign = SIGNS.get(written);
  if (sign !== undefined) return sign;
  const folded = fold(written);
  if (/^[[(]?[.…]/u.test(folded)) return '';
  if (/^\d/u.test(folded)) return folded.replaceAll(',', '');
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}
