import type { Index } from '../index-corpus.js';
import { termsOf } from '../terms.js';
import { align, CUT, type Step } from './alignment.js';
import { matchOf, type Match } from './match.js';
import { nearestPassages } from './nearest-passages.js';
import { ownWordsAround, passable, type OwnWord } from './own-words.js';
import { quotedWords, type QuotedWord } from './quoted-words.js';

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
  return found;
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

/** About so many cells it takes to look at a place. */
function cellsAt({ terms }: Index, { ids }: Claimed, place: number): number {
  const own = terms[place]!.ids.length;
  return ids.length * own + Math.min(MOST_CELLS, ids.length * (own + 2 * ids.length));
}

function matchAt(index: Index, claimed: Claimed, place: number, own: readonly OwnWord[]): Place | null {
  const ids = new Int32Array(own.length);
  for (const [at, { word }] of own.entries()) ids[at] = claimed.numbers.get(word) ?? 0;
  const weigh = weigher(index);
  const steps = align(claimed.ids, { ids, passable: passable(own) });
  const { text } = index.corpus.passages[place]!.article;
  const match = matchOf(
    index.corpus,
    steps,
    { quotation: claimed.text, claimed: claimed.words, text, own },
    { claimed: claimed.weights, own: (word) => weigh(text, word) },
  );
  return match && { place, steps, match };
}

/** How much words tell, each word looked up once. */
function weigher({ vocabulary }: Index): (text: string, word: QuotedWord) => number {
  const known = new Map<string, number>();
  return (text, { word, start, end }) => {
    const weight = known.get(word);
    if (weight !== undefined) return weight;
    const id = vocabulary.idOf(termsOf(text, start, end)[0]?.term ?? '');
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
