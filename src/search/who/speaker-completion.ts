import type { Speaker } from '../../corpus/speakers.js';
import { fold } from '../../text/fold.js';
import { editDistance, tolerance } from '../../text/edit-distance.js';
import { push } from '../../push.js';

/** How a word of a speaker was reached: names before roles, and what is spelt right before what is not. */
const NAME = 3;
const NAMELESS = 1.5;
const ROLE = 1;
const NEARLY = 0.5;

/** A speaker's place in the corpus, and what the word is a part of. */
interface Posting {
  readonly at: number;
  readonly weight: number;
}

/**
 * Completes names and roles as they are typed. Words stand sorted, so that a prefix is a stretch of them. Knows nobody
 * until it has learnt them all.
 */
export class Completion {
  readonly #speakers: readonly Speaker[];
  readonly #postings = new Map<string, Posting[]>();
  readonly #starts: string[] = [];
  #words: readonly string[] = [];

  constructor(speakers: readonly Speaker[]) {
    this.#speakers = speakers;
  }

  /** Learns so many more speakers; false where none was left. */
  learn(most = Infinity): boolean {
    const from = this.#starts.length;
    const next = this.#speakers.slice(from, from + most);
    for (const [i, speaker] of next.entries()) this.#add(speaker, from + i);
    if (next.length && this.#starts.length === this.#speakers.length)
      this.#words = [...this.#postings.keys()].toSorted(byCodeUnits);
    return next.length > 0;
  }

  #add(speaker: Speaker, at: number): void {
    this.#starts.push(isNamed(speaker) ? fold(speaker.name) : '');
    for (const word of new Set(speaker.names.flatMap(wordsOf)))
      push(this.#postings, word, { at, weight: isNamed(speaker) ? NAME : NAMELESS });
    for (const word of new Set(speaker.roles.flatMap((r) => wordsOf(r.text))))
      push(this.#postings, word, { at, weight: ROLE });
  }

  /** The speakers that fit what is typed, folded, the likeliest first. */
  complete(typed: string, limit: number): Speaker[] {
    const words = wordsOf(typed);
    if (!words.length) return [];
    let scores: Map<number, number> | null = null;
    for (const word of words) {
      const own = this.#matching(word);
      scores = scores === null ? own : both(scores, own);
    }
    return [...(scores ?? [])]
      .map(([at, score]) => ({ at, score: score + (this.#starts[at]!.startsWith(typed) ? 2 * NAME : 0) }))
      .toSorted((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, limit)
      .map(({ at }) => this.#speakers[at]!);
  }

  /** The speakers with a word that begins so, each with the best weight; nearly so where there is no such word. */
  #matching(prefix: string): Map<number, number> {
    const found = new Map<number, number>();
    const take = (word: string, share: number): void => {
      for (const { at, weight } of this.#postings.get(word) ?? []) {
        if (weight * share > (found.get(at) ?? 0)) found.set(at, weight * share);
      }
    };
    let at = this.#lowest(prefix);
    while (at < this.#words.length && this.#words[at]!.startsWith(prefix)) take(this.#words[at++]!, 1);
    const limit = tolerance(prefix.length);
    if (found.size || !limit) return found;
    for (const word of this.#words) {
      if (word[0] !== prefix[0] && word[1] !== prefix[1]) continue;
      if (
        editDistance(prefix, word.slice(0, prefix.length), limit) <= limit ||
        editDistance(prefix, word, limit) <= limit
      )
        take(word, NEARLY);
    }
    return found;
  }

  /** Where the words that begin with `prefix` would start. */
  #lowest(prefix: string): number {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#words[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** "Analysts" and "a statement" come after people and bodies. */
function isNamed({ kind }: Speaker): boolean {
  return kind === 'person' || kind === 'organisation';
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? [];
}

function both(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): Map<number, number> {
  const found = new Map<number, number>();
  for (const [at, score] of a) {
    const other = b.get(at);
    if (other !== undefined) found.set(at, score + other);
  }
  return found;
}
