import type { Draft } from './parties.js';

/** How many of the last speakers and subjects a pronoun can mean. */
const REACH = 12;

interface Event {
  readonly draft: Draft;
  readonly spoke: boolean;
}

/** Remembers who spoke and whom the sentences were about, in order, so that a pronoun can be resolved where it stands. */
export class Memory {
  #events: Event[] = [];
  #named: Draft[] = [];

  /** Somebody spoke. */
  spoke(draft: Draft): void {
    this.#push({ draft, spoke: true });
  }

  /** A sentence had somebody as its subject. */
  subject(draft: Draft): void {
    this.#push({ draft, spoke: false });
  }

  /** Somebody was named. */
  named(draft: Draft): void {
    this.#named = [...this.#named.slice(-REACH), draft];
  }

  /**
   * Whom a pronoun means: the last who spoke or was the subject of a sentence and whose gender and number fit, else
   * the last who was named.
   */
  resolve(pronoun: string): Draft | null {
    const fits = fitting(pronoun);
    const last = this.#events.findLast((e) => fits(e.draft))?.draft;
    return last ?? this.#named.findLast(fits) ?? null;
  }

  #push(event: Event): void {
    this.#events = [...this.#events.slice(1 - REACH), event];
  }
}

function fitting(pronoun: string): (draft: Draft) => boolean {
  if (pronoun === 'he') return (d) => d.kind === 'person' && d.gender !== 'female';
  if (pronoun === 'she') return (d) => d.kind === 'person' && d.gender !== 'male';
  if (pronoun === 'it') return (d) => d.kind === 'organisation' || d.kind === 'document';
  if (pronoun === 'they') return (d) => d.kind === 'group' || d.kind === 'organisation';
  return () => false;
}
