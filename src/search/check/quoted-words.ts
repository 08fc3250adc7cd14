import { fold } from '../../text/fold.js';
import type { Span } from '../../text/span.js';
import { contracted } from './contractions.js';
import { inDigits, isNumeric, withNext } from './numbers.js';

/** A word of a quotation as it is compared, or a cut. The two words of a contraction both stand where it stands. */
export interface QuotedWord extends Span {
  /** Folded, without apostrophes, numbers in digits; one of the words of a contraction; empty for a cut ("…"). */
  readonly word: string;
  /** What is written there, folded and without apostrophes: "wont" where `word` is "will" or "not". */
  readonly written: string;
  /** It ends in "’s" and may be two words, as in "the mayor’s right". */
  readonly isPossessive: boolean;
  /** It stands in square brackets, or has an ending in them: put in by whoever quotes it. */
  readonly isInserted: boolean;
}

/** What is put in that is nobody's word, in brackets of either kind. */
const REMARK =
  /[[(](?:sic!?|laughs|laughing|laughter|chuckles|applause|cheers|cheering|boos|sighs|pauses?|crosstalk|inaudible|unintelligible|(?:my|our|the |original )?(?:emphasis|italics)(?: (?:mine|added|ours))?)[\])]/giu;
const BRACKETS = /\[[^[\]]{1,200}\]/gu;
/**
 * A cut with its brackets, initials ("U.S."), a number with its separators and the sign of its currency, a percent sign,
 * or a word with the apostrophes inside it and the brackets that change its ends ("[t]he", "want[ed]"). Hyphens and
 * dashes part words, so that a hyphen more or less is no change of wording.
 */
const PIECE =
  /[[(]?(?:…|\.\s?\.\s?\.)[.…]*[\])]?|\p{L}\.(?:\p{L}\.)+\p{L}?(?!\p{L})|[$€£]?\d+(?:[.,]\d+)*(?:\p{L}+)?|%|&|(?:\[\p{L}{1,2}\](?=\p{L}))?[\p{L}\p{N}\p{M}]+(?:['’‘ʼ´`][\p{L}\p{M}]+)*(?:\[\p{L}{1,3}\])?/gu;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['&', 'and'],
]);

/** The words of `text` between two offsets as a quotation is compared, in order, with its cuts. */
export function quotedWords(text: string, start = 0, end = text.length): QuotedWord[] {
  const found: QuotedWord[] = [];
  // As long as what was there, for the offsets to stay.
  const words = text.slice(start, end).replace(REMARK, (remark) => ' '.repeat(remark.length));
  const brackets = [...words.matchAll(BRACKETS)];
  let next = 0;
  for (const match of words.matchAll(PIECE)) {
    const at = start + match.index;
    while (next < brackets.length && bracketEnd(brackets[next]!) <= match.index) next++;
    const isInside = next < brackets.length && brackets[next]!.index < match.index;
    const written = compared(match[0]);
    const to = at + match[0].length;
    const isInserted = written !== '' && (isInside || match[0].endsWith(']'));
    const isPlain = written.length === match[0].length;
    const parts = contracted(written, !isPlain && /['’‘ʼ´`]/u.test(match[0]));
    if (parts) {
      for (const word of parts)
        found.push({ start: at, end: to, word, written, isPossessive: false, isInserted });
    } else if (!joinsNumber(text, found, written, at, to)) {
      const isPossessive = !isPlain && /['’‘ʼ´`]s$/iu.test(match[0]);
      found.push({ start: at, end: to, word: inDigits(written), written, isPossessive, isInserted });
    }
  }
  return found;
}

/** How many words are written there; cuts are none. */
export function countWritten(words: readonly QuotedWord[]): number {
  return words.filter(({ word, start }, at) => word !== '' && start !== words[at - 1]?.start).length;
}

function bracketEnd({ 0: bracket, index }: RegExpExecArray): number {
  return index + bracket.length;
}

function compared(written: string): string {
  if (/^[A-Za-z]+$/u.test(written)) return written.toLowerCase();
  const sign = SIGNS.get(written);
  if (sign !== undefined) return sign;
  const folded = fold(written);
  if (/^[[(]?[.…]/u.test(folded)) return '';
  if (/^[$€£]?\d/u.test(folded)) return folded.replaceAll(',', '');
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Draws a word together with the number before it where both are one: "thirty-five", "18 thousand", "18,000 dollars". */
function joinsNumber(
  text: string,
  found: QuotedWord[],
  written: string,
  start: number,
  end: number,
): boolean {
  const before = found.at(-1);
  if (!before || !isNumeric(before.word) || !/^[\s-]$/u.test(text.slice(before.end, start))) return false;
  const word = withNext(before.word, before.written, written);
  if (word === null) return false;
  found[found.length - 1] = { ...before, end, word, written: before.written + written };
  return true;
}
