import { StoreError } from '../../errors.js';
import type { Change } from './change.js';
import { isFull } from './failures.js';
import type { History } from './history.js';
import { NamedTexts, textsOf } from './named-texts.js';
import type { ScopeFolder } from './scope-folder.js';

/** Holds the id of the oldest change whose texts are kept, and how many lines stand before it; not there as long as all are kept. */
export const KEPT_FROM = 'kept-from';

/**
 * The newest changes whose texts are kept, and the bytes that these may come to besides the stories as they are: weeks of
 * a busy server's work or sixteen of the largest stories, and no more than a small disk can bear of each server.
 */
const MOST_CHANGES = 1000;
const MOST_BYTES = 64 * 1024 * 1024;

/** What goes together after a change, for each going has its price: the texts of so many changes, or so many bytes. */
const CHANGES_AT_ONCE = 20;
const BYTES_AT_ONCE = 1024 * 1024;

/** What is to be said where a text of a change is asked for that was let go. */
export const LET_GO = `The texts of that change are no longer kept: I keep those of the newest ${MOST_CHANGES.toLocaleString('en')} changes, and at most ${MOST_BYTES / 1024 / 1024} MB of them.`;

/** What names texts. */
type Named = Pick<History, 'changes' | 'damaged'>;

/** Which texts of a scope's history are kept. A change costs what is in it, however long the history is. */
export class KeptTexts {
  readonly #folder: ScopeFolder;
  readonly #onWarning: (message: string) => void;
  readonly #changes: Change[];
  readonly #damaged: Named['damaged'];
  readonly #named: NamedTexts;
  /** The digests in damaged lines, which may be mended. */
  readonly #inDamaged: ReadonlySet<string>;
  /** The place of the oldest change whose texts are kept, counted from 0, and what its file says. */
  #from: number;
  #noted: string | null;
  /** The place of the oldest change within the bound, the bytes that count there, and what each digest counts. */
  #bound: number;
  #bytes = 0;
  readonly #counted = new Map<string, number>();
  /** Digests that are to be weighed; those that were found to be needed no more, with their bytes. */
  #unweighed: string[];
  readonly #free = new Map<string, number>();

  private constructor(folder: ScopeFolder, history: Named, from: number, noted: string | null, warn: Warn) {
    this.#folder = folder;
    this.#onWarning = warn;
    this.#changes = [...history.changes];
    this.#damaged = history.damaged;
    this.#named = new NamedTexts(history.changes);
    this.#inDamaged = new Set(history.damaged.flatMap(({ text }) => text.match(/[0-9a-f]{64}/gu) ?? []));
    this.#from = from;
    this.#noted = noted;
    this.#bound = from;
    this.#unweighed = [...this.#named.digests()];
  }

  static none(folder: ScopeFolder): KeptTexts {
    return new KeptTexts(folder, { changes: [], damaged: [] }, 0, null, () => {});
  }

  /** @throws StoreError where it can't be read what is kept */
  static async of(folder: ScopeFolder, history: Named, warn: Warn): Promise<KeptTexts> {
    const noted = await readNote(folder);
    return new KeptTexts(folder, history, placeOf(noted, history), noted, warn);
  }

  /** Takes in what came to the history's end. */
  add(change: Change): void {
    this.#changes.push(change);
    this.#unweighed.push(...this.#named.add(change));
  }

  /** Whether texts that the history names are kept; that they are not lost is another matter. */
  have(digests: readonly string[]): boolean {
    return this.#from === 0 || digests.every((digest) => this.#named.isKept(digest, this.#from));
  }

  /** Removes the texts that are beyond the bound. Where that can't be done, that is told, and the next time goes on with it. */
  async letGo(): Promise<void> {
    await this.#letGo(() => true);
  }

