import type { GuardedFolder } from './guarded-folder.js';
import { fileNameOf, isId, newId } from './names.js';

/** In milliseconds. */
const DRAFT_KEPT_FOR = 24 * 60 * 60 * 1000;
/** Drafts of a scope, and the bytes of all of them together, before a new one is put to them. */
export const MOST_DRAFTS = 200;
const LARGEST_DRAFTS = 100 * 1024 * 1024;

/** What a scope keeps besides what history tells: drafts for a day, and notes. */
export class Keepings {
  readonly #drafts: GuardedFolder;
  readonly #notes: GuardedFolder;
  readonly #onWarning: (message: string) => void;

  constructor(folder: GuardedFolder, onWarning: (message: string) => void) {
    this.#drafts = folder.in('drafts');
    this.#notes = folder.in('notes');
    this.#onWarning = onWarning;
  }

  async keepDraft(value: unknown, id = newId()): Promise<string> {
    await this.prune();
    await this.#drafts.write(`${id}.json`, textOf(value));
    return id;
  }

  async draft(id: string): Promise<unknown> {
    if (!isId(id)) return null;
    const written = await this.#drafts.written(`${id}.json`);
    if (written === null || isOld(written.at)) return null;
    return this.#read(this.#drafts, `${id}.json`);
  }

  async dropDraft(id: string): Promise<void> {
    if (isId(id)) await this.#drafts.remove(`${id}.json`);
  }

  notes(name: string): Promise<unknown> {
    return this.#read(this.#notes, fileNameOf(name));
  }

  keepNotes(name: string, value: unknown): Promise<void> {
    return this.#notes.write(fileNameOf(name), textOf(value));
  }

  /** Removes drafts that are too old, and the oldest of too many: nobody fills the disk with what is never confirmed. */
  async prune(): Promise<void> {
    const drafts: { readonly name: string; readonly at: Date; readonly size: number }[] = [];
    for (const name of await this.#drafts.list()) {
      const written = name.endsWith('.json') ? await this.#drafts.written(name) : null;
      if (written) drafts.push({ name, ...written });
    }
    let [count, size] = [0, 0];
    for (const draft of drafts.toSorted((a, b) => b.at.getTime() - a.at.getTime())) {
      count++;
      size += draft.size;
      if (isOld(draft.at) || count > MOST_DRAFTS || size > LARGEST_DRAFTS)
        await this.#drafts.remove(draft.name);
    }
  }

  async #read(folder: GuardedFolder, name: string): Promise<unknown> {
    const bytes = await folder.read(name);
    if (bytes === null) return null;
    try {
      return JSON.parse(bytes.toString('utf8'));
    } catch {
      this.#onWarning(`${name} can't be read, and counts as not there`);
      return null;
    }
  }
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value ?? null)}\n`;
}

function isOld(written: Date): boolean {
  return Date.now() - written.getTime() > DRAFT_KEPT_FOR;
}
