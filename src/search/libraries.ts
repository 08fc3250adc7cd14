import type { Article } from '../article/article.js';
import type { Reading } from '../attribution/statement.js';
import { listFilesIfAny } from '../corpus/files.js';
import { nothingToRead, type Progress } from '../corpus/folder.js';
import { OPERATOR, type Scope } from '../corpus/store/change.js';
import type { ScopeStore, Store } from '../corpus/store/store.js';
import { CorpusError } from '../errors.js';
import { FolderStories, type Warn } from './index/folder-stories.js';
import type { Index } from './index/index-corpus.js';
import { KeptStories } from './index/kept-stories.js';
import { Library, type LibraryOptions, type Occasion, type RefreshOutcome } from './library.js';
import { StoryReader } from './index/story-reader.js';
import { together } from './question/together.js';

/** What the ids of a server's own stories begin with. */
export const ADDED = 'added/';

/** How libraries are opened. */
export interface LibrariesOptions {
  /** The operator's folder of stories. */
  readonly folder: string;
  readonly store: Store;
  /** See `OpenOptions`. */
  readonly cache?: string | null;
  readonly warm?: boolean;
  readonly onWarning?: Warn;
  /** What reads new articles while the bot answers; it is closed with the libraries. */
  readonly reader?: StoryReader;
  /** When a server that could not be built in the background is tried again, in milliseconds. */
  readonly tryAgainAfter?: number;
}

const TRY_AGAIN_AFTER = 60_000;

/**
 * What each scope sees. A scope without stories or corrections of its own has the operator's Library itself; another
 * has the operator's stories and its own, with the operator's corrections and its own. The ids of a server's own
 * stories begin with `added/`.
 *
 * The operator's is ready when `open` resolves; the others are built in the background after it. Until one is,
 * `of` throws rather than to show less than what was confirmed; `ready` waits. One is built at a time.
 */
export class Libraries {
  readonly #options: Required<LibrariesOptions>;
  readonly #thread: StoryReader;
  readonly #operatorStories: FolderStories;
  #operator!: Library;
  /** Libraries of scopes that have something of their own. */
  readonly #servers = new Map<Scope, Library>();
  /** Scopes that have something of their own and are not built yet, with why where that has failed. */
  readonly #unbuilt = new Map<Scope, CorpusError | null>();
  /** Scopes that the operator's stories have changed for since they were built. */
  readonly #stale = new Set<Scope>();
  #isFollowing = false;
  /** Those of them that could not be built and are tried once more: whether that is to come, or under way. */
  readonly #second = new Map<Scope, 'to come' | 'under way'>();
  /** The work that the next one waits for. */
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(options: Required<LibrariesOptions>, stories: FolderStories) {
    this.#options = options;
    this.#operatorStories = stories;
    this.#thread = options.reader;
  }

