import type { Steps } from '../turns.js';
import { FIELDS, fieldOf, type IndexedStory, timesOf } from './indexed-story.js';
import type { TermCounts } from './vocabulary.js';

/** Takes a posting: in which field of which passage of which story a term stands, and how often. */
type Take = (story: number, place: number, field: number, times: number) => void;

/**
 * Which passages hold a term. Each story has its own postings; this only knows which stories hold a term, so that it
 * is soon made anew for each corpus.
 */
export class Postings {
  readonly counts: TermCounts;
  /** For each field, how many different terms a passage holds on the average. */
  readonly averageLengths: readonly number[];
  readonly #stories: readonly IndexedStory[];
  /** For each story, the place of its first passage. */
  readonly #bases: Uint32Array;
  /** For each term, where its stories start in `#holders`; one more entry closes the last. */
  readonly #starts: Uint32Array;
  /** Story numbers, ascending for each term … */
  #holders = new Uint32Array();
  /** … and the term's place in that story. */
  #slots = new Uint32Array();
  /** How many postings each term has. */
  readonly #sizes: Uint32Array;

  private constructor(stories: readonly IndexedStory[], bases: Uint32Array, terms: number) {
    this.#stories = stories;
    this.#bases = bases;
    this.#sizes = new Uint32Array(terms);
    this.#starts = new Uint32Array(terms + 1);
    const size = stories.reduce((sum, story) => sum + story.passages.length, 0);
    this.counts = { size, passages: new Uint32Array(terms), stories: new Uint32Array(terms) };
    this.averageLengths = averageLengths(stories, size);
  }

  /** The postings of stories, put together in steps; `terms` is how many terms there are. */
  static *of(stories: readonly IndexedStory[], bases: Uint32Array, terms: number): Steps<Postings> {
    const made = new Postings(stories, bases, terms);
    for (const story of stories) {
      made.#count(story);
      yield;
    }
    for (let id = 0; id < terms; id++) made.#starts[id + 1] = made.#starts[id]! + made.counts.stories[id]!;
    made.#holders = new Uint32Array(made.#starts[terms]!);
    made.#slots = new Uint32Array(made.#starts[terms]!);
    const next = made.#starts.slice();
    for (const number of stories.keys()) {
      made.#place(number, next);
      yield;
    }
    return made;
  }

  #count({ ids, counts, starts }: IndexedStory): void {
    const { passages, stories } = this.counts;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at]!;
      const size = starts[at + 1]! - starts[at]!;
      passages[id]! += counts[at]!;
      this.#sizes[id]! += size;
      if (size) stories[id]!++;
    }
  }

  /** Notes a story with each of its terms; `next` is where the next story of a term goes. */
  #place(number: number, next: Uint32Array): void {
    const { ids, starts } = this.#stories[number]!;
    for (let at = 0; at < ids.length; at++) {
      if (starts[at] === starts[at + 1]) continue;
      const to = next[ids[at]!]!++;
      this.#holders[to] = number;
      this.#slots[to] = at;
    }
  }

  /** How many postings a term has. */
  sizeOf(id: number): number {
    return this.#sizes[id] ?? 0;
  }

  /** Hands every posting of a term to `take`, in the order of the corpus. */
  each(id: number, take: Take): void {
    for (let at = this.#starts[id] ?? 0; at < (this.#starts[id + 1] ?? 0); at++) this.#ofStory(at, take);
  }

  /** … of the stories that are marked, by number. */
  eachIn(stories: Uint8Array, id: number, take: Take): void {
    const end = this.#starts[id + 1] ?? 0;
    for (let at = this.#starts[id] ?? 0; at < end; at++)
      if (stories[this.#holders[at]!]) this.#ofStory(at, take);
  }

  #ofStory(at: number, take: Take): void {
    const number = this.#holders[at]!;
    const slot = this.#slots[at]!;
    const base = this.#bases[number]!;
    const { starts, where, how } = this.#stories[number]!;
    const end = starts[slot + 1]!;
    for (let i = starts[slot]!; i < end; i++)
      take(number, base + where[i]!, fieldOf(how[i]!), timesOf(how[i]!));
  }

  /** How many different terms a field of a passage of a story holds. */
  lengthOf(story: number, place: number, field: number): number {
    return this.#stories[story]!.lengths[(place - this.#bases[story]!) * FIELDS.length + field]!;
  }

  /** Whether a story, by its number, holds a term. */
  holds(story: number, id: number): boolean {
    return this.#findHolder(story, id) !== null;
  }

  /** In how many passages of a story, by its number, a term stands. */
  passagesIn(story: number, id: number): number {
    const at = this.#findHolder(story, id);
    return at === null ? 0 : this.#stories[story]!.counts[this.#slots[at]!]!;
  }

  /** Where a term's story stands in `#holders`. */
  #findHolder(story: number, id: number): number | null {
    let low = this.#starts[id] ?? 0;
    let high = this.#starts[id + 1] ?? low;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#holders[middle]! < story) low = middle + 1;
      else high = middle;
    }
    return low < (this.#starts[id + 1] ?? 0) && this.#holders[low] === story ? low : null;
  }
}

function averageLengths(stories: readonly IndexedStory[], size: number): number[] {
  const sums = FIELDS.map(() => 0);
  for (const { lengths } of stories) {
    // A field without a word counts as one word to MiniSearch.
    for (let at = 0; at < lengths.length; at++) sums[at % FIELDS.length]! += Math.max(1, lengths[at]!);
  }
  return sums.map((sum) => sum / (size || 1));
}
