import type { Article } from '../article/article.js';
import type { Reading } from '../attribution/statement.js';
import { packReading, unpackReading } from '../corpus/reading-codec.js';
import { digest, Shelf } from '../corpus/shelf.js';
import { codeStamp } from './code-stamp.js';
import { packTerms, unpackTerms } from './story-codec.js';
import { storyTerms, type StoryTerms } from './story-terms.js';

/** Stories of fewer characters than this, all together, are read as quickly as they are kept. */
const WORTH_KEEPING = 200_000;

/** What was worked out of stories, in memory and from one start to the next on disk. */
export class KeptStories {
  readonly #shelf: Shelf | null;
  /** Terms that came off the shelf, until they are asked for. */
  readonly #terms = new Map<Reading, StoryTerms>();
  readonly #kept = new WeakSet<Reading>();

  private constructor(shelf: Shelf | null) {
    this.#shelf = shelf;
  }

  /** Keeps nothing. */
  static none(): KeptStories {
    return new KeptStories(null);
  }

  /**
   * Opens what is kept of a folder of stories.
   * @param cache the folder that is kept in
   * @throws where the code that reads stories can't be told from another version's
   */
  static async open(cache: string, folder: string): Promise<KeptStories> {
    const shelf = new Shelf(cache, folder, await codeStamp());
    await shelf.open();
    return new KeptStories(shelf);
  }

  /** The reading of an article that was kept, or null. */
  reading(article: Article): Reading | null {
    const kept = this.#shelf?.take(keyOf(article)) ?? null;
    if (!Array.isArray(kept)) return null;
    const reading = unpackReading(article, kept[0]);
    const terms = reading && unpackTerms(reading, kept[1]);
    if (!terms) return null;
    this.#terms.set(reading, terms);
    this.#kept.add(reading);
    return reading;
  }

  /** A story in terms. One that was not kept yet is put on the shelf, to be written by `save`. */
  terms(reading: Reading): StoryTerms {
    const known = this.#terms.get(reading);
    this.#terms.delete(reading);
    if (known) return known;
    const terms = storyTerms(reading);
    if (!this.#kept.has(reading)) {
      this.#shelf?.put(keyOf(reading.article), [packReading(reading), packTerms(terms)]);
      this.#kept.add(reading);
    }
    return terms;
  }

  /** Keeps these stories and no others. @throws where the folder can't be written */
  async save(readings: readonly Reading[]): Promise<void> {
    this.#terms.clear();
    const size = readings.reduce((sum, { article }) => sum + article.text.length, 0);
    if (size < WORTH_KEEPING) this.#shelf?.forget();
    else await this.#shelf?.save(new Set(readings.map(({ article }) => keyOf(article))));
  }
}

function keyOf({ id, hash }: Article): string {
  return digest(`${id}\0${hash}`, 32);
}
