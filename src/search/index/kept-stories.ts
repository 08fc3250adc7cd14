import type { Article } from '../../article/article.js';
import { readArticle } from '../../article/read.js';
import type { Reading } from '../../attribution/statement.js';
import { uncorrected } from '../../corpus/corrected-readings.js';
import { isTexts } from '../../corpus/kept-lists.js';
import type { Entry, Words } from '../../corpus/pack.js';
import { digest, Shelf } from '../../corpus/shelf.js';
import { comesBack } from '../../corpus/reading-codec.js';
import { knownStems, rememberStems } from '../../text/stem.js';
import { codeStamp } from './code-stamp.js';
import { indexStory, type IndexedStory } from './indexed-story.js';
import type { Index } from './index-corpus.js';
import type { KeptArticle } from './kept-articles.js';
import { type KeptIndex, packIndex, unpackIndex } from './kept-index.js';
import { type LazyStory, lazyStory } from './lazy-story.js';
import type { Lexicon } from './lexicon.js';
import { type KeptStory, packStory, unpackStory } from './story-codec.js';
import { storyTerms } from './story-terms.js';

/** Stories of fewer characters than this, all together, are read as quickly as they are kept. */
const WORTH_KEEPING = 200_000;

/** The key of what is kept of all stories together. */
const INDEX = 'index';
/** … and of the stems of their words. */
const STEMS = 'stems';

const NO_WORDS: Words = { table: [], places: new Uint32Array() };

/** What was worked out of stories, in memory and from one start to the next on disk. */
export class KeptStories {
  readonly #shelf: Shelf | null;
  /** Stories that came off the shelf, until they are indexed. */
  readonly #stories = new Map<Reading, KeptStory>();
  /** Stories that another thread has read, as they will be kept. */
  readonly #entries = new Map<Reading, Entry>();
  readonly #kept = new WeakSet<Reading>();
  /** The index that came off the shelf, until one is built. */
  #index: KeptIndex | null = null;
  /** The keys of the stories that the index on the shelf is of. */
  #indexed: readonly string[] = [];
  /** Articles that the index has, until they are read. */
  readonly #articles = new Map<Article, KeptArticle>();
  /** Their stories, until they are indexed. */
  readonly #lazy = new Map<Reading, LazyStory>();

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
    const kept = new KeptStories(shelf);
    const entry = shelf.take(INDEX);
    kept.#index = entry && unpackIndex(entry);
    kept.#indexed = kept.#index?.stories ?? [];
    const stems = shelf.take(STEMS);
    if (stems) rememberStems(() => (isTexts(stems.about) ? stems.about : []));
    return kept;
  }

  /** Reads a file as an article, or knows it by its bytes. @throws ArticleError where it can't be read as one */
  article(file: string, bytes: Uint8Array): Article {
    const known = this.#index?.articles.of(file, bytes);
    if (!known) return readArticle(file, bytes);
    this.#articles.set(known.article, known);
    return known.article;
  }

  /** The reading of an article that was kept, or null. */
  reading(article: Article): Reading | null {
    const key = keyOf(article);
    const entry = this.#shelf?.take(key);
    if (!entry) return null;
    // What an index was made of is whole.
    const known = this.#articles.get(article);
    const lazy = known && lazyStory(known, entry);
    const story = lazy ?? unpackStory(article, entry);
    if (!story) return null;
    if (lazy) this.#lazy.set(lazy.reading, lazy);
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

  /** The index of these readings, if it was kept: none of them, and nothing else, was read anew. */
  indexOf(readings: readonly Reading[]): KeptIndex | null {
    return readings.every((reading) => this.#lazy.has(reading)) && this.#isIndexed(readings)
      ? this.#index
      : null;
  }

  /** A story of the index that was kept, with the numbers of its terms there. */
  storyOfIndex(reading: Reading, ids: Uint32Array): IndexedStory {
    return this.#lazy.get(reading)!.indexedWith(ids);
  }

  /** Puts what an index of all stories, uncorrected, has besides them on the shelf. */
  putIndex(index: Index): void {
    const { readings } = index.corpus;
    if (!this.#shelf || !readings.every((reading) => this.#kept.has(reading) && comesBack(reading))) return;
    this.#indexed = readings.map(({ article }) => keyOf(article));
    this.#shelf.put(STEMS, { about: knownStems(), words: NO_WORDS, numbers: NO_WORDS.places });
    this.#shelf.put(INDEX, packIndex(index, this.#indexed));
  }

  #isIndexed(readings: readonly Reading[]): boolean {
    return (
      readings.length === this.#indexed.length &&
      readings.every(({ article }, at) => keyOf(article) === this.#indexed[at])
    );
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
    this.#index = null;
    this.#articles.clear();
    this.#lazy.clear();
    this.#stories.clear();
    this.#entries.clear();
    const size = readings.reduce((sum, { article }) => sum + article.body.end, 0);
    if (size < WORTH_KEEPING) this.#shelf?.forget();
    else {
      const used = new Set(readings.map(({ article }) => keyOf(article)));
      await this.#shelf?.save(this.#isIndexed(readings) ? used.add(INDEX).add(STEMS) : used);
    }
  }
}

const keys = new WeakMap<Article, string>();

function keyOf(article: Article): string {
  const key = keys.get(article) ?? digest(`${article.id}\0${article.hash}`, 32);
  keys.set(article, key);
  return key;
}
