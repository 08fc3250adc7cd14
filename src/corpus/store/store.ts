import type { StoreError } from '../../errors.js';
import type { Correction } from '../corrections.js';
import type { Actor, Change, Edit, Feed, Scope, ServerSettings, Wanted } from './change.js';

/** Looks at edits just before they are done, while nothing else is; throws where they mustn't be. */
export type Guard = (edits: readonly Edit[]) => void | Promise<void>;

/** Where what moderators do is kept. Every write is whole or not there; one process writes at a time. */
export interface Store {
  /** The scopes that something is kept of. */
  scopes(): readonly Scope[];
  /**
   * The servers whose folders could not be opened at the start, with why, for the people there. Nothing is known of what
   * they keep, and nothing of it is changed before another start.
   */
  readonly failures: ReadonlyMap<Scope, StoreError>;
  /** What is kept of a scope; an empty one where there is nothing yet. @throws StoreError where it can't be opened */
  scope(scope: Scope): Promise<ScopeStore>;
  /** Lets go of the folder, after what is being written. */
  close(): Promise<void>;
}

/** What is kept of one scope. Reading is from memory; nothing of it changes but by `apply` and `undo`. */
export interface ScopeStore {
  readonly scope: Scope;
  /** The folder of the article files, as `readFolder` reads it. It may not be there yet. */
  readonly articlesFolder: string;
  /** By id. */
  readonly corrections: ReadonlyMap<string, Correction>;
  /** By address. */
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly settings: ServerSettings | null;
  /** What was done, the newest first. */
  readonly history: readonly Change[];
  /**
   * Does all that is wanted, or nothing, and has it on the disk when it resolves.
   * @throws StoreError where it can't be written: full disk, read-only folder
   */
  apply(by: Actor, action: string, wanted: readonly Wanted[], guard?: Guard): Promise<Change>;
  /**
   * Takes a change back, as a change of its own.
   * @throws RequestError where there is no such change, it was undone already, its texts are no longer kept, or
   * something of it has changed since
   */
  undo(id: string, by: Actor, guard?: Guard): Promise<Change>;
  /** Whether the texts that a change of the history names are still kept: those of old ones are let go. */
  isTextKept(change: Change): boolean;
  /**
   * The whole text of an article file, by the digest that an edit has.
   * @throws RequestError where it is no longer kept, StoreError where it is lost
   */
  contentOf(digest: string): Promise<string>;
  /** The text of an article file as it is now, by its path below the folder; null where there is none. */
  article(file: string): Promise<string | null>;
  /**
   * Keeps something small for a day at most, such as a preview, and gives an id of 8 URL-safe characters; under an id
   * that is given it takes the place of what was kept under it.
   */
  keepDraft(value: unknown, id?: string): Promise<string>;
  /** What was kept, or null: never there, too old, or taken. */
  draft(id: string): Promise<unknown>;
  dropDraft(id: string): Promise<void>;
  /** State that history doesn't tell and whose loss does no harm: when a feed was read, which items it had. */
  notes(name: string): Promise<unknown>;
  keepNotes(name: string, value: unknown): Promise<void>;
}
