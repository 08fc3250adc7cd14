import type { Statement } from '../../attribution/statement.js';
import type { Span } from '../../text/span.js';

/** What speaks for a passage, each from 0 to 1. */
export interface Features {
  /** The share of the topic's weight that stands in the answering sentence. */
  readonly sentence: number;
  /** … in the passage, the title, the heading or the paragraphs beside it, which count for less. */
  readonly around: number;
  /** … of the topic's and the speaker's weight anywhere in the story. */
  readonly story: number;
  /** … in what the asked speaker says, or, for half, in what nobody else says beside it. */
  readonly own: number;
  /** Neighbours in the question that are neighbours in the sentence as well. */
  readonly near: number;
  /** Its BM25 score as a share of the best one's. */
  readonly found: number;
  /** Whether the asked speaker says it: in the answering sentence, or elsewhere in the passage. */
  readonly speaker: number;
  /** The asked speaker is named in the passage, or speaks beside it. */
  readonly named: number;
  /** Somebody says the answering sentence in quotation marks. */
  readonly direct: number;
  /** The sentence holds the kind of thing that is asked for. */
  readonly meets: number;
  /** It tells a reason or a way, where that is asked for, and is about what its story tells of the question. */
  readonly tells: number;
  /** It opens its story: what is asked about stands there, yet the answer is further down. */
  readonly opens: number;
  /** How much of the quotation stands in the passage, in order. */
  readonly quotation: number;
}

/** A passage that was looked at closely. */
export interface Looked {
  readonly place: number;
  readonly features: Features;
  /** Works out what to show of it: few of the passages that are looked at are shown. */
  readonly shown: () => Shown;
}

/** The sentence of a passage that answers best, and the statements that it belongs to. */
export interface Shown {
  readonly sentence: Span;
  readonly statements: readonly Statement[];
}
