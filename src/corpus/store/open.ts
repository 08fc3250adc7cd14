import { join, resolve } from 'node:path';
import { OnRecordError, StoreError } from '../../errors.js';
import { listFilesIfAny } from '../files.js';
import { OPERATOR, type Scope } from './change.js';
import { FileScope } from './file-scope.js';
import { GuardedFolder } from './guarded-folder.js';
import { readHistory } from './history.js';
import { KeptTexts } from './kept-texts.js';
import { lockFolder, type Lock } from './lock.js';
import { isScope } from './names.js';
import { ScopeFolder } from './scope-folder.js';
import type { Store } from './store.js';

const SERVERS = 'servers';

/** Where a store keeps what it keeps. */
export interface StoreOptions {
  /** The folder of everything but the operator's articles (DATA_DIR). */
  readonly folder: string;
  /** The folder of the operator's articles (CORPUS_DIR). */
  readonly operatorArticles: string;
  /** Is told what can't be used, and is skipped. */
  readonly onWarning?: (message: string) => void;
}

/**
 * Opens the folder that moderators' work is kept in, for this process alone.
 * @throws StoreError where another process has it, it can't be written, or what the operator keeps can't be opened
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  return FileStore.open(options, await lockStore(options));
}

/** Takes the folder for this process, and lets old texts go where the disk is too full even for that. @throws StoreError */
export function lockStore(options: StoreOptions): Promise<Lock> {
  const { folder, onWarning = () => {} } = options;
  return lockFolder(resolve(folder), async () => {
    for (const scope of await scopesIn(folder))
      try {
        const found = scopeFolder(options, scope);
        const warn = (message: string) => onWarning(`${scope}: ${message}`);
        await (await KeptTexts.of(found, await readHistory(found.files), warn)).letGo();
      } catch (error) {
        // A scope that can't be read is met again when it is opened.
        if (!(error instanceof StoreError)) throw error;
      }
  });
}

/** As `openStore`, for reading alone: it needs no lock, and what would change something throws a StoreError. */
export function readStore(options: StoreOptions): Promise<Store> {
  return FileStore.open(options, null);
}

/** Where a scope lies. */
export function scopeFolder({ folder, operatorArticles }: StoreOptions, scope: Scope): ScopeFolder {
  const root = resolve(folder);
  const files = new GuardedFolder(root, join(root, scope === OPERATOR ? OPERATOR : join(SERVERS, scope)));
  return new ScopeFolder(
    files,
    scope === OPERATOR ? new GuardedFolder(resolve(operatorArticles)) : files.in('articles'),
  );
}

/** The scopes that have a folder. */
export async function scopesIn(folder: string): Promise<readonly Scope[]> {
  const root = new GuardedFolder(resolve(folder));
  const names = [
    ...(await root.list()).filter((name) => name === OPERATOR),
    ...(await root.in(SERVERS).list()),
  ];
  return names.filter(isScope);
}

class FileStore implements Store {
  readonly #options: StoreOptions;
  readonly #lock: Lock | null;
  readonly #opening = new Map<Scope, Promise<FileScope>>();
  readonly #opened = new Map<Scope, FileScope>();
  /** Those that had a folder at the start. */
  readonly #found = new Set<Scope>();
  readonly failures = new Map<Scope, StoreError>();
  #isClosed = false;

  private constructor(options: StoreOptions, lock: Lock | null) {
    this.#options = options;
    this.#lock = lock;
  }

  static async open(options: StoreOptions, lock: Lock | null): Promise<FileStore> {
    const store = new FileStore(options, lock);
    try {
      for (const scope of await scopesIn(options.folder)) await store.#find(scope);
    } catch (error) {
      await lock?.release();
      throw error;
    }
    return store;
  }

  scopes(): readonly Scope[] {
    const written = [...this.#opened.values()].filter((one) => one.history.length > 0);
    return [...new Set([...this.#found, ...written.map((one) => one.scope)])];
  }

  async scope(scope: Scope): Promise<FileScope> {
    if (this.#isClosed) throw new StoreError('The folder was closed.');
    if (!isScope(scope)) throw new TypeError('A scope is the operator, or a server’s id');
    const failure = this.failures.get(scope);
    if (failure) throw failure;
    const opening = this.#opening.get(scope) ?? this.#open(scope);
    this.#opening.set(scope, opening);
    try {
      return await opening;
    } catch (error) {
      this.#opening.delete(scope);
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const scope of this.#opened.values()) await scope.close();
    await this.#lock?.release();
  }

  /** One server's folder that can't be opened, for whatever reason, keeps nobody else from being served. */
  async #find(scope: Scope): Promise<void> {
    try {
      const { articlesFolder } = await this.scope(scope);
      if (scope !== OPERATOR) await listFilesIfAny(articlesFolder);
      this.#found.add(scope);
    } catch (error) {
      if (scope === OPERATOR) throw error;
      this.#opened.delete(scope);
      this.failures.set(scope, unopened(error));
    }
  }

  async #open(scope: Scope): Promise<FileScope> {
    const opened = await FileScope.open({
      scope,
      folder: scopeFolder(this.#options, scope),
      lock: this.#lock,
      onWarning: this.#options.onWarning ?? (() => {}),
    });
    this.#opened.set(scope, opened);
    return opened;
  }
}

function unopened(cause: unknown): StoreError {
  const detail = cause instanceof OnRecordError ? cause.detail : null;
  return new StoreError(
    'What the moderators of this server have added, set right and hidden can’t be opened, so I answer nothing here, and nothing can be changed. Whoever runs the bot has to mend that, and start it again.',
    { cause, ...(detail !== null && { detail }) },
  );
}
