import type { Article } from '../../article/article.js';
import type { Speaker } from '../../corpus/speakers.js';
import { MOST_HITS } from '../answer.js';
import { isSameText } from './duplicates.js';
import type { Index } from '../index/index-corpus.js';
import type { Ranked } from './rank.js';

/** Of the hits of an answer, one story gets no more than so many while others speak of the same. */
const MOST_OF_STORY = 5;

/**
 * The hits of an answer, out of what was ranked: no text twice, further stories before ever more of one, and where
 * several voices are asked for, each speaker once before any speaks again.
 */
export function select<T extends Ranked>(index: Index, ranked: readonly T[], manyVoices: boolean): T[] {
  const kept: T[] = [];
  for (const one of ranked) {
    if (kept.length >= 2 * MOST_HITS) break;
    if (!kept.some((k) => isSameAnswer(index, k, one))) kept.push(one);
  }
  const voiced = manyVoices ? firstOf(kept, (r) => speakersOf(index, r), 1) : kept;
  return firstOf(voiced, (r) => storyOf(index, r), MOST_OF_STORY).slice(0, MOST_HITS);
}

/** Those whose keys have come less than `most` times, then the rest; the order is kept otherwise. */
function firstOf<T>(list: readonly T[], keysOf: (one: T) => readonly object[], most: number): T[] {
  const seen = new Map<object, number>();
  const first: T[] = [];
  const rest: T[] = [];
  for (const one of list) {
    const keys = keysOf(one);
    const isNew = keys.some((k) => (seen.get(k) ?? 0) < most);
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
    (isNew || !first.length ? first : rest).push(one);
  }
  return [...first, ...rest];
}

function isSameAnswer(index: Index, a: Ranked, b: Ranked): boolean {
  if (!isSameText(index, a.place, b.place)) return false;
  const { passages } = index.corpus;
  // One text that two stories attribute differently is one text; what two people say in the same words is not.
  return (
    passages[a.place]?.text === passages[b.place]?.text ||
    sameSpeakers(speakersOf(index, a), speakersOf(index, b))
  );
}

function sameSpeakers(a: readonly Speaker[], b: readonly Speaker[]): boolean {
  return a.length === b.length && a.every((s) => b.includes(s));
}

function speakersOf({ corpus }: Index, { shown }: Ranked): Speaker[] {
  return [...new Set(shown().statements.map(corpus.speakerOf))].filter((s) => s !== null);
}

function storyOf({ corpus }: Index, { place }: Ranked): Article[] {
  const passage = corpus.passages[place];
  return passage ? [passage.article] : [];
}
