/** A statement as a correction names it. It is found again by its words, so that a changed rule or a refresh does no harm. */
export interface StatementRef {
  /** The article's id. */
  readonly article: string;
  /** The key of the passage as the article has it, whatever is hidden of it. */
  readonly passage: string;
  /** The words of its content, stretches joined by a space. */
  readonly content: string;
  /** Where the content begins in the passage, if its words stand there more than once. */
  readonly at?: number | undefined;
}

/** A speaker as a correction names one: by key, and by name for people who read it. */
export interface SpeakerRef {
  readonly key: string;
  readonly name: string;
}

/**
 * What moderators have set right. Corrections are kept apart from the articles, and laid over what was read each time
 * a corpus is built.
 */
export type Correction =
  /** Another said it. */
  | { readonly kind: 'reattribute'; readonly statement: StatementRef; readonly speaker: string }
  /** Is shown no more, in no answer. */
  | { readonly kind: 'hide'; readonly statement: StatementRef }
  /** Two are one: all of the first is the second's. */
  | { readonly kind: 'merge'; readonly speaker: SpeakerRef; readonly into: SpeakerRef }
  | { readonly kind: 'rename'; readonly speaker: SpeakerRef; readonly name: string }
  /** One is two: whoever is called so in these articles (ids) is somebody else, with this name. */
  | {
      readonly kind: 'split';
      readonly speaker: SpeakerRef;
      readonly articles: readonly string[];
      readonly name: string;
    };
