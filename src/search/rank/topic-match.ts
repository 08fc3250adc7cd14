import type { AskedWord } from '../question/asked-words.js';
import type { Index } from '../index/index-corpus.js';

const MARKED_BITS = 11;
const MARK = (1 << MARKED_BITS) - 1;

/** How well the words of a question's topic are matched by terms of the stories, each word from 0 to 1. */
export class TopicMatch {
  readonly #index: Index;
  readonly #lookup = new Map<number, { at: number; likeness: number }[]>();
  /** Marks the last bits of the terms of the topic, so that other terms are seldom looked up. */
  readonly #marks = new Uint8Array(1 << MARKED_BITS);
  readonly #weights: readonly number[];
  readonly #total: number;
  /** What each two neighbours of the topic weigh. */
  readonly #pairWeights: readonly number[];
  readonly #pairTotal: number;
  readonly #passages = new Map<number, Float64Array>();
  // Filled anew for each stretch of terms: making them each time would cost more than filling them.
  readonly #last: Int32Array;
  readonly #pairs: Uint8Array;
  readonly #around: Float64Array;

  constructor(index: Index, topic: readonly AskedWord[]) {
    this.#index = index;
    for (const [at, word] of topic.entries()) {
      for (const [id, likeness] of word.ids) {
        this.#marks[id & MARK] = 1;
        const list = this.#lookup.get(id);
        if (list) list.push({ at, likeness });
        else this.#lookup.set(id, [{ at, likeness }]);
      }
    }
    this.#weights = topic.map((w) => weightOf(w));
    this.#total = this.#weights.reduce((sum, w) => sum + w, 0);
    this.#pairWeights = this.#weights.slice(1).map((w, at) => Math.min(w, this.#weights[at] ?? 0));
    this.#pairTotal = this.#pairWeights.reduce((sum, w) => sum + w, 0);
    this.#last = new Int32Array(topic.length);
    this.#pairs = new Uint8Array(topic.length);
    this.#around = this.nothing();
  }

  /** No word matched yet. */
  nothing(): Float64Array {
    return new Float64Array(this.#weights.length);
  }

  /** Fills in how well each word is matched between two terms, and tells the share of neighbours kept. */
  between(ids: Uint32Array, from: number, to: number, into: Float64Array): number {
    const last = this.#last.fill(-1);
    const pairs = this.#pairs.fill(0);
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      const matches = this.#marks[id & MARK] ? this.#lookup.get(id) : undefined;
      if (!matches) continue;
      for (const { at, likeness } of matches) {
        if (likeness > into[at]!) into[at] = likeness;
        last[at] = i;
        if (at > 0 && isNear(last[at - 1]!, i)) pairs[at - 1] = 1;
        if (at + 1 < last.length && isNear(last[at + 1]!, i)) pairs[at] = 1;
      }
    }
    let kept = 0;
    for (let at = 0; at < this.#pairWeights.length; at++) if (pairs[at]) kept += this.#pairWeights[at]!;
    return this.#pairTotal ? kept / this.#pairTotal : 0;
  }

  /** … anywhere in a passage. */
  inPassage(place: number): Float64Array {
    const known = this.#passages.get(place);
    if (known) return known;
    const matched = this.nothing();
    const apart = this.#index.terms[place];
    if (apart) this.between(apart.ids, 0, apart.ids.length, matched);
    this.#passages.set(place, matched);
    return matched;
  }

  /** … in the title and heading above a passage; good until it is asked for again. */
  above(place: number): Float64Array {
    const above = this.#around.fill(0);
    for (const id of this.#index.terms[place]?.above ?? [])
      if (this.#marks[id & MARK])
        for (const { at, likeness } of this.#lookup.get(id) ?? [])
          if (likeness > above[at]!) above[at] = likeness;
    return above;
  }

  /** How much of the topic's weight is matched. */
  share(matched: Float64Array): number {
    if (!this.#total) return 0;
    let sum = 0;
    for (let at = 0; at < matched.length; at++) sum += this.#weights[at]! * matched[at]!;
    return sum / this.#total;
  }
}

/** Whether a word stands at most four before another one, and is not the same. */
function isNear(before: number, here: number): boolean {
  return before >= 0 && before !== here && here - before <= 4;
}

/** A word of asking inside the topic tells little; what no story holds is said in other words, or is no matter of theirs. */
export function weightOf(word: AskedWord): number {
  return word.weight * (word.asking ? 0.3 : 1) * (word.unknown ? 0.5 : 1);
}
