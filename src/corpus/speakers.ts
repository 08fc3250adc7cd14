import type { Article } from '../article/article.js';
import type { Party, PartyKind, Reading, Statement } from '../attribution/statement.js';
import type { Span } from '../text/span.js';
import type { Steps } from '../turns.js';
import type { KeyedCluster, Member } from './cluster.js';
import { correctSpeakers } from './corrected-speakers.js';
import type { Correction } from './corrections.js';
import { joinMembers } from './join.js';
import { Joined, wasJoined } from './joined-speaker.js';
import type { KnownSpeakers } from './kept-speakers.js';
import { membersOf } from './members.js';

/** What an article says somebody is, in its own words. */
export interface Role {
  readonly text: string;
  readonly article: Article;
  readonly span: Span;
  /** How many articles say so. */
  readonly stories: number;
}

/** Somebody who is named or quoted in the corpus: the parties of all articles that are one and the same. */
export interface Speaker {
  /** Eight URL-safe characters, made from the name: the same after a refresh. */
  readonly key: string;
  readonly name: string;
  readonly kind: PartyKind;
  /** Every form of the name, the fullest first; the first is `name`. */
  readonly names: readonly string[];
  /** What most of the articles take them for; null where they don't tell, or contradict each other evenly. */
  readonly gender: Party['gender'];
  /** Verbatim, without repeats; those that more articles give come first. */
  readonly roles: readonly Role[];
  readonly statements: readonly Statement[];
  /** How many passages are their own words as a whole: of letters, signed pieces and answers. */
  readonly wrote: number;
  /** How often articles name them, pronouns not counted. */
  readonly mentions: number;
  /** The articles that name them. */
  readonly articles: readonly Article[];
  /** Whether who they are or what they said rests on what moderators have set right. */
  readonly corrected: boolean;
}

/** The speakers of clusters: what a correction alters is another cluster. */
const joinedOf = new WeakMap<KeyedCluster, Speaker>();

function* membersOfAll(readings: readonly Reading[]): Generator<readonly Member[]> {
  for (const reading of readings) yield membersOf(reading);
}

interface JoinOptions {
  readonly corrections?: readonly Correction[];
  /** The parties that moderators name and articles don't. */
  readonly made?: ReadonlySet<Party>;
  /** Speakers by their keys. */
  readonly before?: ReadonlyMap<string, Speaker>;
}

/** Speakers, and who is which. */
export interface JoinedSpeakers extends KnownSpeakers {
  /** By key; those who were merged into somebody else have theirs still. */
  readonly speakerByKey: ReadonlyMap<string, Speaker>;
  /** The parties whose speaker is who it is because of a correction. */
  readonly corrected: ReadonlySet<Party>;
  /** Corrections of speakers whom no article names any more. */
  readonly unmatched: readonly Correction[];
}

/**
 * One speaker for each person, organisation, document or group, over all readings, joined in steps, with the
 * corrections of speakers laid over them. Speakers of `before` whose parties are the same are taken over as they are.
 */
export function* joinSpeakers(
  readings: readonly Reading[],
  { corrections = [], made = new Set(), before = new Map() }: JoinOptions = {},
): Steps<JoinedSpeakers> {
  const clusters = yield* joinMembers(membersOfAll(readings));
  const { keyed, merged, corrected, unmatched } = correctSpeakers(clusters, corrections, made);
  const speakerOfParty = new Map<Party, Speaker>();
  const speakerByKey = new Map<string, Speaker>();
  for (const cluster of keyed) {
    const speaker =
      joinedOf.get(cluster) ??
      sameAsBefore(before.get(cluster.key), cluster, corrected) ??
      new Joined(cluster, corrected);
    joinedOf.set(cluster, speaker);
    for (const { party } of cluster.members) speakerOfParty.set(party, speaker);
    speakerByKey.set(cluster.key, speaker);
    yield;
  }
  const speakers = [...speakerByKey.values()].toSorted(byFame);
  for (const [key, into] of merged) speakerByKey.set(key, speakerByKey.get(into)!);
  return {
    speakers,
    speakerOfParty: (party) => speakerOfParty.get(party),
    speakerByKey,
    corrected,
    unmatched,
  };
}

function sameAsBefore(
  speaker: Speaker | undefined,
  cluster: KeyedCluster,
  corrected: ReadonlySet<Party>,
): Speaker | null {
  return wasJoined(speaker) && speaker.isOf(cluster, corrected) ? speaker : null;
}

function byFame(a: Speaker, b: Speaker): number {
  return b.statements.length - a.statements.length || b.mentions - a.mentions || (a.name < b.name ? -1 : 1);
}
