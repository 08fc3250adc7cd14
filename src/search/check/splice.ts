import type { Index } from '../index/index-corpus.js';
import type { Step } from './alignment.js';
import { claimedWords, type Claimed } from './claimed-words.js';
import type { Effort } from './effort.js';
import { better } from './order.js';
import { placeAt, placesOf, type Place } from './places.js';

/** Two places whose words were put together as one quotation. */
export interface Splice {
  readonly first: Place;
  readonly second: Place;
}

/** A part of fewer words than this could be from anywhere. */
const LEAST_WORDS = 4;
/** How like each part has to be to its place. */
const LEAST_LIKENESS = 0.8;
/** What words that differ count against those that are the same, for finding where the first place ends. */
const DIFFERENT = -1.5;

/** Looks for a second place where the best has the beginning or the end of a quotation alone. */
export function spliceOf(index: Index, claimed: Claimed, best: Place, effort: Effort): Splice | null {
  if (best.match.isExact) return null;
  const part = longestPart(best.steps);
  const behind = claimed.words.length - part.to;
  const [cut, restFirst] = behind >= part.from ? [part.to, false] : [part.from, true];
  const parts = [claimed.words.slice(0, cut), claimed.words.slice(cut)].map((words) =>
    words.filter(({ word }) => word !== ''),
  );
  if (parts.some((words) => words.length < LEAST_WORDS)) return null;
  const [head, tail] = parts.map((words) =>
    claimedWords(index, claimed.text.slice(words[0]!.start, words.at(-1)!.end)),
  );
  if (!head || !tail) return null;
  const first = placeAt(index, restFirst ? tail : head, best.place, effort, LEAST_LIKENESS);
  if (!first || !isSure(first)) return null;
  const [second] = placesOf(index, restFirst ? head : tail, effort, LEAST_LIKENESS)
    .filter(isSure)
    .toSorted((a, b) => better(a.match, b.match));
  return second ? { first, second } : null;
}

function isSure({ match }: Place): boolean {
  return match.likeness >= LEAST_LIKENESS && match.longestRun >= LEAST_WORDS;
}

/** The stretch of claimed words that lies best on one place: the run of steps with the highest sum. */
function longestPart(steps: readonly Step[]): { from: number; to: number } {
  let best = { sum: 0, from: 0, to: 0 };
  let sum = 0;
  let from = -1;
  for (const { kind, claimed } of steps) {
    if (sum <= 0) {
      sum = 0;
      from = -1;
    }
    sum += kind === 'same' ? 1 : kind === 'skipped' ? 0 : DIFFERENT;
    if (claimed === null) continue;
    if (from < 0) from = claimed;
    if (sum > best.sum) best = { sum, from, to: claimed + 1 };
  }
  return best;
}
