import type { AskedWord } from '../question/asked-words.js';
import type { Index } from '../index/index-corpus.js';

/** What a word counts for that stands in another passage: reasons refer back ("that", "the plan") more than ahead. */
const NEIGHBOURS = [
  [0, 1],
  [-1, 0.6],
  [1, 0.5],
  [-2, 0.4],
  [2, 0.25],
  [-3, 0.25],
] as const;

/**
 * How much a passage is about what its own story tells of a question. Words that stand in many of the story's passages
 * tell its passages apart as little as those that it hasn't.
 */
export class WithinStory {
  readonly #index: Index;
  readonly #topic: readonly AskedWord[];
  readonly #weights = new Map<number, Float64Array>();

  constructor(index: Index, topic: readonly AskedWord[]) {
    this.#index = index;
    this.#topic = topic;
  }

  /** From 0 to 1; `matched` tells how well each topic word is matched in a passage. */
  share(place: number, matched: (place: number) => Float64Array): number {
    const { storyOf } = this.#index;
    const story = storyOf[place]!;
    const weights = this.#weightsIn(story);
    const most = new Float64Array(weights.length);
    for (const [offset, factor] of NEIGHBOURS) {
      if (storyOf[place + offset] !== story) continue;
      const there = matched(place + offset);
      for (let at = 0; at < most.length; at++) most[at] = Math.max(most[at]!, factor * there[at]!);
    }
    let sum = 0;
    let all = 0;
    for (let at = 0; at < most.length; at++) {
      sum += weights[at]! * most[at]!;
      all += weights[at]!;
    }
    return all ? sum / all : 0;
  }

  #weightsIn(story: number): Float64Array {
    const known = this.#weights.get(story);
    if (known) return known;
    const { postings, stories } = this.#index;
    const size = stories[story]!.passages.length;
    const weights = Float64Array.from(this.#topic, ({ ids, asking }) => {
      let held = 0;
      for (const id of ids.keys()) held = Math.max(held, postings.passagesIn(story, id));
      if (!held) return 0;
      return (asking ? 0.3 : 1) * (LEAST_WEIGHT + Math.log(1 + (size - held + 0.5) / (held + 0.5)));
    });
    this.#weights.set(story, weights);
    return weights;
  }
}

/** What even a word weighs that stands in every passage. */
const LEAST_WEIGHT = 0.2;
