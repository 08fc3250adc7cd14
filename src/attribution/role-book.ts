import type { Span } from '../text/span.js';
import type { Cast, Draft } from './parties.js';

interface Role {
  readonly span: Span;
  readonly draft: Draft;
}

/** What an article says people are, by where it stands. */
export class Roles {
  readonly #held: readonly Role[];

  constructor({ drafts }: Cast) {
    this.#held = drafts
      .flatMap((draft) => draft.roles.map((span) => ({ span, draft })))
      .toSorted((a, b) => a.span.start - b.span.start);
  }

  /** The role that a word is a part of ("Mara Quill, a lawyer who …, said": the lawyer is Quill). */
  at({ start, end }: Span): Role | null {
    let low = 0;
    let high = this.#held.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#held[middle]!.span.start <= start) low = middle + 1;
      else high = middle;
    }
    const last = this.#held[low - 1];
    return last && end <= last.span.end ? last : null;
  }
}
