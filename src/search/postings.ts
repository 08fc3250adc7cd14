import type { Steps } from '../turns.js';
import { FIELDS, fieldOf, type IndexedStory, timesOf } from './indexed-story.js';
import type { TermCounts } from './vocabulary.js';

/** Takes a posting: in which field of which passage a term stands, by place, and how often. */
type Take = (place: number, field: number, times: number) => void;

/**
 * Which passages hold a term. The postings lie end to end, term by term, so that a question reads them in one go: they
 * are put together anew for each corpus, of what each story has of them.
 */
export class Postings {
  readonly counts: TermCounts;
  /** For each field, how many different terms a passage holds on the average. */
  readonly averageLengths: readonly number[];
  /** How many different terms each field of each passage holds. */
  readonly #lengths: Uint32Array;
  /** For each term, where its stories start in `#holders`; one more entry closes the last. */
  readonly #starts: Uint32Array;
  /** Story numbers, ascending for each term … */
  readonly #holders: Uint32Array;
  /** … in how many of the story's passages the term stands, grammar too … */
  readonly #held: Uint32Array;
  /** … and where its postings of that story start; one more entry closes the last. */
  readonly #offsets: Uint32Array;
  /** For each posting, the passage's place … */
  readonly #places: Uint32Array;
  /** … and how often the term stands in which field: see `fieldOf` and `timesOf`. */
  readonly #how: Uint16Array;

  private constructor(stories: readonly IndexedStory[], terms: number) {
    const passages = total(stories, (story) => story.passages.length);
    const holders = total(stories, (story) => story.ids.length);
    const postings = total(stories, (story) => story.where.length);
    this.counts = { size: passages, passages: new Uint32Array(terms), stories: new Uint32Array(terms) };
    this.averageLengths = averageLengths(stories, passages);
    this.#lengths = new Uint32Array(passages * FIELDS.length);
    this.#starts = new Uint32Array(terms + 1);
    this.#holders = new Uint32Array(holders);
    this.#held = new Uint32Array(holders);
    this.#offsets = new Uint32Array(holders + 1);
    this.#places = new Uint32Array(postings);
    this.#how = new Uint16Array(postings);
  }

  /**
   * The postings of stories, put together in steps.
   * @param bases for each story, the place of its first passage
   * @param terms how many terms there are
   */
  static *of(stories: readonly IndexedStory[], bases: Uint32Array, terms: number): Steps<Postings> {
    const made = new Postings(stories, terms);
    /** How many postings each term has; then, where its next ones go. */
    const next = new Uint32Array(terms + 1);
    for (const story of stories) {
      made.#count(story, next);
      yield;
    }
    for (let id = 0, from = 0; id <= terms; id++) {
      const size = next[id]!;
      next[id] = from;
      from += size;
      if (id < terms) made.#starts[id + 1] = made.#starts[id]! + made.counts.stories[id]!;
    }
    const holders = made.#starts.slice();
    made.#offsets.fill(next[terms]!, made.#starts[terms]);
    for (const [number, story] of stories.entries()) {
      made.#place(story, number, bases[number]!, holders, next);
      yield;
    }
    return made;
  }

  #count({ ids, counts, starts }: IndexedStory, sizes: Uint32Array): void {
    const { passages, stories } = this.counts;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at]!;
      const size = starts[at + 1]! - starts[at]!;
      passages[id]! += counts[at]!;
      sizes[id]! += size;
      if (size) stories[id]!++;
    }
  }

  /** Puts a story's postings after those of the stories before it. */
  #place(story: IndexedStory, number: number, base: number, holders: Uint32Array, next: Uint32Array): void {
    const { ids, counts, starts, where, how, lengths } = story;
    this.#lengths.set(lengths, base * FIELDS.length);
    for (let at = 0; at < ids.length; at++) {
      const end = starts[at + 1]!;
      let from = starts[at]!;
      if (from === end) continue;
      const id = ids[at]!;
      const holder = holders[id]!++;
      let to = next[id]!;
      this.#holders[holder] = number;
      this.#held[holder] = counts[at]!;
      this.#offsets[holder] = to;
      for (; from < end; from++, to++) {
        this.#places[to] = base + where[from]!;
        this.#how[to] = how[from]!;
      }
      next[id] = to;
    }
  }

  /** How many postings a term has. */
  sizeOf(id: number): number {
    return this.#endOf(id) - this.#startOf(id);
  }

  /** Hands every posting of a term to `take`, in the order of the corpus. */
  each(id: number, take: Take): void {
    this.#give(this.#startOf(id), this.#endOf(id), take);
  }

  /** … of the stories that are marked, by number. */
  eachIn(stories: Uint8Array, id: number, take: Take): void {
    const end = this.#starts[id + 1] ?? 0;
    for (let holder = this.#starts[id] ?? 0; holder < end; holder++)
      if (stories[this.#holders[holder]!])
        this.#give(this.#offsets[holder]!, this.#offsets[holder + 1]!, take);
  }

  #give(from: number, end: number, take: Take): void {
    for (let at = from; at < end; at++) {
      const how = this.#how[at]!;
      take(this.#places[at]!, fieldOf(how), timesOf(how));
    }
  }

  #startOf(id: number): number {
    return this.#offsets[this.#starts[id] ?? this.#holders.length]!;
  }

  #endOf(id: number): number {
    return this.#offsets[this.#starts[id + 1] ?? this.#holders.length]!;
  }

  /** How many different terms a field of a passage holds. */
  lengthOf(place: number, field: number): number {
    return this.#lengths[place * FIELDS.length + field]!;
  }

  /** Whether a story, by its number, holds a term. */
  holds(story: number, id: number): boolean {
    return this.#findHolder(story, id) !== null;
  }

  /** In how many passages of a story, by its number, a term stands. */
  passagesIn(story: number, id: number): number {
    const holder = this.#findHolder(story, id);
    return holder === null ? 0 : this.#held[holder]!;
  }

  /** Where a term's story stands in `#holders`. */
  #findHolder(story: number, id: number): number | null {
    const end = this.#starts[id + 1] ?? 0;
    let low = this.#starts[id] ?? 0;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#holders[middle]! < story) low = middle + 1;
      else high = middle;
    }
    return low < end && this.#holders[low] === story ? low : null;
  }
}

function total(stories: readonly IndexedStory[], of: (story: IndexedStory) => number): number {
  return stories.reduce((all, story) => all + of(story), 0);
}

function averageLengths(stories: readonly IndexedStory[], size: number): number[] {
  const sums = FIELDS.map(() => 0);
  for (const { lengths } of stories) {
    // A field without a word counts as one word to MiniSearch.
    for (let at = 0; at < lengths.length; at++) sums[at % FIELDS.length]! += Math.max(1, lengths[at]!);
  }
  return sums.map((sum) => sum / (size || 1));
}
