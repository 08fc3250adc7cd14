import type { Change, Scope } from './change.js';
import type { ScopeStore, Store } from './store.js';

/** Told of each change, after it stands on the disk. */
type OnChange = (scope: Scope, change: Change) => void;

/** A store that tells of each change that is made through it, whoever makes it. */
export interface ObservedStore extends Store {
  /** From now on, `listener` is told of all changes. It must not throw. */
  onChange(listener: OnChange): void;
}

/** Puts itself before a store. */
export function observed(store: Store): ObservedStore {
  const listeners: OnChange[] = [];
  const onChange: OnChange = (scope, change) => {
    for (const listener of listeners) listener(scope, change);
  };
  return {
    onChange: (listener) => void listeners.push(listener),
    scopes: () => store.scopes(),
    scope: async (scope) => observedScope(await store.scope(scope), onChange),
    close: () => store.close(),
  };
}

function observedScope(inner: ScopeStore, onChange: OnChange): ScopeStore {
  const told = async (change: Promise<Change>): Promise<Change> => {
    const made = await change;
    onChange(inner.scope, made);
    return made;
  };
  return {
    scope: inner.scope,
    articlesFolder: inner.articlesFolder,
    get corrections() {
      return inner.corrections;
    },
    get feeds() {
      return inner.feeds;
    },
    get settings() {
      return inner.settings;
    },
    get history() {
      return inner.history;
    },
    apply: (by, action, wanted) => told(inner.apply(by, action, wanted)),
    undo: (id, by) => told(inner.undo(id, by)),
    contentOf: (digest) => inner.contentOf(digest),
    article: (file) => inner.article(file),
    keepDraft: (value) => inner.keepDraft(value),
    draft: (id) => inner.draft(id),
    dropDraft: (id) => inner.dropDraft(id),
    notes: (name) => inner.notes(name),
    keepNotes: (name, value) => inner.keepNotes(name, value),
  };
}
