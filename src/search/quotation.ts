import type { AskedWord } from './asked-words.js';

/** A word of a quotation: what it may be in the stories, and its weight. */
export interface QuotedTerm {
  readonly ids: ReadonlyMap<number, number>;
  readonly weight: number;
}

/** Words of a quotation that are compared, from its beginning: more tell nothing new. */
const MOST_COMPARED = 40;
/** What grammar weighs in a quotation: it holds the words together and tells little else. */
const GRAMMAR = 0.5;

/** A quotation's words, made ready to be compared with many passages. */
export function quotationIds(words: readonly AskedWord[]): QuotedTerm[] {
  return words
    .slice(0, MOST_COMPARED)
    .map(({ ids, weight, stop }) => ({ ids, weight: stop ? GRAMMAR : Math.max(GRAMMAR, weight) }));
}

/**
 * How much of a quotation stands in a run of terms in the same order, from 0 to 1 by weight: the longest common
 * subsequence, so that words that are forgotten, added or changed cost only themselves.
 */
export function likeness(quotation: readonly QuotedTerm[], ids: Uint32Array): number {
  const total = quotation.reduce((sum, q) => sum + q.weight, 0);
  if (!total) return 0;
  const row = new Float64Array(ids.length + 1);
  for (const { ids: meant, weight } of quotation) {
    let diagonal = 0;
    for (let j = 1; j <= ids.length; j++) {
      const above = row[j] ?? 0;
      const like = meant.get(ids[j - 1] ?? -1);
      const taken = like === undefined ? 0 : diagonal + weight * like;
      row[j] = Math.max(above, row[j - 1] ?? 0, taken);
      diagonal = above;
    }
  }
  return (row[ids.length] ?? 0) / total;
}
