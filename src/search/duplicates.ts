import type { Article } from '../article/article.js';
import type { Index } from './index-corpus.js';

/** Passages that have this much of their words in common are one text, printed twice. */
const SAME = 0.85;
/** Shorter texts than this are alike by chance. */
const LEAST_WORDS = 6;

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
  const { corpus, terms, vocabulary } = index;
  const own = terms[place]?.ids;
  const article = corpus.passages[place]?.article;
  if (!own || own.length < LEAST_WORDS) return [];
  // Most of what is no copy lacks the rarest words: a look for two of them spares the rest.
  const [first = -1, second = -1] = [...new Set(own)].toSorted(
    (a, b) => vocabulary.passagesWith(a) - vocabulary.passagesWith(b),
  );
  const found = new Set<Article>();
  for (const [other, passage] of corpus.passages.entries()) {
    const ids = terms[other]?.ids;
    if (!ids || passage.article === article || found.has(passage.article)) continue;
    if (2 * Math.min(ids.length, own.length) < SAME * (ids.length + own.length)) continue;
    if ((ids.includes(first) || ids.includes(second)) && isSameText(index, place, other))
      found.add(passage.article);
  }
  return [...found];
}
