import type { Steps } from '../../turns.js';
import { FIELDS, fieldOf, type IndexedStory, timesOf } from './indexed-story.js';
import type { TermCounts } from './vocabulary.js';

/** Takes a posting: in which field of which passage a term stands, by place, and how often. */
type Take = (place: number, field: number, times: number) => void;

/** How many numbers a holder and a posting take, and at which place each of them stands. */
const HOLDER = 3;
const HELD = 1;
const FIRST = 2;
const POSTING = 2;
const HOW = 1;

/** The lists that postings are made of. */
export interface PostingLists {
  /** In how many passages each term stands, and in how many stories it is searched for. */
  readonly passages: Uint32Array;
  readonly stories: Uint32Array;
  /** How many different terms each field of each passage holds. */
  readonly lengths: Uint32Array;
  /** For each term, the number of its first holder; one more entry closes the last. */
  readonly starts: Uint32Array;
  /**
   * Which stories hold a term, ascending for each: the story's number, in how many of its passages the term stands,
   * grammar too, and the number of its first posting there. One more entry closes the last.
   */
  readonly holders: Uint32Array;
  /** The postings: the passage's place, and how often the term stands in which field (see `fieldOf` and `timesOf`). */
  readonly postings: Uint32Array;
}

/**
 * Which passages hold a term. The postings lie end to end, term by term, so that a question reads them in one go: they
 * are put together anew for each corpus, of what each story has of them.
 */
export class Postings {
  readonly counts: TermCounts;
  /** What they are made of, to be kept. */
  readonly lists: PostingLists;
  readonly #lengths: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #holders: Uint32Array;
  readonly #postings: Uint32Array;
  #averageLengths: readonly number[] | null = null;

  /** Postings that are made of these lists. */
  constructor(lists: PostingLists) {
    const { passages, stories, lengths, starts, holders, postings } = lists;
    this.lists = lists;
    this.counts = { size: lengths.length / FIELDS.length, passages, stories };
    this.#lengths = lengths;
    this.#starts = starts;
    this.#holders = holders;
    this.#postings = postings;
  }

  /**
   * The postings of stories, put together in steps.
   * @param bases for each story, the place of its first passage
   * @param terms how many terms there are
   */
  static *of(stories: readonly IndexedStory[], bases: Uint32Array, terms: number): Steps<Postings> {
    const holders = total(stories, ({ ids }) => ids.length);
    const made = new Postings({
      passages: new Uint32Array(terms),
      stories: new Uint32Array(terms),
      lengths: new Uint32Array(total(stories, ({ lengths }) => lengths.length)),
      starts: new Uint32Array(terms + 1),
      holders: new Uint32Array(HOLDER * (holders + 1)),
      postings: new Uint32Array(POSTING * total(stories, ({ where }) => where.length)),
    });
    /** For each term, the number of its next holder, and of its next posting; first how many it has. */
    const next = new Uint32Array(2 * terms);
    for (const story of stories) {
      made.#count(story, next);
      yield;
    }
    let holder = 0;
    let posting = 0;
    for (let id = 0; id < terms; id++) {
      const held = next[2 * id]!;
      const postings = next[2 * id + 1]!;
      made.counts.stories[id] = held;
      made.#starts[id] = holder;
      next[2 * id] = holder;
      next[2 * id + 1] = posting;
      holder += held;
      posting += postings;
    }
    made.#starts[terms] = holder;
    made.#holders[HOLDER * holder + FIRST] = posting;
    for (const [number, story] of stories.entries()) {
      made.#place(story, number, bases[number]!, next);
      yield;
    }
    return made;
  }

  #count({ ids, counts, starts }: IndexedStory, sizes: Uint32Array): void {
    const { passages } = this.counts;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at]!;
      const size = starts[at + 1]! - starts[at]!;
      passages[id]! += counts[at]!;
      if (size) sizes[2 * id]!++;
      sizes[2 * id + 1]! += size;
    }
  }

  /** Puts a story's postings after those of the stories before it. */
  #place(story: IndexedStory, number: number, base: number, next: Uint32Array): void {
    const { ids, counts, starts, where, how, lengths } = story;
    this.#lengths.set(lengths, base * FIELDS.length);
    for (let at = 0; at < ids.length; at++) {
      const end = starts[at + 1]!;
      let from = starts[at]!;
      if (from === end) continue;
      const cursor = 2 * ids[at]!;
      const holder = HOLDER * next[cursor]!++;
      let posting = next[cursor + 1]!;
      this.#holders[holder] = number;
      this.#holders[holder + HELD] = counts[at]!;
      this.#holders[holder + FIRST] = posting;
      for (; from < end; from++, posting++) {
        this.#postings[POSTING * posting] = base + where[from]!;
        this.#postings[POSTING * posting + HOW] = how[from]!;
      }
      next[cursor + 1] = posting;
    }
  }

  /** For each field, how many different terms a passage holds on the average. */
  get averageLengths(): readonly number[] {
    return (this.#averageLengths ??= averageLengths(this.#lengths));
  }

  /** How many postings a term has. */
  sizeOf(id: number): number {
    return this.#startOf(id + 1) - this.#startOf(id);
  }

  /** Hands every posting of a term to `take`, in the order of the corpus. */
  each(id: number, take: Take): void {
    if (id >= 0) this.#give(this.#startOf(id), this.#startOf(id + 1), take);
  }

  /** … of the stories that are marked, by number. */
  eachIn(stories: Uint8Array, id: number, take: Take): void {
    const end = this.#starts[id + 1] ?? 0;
    for (let holder = this.#starts[id] ?? 0; holder < end; holder++)
      if (stories[this.#holders[HOLDER * holder]!])
        this.#give(this.#firstOf(holder), this.#firstOf(holder + 1), take);
  }

  #give(from: number, end: number, take: Take): void {
    for (let at = POSTING * from; at < POSTING * end; at += POSTING) {
      const how = this.#postings[at + HOW]!;
      take(this.#postings[at]!, fieldOf(how), timesOf(how));
    }
  }

  /** The first posting of a holder. */
  #firstOf(holder: number): number {
    return this.#holders[HOLDER * holder + FIRST]!;
  }

  /** The first posting of a term; of one that came later than these postings, where all of them end. */
  #startOf(id: number): number {
    return this.#firstOf(this.#starts[Math.min(id, this.#starts.length - 1)]!);
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
    return holder === null ? 0 : this.#holders[HOLDER * holder + HELD]!;
  }

  /** The number of the holder that a story is for a term. */
  #findHolder(story: number, id: number): number | null {
    const end = this.#starts[id + 1] ?? 0;
    let low = this.#starts[id] ?? 0;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#holders[HOLDER * middle]! < story) low = middle + 1;
      else high = middle;
    }
    return low < end && this.#holders[HOLDER * low] === story ? low : null;
  }
}

function total(stories: readonly IndexedStory[], of: (story: IndexedStory) => number): number {
  return stories.reduce((all, story) => all + of(story), 0);
}

function averageLengths(lengths: Uint32Array): number[] {
  const sums = FIELDS.map(() => 0);
  // A field without a word counts as one word to MiniSearch.
  for (let at = 0; at < lengths.length; at++) sums[at % FIELDS.length]! += Math.max(1, lengths[at]!);
  return sums.map((sum) => sum / (lengths.length / FIELDS.length || 1));
}
