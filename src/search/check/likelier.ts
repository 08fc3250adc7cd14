import { slice } from '../../text/span.js';
import type { Check } from './check.js';
import type { Match } from './match.js';
import { quotedWords } from './quoted-words.js';

/** The wider reading has to be as like as this where the narrower isn't found, and where it is. */
const LEAST_LIKENESS = { alone: 0.8, beside: 0.55 } as const;
/** An attribution is no longer than this. */
const LONGEST_BESIDE = 300;
/** By so many words of a claim that stand in the story too, a wider reading with a change is the likelier one. */
const LEAST_GAIN = 2;

/**
 * Which reading of a message its words mean: "Ana Duarte said no toll will be charged" may tell who said something, or may
 * itself be what stands in a story.
 * @param wider readings that take more of the message for the quotation, the widest first
 */
export function likelier(narrow: Check, wider: readonly Check[]): Check {
  return wider.find((wide) => isLikelier(wide, narrow)) ?? narrow;
}

/** How like a story, from 0 to 1, a wider reading has to be to be likelier than the narrow one. */
export function leastOf({ match }: Check): number {
  return match ? LEAST_LIKENESS.beside : LEAST_LIKENESS.alone;
}

function isLikelier(wide: Check, narrow: Check): boolean {
  const { match } = wide;
  if (wide.headline) return !narrow.match?.isExact;
  if (match === null) return false;
  if (narrow.match === null) return match.likeness >= LEAST_LIKENESS.alone;
  if (isStoryAttribution(match, narrow.match)) return false;
  const gain = fitOf(match) - fitOf(narrow.match);
  if (wide.verdict === 'exact' || match.isExact) return gain > 0;
  if (gain < LEAST_GAIN) return false;
  // A change in what tells who said it is only one where it turns what they said.
  const isTurned = match.pieces.some((p) => p.kind === 'changed' && p.turns === 'negation');
  return isTurned || !(narrow.match.isExact || isConfirmed(narrow, narrow.match));
}

/** True where the words are nearly those of whom the message names: then it doesn't happen to begin like a claim. */
function isConfirmed({ claimed, isAnothers }: Check, { speakers }: Match): boolean {
  return claimed !== null && !isAnothers && speakers.length > 0;
}

/** Quotation opens behind what the story has of the introduction, or has closed before what it has of the signature. */
const OPENS = /^[^"“”„«»]*?(?:[“„«]|''|(?<![^\s([])"(?=\S))/u;
const CLOSES = /(?:[”»]|''|(?<=\S)"(?![^\s.,;:!?)\]]))[^"“”„«»]*$/u;

/** True where the story itself tells beside the words, outside of quotation, who says them. */
function isStoryAttribution({ passage: { article }, span }: Match, narrow: Match): boolean {
  if (narrow.passage.article !== article) return false;
  const ahead = article.text.slice(span.start, narrow.span.start);
  const behind = article.text.slice(narrow.span.end, span.end);
  return OPENS.test(ahead.slice(0, LONGEST_BESIDE)) || CLOSES.test(behind.slice(-LONGEST_BESIDE));
}

/** How many words are the same, less those that aren't. */
function fitOf({ passage: { article }, pieces }: Match): number {
  let sum = 0;
  for (const piece of pieces) {
    const own = piece.own ? countWords(slice(article.text, piece.own)) : 0;
    if (piece.kind === 'same') sum += own;
    else if (piece.kind === 'changed') sum -= Math.max(own, countWords(piece.claimed));
  }
  return sum;
}

function countWords(text: string): number {
  return quotedWords(text).filter(({ word }) => word !== '').length;
}
