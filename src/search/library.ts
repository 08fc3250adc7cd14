import type { Correction } from '../corpus/corrections.js';
import { difference, type Difference } from '../corpus/difference.js';
import { nothingToRead, type Progress } from '../corpus/folder.js';
import { FolderStories, type Warn } from './index/folder-stories.js';
import type { Index } from './index/index-corpus.js';
import type * as Warm from './warm.js';

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

/** How a folder is opened. */
export interface OpenOptions {
  /** The folder that what was read is kept in from one start to the next; null keeps nothing. */
  readonly cache?: string | null;
  /** What moderators have set right, the oldest first. */
  readonly corrections?: readonly Correction[];
  /** Whether to make ready, in the background, what the first questions would have to wait for. */
  readonly warm?: boolean;
  readonly onWarning?: Warn;
}

/** Why and how an index is built. */
export interface Occasion {
  /** True where everything is to be read again, false where only what belongs to this library has changed. */
  readonly refresh: boolean;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** How a library comes by its stories. */
export interface LibraryOptions {
  /** Builds the next index beside the one that is being served. */
  readonly build: (before: Index | null, occasion: Occasion) => Promise<Index>;
  /** Waits until no other library is being built. */
  readonly inTurn?: <T>(work: () => Promise<T>) => Promise<T>;
  readonly warm: boolean;
  readonly onWarning: Warn;
}

/**
 * The stories that are being served. `index` is always whole: a refresh builds the next one beside it and swaps it in
 * at the end, or throws and leaves it as it is.
 */
export class Library {
  readonly #options: LibraryOptions;
  #index: Index;
  #refreshing: Refreshing | null = null;
  #refreshedBy: string | null = null;

  private constructor(index: Index, options: LibraryOptions) {
    this.#index = index;
    this.#options = options;
    this.#warm();
  }

  /** Builds the first index. @throws CorpusError where it can't be built */
  static async of(options: LibraryOptions): Promise<Library> {
    return new Library(await options.build(null, { refresh: false }), options);
  }

  /**
   * Reads a folder for the first time.
   * @throws CorpusError where it can't be read or holds no readable article
   */
  static async open(folder: string, options: OpenOptions = {}): Promise<Library> {
    const { cache = null, corrections = [], warm: warms = false, onWarning = () => {} } = options;
    const own = await FolderStories.open(folder, { cache, onWarning });
    return Library.of({
      warm: warms,
      onWarning,
      build: async (before, { onProgress }) => {
        const stories = await own.read(null, onProgress);
        if (stories.readings.length === 0) throw nothingToRead(folder, stories.unreadable);
        return own.index(stories, corrections, before ? [before] : []);
      },
    });
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

  /** Reads the stories again. @throws CorpusError where they can't be read; the old ones go on being served */
  async refresh(by: string, onProgress?: (progress: Progress) => void): Promise<RefreshOutcome> {
    if (this.#refreshing) return { status: 'busy', refreshing: this.#refreshing };
    const since = new Date();
    this.#refreshing = { by, since };
    const { inTurn = (work) => work() } = this.#options;
    try {
      return await inTurn(async () => {
        const before = this.#index.corpus;
        const index = await this.replace({ refresh: true, onProgress });
        this.#refreshedBy = by;
        return {
          status: 'refreshed',
          index,
          difference: difference(before, index.corpus),
          milliseconds: Date.now() - since.getTime(),
        };
      });
    } finally {
      this.#refreshing = null;
    }
  }

  /** Builds the next index and serves it. @throws CorpusError where it can't be built; the old one goes on being served */
  async replace(occasion: Occasion): Promise<Index> {
    this.#index = await this.#options.build(this.#index, occasion);
    this.#warm();
    return this.#index;
  }

  #warm(): void {
    const index = this.#index;
    if (this.#options.warm)
      warmUp(index, () => this.#index === index).catch((error: unknown) =>
        this.#options.onWarning('The stories can’t be made ready for quick answers', error),
      );
  }
}

/** Who asks a single question does without, and needn't load it. */
async function warmUp(...all: Parameters<typeof Warm.warm>): Promise<void> {
  const { warm } = await import('./warm.js');
  await warm(...all);
}
