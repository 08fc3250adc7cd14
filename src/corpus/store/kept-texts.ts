import type { Change, Edit } from './change.js';
import { isFull } from './failures.js';
import { readHistory, type History } from './history.js';
import type { ScopeFolder } from './scope-folder.js';

/** Holds the id of the oldest change whose texts are kept; not there as long as all are. */
export const KEPT_FROM = 'kept-from';

/**
 * The newest changes whose texts are kept, and the bytes that these may come to besides the stories as they are: weeks of
 * a busy server's work or sixteen of the largest stories, and no more than a small disk can bear of each server.
 */
const MOST_CHANGES = 1000;
const MOST_BYTES = 64 * 1024 * 1024;

/** What is to be said where a text is asked for that was let go. */
export const LET_GO = `Its text is no longer kept: I keep those of the newest ${MOST_CHANGES.toLocaleString('en')} changes, and at most ${MOST_BYTES / 1024 / 1024} MB of them.`;

/** What names texts. */
type Named = Pick<History, 'changes' | 'damaged'>;

/** Which texts of a scope's history are kept. */
export class KeptTexts {
  readonly #folder: ScopeFolder;
  readonly #history: Named;
  /** The place of the oldest change whose texts are kept, counted from 0. */
  #from: number;

  private constructor(folder: ScopeFolder, history: Named, from: number) {
    this.#folder = folder;
    this.#history = history;
    this.#from = from;
  }

  static none(folder: ScopeFolder): KeptTexts {
    return new KeptTexts(folder, { changes: [], damaged: [] }, 0);
  }

  static async of(folder: ScopeFolder, history: Named): Promise<KeptTexts> {
    return new KeptTexts(folder, history, await keptFrom(folder, history.changes));
  }

  /** As it is when changes were put to the history's end. */
  with(changes: readonly Change[]): KeptTexts {
    return new KeptTexts(this.#folder, { ...this.#history, changes }, this.#from);
  }

  /** Whether texts that the history names are kept; that they are not lost is another matter. */
  have(digests: readonly string[]): boolean {
    if (this.#from === 0 || digests.length === 0) return true;
    const needed = textsNeeded(this.#history, this.#from);
    return digests.every((digest) => needed.has(digest));
  }

  /** Removes the texts that are beyond the bound. @throws StoreError where it can't; the next time goes on with it */
  async letGo(): Promise<void> {
    const { versions } = this.#folder;
    const sizes = await versions.sizes();
    const { changes } = this.#history;
    const from = Math.max(this.#from, boundOf(changes, sizes));
    const needed = textsNeeded(this.#history, from);
    // A text that no change names is left alone: the history may be lost, and come back from a copy.
    const old = new Set(changes.slice(0, from).flatMap(({ edits }) => edits.flatMap(textsOf)));
    const free = [...old].filter((digest) => sizes.has(digest) && !needed.has(digest));
    if (free.length === 0) return;
    if (from > this.#from) await this.#noteDown(`${changes[from]?.id}\n`, free);
    this.#from = from;
    for (const digest of free) await versions.drop(digest);
  }

  /**
   * Has it on the disk from where on texts are kept, before anything is gone: so nothing is ever missed that nobody lost. On a disk
   * that has no room even for that, texts make room that are let go anyway.
   */
  async #noteDown(text: string, free: string[]): Promise<void> {
    const { files, versions } = this.#folder;
    for (;;)
      try {
        return await files.write(KEPT_FROM, text);
      } catch (error) {
        const digest = isFull(error) ? free.pop() : undefined;
        if (digest === undefined) throw error;
        await versions.drop(digest);
      }
  }
}

/** Removes the texts of a scope that are beyond the bound, of which nothing else is known yet. @throws StoreError */
export async function letGoIn(folder: ScopeFolder): Promise<void> {
  await (await KeptTexts.of(folder, await readHistory(folder.files))).letGo();
}

/** Where the changes begin whose texts are kept: the place of the oldest of them, counted from 0. */
export async function keptFrom({ files }: ScopeFolder, changes: readonly Change[]): Promise<number> {
  const id = (await files.read(KEPT_FROM))?.toString('utf8').trim();
  // One that isn't there stood in a line that can't be read: then nothing may be taken for let go.
  return Math.max(
    0,
    changes.findIndex((change) => change.id === id),
  );
}

/**
 * The digests of the texts that somebody may still want: those of the changes from a place on, those of the stories as they
 * are, from which a lost file is put back, and all that a damaged line names, for it may be mended.
 */
export function textsNeeded({ changes, damaged }: Named, from: number): ReadonlySet<string> {
  const needed = liveTexts(changes);
  for (const { edits } of changes.slice(from))
    for (const digest of edits.flatMap(textsOf)) needed.add(digest);
  for (const { text } of damaged) for (const [digest] of text.matchAll(/[0-9a-f]{64}/gu)) needed.add(digest);
  return needed;
}

/** The place of the oldest change that the bound leaves its texts. The newest has them however large they are. */
function boundOf(changes: readonly Change[], sizes: ReadonlyMap<string, number>): number {
  const counted = liveTexts(changes);
  let [from, bytes] = [changes.length, 0];
  while (from > 0 && changes.length - from < MOST_CHANGES) {
    for (const digest of changes[from - 1]?.edits.flatMap(textsOf) ?? []) {
      if (!counted.has(digest)) bytes += sizes.get(digest) ?? 0;
      counted.add(digest);
    }
    if (bytes > MOST_BYTES && from < changes.length) break;
    from--;
  }
  return from;
}

/** The digests that an edit names. */
export function textsOf(edit: Edit): string[] {
  return edit.kind === 'article' ? [edit.before, edit.after].filter((digest) => digest !== null) : [];
}

function liveTexts(changes: readonly Change[]): Set<string> {
  const last = new Map<string, string | null>();
  for (const { edits } of changes)
    for (const edit of edits) if (edit.kind === 'article') last.set(edit.key, edit.after);
  return new Set([...last.values()].filter((digest) => digest !== null));
}
