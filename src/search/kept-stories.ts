import type { Article } from '../article/article.js';
import type { Reading } from '../attribution/statement.js';
import { uncorrected } from '../corpus/corrected-readings.js';
import type { Entry } from '../corpus/pack.js';
import { digest, Shelf } from '../corpus/shelf.js';
import { codeStamp } from './code-stamp.js';
import { indexStory, type IndexedStory } from './indexed-story.js';
import type { Lexicon } from './lexicon.js';
import { type KeptStory, packStory, unpackStory } from './story-codec.js';
import { storyTerms } from './story-terms.js';

/** Stories of fewer characters than this, all together, are read as quickly as they are kept. */
const WORTH_KEEPING = 200_000;

/** What was worked out of stories, in memory and from one start to the next on disk. */
export class KeptStories {
  readonly #shelf: Shelf | null;
  /** Stories that came off the shelf, until they are indexed. */
  readonly #stories = new Map<Reading, KeptStory>();
  /** Stories that another thread has read, as they will be kept. */
  readonly #entries = new Map<Reading, Entry>();
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
    const shelf = new Shelf(cache, folder, codeStamp());
    await shelf.open();
    return new KeptStories(shelf);
  }

  /** The reading of an article that was kept, or null. */
  reading(article: Article): Reading | null {
    const entry = this.#shelf?.take(keyOf(article));
    const story = entry ? unpackStory(article, entry) : null;
    if (!story) return null;
    this.#stories.set(story.reading, story);
    this.#kept.add(story.reading);
    return story.reading;
  }

  /** The reading of an article that another thread has read and packed. @throws where it doesn't fit the article */
  take(article: Article, entry: Entry): Reading {
    const story = unpackStory(article, entry);
    if (!story) throw new Error(`What was read of ${article.id} is none of its`);
    this.#stories.set(story.reading, story);
    this.#entries.set(story.reading, entry);
    return story.reading;
  }

  /**
   * A story as an index holds it, those who speak in it having these names and roles. One that was not kept yet is put
   * on the shelf, to be written by `save`.
   */
  story(reading: Reading, speakers: readonly string[], lexicon: Lexicon): IndexedStory {
    const original = uncorrected(reading);
    if (original) this.#keepOriginal(original, lexicon);
    const kept = this.#stories.get(reading);
    const entry = this.#entries.get(reading);
    if (kept?.speakers.every((words, place) => words === speakers[place])) {
      if (entry) this.#put(reading, () => entry);
      return kept.indexed(lexicon);
    }
    const story = indexStory(reading, kept?.apart ?? storyTerms(reading), speakers, lexicon);
    if (!original) this.#put(reading, () => packStory(story, lexicon));
    return story;
  }

  /** What was corrected is never kept; what it was before, is. */
  #keepOriginal(reading: Reading, lexicon: Lexicon): void {
    const entry = this.#entries.get(reading);
    const nobody = reading.passages.map(() => '');
    this.#put(
      reading,
      () => entry ?? packStory(indexStory(reading, storyTerms(reading), nobody, lexicon), lexicon),
    );
  }

  #put(reading: Reading, entryOf: () => Entry): void {
    if (!this.#shelf || this.#kept.has(reading)) return;
    this.#shelf.put(keyOf(reading.article), entryOf());
    this.#kept.add(reading);
  }

  /** Keeps these stories and no others. @throws where the folder can't be written */
  async save(readings: readonly Reading[]): Promise<void> {
    this.#stories.clear();
    this.#entries.clear();
    const size = readings.reduce((sum, { article }) => sum + article.text.length, 0);
    if (size < WORTH_KEEPING) this.#shelf?.forget();
    else await this.#shelf?.save(new Set(readings.map(({ article }) => keyOf(article))));
  }
}

function keyOf({ id, hash }: Article): string {
  return digest(`${id}\0${hash}`, 32);
}