  /** The same after a change, as soon as it is worth it. */
  async letGoAfterChange(): Promise<void> {
    await this.#letGo(() => {
      const bytes = [...this.#free.values()].reduce((sum, size) => sum + size, 0);
      return this.#bound - this.#from >= CHANGES_AT_ONCE || bytes >= BYTES_AT_ONCE;
    });
  }

  async #letGo(isWorthIt: () => boolean): Promise<void> {
    if (this.#unweighed.length === 0) return;
    try {
      this.#weighAll(await this.#folder.versions.sizes());
      if (!isWorthIt()) return;
      const from = this.#free.size > 0 ? this.#bound : this.#from;
      await this.#note(from);
      this.#from = from;
      await this.#drop([...this.#free.keys()]);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#onWarning(`old texts can't be removed yet (${error.detail})`);
    }
  }

  /** Moves the bound on to where it leaves what may be kept. The newest change has its texts however large they are. */
  #weighAll(sizes: ReadonlyMap<string, number>): void {
    for (const digest of this.#unweighed) this.#weigh(digest, sizes);
    this.#unweighed = [];
    const { length } = this.#changes;
    while (this.#bound < length - 1 && (length - this.#bound > MOST_CHANGES || this.#bytes > MOST_BYTES))
      for (const edit of this.#changes[this.#bound++]?.edits ?? [])
        for (const digest of textsOf(edit)) this.#weigh(digest, sizes);
  }

  /** A text that no change names is never weighed, and so left alone: the history may be lost, and come back from a copy. */
  #weigh(digest: string, sizes: ReadonlyMap<string, number>): void {
    const size = sizes.get(digest) ?? 0;
    const isNeeded = this.#named.isKept(digest, this.#bound) || this.#inDamaged.has(digest);
    const counts = this.#named.isNamedFrom(digest, this.#bound) && !this.#named.isStory(digest) ? size : 0;
    this.#bytes += counts - (this.#counted.get(digest) ?? 0);
    if (counts > 0) this.#counted.set(digest, counts);
    else this.#counted.delete(digest);
    if (sizes.has(digest) && !isNeeded) this.#free.set(digest, size);
    else this.#free.delete(digest);
  }

  /**
   * Has it on the disk from where on texts are kept, before anything is gone: so nothing is ever missed that nobody lost. On a disk
   * that has no room even for that, texts make room that are let go anyway.
   */
  async #note(from: number): Promise<void> {
    const change = this.#changes[from];
    if (!change || from === 0) return;
    const note = `${change.id} ${linesBefore(from, this.#damaged)}`;
    while (note !== this.#noted)
      try {
        await this.#folder.files.write(KEPT_FROM, `${note}\n`);
        this.#noted = note;
      } catch (error) {
        const [digest] = isFull(error) ? this.#free.keys() : [];
        if (digest === undefined) throw error;
        await this.#drop([digest]);
      }
  }

  async #drop(digests: readonly string[]): Promise<void> {
    await this.#folder.versions.drop(digests);
    for (const digest of digests) this.#free.delete(digest);
  }
}

type Warn = (message: string) => void;

/** Where the changes begin whose texts are kept: the place of the oldest of them, counted from 0. */
export async function keptFrom(folder: ScopeFolder, history: Named): Promise<number> {
  return placeOf(await readNote(folder), history);
}

async function readNote({ files }: ScopeFolder): Promise<string | null> {
  return (await files.read(KEPT_FROM))?.toString('utf8').trim() ?? null;
}

function placeOf(noted: string | null, { changes, damaged }: Named): number {
  const [id, lines] = noted?.split(' ') ?? [];
  const place = changes.findIndex((change) => change.id === id);
  if (place >= 0) return place;
  // Where its line can be read no more, those before and after it still can. Where there is none, nothing may be taken for let go.
  const before = Number(lines);
  if (!damaged.some(({ number }) => number === before + 1)) return 0;
  return before - damaged.filter(({ number }) => number <= before).length;
}

/** The lines that stand before a change in its file, of which some are damaged. */
function linesBefore(place: number, damaged: Named['damaged']): number {
  let lines = place;
  for (const { number } of damaged) if (number <= lines + 1) lines++;
  return lines;
}
