import type { Draft, Mention } from './parties.js';

/** Remembers who spoke and who was named, so that a pronoun can be resolved where it stands. */
export class Memory {
  #speakers: Draft[] = [];
  #named: Draft[] = [];

  /** Somebody spoke. */
  spoke(draft: Draft): void {
    this.#speakers = [...this.#speakers.slice(-8), draft];
  }

  /** Somebody was named. */
  named(mention: Mention): void {
    this.#named = [...this.#named.slice(-12), mention.draft];
  }

  /** The last who spoke. */
  get last(): Draft | null {
    return this.#speakers.at(-1) ?? null;
  }

  /**
   * Whom a pronoun means: the person named last as a subject in the sentence before, if that fits; else the last who
   * spoke, else the last who was named, whose gender and number fit.
   */
  resolve(pronoun: string, subject: Draft | null): Draft | null {
    const fits = fitting(pronoun);
    if (subject && fits(subject)) return subject;
    return this.#speakers.findLast(fits) ?? this.#named.findLast(fits) ?? null;
  }
}

function fitting(pronoun: string): (draft: Draft) => boolean {
  if (pronoun === 'he') return (d) => d.kind === 'person' && d.gender !== 'female';
  if (pronoun === 'she') return (d) => d.kind === 'person' && d.gender !== 'male';
  if (pronoun === 'it') return (d) => d.kind === 'organisation' || d.kind === 'document';
  if (pronoun === 'they') return (d) => d.kind === 'group' || d.kind === 'organisation';
  return () => false;
}
