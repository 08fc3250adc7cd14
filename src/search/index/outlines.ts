import type { Steps } from '../../turns.js';
import { bitsOf } from './bits.js';
import type { IndexedStory } from './indexed-story.js';

/** How many numbers the marks of a passage's terms take, a bit for each. */
const MARKS = 4;
const MARK_BITS = 7;

/** What is known of passages without looking at them: enough to tell that most of them are no copies of each other. */
export class Outlines {
  /** What they are made of, to be kept: how many terms each passage has, which is asked far oftener, and then the marks of each. */
  readonly numbers: Uint32Array;
  /** Where the marks begin. */
  readonly #marks: number;

  constructor(numbers: Uint32Array) {
    this.numbers = numbers;
    this.#marks = numbers.length / (1 + MARKS);
  }

  /** The outlines of all passages of these stories, in steps. */
  static *of(stories: readonly IndexedStory[], passages: number): Steps<Outlines> {
    const numbers = new Uint32Array((1 + MARKS) * passages);
    let at = 0;
    for (const { apart, ids } of stories) {
      const { first, starts } = apart;
      for (let passage = 0; passage + 1 < first.length; passage++, at++) {
        const from = starts[first[passage]!]!;
        const to = starts[first[passage + 1]!]!;
        numbers[at] = to - from;
        for (let term = from; term < to; term++) {
          const mark = Math.imul(ids[apart.ids[term]! >>> 1]!, 0x9e3779b1) >>> (32 - MARK_BITS);
          numbers[passages + MARKS * at + (mark >>> 5)]! |= 1 << (mark & 31);
        }
      }
      yield;
    }
    return new Outlines(numbers);
  }

  /** How many terms a passage has, each as often as it stands there. */
  sizeOf(place: number): number {
    return this.numbers[place]!;
  }

  /** The most terms that two passages can have in common. */
  mostShared(a: number, b: number): number {
    const { numbers } = this;
    const ofA = this.#marks + MARKS * a;
    const ofB = this.#marks + MARKS * b;
    let onlyA = numbers[a]!;
    let onlyB = numbers[b]!;
    // Each mark that the other hasn't is that of a term that it hasn't.
    for (let mark = 0; mark < MARKS; mark++) {
      const inA = numbers[ofA + mark]!;
      const inB = numbers[ofB + mark]!;
      onlyA -= bitsOf(inA & ~inB);
      onlyB -= bitsOf(inB & ~inA);
    }
    return Math.min(onlyA, onlyB);
  }
}
