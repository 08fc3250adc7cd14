import { pronounAfter } from './gender.js';
import type { Name } from './names.js';
import type { Draft } from './parties.js';
import type { Marked } from './passage-tokens.js';
import { nameWords } from './person-names.js';

/** Tells whom a surname means where several people of an article bear it. */
export class Families {
  /** Everybody who is named in full, the first first. */
  readonly #order = new Map<Draft, number>();
  /** For each surname that stands alone: how often "she" follows it, less how often "he" does. */
  readonly #leanings = new Map<string, number>();

  constructor(all: readonly Marked[], bearerOf: (fullName: Name) => Draft | undefined) {
    for (const marked of all) {
      for (const name of marked.names) {
        const bearer = bearerOf(name);
        if (bearer && !this.#order.has(bearer)) this.#order.set(bearer, this.#order.size);
        if (!bearer && !name.courtesy && name.words.length === 1) this.#lean(marked, name);
      }
    }
  }

  /** The one named first, whom the article is about, goes by the surname alone; the relatives keep their first names. */
  head(surname: string, bearers: readonly Draft[]): Draft | undefined {
    const leaning = this.#leanings.get(surname) ?? 0;
    const gender = leaning > 1 ? 'female' : leaning < -1 ? 'male' : null;
    const fits = gender ? bearers.filter((d) => d.gender === null || d.gender === gender) : bearers;
    return (fits.length ? fits : bearers).toSorted((a, b) => this.#place(a) - this.#place(b))[0];
  }

  #place(draft: Draft): number {
    return this.#order.get(draft) ?? Infinity;
  }

  #lean(marked: Marked, name: Name): void {
    const [surname] = nameWords(name.words.join(' '));
    const pronoun = pronounAfter(marked, name);
    if (surname === undefined || !pronoun) return;
    this.#leanings.set(surname, (this.#leanings.get(surname) ?? 0) + (pronoun === 'she' ? 1 : -1));
  }
}
