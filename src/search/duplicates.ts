import type { Article } from '../article/article.js';
import { FIELDS } from './indexed-story.js';
import type { Index } from './index-corpus.js';
import type { Lexicon } from './lexicon.js';

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
  const [one, other] = [index.terms[a]?.ids, index.terms[b]?.ids];
  if (!one || !other || Math.min(one.length, other.length) < LEAST_WORDS) return false;
  const least = (SAME * (one.length + other.length)) / 2;
  if (Math.min(one.length, other.length) < least) return false;
  const left = leftOf(index, one);
  const strange: number[] = [];
  for (const id of other) {
    if (left[id]! > 0) left[id]!--;
    else if (strange.push(id) > other.length - least) break;
  }
  const isSame =
    other.length - strange.length >= least &&
    !strange.some((id) => isFigure(index, id)) &&
    one.every((id) => !left[id] || !isFigure(index, id));
  for (const id of one) left[id] = 0;
  return isSame;
}

/** A count for every term, all zero between two comparisons: unlike a map, it costs nothing to fill and to empty. */
const counts = new WeakMap<Lexicon, Uint16Array>();

function leftOf({ lexicon }: Index, ids: Uint32Array): Uint16Array {
  let left = counts.get(lexicon);
  if (!left || left.length < lexicon.size) {
    left = new Uint16Array(lexicon.size);
    counts.set(lexicon, left);
  }
  for (const id of ids) left[id]!++;
  return left;
}

function isFigure({ vocabulary }: Index, id: number): boolean {
  return /^\d/u.test(vocabulary.termOf(id));
}

/** The other stories that print a passage, in the order of the corpus. */
export function othersWith(index: Index, place: number): Article[] {
  const { terms, storyOf, postings } = index;
  const own = terms[place]?.ids;
  if (!own || own.length < LEAST_WORDS) return [];
  const copies = new Set<number>();
  let looked = 0;
  for (const id of rarestOf(own, index)) {
    looked += postings.sizeOf(id);
    if (looked > MOST_POSTINGS && looked > postings.sizeOf(id)) break;
    postings.each(id, (story, other, field) => {
      if (field !== TEXT || story === storyOf[place] || copies.has(story)) return;
      if (isSameText(index, place, other)) copies.add(story);
    });
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
    if (postings.sizeOf(id) < held) continue;
    const last = rarest.at(-1);
    const isFull = rarest.length === MARKS;
    if (isFull && last && (held > last.held || (held === last.held && id >= last.id))) continue;
    if (rarest.some((r) => r.id === id)) continue;
    if (isFull) rarest.pop();
    const at = rarest.findIndex((r) => held < r.held || (held === r.held && id < r.id));
    rarest.splice(at < 0 ? rarest.length : at, 0, { id, held });
  }
  return rarest.map((r) => r.id);
}
