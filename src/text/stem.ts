import { createRequire } from 'node:module';
import type Snowball from 'snowball-stemmers';
import { once } from '../once.js';

const memo = new Map<string, string>();
/** What an earlier start knew, until it is needed. */
let kept: (() => readonly string[]) | null = null;
/** Enough for the vocabulary of tens of thousands of stories; the memo starts afresh when it is full. */
const MEMO_LIMIT = 200_000;
/** No English word is longer; what is longer is an address or noise, and stays as it is. */
const LONGEST_WORD = 40;

/** The Porter2 stem of a folded, lower-case English word; words with digits stay as they are. */
export function stem(word: string): string {
  if (word.length > LONGEST_WORD || /\d/u.test(word)) return word;
  const known = memo.get(word);
  if (known !== undefined) return known;
  if (kept) {
    takeOver(kept());
    kept = null;
    return stem(word);
  }
  if (memo.size >= MEMO_LIMIT) memo.clear();
  const stemmed = english().stem(word);
  memo.set(word, stemmed);
  return stemmed;
}

/** It knows many languages and takes a while to load: a start that reads nothing new does without. */
const english = once(() => {
  const snowball: typeof Snowball = createRequire(import.meta.url)('snowball-stemmers');
  return snowball.newStemmer('english');
});

/** What `stem` knows by now: each word, and after it its stem. */
export function knownStems(): string[] {
  return [...memo].flat();
}

/** Takes over what `knownStems` once gave, as soon as a word is missed: the stemmer takes its time. */
export function rememberStems(stems: () => readonly string[]): void {
  kept = stems;
}

/** Takes over stems as `knownStems` gives them, at once. */
export function takeOver(stems: readonly string[]): void {
  for (let at = 0; at + 1 < stems.length && memo.size < MEMO_LIMIT; at += 2)
    memo.set(stems[at]!, stems[at + 1]!);
}
