import type { Progress } from '../corpus/folder.js';
import { OPERATOR, type Scope } from '../corpus/store/change.js';
import type { Index } from './index-corpus.js';
import { Library, type LibraryOptions, type RefreshOutcome } from './library.js';

/** The stories of every scope. */
export class Libraries {
  readonly #operator: Library;
  constructor(operator: Library) {
    this.#operator = operator;
  }

  static async open({ folder, ...options }: LibraryOptions & { folder: string }): Promise<Libraries> {
    return new Libraries(await Library.open(folder, options));
  }

  of(_scope: Scope): Library {
    return this.#operator;
  }

  async changed(scope: Scope): Promise<Index> {
    return this.of(scope).index;
  }

  refresh(scope: Scope, by: string, onProgress?: (progress: Progress) => void): Promise<RefreshOutcome> {
    return this.of(scope || OPERATOR).refresh(by, onProgress);
  }
}
