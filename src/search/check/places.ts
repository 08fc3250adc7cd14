import type { Index } from '../index/index-corpus.js';
import { align, type Step } from './alignment.js';
import { weigher, type Claimed } from './claimed-words.js';
import { withinEdges } from './edges.js';
import type { Effort } from './effort.js';
import { matchOf, type Match } from './match.js';
import { nearestPassages } from './nearest-passages.js';
import { ALIKE } from './order.js';
import { ownWordsAround, passable, type OwnWord } from './own-words.js';
import { around, Reach } from './reach.js';
import { recognised } from './same-words.js';

/** Where a quotation stands, or nearly, and how it was laid on the words there. */
export interface Place {
  /** The place of a passage in the corpus. */
  readonly place: number;
  readonly steps: readonly Step[];
  readonly match: Match;
}

/** Cells of one alignment's table, which has to be in memory. */
export const MOST_CELLS = 700_000;
/** A passage that shares less of the words than this can't be meant. */
const LEAST_SHARE = 0.12;
/** A passage that has less than this of what stands around it is not looked at by itself. */
const LEAST_HELD = 0.5;
/** So much of a quotation's beginning or end has to stand beyond a passage for it to be laid on that too. */
const LEAST_BEYOND = 0.5;
/** So much of the words have to be alike for a place to be one. */
const LEAST_LIKENESS = 0.25;

/**
 * The places in the stories whose wording is like a quotation's, each once, in no order. What can't come near the best of
 * them is not looked at.
 * @param least how like the wording has to be, from 0 to 1
 */
export function placesOf(
  index: Index,
  claimed: Claimed,
  effort: Effort,
  least: number = LEAST_LIKENESS,
): Place[] {
  const found: Place[] = [];
  if (!effort.search(claimed.words.length)) return found;
  const reach = new Reach(index, claimed);
  let best = 0;
  for (const { place, share } of nearestPassages(index, claimed.text)) {
    if (share < LEAST_SHARE) break;
    if (found.some((other) => covers(other.match, index, place))) continue;
    const at = placeAt(index, claimed, place, effort, Math.max(least, ALIKE * best), reach);
    if (!at || at.match.likeness < least) continue;
    best = Math.max(best, at.match.likeness);
    if (!found.some((other) => isSame(other.match, at.match))) found.push(at);
  }
  return found;
}

/**
 * How a quotation lies on a passage, or, where more of it stands around, on the passage and those around it; null where
 * it can't be as like as `least`, or that is too much work. The passage comes first, so that words that stand twice in a story are found twice.
 */
export function placeAt(
  index: Index,
  claimed: Claimed,
  place: number,
  effort: Effort,
  least: number,
  reach = new Reach(index, claimed),
): Place | null {
  const count = claimed.ids.length;
  const [from, to] = around(index, place, count);
  const most = reach.between(from, to);
  if (most < least) return null;
  const own = ownWordsAround(index, place, 0);
  const held = reach.between(place, place);
  // Of what runs over many passages, one has little.
  const mayHold = held >= Math.max(least, LEAST_HELD * most) && effort.align(count, own.length);
  const inside = mayHold ? matchAt(index, claimed, place, own) : null;
  if (inside?.match.isExact || (inside && !runsOn(index, claimed, inside, [from, to]))) return inside;
  const more = ownWordsAround(index, place, Math.min(count, (MOST_CELLS / count - own.length) / 2));
  const over = effort.align(count, more.length) ? matchAt(index, claimed, place, more) : null;
  return over && over.match.likeness > (inside?.match.likeness ?? 0) ? over : inside;
}

/** True where what the passage doesn't have of a quotation's beginning or end may stand before it or behind it. */
function runsOn(
  index: Index,
  claimed: Claimed,
  { place, steps }: Place,
  [from, to]: [number, number],
): boolean {
  const same = steps.flatMap((step) => (step.kind === 'same' ? [step.claimed!] : []));
  const [first, last] = [same[0] ?? claimed.words.length, same.at(-1) ?? -1];
  return (
    new Reach(index, claimed, 0, first).between(from, place - 1) >= LEAST_BEYOND ||
    new Reach(index, claimed, last + 1).between(place + 1, to) >= LEAST_BEYOND
  );
}

/** How a quotation lies on the words of a story around a place; null where no word is the same. */
export function matchAt(
  index: Index,
  claimed: Claimed,
  place: number,
  own: readonly OwnWord[],
): Place | null {
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

/** True for a passage whose words a match takes in from end to end. */
function covers({ span, passage }: Match, index: Index, place: number): boolean {
  const other = index.corpus.passages[place]!;
  return other.article === passage.article && span.start <= other.start && other.end <= span.end;
}

/** True for two stretches of one story that overlap. */
export function isSame(a: Match, b: Match): boolean {
  return a.passage.article === b.passage.article && a.span.start < b.span.end && b.span.start < a.span.end;
}
