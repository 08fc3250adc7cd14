import { snowflake } from './world.js';

/** A file that a person attaches, and where Discord would have it. */
export interface Upload {
  readonly url: string;
  readonly name: string;
  readonly size?: number;
  readonly type?: string;
}

/** The files of one interaction: named by ids where they are used, described apart. */
export class Uploads {
  readonly #attachments: Record<string, object> = {};

  /** @returns the id that stands for the file */
  add({ url, name, size = 1000, type = 'text/plain' }: Upload): string {
    const id = snowflake();
    this.#attachments[id] = { id, filename: name, size, url, proxy_url: url, content_type: type };
    return id;
  }

  /** What belongs into the interaction's data; nothing where there are no files. */
  get resolved(): object {
    return Object.keys(this.#attachments).length > 0 ? { resolved: { attachments: this.#attachments } } : {};
  }
}
