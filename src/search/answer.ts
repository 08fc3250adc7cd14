import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Statement, StatementKind } from '../attribution/statement.js';
import type { Speaker } from '../corpus/speakers.js';
import type { Span } from '../text/span.js';
import type { Note } from './note.js';

/** What is asked, and of whom. */
export interface Question {
  readonly text: string;
  /** Only what this speaker said. */
  readonly speaker?: Speaker | null;
  /** Only this story. */
  readonly article?: Article | null;
  /** Only these stories. */
  readonly within?: ReadonlySet<Article> | null;
}

/** A passage that answers, or comes near. */
export interface Hit {
  readonly passage: Passage;
  /** The sentence of the passage that answers best, inside it. */
  readonly sentence: Span;
  /** How the answering sentence is said: by somebody, or in the article's own voice. */
  readonly kind: StatementKind | 'narration';
  /** The statements that the answering sentence belongs to; none for narration. */
  readonly statements: readonly Statement[];
  /** Who said it, without repeats; none for narration or where the article doesn't tell. */
  readonly speakers: readonly Speaker[];
  /** Whether who said it rests on what moderators have set right. */
  readonly corrected: boolean;
  /** Higher is better; comparable within one answer. */
  readonly score: number;
  /** Other stories that print the passage too. */
  readonly alsoIn: readonly Article[];
}

/**
 * Why there is no answer: the words ask nothing that can be looked up; the speaker is named but never quoted or
 * reported; the speaker speaks, but not of this; nothing in the stories answers, or in the stories of the time or
 * the name that is asked for; or "he" means nobody that is known.
 */
export type NoAnswer =
  | 'asks-nothing'
  | 'never-quoted'
  | 'not-said-by-speaker'
  | 'not-in-stories'
  | 'not-of-that-time'
  | 'not-in-that-story'
  | 'unclear';

export interface Answer {
  readonly question: Question;
  readonly found: boolean;
  /** The best first. Where nothing is found, the nearest misses, which are not the answer. */
  readonly hits: readonly Hit[];
  /** Why not, where nothing is found. */
  readonly reason: NoAnswer | null;
  /** Where nothing in the stories answers, the words of the question that no story holds, as they were typed. */
  readonly missing: readonly string[];
  /** Whom the question names as the speaker, by option or in its words. */
  readonly speaker: Speaker | null;
  /** How the question was taken, where that isn't plain. */
  readonly notes: readonly Note[];
}

/** The most hits of an answer. */
export const MOST_HITS = 9;
