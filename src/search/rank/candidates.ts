import type { Article } from '../../article/article.js';
import type { Speaker } from '../../corpus/speakers.js';
import type { AskedWord } from '../question/asked-words.js';
import type { Index } from '../index/index-corpus.js';
import { bm25 } from '../index/bm25.js';
import { search } from '../index/search.js';
import type { Understood } from '../question/question.js';

/** A passage that may answer. */
export interface Candidate {
  /** Where it stands in `corpus.passages`. */
  readonly place: number;
  /** Its BM25 score as a share of the best one's; 0 for those that the words didn't find. */
  readonly found: number;
}

/** What the search is kept to. */
export interface Limits {
  readonly articles: ReadonlySet<Article> | null;
  readonly speaker: Speaker | null;
}

/** How many of the passages that the words find are looked at closely. */
const MOST_CANDIDATES = 60;
/** How many passages in which the asked speaker speaks are looked at besides. */
const MOST_OF_SPEAKER = 60;
/** Postings that the words which select may have together: what keeps a question of common words quick. */
const MOST_POSTINGS = 1000;

/** The passages worth looking at, in the order of the corpus. */
export function candidates(index: Index, asked: Understood, limits: Limits): Candidate[] {
  const { corpus, storyOf } = index;
  const found = new Map<number, number>();
  const { articles, speaker } = limits;
  const spoken = spokenIn(index, speaker ? [speaker] : (asked.subject?.speakers ?? []));
  const within = (place: number) =>
    place >= 0 &&
    (!articles || articles.has(corpus.passages[place]!.article)) &&
    (!speaker || spoken.has(place));
  const wanted = searched(asked);
  const selected = search(index, select(index, wanted)).filter(within);
  const scores = bm25(index, wanted, selected);
  const results = selected
    .map((place, at) => ({ place, score: scores[at] ?? 0 }))
    .toSorted((a, b) => b.score - a.score || a.place - b.place);
  const best = results[0]?.score ?? 1;
  let ofSpeaker = 0;
  for (const result of results) {
    const { place, score } = result;
    if (found.size < MOST_CANDIDATES) found.set(place, score / best);
    else if (spoken.has(place) && ofSpeaker++ < MOST_OF_SPEAKER) found.set(place, score / best);
  }
  // A quotation that goes on in the next paragraph, or whose speaker stands in the one before, shares few words with
  // the question: those beside the best are looked at as well, and so is all that the asked speaker says.
  for (const place of [...found.keys()].slice(0, 10)) {
    for (const beside of [place - 1, place + 1]) {
      if (storyOf[beside] === storyOf[place] && within(beside) && !found.has(beside)) found.set(beside, 0);
    }
  }
  let more = 0;
  for (const place of spoken) {
    if (more === MOST_OF_SPEAKER) break;
    if (found.has(place) || !within(place)) continue;
    found.set(place, 0);
    more++;
  }
  return [...found].map(([place, score]) => ({ place, found: score })).toSorted((a, b) => a.place - b.place);
}

/** Where these speak, as places in `corpus.passages`. */
export function spokenIn({ spokenBy }: Index, speakers: readonly Speaker[]): ReadonlySet<number> {
  const [only, another] = speakers;
  if (only && !another) return spokenBy(only);
  const found = new Set<number>();
  for (const speaker of speakers) for (const place of spokenBy(speaker)) found.add(place);
  return found;
}

/** The terms that are looked for, with their weight: the rarest first, as many as the postings allow. */
function searched(asked: Understood): Map<number, number> {
  const wanted = new Map<number, number>();
  const add = (words: readonly AskedWord[], weight: number) => {
    for (const word of words) {
      if (word.stop) continue;
      for (const [id, likeness] of word.ids)
        wanted.set(id, Math.max(wanted.get(id) ?? 0, likeness * weight * (word.asking ? 0.3 : 1)));
    }
  };
  add(asked.topic, 1);
  add(asked.quotation, 1);
  add(asked.subject?.words ?? [], 0.5);
  return wanted;
}

/** The terms that select: the rarest, as many as the postings allow. */
function select({ postings }: Index, wanted: ReadonlyMap<number, number>): Map<number, number> {
  const terms = new Map<number, number>();
  let total = 0;
  const rarestFirst = [...wanted].toSorted(([a], [b]) => postings.sizeOf(a) - postings.sizeOf(b));
  for (const [id, weight] of rarestFirst) {
    total += postings.sizeOf(id);
    if (terms.size && total > MOST_POSTINGS) break;
    terms.set(id, weight);
  }
  return terms;
}
