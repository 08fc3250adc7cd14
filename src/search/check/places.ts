import type { Index } from '../index-corpus.js';
import { termsOf } from '../terms.js';
import { align, CUT, type Step } from './alignment.js';
import { withinEdges } from './edges.js';
import { matchOf, type Match } from './match.js';
import { nearestPassages, type Nearest } from './nearest-passages.js';
import { better } from './order.js';
import { ownWordsAround, ownWordsBetween, passable, type OwnWord } from './own-words.js';
import { quotedWords, type QuotedWord } from './quoted-words.js';
import { recognised } from './same-words.js';

/** A quotation, ready to be compared with passages. */
export interface Claimed {
  readonly text: string;
  readonly words: readonly QuotedWord[];
  /** A number for each word, the same for the same word. */
  readonly ids: Int32Array;
  readonly numbers: ReadonlyMap<string, number>;
  /** How much each word tells. */
  readonly weights: readonly number[];
}

/** Where a quotation stands, or nearly, and how it was laid on the words there. */
export interface Place {
  /** The place of a passage in the corpus. */
  readonly place: number;
  readonly steps: readonly Step[];
  readonly match: Match;
}

/** Cells of one alignment's table, and of all of one quotation: what bounds the time, whatever is pasted. */
const MOST_CELLS = 700_000;
const MOST_CELLS_IN_ALL = 1_200_000;
/** So many parts between marked cuts are looked for each by itself, the longest first. */
const MOST_PARTS = 4;
/** A passage that has less of a part than this doesn't have it. */
const LEAST_OF_PART = 0.5;
/** More words than these from the first part to the last are no leap that a reader would follow, and take long to look at. */
const LONGEST_LEAP = 3000;
/** So many places may be where a part of a quotation with cuts stands. */
const MOST_LEAPS = 2;
/** How like the wording has to be for a leap to another paragraph: with so much room, some words are the same by accident. */
const LEAST_LIKENESS_OF_LEAP = 0.9;
/** A passage that shares less of the words than this can't be meant. */
const LEAST_SHARE = 0.12;
/** Beyond this, a word is as rare as a word can be. */
export const HEAVIEST = 6;
/** So much of the words have to be alike for a place to be one. */
const LEAST_LIKENESS = 0.25;

/** Takes a quotation apart. */
export function claimedWords(index: Index, text: string): Claimed {
  const words = quotedWords(text);
  const numbers = new Map<string, number>();
  const ids = new Int32Array(words.length);
  for (const [at, { word }] of words.entries()) {
    const number = word === '' ? CUT : (numbers.get(word) ?? numbers.size + 1);
    if (number !== CUT) numbers.set(word, number);
    ids[at] = number;
  }
  const weigh = weigher(index);
  return { text, words, ids, numbers, weights: words.map((word) => weigh(text, word)) };
}

/** The places in the stories whose wording is like a quotation's, each once, in no order. */
export function placesOf(index: Index, claimed: Claimed): Place[] {
  const found: Place[] = [];
  let cells = 0;
  for (const { place, share } of nearestPassages(index, claimed.text)) {
    if (share < LEAST_SHARE) break;
    if (found.some((other) => covers(other.match, index, place))) continue;
    const more = cellsAt(index, claimed, place);
    if (cells > 0 && cells + more > MOST_CELLS_IN_ALL) break;
    cells += more;
    const at = placeAt(index, claimed, place);
    if (!at || at.match.likeness < LEAST_LIKENESS) continue;
    if (!found.some((other) => isSame(other.match, at.match))) found.push(at);
  }
  return hasCut(claimed) && !found.some(({ match }) => match.isExact)
    ? withLeaps(index, claimed, found)
    : found;
}

/** The places, with those that have a part of a quotation only extended to where the others stand, paragraphs away. */
function withLeaps(index: Index, claimed: Claimed, found: readonly Place[]): Place[] {
  const best = found.toSorted((a, b) => better(a.match, b.match)).slice(0, MOST_LEAPS);
  if (best.length === 0) return [];
  const parts = partsOf(claimed).flatMap((part) =>
    nearestPassages(index, part).filter(({ share }) => share >= LEAST_OF_PART),
  );
  const leaps: Place[] = [];
  for (const at of best) {
    const leap = leapFrom(index, claimed, at, parts);
    if (leap && !leaps.some(({ match }) => isSame(match, leap.match))) leaps.push(leap);
  }
  return [...leaps, ...found.filter(({ match }) => !leaps.some((leap) => isSame(leap.match, match)))];
}

