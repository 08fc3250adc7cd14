import { StoreError } from '../../errors.js';
import type { GuardedFolder } from './guarded-folder.js';
import { digestOf } from './names.js';

/** The whole texts of articles, as they were at any time, by digest. */
export class Versions {
  readonly #folder: GuardedFolder;

  constructor(folder: GuardedFolder) {
    this.#folder = folder.in('versions');
  }

  async keep(digest: string, bytes: Uint8Array): Promise<void> {
    if ((await this.find(digest)) === null) await this.#folder.write(`${digest}.txt`, bytes);
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
