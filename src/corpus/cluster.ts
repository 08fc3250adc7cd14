import type { Party, PartyKind, Reading, Statement } from '../attribution/statement.js';

/** A party and the reading that it is from, with what of its name decides whom it is joined with. */
export interface Member {
  readonly reading: Reading;
  readonly party: Party;
  readonly words: readonly string[];
  /** The name as all who write it alike have it: a person's words; kind and words of the others. */
  readonly written: string;
  /** Nobody is joined with anybody of another block: people of one surname are one, and others who are written alike. */
  readonly block: string;
  readonly statements: readonly Statement[];
  /** How many passages they signed. */
  readonly wrote: number;
}

/** The parties that are one speaker. */
export interface Cluster {
  readonly kind: PartyKind;
  /** The folded words of the fullest name. */
  readonly words: readonly string[];
  readonly members: Member[];
}

/** The parties that are one speaker, with its key. */
export interface KeyedCluster extends Cluster {
  readonly key: string;
  /** What the key is made of. */
  readonly id: string;
  /** The name that a moderator has given; null where the articles' is used. */
  readonly given: string | null;
}
