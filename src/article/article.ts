import type { Span } from '../text/span.js';

/** One story as published. `text` is its file's text, unchanged; every offset anywhere counts in it. */
export interface Article {
  /** The file's name below its folder, without the ending: what passages and citations are named after. */
  readonly id: string;
  /** The path below the corpus folder, with `/` between folders. */
  readonly file: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly author: string | null;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly published: string | null;
  /** An http(s) address. */
  readonly url: string | null;
  readonly text: string;
  /** What follows the front matter and the headline. */
  readonly body: Span;
  /** SHA-256 of the file, in hexadecimal: two files with one hash are read alike. */
  readonly hash: string;
}
