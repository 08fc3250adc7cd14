import type { Index } from '../index-corpus.js';
import { termsOf } from '../terms.js';
import { align, CUT, type Step } from './alignment.js';
import type { Compared } from './changes.js';
import { matchOf, type Match } from './match.js';
import { nearestPassages } from './nearest-passages.js';
import { ownWordsAround, passable } from './own-words.js';
import { quotedWords, type QuotedWord } from './quoted-words.js';

/** A quotation, ready to be compared with passages. */
export interface Claimed {
  readonly text: string;
  readonly words: readonly QuotedWord[];
  /** A number for each word, the same for the same word. */
  readonly ids: Int32Array;
  readonly numbers: ReadonlyMap<string, number>;
}

/** Where a quotation stands, or nearly, and how it was laid on the words there. */
export interface Place {
  /** The place of a passage in the corpus. */
  readonly place: number;
  readonly steps: readonly Step[];
  readonly match: Match;
}

/** Cells of the tables of all alignments of one quotation: what bounds the time, whatever is pasted. */
const MOST_CELLS = 1_500_000;
/** A passage that shares less of the words than this can't be meant. */
const LEAST_SHARE = 0.12;
/** Beyond this, a word is as rare as a word can be. */
const HEAVIEST = 6;
/** So much of the words have to be alike for a place to be one. */
const LEAST_LIKENESS = 0.25;

/** Takes a quotation apart. */
export function claimedWords(text: string): Claimed {
  const words = quotedWords(text);
  const numbers = new Map<string, number>();
  const ids = Int32Array.from(words, ({ word }) => {
    if (word === '') return CUT;
    const number = numbers.get(word) ?? numbers.size + 1;
    numbers.set(word, number);
    return number;
  });
  return { text, words, ids, numbers };
}

/** The places in the stories whose wording is like a quotation's, each once, in no order. */
export function placesOf(index: Index, claimed: Claimed): Place[] {
  const found: Place[] = [];
  let cells = 0;
  for (const { place, share } of nearestPassages(index, claimed.text)) {
    if (share < LEAST_SHARE) break;
    if (found.some((other) => covers(other.match, index, place))) continue;
    cells += claimed.ids.length * (index.terms[place]!.ids.length + 2 * claimed.ids.length);
    if (found.length > 0 && cells > MOST_CELLS) break;
    const at = placeAt(index, claimed, place);
    if (!at || at.match.likeness < LEAST_LIKENESS) continue;
    if (!found.some((other) => isSame(other.match, at.match))) found.push(at);
  }
  return found;
}

/** How a quotation lies on a passage and those around it; null where no word is the same. */
export function placeAt(index: Index, claimed: Claimed, place: number): Place | null {
  const own = ownWordsAround(index, place, claimed.words.length);
  const ids = Int32Array.from(own, ({ word }) => claimed.numbers.get(word) ?? 0);
  const steps = align(claimed.ids, { ids, passable: passable(own) });
  const { text } = index.corpus.passages[place]!.article;
  const compared: Compared = { quotation: claimed.text, claimed: claimed.words, text, own };
  const match = matchOf(index.corpus, steps, compared, {
    claimed: (at) => weight(index, claimed.text, claimed.words[at]!),
    own: (word) => weight(index, text, word),
  });
  return match && { place, steps, match };
}

function weight({ vocabulary }: Index, text: string, { start, end }: QuotedWord): number {
  const id = vocabulary.idOf(termsOf(text, start, end)[0]?.term ?? '');
  return Math.min(HEAVIEST, vocabulary.weight(vocabulary.passagesWith(id)));
}

/** True for a passage whose words a match takes in from end to end. */
function covers({ span, passage }: Match, index: Index, place: number): boolean {
  const other = index.corpus.passages[place]!;
  return other.article === passage.article && span.start <= other.start && other.end <= span.end;
}

function isSame(a: Match, b: Match): boolean {
  return (
    a.passage.article === b.passage.article && a.span.start < b.span.end && b.span.start < a.span.end
  );
}
