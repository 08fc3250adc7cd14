import type { Index } from '../index/index-corpus.js';
import type { Claimed } from './claimed-words.js';
import type { Effort } from './effort.js';
import { nearestPassages, type Nearest } from './nearest-passages.js';
import { better } from './order.js';
import { ownWordsBetween, type OwnWord } from './own-words.js';
import { isSame, matchAt, MOST_CELLS, type Place } from './places.js';
import { Reach } from './reach.js';

/** So many parts between marked cuts are looked for each by itself, the longest first. */
const MOST_PARTS = 4;
/** A passage that has less of a part than this doesn't have it. */
const LEAST_OF_PART = 0.5;
/** More words than these from the first part to the last are no leap that a reader would follow, and take long to look at. */
const LONGEST_LEAP = 3000;
/** So many places may be where a part of a quotation with cuts stands. */
const MOST_LEAPS = 2;
/** How like the wording has to be for a leap to another paragraph: with so much room, some words are the same by accident. */
const LEAST_LIKENESS = 0.9;

/** The places, with those that have a part of a quotation only extended to where the others stand, paragraphs away. */
export function withLeaps(
  index: Index,
  claimed: Claimed,
  found: readonly Place[],
  effort: Effort,
): readonly Place[] {
  if (!hasCut(claimed) || found.some(({ match }) => match.isExact)) return found;
  const best = found.toSorted((a, b) => better(a.match, b.match)).slice(0, MOST_LEAPS);
  const parts = best.length > 0 ? partsOf(claimed) : [];
  const near = parts.flatMap((part) =>
    effort.search(countWords(part))
      ? nearestPassages(index, part).filter(({ share }) => share >= LEAST_OF_PART)
      : [],
  );
  const reach = new Reach(index, claimed);
  const leaps: Place[] = [];
  for (const at of best) {
    const leap = leapFrom(index, claimed, at, near, reach, effort);
    if (leap && !leaps.some(({ match }) => isSame(match, leap.match))) leaps.push(leap);
  }
  return [...leaps, ...found.filter(({ match }) => !leaps.some((leap) => isSame(leap.match, match)))];
}

function leapFrom(
  index: Index,
  claimed: Claimed,
  at: Place,
  near: readonly Nearest[],
  reach: Reach,
  effort: Effort,
): Place | null {
  const { passages } = index.corpus;
  const places = near
    .map(({ place }) => place)
    .filter((p) => passages[p]!.article === at.match.passage.article);
  const [from, to] = [Math.min(at.place, ...places), Math.max(at.place, ...places)];
  if (from === to || reach.between(from, to) < LEAST_LIKENESS) return null;
  const most = Math.min(LONGEST_LEAP, MOST_CELLS / claimed.ids.length);
  const count = index.terms.slice(from, to + 1).reduce((sum, { ids }) => sum + ids.length, 0);
  if (count > most || !effort.align(claimed.ids.length, count)) return null;
  const own = ownWordsBetween(index, from, to);
  const leap = own && matchAt(index, claimed, at.place, own);
  return leap && isOneVoice(leap, own) && leap.match.likeness > at.match.likeness ? leap : null;
}

/** The text between marked cuts, the longest first. */
function partsOf({ text, words }: Claimed): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const cut of [...words.filter(({ word }) => word === ''), { start: text.length, end: text.length }]) {
    parts.push(text.slice(start, cut.start));
    start = cut.end;
  }
  return parts.toSorted((a, b) => b.length - a.length).slice(0, MOST_PARTS);
}

function countWords(text: string): number {
  return text.split(' ').length;
}

function hasCut({ words }: Claimed): boolean {
  return words.some(({ word }, at) => word === '' && at > 0 && at < words.length - 1);
}

/** True where all of the words are one speaker's, in quotation marks: only those may stand paragraphs apart. */
function isOneVoice({ match, steps }: Place, own: readonly OwnWord[]): boolean {
  return (
    match.likeness >= LEAST_LIKENESS &&
    match.kind === 'quoted' &&
    match.speakers.length === 1 &&
    steps.every((step) => step.kind !== 'same' || own[step.own!]!.isQuoted)
  );
}
