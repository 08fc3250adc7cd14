import type { Store } from '../corpus/store/store.js';
import type { Libraries } from '../search/libraries.js';
import type { Fetcher } from '../web/fetcher.js';

/** What moderators work with. */
export interface Newsroom {
  readonly store: Store;
  readonly libraries: Libraries;
  readonly fetcher: Fetcher;
}
