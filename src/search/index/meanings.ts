import { once } from '../../once.js';
import type { AskedWord } from '../question/asked-words.js';
import { Best } from './best.js';
import type { IndexedStory } from './indexed-story.js';
import type { Lexicon } from './lexicon.js';
import { MOST_AT_ONCE, Products } from './products.js';
import { isStopWord } from './stop-words.js';
import { DIMENSIONS, dot, toUnit } from './vectors.js';
import type { Vocabulary } from './vocabulary.js';
import { wordVectors } from './word-vectors.js';

/** What the passages beside it add to the meaning of a passage, and what its whole story adds. */
const BESIDE = 0.3;
const STORY = 0.6;

/** Directions are rounded to bytes at this length; a question's, whose largest number is known, at a greater one. */
const ROUGHLY = 127;

/** The meanings of a story's passages: they hang on the story alone, and are worked out when first wanted. */
const ofStories = new WeakMap<IndexedStory, Float32Array>();
/** The rows of a lexicon's terms in the table of word vectors; -1 for what it doesn't have. */
const rowsOfLexicons = new WeakMap<Lexicon, number[]>();

/** Room for the direction of the question that is asked. */
const questionProducts = once(() => new Products(1));

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
  /** So many stories from the first on are worked out for sure. */
  #known = 0;
  /** The same, rounded: what is looked through lies in one piece, in the order of the corpus. */
  #rough: Int8Array | null = null;

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
    const largest = Math.max(...question.map(Math.abs));
    const length = ROUGHLY / (largest || 1);
    const products = this.#products(question.map((x) => Math.round(length * x)));
    const seeming = new Best(count);
    let worst = -Infinity;
    for (let place = 0; place < products.length; place++) {
      if (products[place]! <= worst || (allowed && !allowed(place))) continue;
      seeming.add(place, products[place]!);
      worst = seeming.least;
    }
    if (!largest) return seeming.places();
    // By what rounding is off, one that seems near may be farther, and another one nearer.
    const off = mostOff(ROUGHLY) + mostOff(length) + mostOff(ROUGHLY) * mostOff(length) + LEAST_OFF;
    const least = seeming.least - 2 * off * ROUGHLY * length;
    const best = new Best(count);
    for (let place = 0; place < products.length; place++)
      if (products[place]! >= least && (!allowed || allowed(place)))
        best.add(place, this.likeness(place, question));
    return best.places();
  }

  /** The products of a rounded direction with those of all passages. */
  #products(direction: Float32Array): Int32Array {
    const rough = this.#roughly();
    const products = questionProducts();
    products.vectors.set(direction);
    const found = new Int32Array(this.#storyOf.length);
    for (let first = 0; first < found.length; first += MOST_AT_ONCE)
      found.set(products.with(0, rough, first).subarray(0, found.length - first), first);
    return found;
  }

  #roughly(): Int8Array {
    for (; this.#known < this.#stories.length; this.#known++) this.#ofStory(this.#known);
    return (this.#rough ??= new Int8Array(this.#storyOf.length * DIMENSIONS));
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
    this.#rough ??= new Int8Array(this.#storyOf.length * DIMENSIONS);
    const base = this.#bases[number]! * DIMENSIONS;
    for (let at = 0; at < meanings.length; at++) this.#rough[base + at] = Math.round(ROUGHLY * meanings[at]!);
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
