import { join } from 'node:path';
import type { Correction } from '../../../src/corpus/corrections.js';
import { OPERATOR, type Scope } from '../../../src/corpus/store/change.js';
import type { ScopeStore, Store } from '../../../src/corpus/store/store.js';
import { folderWith } from '../../folder.js';

/** What a test keeps of a scope: the folder lies on the disk, corrections are added by hand. */
interface KeptScope extends ScopeStore {
  readonly corrections: Map<string, Correction>;
}

/** A store of scopes whose articles are files and whose corrections are in memory. */
export interface MemoryStore extends Store {
  scope(scope: Scope): Promise<KeptScope>;
}

/** A store with these articles, by scope and file; the operator's lie in `operator`. */
export function memoryStore(
  operator: string,
  servers: Readonly<Record<Scope, Readonly<Record<string, string>>>> = {},
): MemoryStore {
  const scopes = new Map<Scope, KeptScope>([[OPERATOR, kept(OPERATOR, operator)]]);
  for (const [scope, files] of Object.entries(servers)) scopes.set(scope, kept(scope, folderWith(files)));
  return {
    failures: new Map(),
    scopes: () => [...scopes.keys()],
    scope: (scope) => {
      const known = scopes.get(scope) ?? kept(scope, join(folderWith({}), 'articles'));
      scopes.set(scope, known);
      return Promise.resolve(known);
    },
    close: () => Promise.resolve(),
  };
}

function kept(scope: Scope, articlesFolder: string): KeptScope {
  const unused = () => Promise.reject(new Error('no test of libraries writes'));
  return {
    scope,
    articlesFolder,
    corrections: new Map(),
    feeds: new Map(),
    settings: null,
    history: [],
    apply: unused,
    undo: unused,
    isTextKept: () => true,
    contentOf: unused,
    article: unused,
    keepDraft: unused,
    draft: unused,
    dropDraft: unused,
    notes: unused,
    keepNotes: unused,
  };
}
