import type { Match } from '../search/check/match.js';
import type { Change, Insertion, Piece } from '../search/check/changes.js';
import { slice } from '../text/span.js';
import { plainWithin } from './escape.js';

/** So many changes are told one by one, each with so much of the words. */
const MOST_TOLD = 8;
const LONGEST = 90;

/** What was changed, in words, for those who can't see marks or colours: a line for each change. */
export function changesInWords({ passage, pieces }: Match): string[] {
  const lines = pieces.flatMap((piece) => lineOf(passage.article.text, piece));
  if (lines.length <= MOST_TOLD) return lines;
  return [...lines.slice(0, MOST_TOLD), `and ${lines.length - MOST_TOLD} more changes`];
}

function lineOf(text: string, piece: Piece): string[] {
  if (piece.kind === 'inserted')
    return [`put in by whoever quotes it: ${quoted(piece.claimed)}${inPlaceOf(text, piece)}`];
  if (piece.kind !== 'changed') return [];
  const why = piece.turns ? ` (turns the meaning: ${piece.turns})` : '';
  return [`${wordsOf(text, piece)}${why}`];
}

function inPlaceOf(text: string, { own }: Insertion): string {
  return own ? ` for ${quoted(slice(text, own))}` : '';
}

/** The words that a marked cut has left out, and that turn the meaning; null where there is no such cut. */
export function cutOut(text: string, { own, claimed }: Change): string | null {
  return own && claimed && !/[\p{L}\p{N}]/u.test(claimed) ? quoted(slice(text, own)) : null;
}

function wordsOf(text: string, change: Change): string {
  const { own, claimed } = change;
  if (!own) return `added: ${quoted(claimed)}`;
  const cut = cutOut(text, change);
  if (cut) return `cut out: ${cut}`;
  const there = quoted(slice(text, own));
  return claimed ? `replaced: ${there} became ${quoted(claimed)}` : `left out: ${there}`;
}

function quoted(words: string): string {
  return `“${plainWithin(words, LONGEST)}”`;
}
