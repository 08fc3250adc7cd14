import type { Change, Edit } from './change.js';
import { TEMPORARY, type GuardedFolder, type Staged } from './guarded-folder.js';
import { CORRECTIONS, differingFiles, FEEDS, SETTINGS, type State } from './state.js';
import { HISTORY, readHistory } from './history.js';
import { Versions } from './versions.js';

/** Holds the id of the last change that was carried out whole. */
export const APPLIED = 'applied';

/** Where everything of a scope lies. */
export class ScopeFolder {
  readonly files: GuardedFolder;
  readonly articles: GuardedFolder;
  readonly versions: Versions;

  constructor(files: GuardedFolder, articles: GuardedFolder) {
    this.files = files;
    this.articles = articles;
    this.versions = new Versions(files);
  }

  /** Tells whether somebody else has written in the scope's files. */
  async stamp(): Promise<string> {
    const stamps = [HISTORY, CORRECTIONS, FEEDS, SETTINGS].map((name) => this.files.stamp(name));
    return (await Promise.all(stamps)).join(' ');
  }

  async applied(): Promise<string | null> {
    return (await this.files.read(APPLIED))?.toString('utf8').trim() ?? null;
  }

  setApplied(id: string): Promise<void> {
    return this.files.write(APPLIED, `${id}\n`);
  }

  /** Removes what a process that died has left half written. */
  async removeTemporary(): Promise<void> {
    for (const folder of [this.files, this.articles])
      for (const name of await folder.find(TEMPORARY)) await folder.remove(name);
  }

  /**
   * Puts a change to the history's end, its texts among the versions, and its files beside their places.
   * @throws StoreError where that can't be done; then nothing is left
   */
  async commit(
    change: Change,
    contents: ReadonlyMap<string, Uint8Array>,
    before: State,
    now: State,
  ): Promise<Prepared> {
    const added: string[] = [];
    let prepared: Prepared | null = null;
    try {
      for (const [digest, bytes] of contents) if (await this.versions.keep(digest, bytes)) added.push(digest);
      prepared = await this.stage(change.edits, before, now);
      await this.files.append(HISTORY, `${JSON.stringify(change)}\n`);
      return prepared;
    } catch (error) {
      await prepared?.drop();
      // On a disk that fails so that not even the line could be taken back, it may be there, and wants its texts.
      const { changes } = await readHistory(this.files);
      if (!changes.some(({ id }) => id === change.id)) await this.versions.drop(added);
      throw error;
    }
  }

  /**
   * Prepares the files of some edits beside their places, so that no more than names are to change.
   * @throws StoreError where that can't be done; then nothing is left
   */
  async stage(edits: readonly Edit[], before: State, now: State): Promise<Prepared> {
    const staged: Staged[] = [];
    const removed: [GuardedFolder, string][] = [];
    const prepare = async (folder: GuardedFolder, name: string, content: string | Uint8Array | null) => {
      if (content === null) removed.push([folder, name]);
      else staged.push(await folder.stage(name, content));
    };
    try {
      for (const edit of edits)
        if (edit.kind === 'article')
          await prepare(this.articles, edit.key, edit.after && (await this.versions.get(edit.after)));
      for (const [name, content] of differingFiles(before, now)) await prepare(this.files, name, content);
    } catch (error) {
      await dropAll(staged);
      throw error;
    }
    return {
      async settle() {
        for (const one of staged) await one.settle();
        for (const [folder, name] of removed) await folder.remove(name);
      },
      drop: () => dropAll(staged),
    };
  }
}

/** Files that are ready to take their places. */
export interface Prepared {
  settle(): Promise<void>;
  drop(): Promise<void>;
}

async function dropAll(staged: readonly Staged[]): Promise<void> {
  for (const one of staged) await one.drop();
}
