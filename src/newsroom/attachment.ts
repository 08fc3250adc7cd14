/** A file that somebody attached. */
export interface Attachment {
  readonly url: string;
  /** As its sender called it. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly contentType: string | null;
}
