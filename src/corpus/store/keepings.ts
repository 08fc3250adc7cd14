import type { GuardedFolder } from './guarded-folder.js';
import { fileNameOf, isId, newId } from './names.js';

/** In milliseconds. */
const DRAFT_KEPT_FOR = 24 * 60 * 60 * 1000;

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

  async keepDraft(value: unknown): Promise<string> {
    await this.prune();
    const id = newId();
    await this.#drafts.write(`${id}.json`, textOf(value));
    return id;
  }

  async draft(id: string): Promise<unknown> {
    if (!isId(id)) return null;
    const written = await this.#drafts.written(`${id}.json`);
    if (written === null || isOld(written)) return null;
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

  /** Removes drafts that are too old. */
  async prune(): Promise<void> {
    for (const name of await this.#drafts.list()) {
      const written = await this.#drafts.written(name);
      if (name.endsWith('.json') && written && isOld(written)) await this.#drafts.remove(name);
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
