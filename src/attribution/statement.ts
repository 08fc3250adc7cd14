import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Span } from '../text/span.js';
import type { Rule } from './rule.js';

/** All of the content in quotation marks (direct), part of it (mixed), or none (indirect: reported speech). */
export type StatementKind = 'direct' | 'mixed' | 'indirect';

/**
 * How a speaker was found: the source gives the name in full (`full name`) or a part of one (`short name`), it is a
 * pronoun or describes a body or a group without naming it (`phrase`); the quotation goes on from a speaker told before
 * (`carried`); or the article doesn't tell (`nobody`).
 */
export const BYS = ['full name', 'short name', 'pronoun', 'phrase', 'carried', 'nobody'] as const;
export type By = (typeof BYS)[number];

/** An attribution inside one passage. Every span counts in the article's text and lies in the passage. */
export interface Statement {
  readonly passage: Passage;
  readonly kind: StatementKind;
  /** The words that name who said it ("security expert Ahmed Al-Sharifi", "he"), null where they stand elsewhere. */
  readonly source: Span | null;
  /** The words of saying ("said", "according to"), null where the speaker just goes on. */
  readonly cue: Span | null;
  /** What is claimed, in order; more than one stretch where the attribution stands in the middle. */
  readonly content: readonly Span[];
  /** Who said it, one of the reading's parties; null where the article doesn't tell. */
  readonly party: Party | null;
  /** How the words were found. */
  readonly rule: Rule;
  /** How the speaker was found. */
  readonly by: By;
  /** How likely words and speaker are right, 0 to 1; 0 where nobody is known. */
  readonly confidence: number;
  /** Set where a moderator has said who said it. */
  readonly corrected?: true;
  /** The statement as it was read, where this is what was left of it when words of its passage were hidden. */
  readonly whole?: Statement;
}

export type PartyKind = 'person' | 'organisation' | 'document' | 'group';

/** Somebody an article names or quotes, under all the names it uses for them. */
export interface Party {
  /**
   * The fullest name that the article gives, without titles ("Basem Al-Awadi"; "Ana Roe" of "Ana and Ben Roe"); for a group
   * its words ("Analysts").
   */
  readonly name: string;
  readonly kind: PartyKind;
  /** Each form of the name that occurs, fullest first, without titles. */
  readonly names: readonly string[];
  /** What the article says they are, verbatim ("Government spokesperson"), in order. */
  readonly roles: readonly Span[];
  /** Where the article names them (pronouns don't count), in order. */
  readonly mentions: readonly Span[];
  readonly gender: 'female' | 'male' | null;
  /** The fullest name where moderators have hidden all that gives it: it is shown nowhere, and still tells who is who. */
  readonly hiddenName?: string;
}

/** What a headline claims. Its words are the outlet's, however it puts them: nobody is ever quoted with them. */
export interface Headline {
  /** Where it stands: paragraph 0, not one of the reading's passages. */
  readonly passage: Passage;
  /** Their parties may be none of the reading's. */
  readonly statements: readonly Statement[];
}

/** A passage that is somebody's own words as a whole: of a letter, a piece with a line about its writer, an interview's answer. */
export interface Written {
  readonly passage: Passage;
  /** Whose, one of the reading's parties. */
  readonly party: Party;
}

/** An article, read: its passages, the statements in them, and everybody named. A function of the article alone. */
export interface Reading {
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly statements: readonly Statement[];
  readonly parties: readonly Party[];
  /** What is somebody's own words as a whole: hardly anything in a news story, whoever reports it. */
  readonly written: readonly Written[];
}
