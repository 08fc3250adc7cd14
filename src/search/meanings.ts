import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Corpus } from '../corpus/corpus.js';
import type { AskedWord } from './asked-words.js';
import type { PassageTerms } from './passage-terms.js';
import { isStopWord } from './stop-words.js';
import type { Vocabulary } from './vocabulary.js';
import { DIMENSIONS, dot, toUnit, wordVectors } from './word-vectors.js';

/** What the passages beside it add to the meaning of a passage, and what its whole story adds. */
const BESIDE = 0.3;
const STORY = 0.6;
/** Passages that are worked on before others get their turn. */
const CHUNK = 500;

/**
 * What each passage is about: the sum of its words' directions, the telling ones more, with something of the passages
 * beside it and of its story. A question in other words than the passage's still points the same way.
 */
export class Meanings {
  /** The row of each term of the vocabulary in the table of word vectors; -1 for what it doesn't have. */
  readonly #rows: Int32Array;
  readonly #passages: Float32Array;
  readonly #vocabulary: Vocabulary;

  private constructor(vocabulary: Vocabulary, rows: Int32Array, passages: Float32Array) {
    this.#vocabulary = vocabulary;
    this.#rows = rows;
    this.#passages = passages;
  }

  /** Works out what the passages of a corpus mean; yields to the event loop between chunks. */
  static async of(corpus: Corpus, terms: readonly PassageTerms[], vocabulary: Vocabulary): Promise<Meanings> {
    const vectors = wordVectors();
    const rows = new Int32Array(vocabulary.size);
    const weights = new Float32Array(vocabulary.size);
    for (let id = 0; id < rows.length; id++) {
      const term = vocabulary.termOf(id);
      rows[id] = isStopWord(term) ? -1 : (vectors.rowOf(term) ?? -1);
      weights[id] = tells(vocabulary, term);
    }
    const alone = new Float32Array(terms.length * DIMENSIONS);
    for (const [place, { ids }] of terms.entries()) {
      const at = place * DIMENSIONS;
      for (const id of ids) {
        const row = rows[id] ?? -1;
        if (row >= 0) vectors.add(row, weights[id] ?? 0, alone, at);
      }
      toUnit(alone, at);
      if (place % CHUNK === CHUNK - 1) await yieldToOthers();
    }
    return new Meanings(vocabulary, rows, together(corpus, alone));
  }

  /** The direction of a question. */
  ofQuestion(words: readonly AskedWord[]): Float32Array {
    const vectors = wordVectors();
    const sum = new Float32Array(DIMENSIONS);
    for (const { term } of words) {
      const row = vectors.rowOf(term);
      if (row !== undefined) vectors.add(row, tells(this.#vocabulary, term), sum, 0);
    }
    toUnit(sum);
    return sum;
  }

  /** How much a passage is about what a question asks, from -1 to 1. */
  likeness(place: number, question: Float32Array): number {
    return dot(this.#passages, place * DIMENSIONS, question, 0);
  }

  /** The row of a term of the vocabulary, by its number; -1 where its meaning isn't known. */
  rowOf(id: number): number {
    return this.#rows[id] ?? -1;
  }

  /** The passages that come nearest to a question, of those that are allowed, as places. */
  nearest(question: Float32Array, count: number, allowed: (place: number) => boolean): number[] {
    const places: number[] = [];
    const likeness = new Float32Array(this.#passages.length / DIMENSIONS);
    for (let place = 0; place < likeness.length; place++) {
      if (!allowed(place)) continue;
      places.push(place);
      likeness[place] = this.likeness(place, question);
    }
    const least = Float32Array.from(places, (place) => likeness[place] ?? 0)
      .toSorted()
      .at(-count);
    return places.filter((place) => (likeness[place] ?? 0) >= (least ?? -1));
  }
}

/** How much a term tells: rare in the stories, and rare in English. */
export function tells(vocabulary: Vocabulary, term: string): number {
  const rarity = wordVectors().rarity(wordVectors().rowOf(term));
  return Math.sqrt(rarity) * vocabulary.weight(vocabulary.passagesWith(vocabulary.idOf(term)));
}

/** Each passage with something of those beside it and of its story. */
function together({ passages }: Corpus, alone: Float32Array): Float32Array {
  const stories = new Map<object, Float32Array>();
  for (const [place, { article }] of passages.entries()) {
    const story = stories.get(article) ?? new Float32Array(DIMENSIONS);
    addTo(story, 0, 1, alone, place * DIMENSIONS);
    stories.set(article, story);
  }
  for (const story of stories.values()) toUnit(story);
  const all = Float32Array.from(alone);
  for (const [place, { article }] of passages.entries()) {
    const at = place * DIMENSIONS;
    for (const beside of [place - 1, place + 1])
      if (passages[beside]?.article === article) addTo(all, at, BESIDE, alone, beside * DIMENSIONS);
    addTo(all, at, STORY, stories.get(article)!, 0);
    toUnit(all, at);
  }
  return all;
}

function addTo(sum: Float32Array, at: number, times: number, what: Float32Array, from: number): void {
  for (let d = 0; d < DIMENSIONS; d++) sum[at + d] = (sum[at + d] ?? 0) + times * (what[from + d] ?? 0);
}
