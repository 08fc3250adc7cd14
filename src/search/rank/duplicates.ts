import type { Article } from '../../article/article.js';
import { FIELDS } from '../index/indexed-story.js';
import type { Index } from '../index/index-corpus.js';
import type { Lexicon } from '../index/lexicon.js';

/** Passages that have this much of their words in common are one text, printed twice. */
const SAME = 0.85;
/** Shorter texts than this are alike by chance. */
const LEAST_WORDS = 6;
/** Two copies of a text share one of so many rarest words, however they differ. */
const MARKS = 4;
/** Postings of those words that are looked through, but for the rarest: common words tell no copies. */
const MOST_POSTINGS = 500;
const TEXT = FIELDS.indexOf('text');

/** True where two passages are one text but for a few words; none of them may be a figure. */
export function isSameText(index: Index, a: number, b: number): boolean {
  if (!mayBeSame(index, a, b)) return false;
  const comparison = new Comparison(index, a);
  try {
    return comparison.isWith(b);
  } finally {
    comparison.end();
  }
}

/** Whether two passages are long enough to be told alike, of much the same length, and not plainly different. */
function mayBeSame({ outlines }: Index, a: number, b: number): boolean {
  const [sizeOfA, sizeOfB] = [outlines.sizeOf(a), outlines.sizeOf(b)];
  const shorter = Math.min(sizeOfA, sizeOfB);
  const least = leastShared(sizeOfA, sizeOfB);
  return shorter >= LEAST_WORDS && shorter >= least && outlines.mostShared(a, b) >= least;
}

/** How many words two passages of these lengths must have in common. */
function leastShared(a: number, b: number): number {
  return (SAME * (a + b)) / 2;
}

/** Compares one passage with others. No other comparison may begin before this one ends. */
class Comparison {
  readonly #index: Index;
  readonly #place: number;
  readonly #own: Uint32Array;
  /** How often each term stands in the passage; counted when the first one comes that may be the same. */
  #left: Uint16Array | null = null;

  constructor(index: Index, place: number) {
    this.#index = index;
    this.#place = place;
    this.#own = index.terms[place]!.ids;
  }

  isWith(place: number): boolean {
    if (!mayBeSame(this.#index, this.#place, place)) return false;
    const { ids } = this.#index.terms[place]!;
    return this.#shares(ids, leastShared(this.#own.length, ids.length), (this.#left ??= this.#counted()));
  }

  #counted(): Uint16Array {
    const left = countsOf(this.#index);
    for (const id of this.#own) left[id]!++;
    return left;
  }

  end(): void {
    if (this.#left) for (const id of this.#own) this.#left[id] = 0;
  }

  /** Whether so many of the terms are those of the passage, and no figure is among the others. */
  #shares(other: Uint32Array, least: number, left: Uint16Array): boolean {
    const strange: number[] = [];
    let at = 0;
    for (; at < other.length && strange.length <= other.length - least; at++) {
      const id = other[at]!;
      if (left[id]! > 0) left[id]!--;
      else strange.push(id);
    }
    const isSame =
      strange.length <= other.length - least &&
      !strange.some((id) => isFigure(this.#index, id)) &&
      this.#own.every((id) => !left[id] || !isFigure(this.#index, id));
    for (let i = 0; i < at; i++) left[other[i]!]!++;
    for (const id of strange) left[id]!--;
    return isSame;
  }
}

/** A count for every term, all zero between two comparisons: unlike a map, it costs nothing to fill and to empty. */
const counts = new WeakMap<Lexicon, Uint16Array>();

function countsOf({ lexicon }: Index): Uint16Array {
  let known = counts.get(lexicon);
  if (!known || known.length < lexicon.size) {
    known = new Uint16Array(lexicon.size);
    counts.set(lexicon, known);
  }
  return known;
}

function isFigure({ vocabulary }: Index, id: number): boolean {
  return /^\d/u.test(vocabulary.termOf(id));
}

/** The other stories that print a passage, in the order of the corpus. */
export function othersWith(index: Index, place: number): Article[] {
  const { terms, storyOf, postings, outlines } = index;
  const own = terms[place]?.ids;
  if (!own || own.length < LEAST_WORDS) return [];
  const copies = new Set<number>();
  // Most are told by their length alone, without looking at anything else of them; a word more is for rounding.
  const shortest = (SAME * own.length) / (2 - SAME);
  const longest = ((2 - SAME) * own.length) / SAME;
  const comparison = new Comparison(index, place);
  let looked = 0;
  try {
    for (const id of rarestOf(own, index)) {
      looked += postings.sizeOf(id);
      if (looked > MOST_POSTINGS && looked > postings.sizeOf(id)) break;
      postings.each(id, (other, field) => {
        const size = outlines.sizeOf(other);
        if (field !== TEXT || size < shortest - 1 || size > longest + 1) return;
        const story = storyOf[other]!;
        if (story === storyOf[place] || copies.has(story)) return;
        if (comparison.isWith(other)) copies.add(story);
      });
    }
  } finally {
    comparison.end();
  }
  const articles = [...copies]
    .toSorted((a, b) => a - b)
    .map((story) => index.stories[story]?.reading.article);
  return articles.filter((article) => article !== undefined);
}

/** The words of a passage that the fewest passages have, mere grammar left out; of equally rare ones always the same. */
function rarestOf(ids: Uint32Array, { vocabulary, postings }: Index): number[] {
  const rarest: { id: number; held: number }[] = [];
  for (const id of ids) {
    const held = vocabulary.passagesWith(id);
    const last = rarest.at(-1);
    const isFull = rarest.length === MARKS;
    if (isFull && last && (held > last.held || (held === last.held && id >= last.id))) continue;
    if (postings.sizeOf(id) < held || rarest.some((r) => r.id === id)) continue;
    if (isFull) rarest.pop();
    const at = rarest.findIndex((r) => held < r.held || (held === r.held && id < r.id));
    rarest.splice(at < 0 ? rarest.length : at, 0, { id, held });
  }
  return rarest.map((r) => r.id);
}
