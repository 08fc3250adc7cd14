import type { AskedWord } from './asked-words.js';
import { Best } from './best.js';
import type { IndexedStory } from './indexed-story.js';
import type { Lexicon } from './lexicon.js';
import { ABREAST, LONGEST, multiply, put, roomFor } from './side-by-side.js';
import { isStopWord } from './stop-words.js';
import { DIMENSIONS, dot, toUnit } from './vectors.js';
import type { Vocabulary } from './vocabulary.js';
import { wordVectors } from './word-vectors.js';

/** What the passages beside it add to the meaning of a passage, and what its whole story adds. */
const BESIDE = 0.3;
const STORY = 0.6;

/** Directions are rounded to whole numbers at this length, or where a question's are to be bytes, at a smaller one. */
const ROUGHLY = LONGEST - 5;
const LARGEST_BYTE = 127;

/** The meanings of a story's passages: they hang on the story alone, and are worked out when first wanted. */
const ofStories = new WeakMap<IndexedStory, Float32Array>();
/** The rows of a lexicon's terms in the table of word vectors; -1 for what it doesn't have. */
const rowsOfLexicons = new WeakMap<Lexicon, number[]>();

/**
 * What each passage is about: the sum of its words' directions, the telling ones more, with something of the passages
 * beside it and of its story. A question in other words than the passage's still points the same way.
 */
export class Meanings {
  readonly #stories: readonly IndexedStory[];
  readonly #bases: Uint32Array;
  readonly #storyOf: Uint32Array;
  readonly #lexicon: Lexicon;
  readonly #vocabulary: Vocabulary;
  readonly #rows: number[];
  /** The meanings of stories by number, as far as they are worked out. */
  readonly #found: Float32Array[] = [];
  /** The same, rounded and three side by side: what is looked through lies in one piece, in the order of the corpus. */
  #rough: Float64Array | null = null;

  /**
   * @param bases for each story, the place of its first passage
   * @param storyOf for each passage, the number of its story
   */
  constructor(
    stories: readonly IndexedStory[],
    bases: Uint32Array,
    storyOf: Uint32Array,
    lexicon: Lexicon,
    vocabulary: Vocabulary,
  ) {
    this.#stories = stories;
    this.#bases = bases;
    this.#storyOf = storyOf;
    this.#lexicon = lexicon;
    this.#vocabulary = vocabulary;
    const rows = rowsOfLexicons.get(lexicon) ?? [];
    rowsOfLexicons.set(lexicon, rows);
    this.#rows = rows;
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
    const number = this.#storyOf[place]!;
    return dot(this.#ofStory(number), (place - this.#bases[number]!) * DIMENSIONS, question, 0);
  }

  /** The row of a term of the vocabulary, by its number; -1 where its meaning isn't known. */
  rowOf(id: number): number {
    let row = this.#rows[id];
    if (row === undefined) {
      const term = this.#lexicon.termOf(id);
      row = isStopWord(term) ? -1 : (wordVectors().rowOf(term) ?? -1);
      this.#rows[id] = row;
    }
    return row;
  }

  /** The passages that come nearest to a question, of those that are allowed, as places in the order of the corpus. */
  nearest(question: Float32Array, count: number, allowed: ((place: number) => boolean) | null): number[] {
    const best = new Best(count);
    const rough = this.#roughly();
    const largest = Math.max(...question.map(Math.abs));
    const length = Math.min(ROUGHLY, LARGEST_BYTE / largest);
    const wanted = Int8Array.from(question, (x) => Math.round(length * x));
    // Of a question that points nowhere nothing is rounded.
    const off = largest
      ? mostOff(ROUGHLY) + mostOff(length) + mostOff(ROUGHLY) * mostOff(length) + LEAST_OFF
      : 0;
    const products = new Float64Array(ABREAST);
    const end = this.#storyOf.length;
    /** A product of rounded directions that is no more than this belongs to none of the nearest. */
    let least = -Infinity;
    for (let first = 0; first < end; first += ABREAST) {
      multiply(wanted, 0, rough, (first / ABREAST) * DIMENSIONS, products, 0);
      for (let place = first; place < first + ABREAST && place < end; place++) {
        if (products[place - first]! <= least || (allowed && !allowed(place))) continue;
        best.add(place, this.likeness(place, question));
        least = (best.least - off) * ROUGHLY * length;
      }
    }
    return best.places();
  }

  #roughly(): Float64Array {
    for (let number = 0; number < this.#stories.length; number++) this.#ofStory(number);
    return this.#rough ?? roomFor(0);
  }

  /** Works out what the passages of a story mean, by its number, so that no question waits for it. */
  warm(story: number): void {
    this.#ofStory(story);
  }

  #ofStory(number: number): Float32Array {
    const known = this.#found[number];
    if (known) return known;
    const story = this.#stories[number]!;
    const meanings = ofStories.get(story) ?? together(this.#alone(story));
    ofStories.set(story, meanings);
    this.#found[number] = meanings;
    this.#rough ??= roomFor(this.#storyOf.length);
    for (let from = 0, place = this.#bases[number]!; from < meanings.length; from += DIMENSIONS, place++)
      put(this.#rough, place, meanings, from, ROUGHLY);
    return meanings;
  }

  /** What each passage of a story is about by itself. */
  #alone({ passages }: IndexedStory): Float32Array {
    const vectors = wordVectors();
    const alone = new Float32Array(passages.length * DIMENSIONS);
    for (const [at, { ids }] of passages.entries()) {
      for (const id of ids) {
        const row = this.rowOf(id);
        if (row >= 0) vectors.add(row, vectors.rarity(row), alone, at * DIMENSIONS);
      }
      toUnit(alone, at * DIMENSIONS);
    }
    return alone;
  }
}

/** What the rounding of floating-point numbers may come to besides. */
const LEAST_OFF = 1e-4;

/** How far a direction may be off that is rounded to whole numbers at a length. */
function mostOff(length: number): number {
  return Math.sqrt(DIMENSIONS) / 2 / length;
}

/** How much a term tells: rare in the stories, and rare in English. */
export function tells(vocabulary: Vocabulary, term: string): number {
  const rarity = wordVectors().rarity(wordVectors().rowOf(term));
  return Math.sqrt(rarity) * vocabulary.weight(vocabulary.passagesWith(vocabulary.idOf(term)));
}

/** The passages of a story, each with something of those beside it and of them all. */
function together(alone: Float32Array): Float32Array {
  const story = new Float32Array(DIMENSIONS);
  for (let at = 0; at < alone.length; at += DIMENSIONS) addTo(story, 0, 1, alone, at);
  toUnit(story);
  const all = Float32Array.from(alone);
  for (let at = 0; at < alone.length; at += DIMENSIONS) {
    if (at > 0) addTo(all, at, BESIDE, alone, at - DIMENSIONS);
    if (at + DIMENSIONS < alone.length) addTo(all, at, BESIDE, alone, at + DIMENSIONS);
    addTo(all, at, STORY, story, 0);
    toUnit(all, at);
  }
  return all;
}

function addTo(sum: Float32Array, at: number, times: number, what: Float32Array, from: number): void {
  for (let d = 0; d < DIMENSIONS; d++) sum[at + d]! += times * what[from + d]!;
}
