import { readFolder, type Progress } from '../corpus/folder.js';
import { difference, type Difference } from '../corpus/difference.js';
import { prepareChecks } from './check/check-message.js';
import { indexCorpus, type Index } from './index-corpus.js';

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

/**
 * The stories that are being served. `index` is always whole: a refresh builds the next one beside it and swaps it in
 * at the end, or throws and leaves it as it is.
 */
export class Library {
  readonly folder: string;
  #index: Index;
  #refreshing: Refreshing | null = null;
  #refreshedBy: string | null = null;

  private constructor(folder: string, index: Index) {
    this.folder = folder;
    this.#index = index;
  }

  /** Reads a folder for the first time. @throws CorpusError where it can't be read or holds no readable article */
  static async open(folder: string): Promise<Library> {
    const index = await indexCorpus(await readFolder(folder));
    prepareChecks(index);
    return new Library(folder, index);
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
      const index = await indexCorpus(await readFolder(this.folder, before, onProgress));
      prepareChecks(index);
      this.#index = index;
      this.#refreshedBy = by;
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
}
