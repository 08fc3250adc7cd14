import type { SearchResult } from 'minisearch';
import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Speaker } from '../corpus/speakers.js';
import type { AskedWord } from './asked-words.js';
import type { Index } from './index-corpus.js';
import type { Understood } from './question.js';

/** A passage that may answer. */
export interface Candidate {
  /** Where it stands in `corpus.passages`. */
  readonly place: number;
  /** MiniSearch's score as a share of the best one's; 0 for those that it didn't find. */
  readonly found: number;
}

/** What the search is kept to. */
export interface Limits {
  readonly articles: ReadonlySet<Article> | null;
  readonly speaker: Speaker | null;
}

/** How many of MiniSearch's results are looked at closely. */
const MOST_CANDIDATES = 120;
/** How many passages in which the asked speaker speaks are looked at besides. */
const MOST_OF_SPEAKER = 120;
/** Passages that the searched words may hold together: what keeps a question of common words quick. */
const MOST_POSTINGS = 4000;

/** The passages worth looking at, in the order of the corpus. */
export function candidates(index: Index, asked: Understood, limits: Limits): Candidate[] {
  const { corpus } = index;
  const found = new Map<number, number>();
  const spoken = spokenIn(index, limits.speaker ? [limits.speaker] : (asked.subject?.speakers ?? []));
  const within = (place: number) =>
    isIn(limits.articles, corpus.passages[place]) && (!limits.speaker || spoken.has(place));
  const results = search(index, asked);
  const best = results[0]?.score ?? 1;
  let ofSpeaker = 0;
  for (const result of results) {
    const { score } = result;
    const place = Number(result.id);
    if (!within(place)) continue;
    if (found.size < MOST_CANDIDATES) found.set(place, score / best);
    else if (spoken.has(place) && ofSpeaker++ < MOST_OF_SPEAKER) found.set(place, score / best);
  }
  // A quotation that goes on in the next paragraph, or whose speaker stands in the one before, shares few words with
  // the question: those beside the best are looked at as well, and so is all that the asked speaker says.
  for (const place of [...found.keys()].slice(0, 10)) {
    for (const beside of [place - 1, place + 1]) {
      const same = corpus.passages[beside]?.article === corpus.passages[place]?.article;
      if (same && within(beside) && !found.has(beside)) found.set(beside, 0);
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

function isIn(articles: ReadonlySet<Article> | null, passage: Passage | undefined): boolean {
  return passage !== undefined && (articles === null || articles.has(passage.article));
}

/** Where these speak, as places in `corpus.passages`. */
function spokenIn({ places }: Index, speakers: readonly Speaker[]): Set<number> {
  const found = new Set<number>();
  for (const { statements } of speakers)
    for (const { passage } of statements) found.add(places.get(passage) ?? -1);
  return found;
}

function search(index: Index, asked: Understood): readonly SearchResult[] {
  const terms = searched(index, asked);
  if (!terms.size) return [];
  return index.passages.search([...terms.keys()].join(' '), {
    boost: { text: 1, speakers: 0.5, above: 0.3 },
    boostTerm: (term) => terms.get(term) ?? 1,
  });
}

/** The terms that MiniSearch looks for, with their weight: the rarest first, as many as the postings allow. */
function searched({ vocabulary }: Index, asked: Understood): Map<string, number> {
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
  const terms = new Map<string, number>();
  let postings = 0;
  const rarestFirst = [...wanted].toSorted(
    (a, b) => vocabulary.passagesWith(a[0]) - vocabulary.passagesWith(b[0]),
  );
  for (const [id, weight] of rarestFirst) {
    postings += vocabulary.passagesWith(id);
    if (terms.size && postings > MOST_POSTINGS) break;
    terms.set(vocabulary.termOf(id), weight);
  }
  return terms;
}
