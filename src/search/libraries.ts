import type { Progress } from '../corpus/folder.js';
import type { Scope } from '../corpus/store/change.js';
import type { Store } from '../corpus/store/store.js';
import type { Index } from './index-corpus.js';
import type { Library, RefreshOutcome } from './library.js';

/** How libraries are opened. */
export interface LibrariesOptions {
  /** The operator's folder of stories. */
  readonly folder: string;
  readonly store: Store;
  /** See `LibraryOptions`. */
  readonly cache?: string | null;
  readonly warm?: boolean;
  readonly onWarning?: (message: string, error: unknown) => void;
}

/**
 * What each scope sees. A scope without stories or corrections of its own has the operator's Library itself; another
 * has the operator's stories and its own, with the operator's corrections and its own. The ids of a server's own
 * stories begin with `added/`.
 *
 * The operator's is ready when `open` resolves; the others are built in the background after it. Until one is,
 * `of` throws rather than to show less than what was confirmed; `ready` waits.
 */
export class Libraries {
  /** @throws CorpusError where the operator's folder can't be read */
  static open(_options: LibrariesOptions): Promise<Libraries> {
    return Promise.reject(new Error('under way'));
  }

  /** The Library of a scope. @throws CorpusError where it is still being built, or could not be */
  of(_scope: Scope): Library {
    throw new Error('under way');
  }

  /** The Library of a scope as soon as it is built. @throws CorpusError where it can't be */
  ready(_scope: Scope): Promise<Library> {
    return Promise.reject(new Error('under way'));
  }

  /**
   * Builds a scope anew after what is kept of it has changed; and all others, where it is the operator's.
   * @throws CorpusError where it can't be built: the old one goes on being served
   */
  changed(_scope: Scope): Promise<Index> {
    return Promise.reject(new Error('under way'));
  }

  /** Reads the operator's folder again, and the scope's own. @throws CorpusError where one can't be read */
  refresh(_scope: Scope, _by: string, _onProgress?: (progress: Progress) => void): Promise<RefreshOutcome> {
    return Promise.reject(new Error('under way'));
  }

  /** Ends what reads in the background. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}
