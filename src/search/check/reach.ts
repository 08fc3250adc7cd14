import type { Index } from '../index/index-corpus.js';
import { termOf, type Claimed } from './claimed-words.js';

/**
 * How like a quotation the words around a place can be at most, from 0 to 1, told without laying one on the other: how much of
 * its weight stands there at all, in whatever order.
 */
export class Reach {
  readonly #index: Index;
  readonly #total: number;
  /** Weights that count as standing anywhere: what is only written otherwise in a story has another term there. */
  readonly #sure: number;
  /** By term, what the words weigh that it stands for. */
  readonly #weights = new Map<number, number>();

  /** Of all words of a quotation, or of some in a row. */
  constructor(index: Index, { text, words, weights }: Claimed, from = 0, to = words.length) {
    let [total, sure] = [0, 0];
    for (let at = from; at < to; at++) {
      const word = words[at]!;
      if (word.word === '') continue;
      const weight = weights[at]!;
      total += weight;
      const id = index.vocabulary.idOf(termOf(text, word));
      if (word.word !== word.written) sure += weight;
      else if (id !== undefined) this.#weights.set(id, (this.#weights.get(id) ?? 0) + weight);
    }
    this.#index = index;
    this.#total = total;
    this.#sure = sure;
  }

  /** In the passages from one place to another, both included. */
  between(from: number, to: number): number {
    const found = new Set<number>();
    let sum = this.#sure;
    for (let place = from; place <= to; place++) {
      const { ids } = this.#index.terms[place]!;
      for (let at = 0; at < ids.length; at++) {
        const weight = this.#weights.get(ids[at]!);
        if (weight === undefined || found.has(ids[at]!)) continue;
        found.add(ids[at]!);
        sum += weight;
      }
    }
    return sum / this.#total;
  }
}

/** The first and the last passage of a story that are within so many words of one of its passages. */
export function around({ terms, storyOf }: Index, place: number, words: number): [from: number, to: number] {
  let [from, to] = [place, place];
  for (let room = words; room > 0 && storyOf[from - 1] === storyOf[place]; )
    room -= terms[--from]!.ids.length;
  for (let room = words; room > 0 && storyOf[to + 1] === storyOf[place]; ) room -= terms[++to]!.ids.length;
  return [from, to];
}
