/** A story on its way into a corpus: what was read of a page, a file or a feed's item, before it is an article. */
export interface Draft {
  readonly title: string;
  readonly outlet: string | null;
  readonly author: string | null;
  /** `YYYY-MM-DD` */
  readonly published: string | null;
  /** Where it was read: an http(s) address, or null. */
  readonly url: string | null;
  /** The story: paragraphs and headings, with an empty line between any two. */
  readonly text: string;
  /** What whoever adds it should look at, in words ("no date was found"). */
  readonly doubts: readonly string[];
}
