import { createHash } from 'node:crypto';
import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Party, Reading, Statement } from '../attribution/statement.js';
import { atOnce, type Steps } from '../turns.js';
import { correctReadings } from './corrected-readings.js';
import type { Correction } from './corrections.js';
import type { KnownSpeakers } from './kept-speakers.js';
import { type JoinedSpeakers, joinSpeakers, type Speaker } from './speakers.js';

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
  /** Who a party of an article is. */
  readonly speakerOfParty: (party: Party, article: Article) => Speaker | null;
  /** Who said a statement; null where the article doesn't tell. */
  readonly speakerOf: (statement: Statement) => Speaker | null;
  /** Who signed a passage that is their own words as a whole; null where nobody did. */
  readonly writerOf: (passage: Passage) => Speaker | null;
  /** Whether who said a statement rests on what moderators have set right. */
  readonly isCorrected: (statement: Statement) => boolean;
  readonly unreadable: readonly Unreadable[];
  /** Corrections of what stands in no story any more. */
  readonly unmatched: readonly Correction[];
}

/** What a corpus is built with, besides readings. */
interface CorpusOptions {
  readonly unreadable?: readonly Unreadable[];
  /** What moderators have set right, the oldest first. */
  readonly corrections?: readonly Correction[];
  /** What it has of the same readings is taken over, so that a refresh costs little more than what has changed. */
  readonly before?: Corpus | null;
  /** The speakers of just these readings without corrections, where they are known. */
  readonly speakers?: KnownSpeakers | null;
}

const byPassage = new WeakMap<Reading, ReadonlyMap<Passage, readonly Statement[]>>();

/** Puts readings together: one speaker for everybody who occurs in several articles. */
export function buildCorpus(readings: readonly Reading[], options: CorpusOptions = {}): Corpus {
  return atOnce(corpusInSteps(readings, options));
}

/** As `buildCorpus`, in steps. */
export function* corpusInSteps(
  given: readonly Reading[],
  { unreadable = [], corrections = [], before = null, speakers: known = null }: CorpusOptions = {},
): Steps<Corpus> {
  const { readings, made, unmatched } = correctReadings(given, corrections);
  const passages: Passage[] = [];
  const version = createHash('sha256');
  const readingOf = new Map<Article, Reading>();
  for (const reading of readings) {
    for (const passage of reading.passages) passages.push(passage);
    readingOf.set(reading.article, reading);
    version.update(`${reading.article.id}\0${reading.article.hash}\n`);
    yield;
  }
  for (const correction of corrections) version.update(`${JSON.stringify(correction)}\n`);
  const joined = known
    ? alreadyJoined(known)
    : yield* joinSpeakers(readings, { corrections, made, ...(before && { before: before.speakerByKey }) });
  const { speakers, speakerByKey } = joined;
  const speakerOfParty: Corpus['speakerOfParty'] = (party, article) =>
    joined.speakerOfParty(party, article) ?? null;
  let byKey: Map<string, Passage> | null = null;
  return {
    version: version.digest('hex').slice(0, 8),
    builtAt: new Date(),
    readings,
    articles: new Map(readings.map((r) => [r.article.id, r.article])),
    passages,
    // Only buttons need it.
    get passageByKey() {
      byKey ??= new Map(passages.map((p) => [p.key, p]));
      return byKey;
    },
    statementsIn: (passage) => {
      const reading = readingOf.get(passage.article);
      return (reading && statementsByPassage(reading).get(passage)) ?? [];
    },
    speakers,
    speakerByKey,
    speakerOfParty,
    writerOf: (passage) => {
      const reading = readingOf.get(passage.article);
      const party = reading && writersByPassage(reading)?.get(passage);
      return party ? speakerOfParty(party, passage.article) : null;
    },
    speakerOf: ({ party, passage }) => (party ? speakerOfParty(party, passage.article) : null),
    isCorrected: ({ corrected, party }) => corrected ?? (party !== null && joined.corrected.has(party)),
    unreadable,
    unmatched: [...unmatched, ...joined.unmatched],
  };
}

/** Speakers as if they had been joined now. */
function alreadyJoined({ speakers, speakerOfParty }: KnownSpeakers): JoinedSpeakers {
  const speakerByKey = new Map(speakers.map((speaker) => [speaker.key, speaker]));
  return { speakers, speakerByKey, speakerOfParty, corrected: new Set(), unmatched: [] };
}

const writers = new WeakMap<Reading, ReadonlyMap<Passage, Party>>();

/** Who signed the passages of a reading; null where nobody signed any. */
function writersByPassage(reading: Reading): ReadonlyMap<Passage, Party> | null {
  if (!reading.written.length) return null;
  const known = writers.get(reading);
  if (known) return known;
  const found = new Map(reading.written.map(({ passage, party }) => [passage, party]));
  writers.set(reading, found);
  return found;
}

/** The statements of a reading by the passage that they stand in, in order; nothing for narration. */
export function statementsByPassage(reading: Reading): ReadonlyMap<Passage, readonly Statement[]> {
  const known = byPassage.get(reading);
  if (known) return known;
  const found = new Map<Passage, Statement[]>();
  for (const statement of reading.statements) {
    const list = found.get(statement.passage);
    if (list) list.push(statement);
    else found.set(statement.passage, [statement]);
  }
  byPassage.set(reading, found);
  return found;
}
