import type { Progress } from '../corpus/folder.js';

/** How far long work is, and what it does; nothing said, it reads the stories again. */
export interface Doing extends Progress {
  /** "Reading the feed" */
  readonly doing?: string;
}
