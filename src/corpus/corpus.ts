import { createHash } from 'node:crypto';
import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Reading, Statement } from '../attribution/statement.js';
import { joinSpeakers, type Speaker } from './speakers.js';

/** A file that could not be read as an article, and why. */
export interface Unreadable {
  readonly file: string;
  readonly reason: string;
}

/** The stories that are asked, read. Immutable: a refresh builds another. */
export interface Corpus {
  /** Eight hexadecimal characters made from every article: the same stories have the same version. */
  readonly version: string;
  readonly builtAt: Date;
  readonly readings: readonly Reading[];
  readonly articles: ReadonlyMap<string, Article>;
  readonly passages: readonly Passage[];
  /** Passages by their key. */
  readonly passageByKey: ReadonlyMap<string, Passage>;
  /** The statements in a passage, in order; none for narration. */
  readonly statementsIn: (passage: Passage) => readonly Statement[];
  /** Everybody who is named or quoted, the most quoted first. */
  readonly speakers: readonly Speaker[];
  readonly speakerByKey: ReadonlyMap<string, Speaker>;
  /** Who said a statement; null where the article doesn't tell. */
  readonly speakerOf: (statement: Statement) => Speaker | null;
  readonly unreadable: readonly Unreadable[];
}

/** Puts readings together: one speaker for everybody who occurs in several articles. */
export function buildCorpus(readings: readonly Reading[], unreadable: readonly Unreadable[] = []): Corpus {
  const passages = readings.flatMap((r) => r.passages);
  const statements = new Map<Passage, Statement[]>();
  for (const statement of readings.flatMap((r) => r.statements)) {
    const list = statements.get(statement.passage);
    if (list) list.push(statement);
    else statements.set(statement.passage, [statement]);
  }
  const { speakers, speakerOfParty } = joinSpeakers(readings);
  const version = createHash('sha256');
  for (const { article } of readings) version.update(`${article.id}\0${article.hash}\n`);
  return {
    version: version.digest('hex').slice(0, 8),
    builtAt: new Date(),
    readings,
    articles: new Map(readings.map((r) => [r.article.id, r.article])),
    passages,
    passageByKey: new Map(passages.map((p) => [p.key, p])),
    statementsIn: (passage) => statements.get(passage) ?? [],
    speakers,
    speakerByKey: new Map(speakers.map((s) => [s.key, s])),
    speakerOf: (statement) => (statement.party && speakerOfParty.get(statement.party)) ?? null,
    unreadable,
  };
}
