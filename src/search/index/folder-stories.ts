import type { Article } from '../../article/article.js';
import type { Reading } from '../../attribution/statement.js';
import { corpusInSteps } from '../../corpus/corpus.js';
import type { Correction } from '../../corpus/corrections.js';
import { listFiles, listFilesIfAny } from '../../corpus/files.js';
import {
  type ArticleReader,
  type Progress,
  readerHere,
  readStories,
  type Stories,
} from '../../corpus/folder.js';
import { inTurns } from '../../turns.js';
import { indexCorpus, type Index } from './index-corpus.js';
import { KeptStories } from './kept-stories.js';
import type { StoryReader } from './story-reader.js';

/** Tells the operator of something that went wrong and did no harm. */
export type Warn = (message: string, error: unknown) => void;

/** How a folder's stories are read. */
interface FolderOptions {
  /** The folder that what was read is kept in from one start to the next; null keeps nothing. */
  readonly cache: string | null;
  readonly onWarning: Warn;
  /** What stands before the articles' ids. */
  readonly prefix?: string;
  /** Whether the folder needn't be there. */
  readonly optional?: boolean;
}

/** Articles that a thread is given at once. */
const AHEAD = 6;

/** The stories of a folder as they were read last: nothing in it is read twice. */
export class FolderStories {
  readonly folder: string;
  readonly #kept: KeptStories;
  readonly #options: FolderOptions;
  #stories: Stories = { readings: [], unreadable: [] };

  private constructor(folder: string, kept: KeptStories, options: FolderOptions) {
    this.folder = folder;
    this.#kept = kept;
    this.#options = options;
  }

  /** Opens what is kept of a folder; the folder itself is not read yet. */
  static async open(folder: string, options: FolderOptions): Promise<FolderStories> {
    return new FolderStories(folder, await openKept(folder, options), options);
  }

  /** What was read last. */
  get stories(): Stories {
    return this.#stories;
  }

  /**
   * Reads what has changed in the folder.
   * @param thread where new articles are read; null reads them here
   * @throws CorpusError where the folder can't be read
   */
  async read(thread: StoryReader | null, onProgress?: (progress: Progress) => void): Promise<Stories> {
    const { prefix = '', optional } = this.#options;
    const listing = await (optional ? listFilesIfAny : listFiles)(this.folder);
    const reader = this.#reader(thread);
    const before = this.#stories;
    const articleOf = this.#kept.article.bind(this.#kept);
    this.#stories = await readStories(this.folder, listing, {
      before,
      onProgress,
      reader,
      articleOf,
      prefix,
    });
    return this.#stories;
  }

  /**
   * The index of stories; what is worked out anew of this folder's is kept for the next start.
   * @param stories those of this folder, and others
   * @param corrections what moderators have set right, the oldest first
   * @param sharing see `indexCorpus`
   */
  async index(
    { readings, unreadable }: Stories,
    corrections: readonly Correction[],
    sharing: readonly Index[],
  ): Promise<Index> {
    const before = sharing[0]?.corpus ?? null;
    // What is shared is newer than what was kept, and corrected stories are never kept.
    const isPlain = sharing.length === 0 && corrections.length === 0;
    const kept = isPlain ? this.#kept.indexOf(readings) : null;
    const speakers = kept?.speakers(readings) ?? null;
    const corpus = await inTurns(corpusInSteps(readings, { unreadable, corrections, before, speakers }));
    const index = kept
      ? await inTurns(kept.of(corpus, (...story) => this.#kept.storyOfIndex(...story)))
      : await indexCorpus(corpus, sharing, (...story) => this.#kept.story(...story));
    if (isPlain && !kept) this.#kept.putIndex(index);
    await this.#keep();
    return index;
  }

  /** What was read is kept for the next start. Where that fails, the next start takes longer: nothing else is lost. */
  async #keep(): Promise<void> {
    try {
      await this.#kept.save(this.#stories.readings);
    } catch (error) {
      this.#options.onWarning("What was read of the stories can't be kept for the next start", error);
    }
  }

  #reader(thread: StoryReader | null): ArticleReader {
    const anew = async (article: Article): Promise<Reading> =>
      thread ? this.#kept.take(article, await thread.read(article)) : readerHere.read(article);
    return {
      ahead: thread ? AHEAD : readerHere.ahead,
      read: async (article) => this.#kept.reading(article) ?? anew(article),
    };
  }
}

async function openKept(folder: string, { cache, onWarning }: FolderOptions): Promise<KeptStories> {
  if (cache === null) return KeptStories.none();
  try {
    return await KeptStories.open(cache, folder);
  } catch (error) {
    onWarning("What an earlier start read of the stories can't be used", error);
    return KeptStories.none();
  }
}
