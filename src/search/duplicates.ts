import type { Article } from '../article/article.js';
import type { Index } from './index-corpus.js';
import type { Vocabulary } from './vocabulary.js';

/** Passages that have this much of their words in common are one text, printed twice. */
const SAME = 0.85;
/** Shorter texts than this are alike by chance. */
const LEAST_WORDS = 6;
/** Two copies of a text share one of so many rarest words, however they differ. */
const MARKS = 4;

/** True where two passages are one text but for a few words; none of them may be a figure. */
export function isSameText(index: Index, a: number, b: number): boolean {
  const [one, other] = [index.terms[a]?.ids, index.terms[b]?.ids];
  if (!one || !other || Math.min(one.length, other.length) < LEAST_WORDS) return false;
  if (2 * Math.min(one.length, other.length) < SAME * (one.length + other.length)) return false;
  const left = new Map<number, number>();
  for (const id of one) left.set(id, (left.get(id) ?? 0) + 1);
  let shared = 0;
  for (const id of other) {
    const count = left.get(id) ?? 0;
    if (count > 0) {
      left.set(id, count - 1);
      shared++;
    } else if (isFigure(index, id)) return false;
  }
  if (2 * shared < SAME * (one.length + other.length)) return false;
  for (const [id, count] of left) if (count > 0 && isFigure(index, id)) return false;
  return true;
}

function isFigure({ vocabulary }: Index, id: number): boolean {
  return /^\d/u.test(vocabulary.termOf(id));
}

/** The other stories that print a passage, in the order of the corpus. */
export function othersWith(index: Index, place: number): Article[] {
  const { corpus, terms } = index;
  const own = terms[place]?.ids;
  if (!own || own.length < LEAST_WORDS) return [];
  const { vocabulary } = index;
  const alike = new Set(rarestOf(own, vocabulary).flatMap((id) => markedBy(index).get(id) ?? []));
  const found = new Set<Article>();
  for (const other of [...alike].toSorted((a, b) => a - b)) {
    const article = corpus.passages[other]?.article;
    if (article && article !== corpus.passages[place]?.article && isSameText(index, place, other))
      found.add(article);
  }
  return [...found];
}

/** Passages by their rarest words, of which copies share at least one. Made once for each corpus. */
const marks = new WeakMap<Index, ReadonlyMap<number, readonly number[]>>();

function markedBy(index: Index): ReadonlyMap<number, readonly number[]> {
  const known = marks.get(index);
  if (known) return known;
  const made = new Map<number, number[]>();
  for (const [place, { ids }] of index.terms.entries()) {
    for (const id of rarestOf(ids, index.vocabulary)) {
      const list = made.get(id);
      if (list) list.push(place);
      else made.set(id, [place]);
    }
  }
  marks.set(index, made);
  return made;
}

/** The words of a passage that the fewest passages have; of equally rare ones always the same. */
function rarestOf(ids: Uint32Array, vocabulary: Vocabulary): number[] {
  const rarest: { id: number; held: number }[] = [];
  for (const id of ids) {
    const held = vocabulary.passagesWith(id);
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
