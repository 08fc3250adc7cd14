import { readFolder, type Progress } from '../corpus/folder.js';
import { difference, type Difference } from '../corpus/difference.js';
import { indexCorpus, type Index } from './index-corpus.js';
import { KeptStories } from './kept-stories.js';
import { warm } from './warm.js';

/** A refresh that is under way. */
export interface Refreshing {
  /** The name of who started it. */
  readonly by: string;
  readonly since: Date;
}

/** What a call for a refresh came to: a difference, or the news that another one is under way. */
export type RefreshOutcome =
  | {
      readonly status: 'refreshed';
      readonly difference: Difference;
      readonly index: Index;
      readonly milliseconds: number;
    }
  | { readonly status: 'busy'; readonly refreshing: Refreshing };

/** Tells the operator of something that went wrong and did no harm. */
type Warn = (message: string, error: unknown) => void;

/** How a library is opened. */
export interface LibraryOptions {
  /** The folder that what was read is kept in from one start to the next; null keeps nothing. */
  readonly cache?: string | null;
  /** Whether to make ready, in the background, what the first questions would have to wait for. */
  readonly warm?: boolean;
  readonly onWarning?: Warn;
}

/**
 * The stories that are being served. `index` is always whole: a refresh builds the next one beside it and swaps it in
 * at the end, or throws and leaves it as it is.
 */
export class Library {
  readonly folder: string;
  readonly #kept: KeptStories;
  readonly #warms: boolean;
  readonly #onWarning: Warn;
  #index: Index;
  #refreshing: Refreshing | null = null;
  #refreshedBy: string | null = null;

  private constructor(folder: string, kept: KeptStories, index: Index, warms: boolean, onWarning: Warn) {
    this.folder = folder;
    this.#kept = kept;
    this.#index = index;
    this.#warms = warms;
    this.#onWarning = onWarning;
  }

  /**
   * Reads a folder for the first time.
   * @throws CorpusError where it can't be read or holds no readable article
   */
  static async open(folder: string, options: LibraryOptions = {}): Promise<Library> {
    const onWarning = options.onWarning ?? (() => {});
    const kept = await openKept(options.cache ?? null, folder, onWarning);
    const index = await build(folder, kept, null);
    const library = new Library(folder, kept, index, options.warm ?? false, onWarning);
    await library.#keep();
    library.#warm();
    return library;
  }

  get index(): Index {
    return this.#index;
  }

  /** The refresh under way, or null. */
  get refreshing(): Refreshing | null {
    return this.#refreshing;
  }

  /** Who refreshed last; null where the stories are those of the start. */
  get refreshedBy(): string | null {
    return this.#refreshedBy;
  }

  /** Reads the folder again. @throws CorpusError where it can't be read; the old stories go on being served */
  async refresh(by: string, onProgress?: (progress: Progress) => void): Promise<RefreshOutcome> {
    if (this.#refreshing) return { status: 'busy', refreshing: this.#refreshing };
    const since = new Date();
    this.#refreshing = { by, since };
    try {
      const before = this.#index.corpus;
      const index = await build(this.folder, this.#kept, this.#index, onProgress);
      this.#index = index;
      this.#refreshedBy = by;
      await this.#keep();
      this.#warm();
      return {
        status: 'refreshed',
        index,
        difference: difference(before, index.corpus),
        milliseconds: Date.now() - since.getTime(),
      };
    } finally {
      this.#refreshing = null;
    }
  }

  #warm(): void {
    const index = this.#index;
    if (this.#warms)
      warm(index, () => this.#index === index).catch((error: unknown) =>
        this.#onWarning('The stories can’t be made ready for quick answers', error),
      );
  }

  /** What was read is kept for the next start. Where that fails, the next start takes longer: nothing else is lost. */
  async #keep(): Promise<void> {
    try {
      await this.#kept.save(this.#index.corpus.readings);
    } catch (error) {
      this.#onWarning("What was read of the stories can't be kept for the next start", error);
    }
  }
}

async function openKept(cache: string | null, folder: string, onWarning: Warn): Promise<KeptStories> {
  if (cache === null) return KeptStories.none();
  try {
    return await KeptStories.open(cache, folder);
  } catch (error) {
    onWarning("What an earlier start read of the stories can't be used", error);
    return KeptStories.none();
  }
}

async function build(
  folder: string,
  kept: KeptStories,
  before: Index | null,
  onProgress?: (progress: Progress) => void,
): Promise<Index> {
  const corpus = await readFolder(folder, before?.corpus, onProgress, (article) => kept.reading(article));
  return indexCorpus(corpus, before, (reading, speakers, lexicon) => kept.story(reading, speakers, lexicon));
}
