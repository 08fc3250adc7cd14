import type { Unreadable } from '../corpus/corpus.js';
import { VERSION } from '../version.js';
import type { Library, Refreshing } from './library.js';

/** What is being served. */
export interface Status {
  readonly articles: number;
  readonly passages: number;
  readonly speakers: number;
  readonly unreadable: readonly Unreadable[];
  readonly builtAt: Date;
  /** Who refreshed last; null where the stories are those of the start. */
  readonly refreshedBy: string | null;
  readonly refreshing: Refreshing | null;
  readonly corpusVersion: string;
  /** On Record's own version. */
  readonly version: string;
}

/** What a library serves now. */
export function statusOf(library: Library): Status {
  const { corpus: c } = library.index;
  return {
    articles: c.articles.size,
    passages: c.passages.length,
    speakers: c.speakers.length,
    unreadable: c.unreadable,
    builtAt: c.builtAt,
    refreshedBy: library.refreshedBy,
    refreshing: library.refreshing,
    corpusVersion: c.version,
    version: VERSION,
  };
}
