import type { Index } from '../index/index-corpus.js';
import { termsOf } from '../index/terms.js';
import { CUT } from './alignment.js';
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

/** Beyond this, a word is as rare as a word can be. */
export const HEAVIEST = 6;

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

/** How much words tell, each word looked up once. */
export function weigher({ vocabulary }: Index): (text: string, word: QuotedWord) => number {
  const known = new Map<string, number>();
  return (text, word) => {
    const weight = known.get(word.word);
    if (weight !== undefined) return weight;
    const found = Math.min(
      HEAVIEST,
      vocabulary.weight(vocabulary.passagesWith(vocabulary.idOf(termOf(text, word)))),
    );
    known.set(word.word, found);
    return found;
  };
}

/** The term that a word of `text` is searched by; empty where it is none. */
export function termOf(text: string, { word, written, start, end }: QuotedWord): string {
  const [first] = word === written ? termsOf(text, start, end) : termsOf(word);
  return first?.term ?? '';
}
