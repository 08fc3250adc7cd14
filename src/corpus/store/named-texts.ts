import type { Change, Edit } from './change.js';

/** Which texts a history names, kept up as changes come to it: nothing is looked through twice. */
export class NamedTexts {
  /** By story: the digest of what it is now. */
  readonly #now = new Map<string, string>();
  /** By digest: how many stories are that now. */
  readonly #stories = new Map<string, number>();
  /** By digest: the place of the last change that names it, from 0. */
  readonly #last = new Map<string, number>();
  #places = 0;

  constructor(changes: readonly Change[]) {
    for (const change of changes) this.add(change);
  }

  /** Takes in what came to the history's end. @returns the digests that something may be otherwise of */
  add({ edits }: Change): readonly string[] {
    const place = this.#places++;
    const digests: string[] = [];
    for (const edit of edits) {
      if (edit.kind !== 'article') continue;
      const was = this.#now.get(edit.key);
      if (was !== undefined) this.#count(was, -1);
      if (edit.after === null) this.#now.delete(edit.key);
      else {
        this.#now.set(edit.key, edit.after);
        this.#count(edit.after, 1);
      }
      for (const digest of textsOf(edit)) {
        this.#last.set(digest, place);
        digests.push(digest);
      }
      if (was !== undefined) digests.push(was);
    }
    return digests;
  }

  /** All that changes name. */
  digests(): Iterable<string> {
    return this.#last.keys();
  }

  /** Whether a story is that now. */
  isStory(digest: string): boolean {
    return (this.#stories.get(digest) ?? 0) > 0;
  }

  /** Whether a change names it that is at that place, from 0, or later. */
  isNamedFrom(digest: string, place: number): boolean {
    return (this.#last.get(digest) ?? -1) >= place;
  }

  /**
   * Whether it is there where texts are kept of the changes from that place on: it is one of them, or what a story is now,
   * from which a lost file is put back.
   */
  isKept(digest: string, from: number): boolean {
    return this.isStory(digest) || this.isNamedFrom(digest, from);
  }

  #count(digest: string, by: 1 | -1): void {
    this.#stories.set(digest, (this.#stories.get(digest) ?? 0) + by);
  }
}

/** The digests that an edit names. */
export function textsOf(edit: Edit): string[] {
  return edit.kind === 'article' ? [edit.before, edit.after].filter((digest) => digest !== null) : [];
}
