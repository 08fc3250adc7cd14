import { StoreError } from '../../errors.js';
import type { GuardedFolder } from './guarded-folder.js';
import { digestOf } from './names.js';

const FILE = /^([0-9a-f]{64})\.txt$/u;

/** The whole texts of articles, as they were at any time, by digest. */
export class Versions {
  readonly #folder: GuardedFolder;
  /** What is there, as soon as somebody has asked. */
  #sizes: Map<string, number> | null = null;

  constructor(folder: GuardedFolder) {
    this.#folder = folder.in('versions');
  }

  /** The bytes of each text, by digest. */
  async sizes(): Promise<ReadonlyMap<string, number>> {
    if (this.#sizes) return this.#sizes;
    const sizes = new Map<string, number>();
    for (const [name, size] of await this.#folder.sizes()) {
      const [, digest] = FILE.exec(name) ?? [];
      if (digest !== undefined) sizes.set(digest, size);
    }
    this.#sizes = sizes;
    return sizes;
  }

  /** Keeps a text. @returns whether it wasn't there */
  async keep(digest: string, bytes: Uint8Array): Promise<boolean> {
    if ((await this.find(digest)) !== null) return false;
    await this.#folder.write(`${digest}.txt`, bytes);
    this.#sizes?.set(digest, bytes.length);
    return true;
  }

  /** Lets texts go. Where the process dies meanwhile they may be there again, and are let go the next time. */
  async drop(digests: readonly string[]): Promise<void> {
    await this.#folder.discard(digests.map((digest) => `${digest}.txt`));
    for (const digest of digests) this.#sizes?.delete(digest);
  }

  /** Null where it is lost, or isn't what it was. */
  async find(digest: string): Promise<Buffer | null> {
    const bytes = await this.#folder.read(`${digest}.txt`);
    return bytes && digestOf(bytes) === digest ? bytes : null;
  }

  /** @throws StoreError where it is lost, or isn't what it was */
  async get(digest: string): Promise<Buffer> {
    const bytes = await this.find(digest);
    if (bytes) return bytes;
    throw new StoreError(
      'An earlier text of a story is lost, or damaged: `npm run corpus -- check` tells more.',
      {
        detail: `${this.#folder.path}/${digest}.txt`,
      },
    );
  }
}
