import type { Span } from '../../text/span.js';
import { words } from '../../text/words.js';
import { isSigned, speakerBeside } from './claimed-beside.js';
import type { IsKnownName } from './known-names.js';
import { doubleQuoted, singleQuoted } from './marked.js';
import { isChatter, isSaying, namesIn } from './names.js';
import { plainMessage } from './plain-message.js';
import { countWritten, quotedWords } from './quoted-words.js';
import { readUnmarked, type Reading } from './unmarked.js';

/** What a message says that somebody said. */
export interface Claim extends Reading {
  /** What else a message without marks around its words may quote, the widest first: all of it, introduction and signature included. */
  readonly wider: readonly Reading[];
}

/** A quotation of fewer words is a word with marks around it, unless it is most of the message. */
const LEAST_WORDS = 3;
/** Between two parts of one quotation stands "she said" at most. */
const LONGEST_BETWEEN = 100;
/** So much around a quotation may tell whose it is. */
const BESIDE = 160;
/** What is longer than any message is only read so far. */
const LONGEST = 4000;

/** Finds in a message what is quoted and who is said to have said it, among chatter, emoji and markdown. */
export function readClaim(message: string, isKnown: IsKnownName): Claim {
  const { text, blockQuote, around } = plainMessage(message.slice(0, LONGEST));
  const marked = doubleQuoted(text);
  const sure = partsOf(text, marked);
  const parts =
    sure ?? allOf(text, marked, isKnown, 1) ?? allOf(text, singleQuoted(text), isKnown, LEAST_WORDS);
  if (parts) {
    const [narrow, ...more] = readUnmarked(text, isKnown);
    return {
      quotation: joined(text, parts),
      speaker: speakerAround(text, parts, isKnown) || null,
      // What looks so may be quoted inside of what is.
      wider: sure ? [] : [...more, narrow],
    };
  }
  const [claim, ...wider] = readUnmarked(blockQuote || text, isKnown);
  if (!blockQuote || claim.speaker !== null) return { ...claim, speaker: claim.speaker || null, wider };
  const beside = { before: around.slice(-BESIDE), between: '', after: around.slice(0, BESIDE) };
  return { ...claim, speaker: speakerBeside(beside, isKnown) || null, wider };
}

/** The longest marked stretch, and those beside it that go on with it; null where none is a quotation. */
function partsOf(text: string, marked: readonly Span[]): Span[] | null {
  const counts = marked.map((span) => countWords(text, span));
  const isMost =
    counts.reduce((sum, n) => sum + n, 0) * 2 >= countWords(text, { start: 0, end: text.length });
  const longest = counts.indexOf(Math.max(...counts));
  if (longest < 0 || (counts[longest]! < LEAST_WORDS && !isMost)) return null;
  let [from, to] = [longest, longest];
  while (from > 0 && goesOn(text, marked[from - 1]!, marked[from]!)) from--;
  while (to + 1 < marked.length && goesOn(text, marked[to]!, marked[to + 1]!)) to++;
  return marked.slice(from, to + 1);
}

/** “…,” she said. “…”: a short stretch with a word of saying and without the colon of a new speaker. */
function goesOn(text: string, before: Span, after: Span): boolean {
  const between = text.slice(before.end, after.start);
  if (between.length > LONGEST_BETWEEN || /[:\n]/u.test(between)) return false;
  const said = words(between);
  return said.length === 0 || said.some((word) => isSaying(word.text));
}

/**
 * Single marks are apostrophes, and stand inside quotations, and a word in double marks may be no quotation: they count
 * where nothing is outside them but who says so.
 */
function allOf(
  text: string,
  marked: readonly Span[],
  isKnown: IsKnownName,
  least: number,
): readonly Span[] | null {
  const [only] = marked;
  if (!only || marked.length > 1 || countWords(text, only) < least) return null;
  const [before, after] = [text.slice(0, only.start - 1).trim(), text.slice(only.end)];
  if (before.length > BESIDE || after.length > BESIDE) return null;
  if (!isTelling(after, isKnown) && !isSigned(after, isKnown)) return null;
  const isIntroduced = before.endsWith(':') && namesIn(before, isKnown).length > 0;
  const isSaid = isTelling(before, isKnown) && words(before).some((w) => isSaying(w.text));
  return before === '' || isIntroduced || isSaid ? marked : null;
}

/** True where every word is of a name, of saying, or chatter. */
function isTelling(text: string, isKnown: IsKnownName): boolean {
  const names = namesIn(text, isKnown);
  return [...text.matchAll(/\p{L}+/gu)].every(
    ({ 0: word, index }) =>
      isSaying(word) || isChatter(word) || names.some((n) => n.start <= index && index < n.end),
  );
}

function joined(text: string, parts: readonly Span[]): string {
  return parts.map(({ start, end }) => text.slice(start, end).trim()).join(' … ');
}

function speakerAround(text: string, parts: readonly Span[], isKnown: IsKnownName): string | null {
  const [start, end] = [parts[0]!.start, parts.at(-1)!.end];
  const between = parts.slice(1).map((part, at) => text.slice(parts[at]!.end, part.start));
  return speakerBeside(
    {
      before: text.slice(Math.max(0, start - BESIDE), start),
      between: between.join(' '),
      after: text.slice(end, end + BESIDE),
    },
    isKnown,
  );
}

function countWords(text: string, { start, end }: Span): number {
  return countWritten(quotedWords(text, start, end));
}