  /** @throws CorpusError where the operator's folder can't be read, or holds files and none of them can be read */
  static async open(given: LibrariesOptions): Promise<Libraries> {
    const options = {
      cache: null,
      warm: false,
      onWarning: () => {},
      reader: new StoryReader(),
      tryAgainAfter: TRY_AGAIN_AFTER,
      ...given,
    };
    const libraries = new Libraries(options, await FolderStories.open(options.folder, options));
    const kept = await options.store.scope(OPERATOR);
    libraries.#operator = await Library.of({
      ...libraries.#libraryOptions(),
      build: (before, occasion) => libraries.#buildOperators(kept, before, occasion),
    });
    await libraries.#findServers();
    libraries.#buildServersSoon([...libraries.#unbuilt.keys()]);
    return libraries;
  }

  /**
   * The Library of a scope.
   * @throws CorpusError where it is still being built, or could not be, StoreError where what the scope keeps could not be opened
   */
  of(scope: Scope): Library {
    const failure = this.#options.store.failures.get(scope) ?? this.#unbuilt.get(scope);
    if (failure) throw failure;
    if (failure === null)
      throw new CorpusError('The stories of this server are still being read. Ask again in a moment.');
    return this.#servers.get(scope) ?? this.#operator;
  }

  /** The Library of a scope as soon as it is built. @throws CorpusError where it can't be */
  async ready(scope: Scope): Promise<Library> {
    if (this.#unbuilt.has(scope))
      await this.#inTurn(async () => {
        if (this.#unbuilt.has(scope)) await this.#build(scope);
      });
    return this.of(scope);
  }

  /**
   * Builds a scope anew after what is kept of it has changed. Where it is the operator's, the others follow a little later,
   * one after another: until then each serves what it has.
   * @throws CorpusError where it can't be built: the old one goes on being served
   */
  async changed(scope: Scope): Promise<Index> {
    if (scope !== OPERATOR) return this.#inTurn(() => this.#build(scope));
    const index = await this.#inTurn(() => this.#operator.replace({ refresh: false }));
    this.#buildServersSoon([...this.#servers.keys()]);
    return index;
  }

  /**
   * Reads the operator's folder again, and the scope's own; other scopes have what is new of the operator's a little
   * later.
   * @throws CorpusError where one can't be read: the old stories go on being served
   */
  async refresh(
    scope: Scope,
    by: string,
    onProgress?: (progress: Progress) => void,
  ): Promise<RefreshOutcome> {
    const library = await this.ready(scope);
    const { version } = this.#operator.index.corpus;
    try {
      return await library.refresh(by, onProgress);
    } finally {
      if (this.#operator.index.corpus.version !== version)
        this.#buildServersSoon([...this.#servers.keys()].filter((server) => server !== scope));
    }
  }

  /**
   * Reads an article that is in no corpus (yet), in the thread that reads all others.
   * @throws ArticleError where it can't be read
   */
  async read(article: Article): Promise<Reading> {
    return KeptStories.none().take(article, await this.#thread.read(article));
  }

  /** Ends what reads in the background. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#thread.close();
    await this.#last;
  }

  async #buildOperators(kept: ScopeStore, before: Index | null, occasion: Occasion): Promise<Index> {
    const own = this.#operatorStories;
    // Nobody waits for answers at the start, and this thread is as fast as another.
    const { readings, unreadable } = await own.read(before && this.#thread, occasion.onProgress);
    const wasEmptied = occasion.refresh && before !== null && before.corpus.readings.length > 0;
    if (readings.length === 0 && (unreadable.length > 0 || wasEmptied))
      throw nothingToRead(own.folder, unreadable);
    return own.index(own.stories, [...kept.corrections.values()], before ? [before] : []);
  }

  /** Builds the Library of a server, or lets it have the operator's where nothing is its own any more. */
  async #build(scope: Scope): Promise<Index> {
    this.#stale.delete(scope);
    const kept = await this.#options.store.scope(scope);
    if (!(await hasOwn(kept))) {
      this.#unbuilt.delete(scope);
      this.#servers.delete(scope);
      return this.#operator.index;
    }
    const known = this.#servers.get(scope);
    try {
      const library = known ?? (await this.#openServer(kept));
      if (known) await known.replace({ refresh: false });
      this.#servers.set(scope, library);
      this.#unbuilt.delete(scope);
      return library.index;
    } catch (error) {
      const failure = unread(error);
      if (this.#unbuilt.has(scope)) this.#unbuilt.set(scope, failure);
      throw failure;
    }
  }

  async #openServer(kept: ScopeStore): Promise<Library> {
    const own = await FolderStories.open(kept.articlesFolder, {
      ...this.#options,
      prefix: ADDED,
      optional: true,
    });
    return Library.of({
      ...this.#libraryOptions(),
      build: async (before, { refresh, onProgress }) => {
        if (refresh) await this.#operator.replace({ refresh, onProgress });
        await own.read(this.#thread, onProgress);
        const operators = await this.#options.store.scope(OPERATOR);
        const corrections = [...operators.corrections.values(), ...kept.corrections.values()];
        const stories = together(this.#operatorStories.stories, own.stories);
        const sharing = [before, this.#operator.index].filter((index) => index !== null);
        return own.index(stories, corrections, sharing);
      },
    });
  }

  #libraryOptions(): Omit<LibraryOptions, 'build'> {
    const { warm, onWarning } = this.#options;
    return { warm, onWarning, inTurn: (work) => this.#inTurn(work) };
  }

  async #findServers(): Promise<void> {
    const { store } = this.#options;
    for (const scope of store.scopes())
      if (scope !== OPERATOR && (await mayHaveOwn(await store.scope(scope)))) this.#unbuilt.set(scope, null);
  }

  #buildServersSoon(scopes: readonly Scope[]): void {
    for (const scope of scopes) this.#stale.add(scope);
    if (!this.#isFollowing) void this.#follow();
  }

  /** Builds what is stale, until nothing is; what becomes so meanwhile is built once, however often it did. */
  async #follow(): Promise<void> {
    this.#isFollowing = true;
    for (const scope of this.#stale) await this.#buildOrWarn(scope);
    this.#isFollowing = false;
  }

  async #buildOrWarn(scope: Scope): Promise<void> {
    try {
      await this.#inTurn(async () => {
        if (this.#isClosed) this.#stale.delete(scope);
        else if (this.#stale.has(scope)) await this.#build(scope);
      });
      if (this.#second.get(scope) === 'under way') this.#second.delete(scope);
    } catch (error) {
      this.#options.onWarning(`The stories of the server ${scope} can't be built anew`, error);
      this.#tryOnceMore(scope);
    }
  }

  /** What was in the way may be gone by then; where it isn't, the next change tries again. */
  #tryOnceMore(scope: Scope): void {
    const second = this.#second.get(scope);
    if (second === 'under way') this.#second.delete(scope);
    if (second) return;
    this.#second.set(scope, 'to come');
    setTimeout(() => {
      this.#second.set(scope, 'under way');
      this.#buildServersSoon([scope]);
    }, this.#options.tryAgainAfter).unref();
  }

  /** One Library is built at a time, so that each is built of what is newest. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }
}

/** Whether a scope has stories or corrections of its own. @throws CorpusError where its folder can't be read */
async function hasOwn({ corrections, articlesFolder }: ScopeStore): Promise<boolean> {
  if (corrections.size > 0) return true;
  const { files, unreadable } = await listFilesIfAny(articlesFolder);
  return files.length + unreadable.length > 0;
}

/** The same at the start, where a folder that can't be read is met when its stories are built: others are served all the same. */
async function mayHaveOwn(kept: ScopeStore): Promise<boolean> {
  try {
    return await hasOwn(kept);
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return true;
  }
}

/** Why a server's stories can't be built, for the people who wait for them. */
function unread(cause: unknown): CorpusError {
  if (cause instanceof CorpusError) return cause;
  return new CorpusError('The stories of this server can’t be read. The operator’s log says why.', { cause });
}
