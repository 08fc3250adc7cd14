import { RequestError, StoreError } from '../../errors.js';
import type { Actor, Change, Edit, Scope, Wanted } from './change.js';
import { inverse, plan, type Plan } from './edits.js';
import { HISTORY, isUndone, mendEnd, readHistory } from './history.js';
import { Keepings } from './keepings.js';
import { KeptTexts, LET_GO } from './kept-texts.js';
import type { Lock } from './lock.js';
import { textsOf } from './named-texts.js';
import { isArticleKey, newId } from './names.js';
import type { ScopeFolder } from './scope-folder.js';
import { after, EMPTY, readState, type State } from './state.js';
import type { Guard, ScopeStore } from './store.js';

/** A stamp that no files have. */
const UNKNOWN = '?';

/** What a scope's store is made with. */
interface FileScopeOptions {
  readonly scope: Scope;
  readonly folder: ScopeFolder;
  /** Null where the folder is only read. */
  readonly lock: Lock | null;
  readonly onWarning: (message: string) => void;
}

/**
 * What is kept of one scope, in plain files. The history is a redo log: what a change needs is on the disk before its
 * line is, the line makes it done, and then the files take their places. Where that last step is cut short, it is
 * carried out again before anything else happens.
 */
export class FileScope implements ScopeStore {
  readonly scope: Scope;
  readonly articlesFolder: string;
  readonly #folder: ScopeFolder;
  readonly #lock: Lock | null;
  readonly #onWarning: (message: string) => void;
  readonly #keepings: Keepings;
  #state: State = EMPTY;
  /** The oldest first. */
  #changes: readonly Change[] = [];
  #texts: KeptTexts;
  /** The last change, where its files may not be in their places. */
  #unfinished: Change | null = null;
  /** What the files were like when they were read or written last. */
  #stamp = UNKNOWN;
  #queue: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor({ scope, folder, lock, onWarning }: FileScopeOptions) {
    this.scope = scope;
    this.articlesFolder = folder.articles.path;
    this.#folder = folder;
    this.#lock = lock;
    this.#onWarning = (message) => onWarning(`${scope}: ${message}`);
    this.#texts = KeptTexts.none(folder);
    this.#keepings = new Keepings(folder.files, this.#onWarning);
  }

  /** Reads a scope, and finishes what a process that died has left unfinished. */
  static async open(options: FileScopeOptions): Promise<FileScope> {
    const scope = new FileScope(options);
    if (options.lock) await scope.#tidy();
    await scope.#load();
    if (options.lock) {
      // Before anything is written, which may need the room.
      await scope.#texts.letGo();
      await scope.#tryRecover();
    }
    return scope;
  }

  get corrections(): State['corrections'] {
    return this.#state.corrections;
  }

  get feeds(): State['feeds'] {
    return this.#state.feeds;
  }

  get settings(): State['settings'] {
    return this.#state.settings;
  }

  get history(): readonly Change[] {
    return this.#changes.toReversed();
  }

  apply(by: Actor, action: string, wanted: readonly Wanted[], guard?: Guard): Promise<Change> {
    return this.#inTurn(async () => {
      const planned = await plan(wanted, this.#state, this.#folder.articles);
      if (planned.edits.length === 0) throw new RequestError('That is so already: nothing was changed.');
      return this.#carryOut(planned, { by, action, undoes: null }, guard);
    });
  }

  undo(id: string, by: Actor, guard?: Guard): Promise<Change> {
    return this.#inTurn(async () => {
      const change = this.#changes.find((one) => one.id === id);
      if (!change) throw new RequestError('There is no such change.');
      if (isUndone(id, this.#changes)) throw new RequestError('That was taken back already.');
      const wanted = change.edits.flatMap((edit) => (edit.kind === 'article' ? (edit.before ?? []) : []));
      if (!this.#texts.have(wanted)) throw new RequestError(`That can’t be taken back. ${LET_GO}`);
      const planned = await inverse(change, this.#changes, this.#state, this.#folder.articles);
      return this.#carryOut(planned, { by, action: 'undo', undoes: id }, guard);
    });
  }

  isTextKept(change: Change): boolean {
    return this.#texts.have(change.edits.flatMap(textsOf));
  }

  async contentOf(digest: string): Promise<string> {
    if (!this.#texts.have([digest])) throw new RequestError(LET_GO);
    return decode(await this.#folder.versions.get(digest));
  }

  async article(file: string): Promise<string | null> {
    if (!isArticleKey(file)) return null;
    const bytes = await this.#folder.articles.read(file);
    return bytes && decode(bytes);
  }

  async keepDraft(value: unknown, id?: string): Promise<string> {
    await this.#mayWrite();
    return this.#keepings.keepDraft(value, id);
  }

  draft(id: string): Promise<unknown> {
    return this.#keepings.draft(id);
  }

  async dropDraft(id: string): Promise<void> {
    await this.#mayWrite();
    await this.#keepings.dropDraft(id);
  }

  notes(name: string): Promise<unknown> {
    return this.#keepings.notes(name);
  }

  async keepNotes(name: string, value: unknown): Promise<void> {
    await this.#mayWrite();
    await this.#keepings.keepNotes(name, value);
  }

  /** Takes nothing more, and resolves when everything that was begun is done. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue;
  }

  /** One change at a time, each made from what the files hold now. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new StoreError('The folder was closed: nothing was changed.'));
    const done = this.#queue.then(async () => {
      await this.#mayWrite();
      if ((await this.#folder.stamp()) !== this.#stamp) {
        await this.#load();
        await this.#recover();
      }
      return act();
    });
    this.#queue = done.catch(() => {});
    return done;
  }

  async #mayWrite(): Promise<void> {
    if (!this.#lock)
      throw new StoreError(
        'The bot could not write to its folder when it started: nothing can be changed. Whoever runs the bot has to mend that, and start it again.',
      );
    await this.#lock.check();
  }

  /** Removes what is left over. What can't be removed does no harm. */
  async #tidy(): Promise<void> {
    try {
      await this.#folder.removeTemporary();
      await this.#keepings.prune();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#onWarning(`left-over files can't be removed (${error.detail})`);
    }
  }

  async #load(): Promise<void> {
    const history = await readHistory(this.#folder.files);
    this.#changes = history.changes;
    this.#texts = await KeptTexts.of(this.#folder, history, this.#onWarning);
    this.#state = await readState(this.#folder.files);
    this.#stamp = await this.#folder.stamp();
    for (const [file, lines] of [[HISTORY, history.damaged] as const, ...this.#state.damaged])
      for (const { number, why } of lines)
        this.#onWarning(`${file}, line ${number} can't be used and is skipped: ${why}`);
    if (history.torn) this.#onWarning(`${HISTORY} ends in half a line, which was never confirmed`);
    const last = history.changes.at(-1);
    this.#unfinished = last && (await this.#folder.applied()) !== last.id ? last : null;
  }

  /** Recovers at the start; where that can't be done now, the next change sees to it. */
  async #tryRecover(): Promise<void> {
    try {
      await this.#recover();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#stamp = UNKNOWN;
      this.#onWarning(`the last change can't be finished yet. ${error.message} (${error.detail})`);
    }
  }

  /** Has the history end well, and its last change carried out. */
  async #recover(): Promise<void> {
    await mendEnd(this.#folder.files);
    this.#stamp = await this.#folder.stamp();
    if (this.#unfinished) await this.#finish(this.#unfinished);
  }

  /** Carries a change out again. A text that is lost stays out, for all that comes later would wait for it. */
  async #finish(change: Change): Promise<void> {
    const edits: Edit[] = [];
    for (const edit of change.edits) {
      const isLost =
        edit.kind === 'article' &&
        edit.after !== null &&
        (await this.#folder.versions.find(edit.after)) === null;
      if (isLost) this.#onWarning(`the text of ${edit.key} is lost`);
      else edits.push(edit);
    }
    const now = after(this.#state, edits);
    await (await this.#folder.stage(edits, this.#state, now)).settle();
    await this.#folder.setApplied(change.id);
    this.#state = now;
    this.#unfinished = null;
    this.#stamp = await this.#folder.stamp();
  }

  async #carryOut(
    { edits, contents }: Plan,
    what: Pick<Change, 'by' | 'action' | 'undoes'>,
    guard?: Guard,
  ): Promise<Change> {
    await guard?.(edits);
    const change = { id: this.#newId(), at: new Date().toISOString(), ...what, edits };
    const now = after(this.#state, edits);
    const prepared = await this.#folder.commit(change, contents, this.#state, now);
    this.#changes = [...this.#changes, change];
    this.#texts.add(change);
    this.#unfinished = change;
    this.#stamp = UNKNOWN;
    try {
      await prepared.settle();
      await this.#folder.setApplied(change.id);
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      throw new StoreError(
        'This is noted, but not all files could be put in their places. That is done before the next change, or when the bot starts again.',
        { cause, ...(cause.detail !== null && { detail: cause.detail }) },
      );
    }
    this.#state = now;
    this.#unfinished = null;
    this.#stamp = await this.#folder.stamp();
    await this.#texts.letGoAfterChange();
    return change;
  }

  #newId(): string {
    for (;;) {
      const id = newId();
      if (!this.#changes.some((change) => change.id === id)) return id;
    }
  }
}

/** A mark of the byte order stays, for offsets count in the text as it stands in the file. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