function leapFrom(index: Index, claimed: Claimed, at: Place, parts: readonly Nearest[]): Place | null {
  const { passages } = index.corpus;
  const places = parts
    .map(({ place }) => place)
    .filter((p) => passages[p]!.article === at.match.passage.article);
  const [from, to] = [Math.min(at.place, ...places), Math.max(at.place, ...places)];
  if (from === to) return null;
  const own = ownWordsBetween(index, from, to, Math.min(LONGEST_LEAP, MOST_CELLS / claimed.ids.length));
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

/**
 * How a quotation lies on a passage, or, where more of it stands around, on the passage and those around it; null where
 * no word is the same. The passage comes first, so that words that stand twice in a story are found twice.
 */
export function placeAt(index: Index, claimed: Claimed, place: number): Place | null {
  const own = ownWordsAround(index, place, 0);
  const inside = matchAt(index, claimed, place, own);
  if (inside?.match.isExact) return inside;
  const room = (MOST_CELLS / claimed.ids.length - own.length) / 2;
  const more = ownWordsAround(index, place, Math.min(claimed.ids.length, room));
  const around = matchAt(index, claimed, place, more);
  return around !== null && around.match.likeness > (inside?.match.likeness ?? 0) ? around : inside;
}

function hasCut({ words }: Claimed): boolean {
  return words.some(({ word }, at) => word === '' && at > 0 && at < words.length - 1);
}

/** True where all of the words are one speaker's, in quotation marks: only those may stand paragraphs apart. */
function isOneVoice({ match, steps }: Place, own: readonly OwnWord[]): boolean {
  return (
    match.likeness >= LEAST_LIKENESS_OF_LEAP &&
    match.kind === 'quoted' &&
    match.speakers.length === 1 &&
    steps.every((step) => step.kind !== 'same' || own[step.own!]!.isQuoted)
  );
}

/** About so many cells it takes to look at a place. */
function cellsAt({ terms }: Index, { ids }: Claimed, place: number): number {
  const own = terms[place]!.ids.length;
  return ids.length * own + Math.min(MOST_CELLS, ids.length * (own + 2 * ids.length));
}

function matchAt(index: Index, claimed: Claimed, place: number, own: readonly OwnWord[]): Place | null {
  const ids = new Int32Array(own.length);
  for (const [at, { word }] of own.entries()) ids[at] = claimed.numbers.get(word) ?? 0;
  const weigh = weigher(index);
  const { text } = index.corpus.passages[place]!.article;
  const compared = { quotation: claimed.text, claimed: claimed.words, text, own };
  const laid = align(claimed.ids, { ids, passable: passable(own) });
  const steps = withinEdges(recognised(laid, own, claimed.words), compared);
  const match = matchOf(index.corpus, steps, compared, {
    claimed: claimed.weights,
    own: (word) => weigh(text, word),
  });
  return match && { place, steps, match };
}

/** How much words tell, each word looked up once. */
function weigher({ vocabulary }: Index): (text: string, word: QuotedWord) => number {
  const known = new Map<string, number>();
  return (text, { word, written, start, end }) => {
    const weight = known.get(word);
    if (weight !== undefined) return weight;
    const [first] = word === written ? termsOf(text, start, end) : termsOf(word);
    const id = vocabulary.idOf(first?.term ?? '');
    const found = Math.min(HEAVIEST, vocabulary.weight(vocabulary.passagesWith(id)));
    known.set(word, found);
    return found;
  };
}

/** True for a passage whose words a match takes in from end to end. */
function covers({ span, passage }: Match, index: Index, place: number): boolean {
  const other = index.corpus.passages[place]!;
  return other.article === passage.article && span.start <= other.start && other.end <= span.end;
}

function isSame(a: Match, b: Match): boolean {
  return a.passage.article === b.passage.article && a.span.start < b.span.end && b.span.start < a.span.end;
}
