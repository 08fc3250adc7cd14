import type { Article } from '../article/article.js';
import { isEndOf, nameWords, otherFirstNames } from '../attribution/person-names.js';
import { spellingOf } from '../attribution/spelling.js';
import type { Party, PartyKind, Reading, Statement } from '../attribution/statement.js';
import { fold } from '../text/fold.js';
import type { Span } from '../text/span.js';
import type { Steps } from '../turns.js';
import type { Cluster, KeyedCluster, Member } from './cluster.js';
import { correctSpeakers } from './corrected-speakers.js';
import type { Correction } from './corrections.js';
import { Joined } from './joined-speaker.js';
import { partNamesakes } from './namesakes.js';
import { speakerKeys, withoutArticle } from './speaker-keys.js';

/** What an article says somebody is, in its own words. */
export interface Role {
  readonly text: string;
  readonly article: Article;
  readonly span: Span;
}

/** Somebody who is named or quoted in the corpus: the parties of all articles that are one and the same. */
export interface Speaker {
  /** Eight URL-safe characters, made from the name: the same after a refresh. */
  readonly key: string;
  readonly name: string;
  readonly kind: PartyKind;
  /** Every form of the name, the fullest first; the first is `name`. */
  readonly names: readonly string[];
  /** Verbatim, without repeats, in the order of articles. */
  readonly roles: readonly Role[];
  readonly statements: readonly Statement[];
  /** How often articles name them, pronouns not counted. */
  readonly mentions: number;
  /** The articles that name them. */
  readonly articles: readonly Article[];
  /** Whether who they are or what they said rests on what moderators have set right. */
  readonly corrected: boolean;
}

/** A bare surname joins the bearer of it who is in this share of the articles, if there are several. */
const OVERWHELMING = 0.9;
const OVERWHELMING_ARTICLES = 5;

/** The members of a reading: what is worked out of one stays the same over all corpora. */
const membersOfReading = new WeakMap<Reading, readonly Member[]>();

/** Shared by all who say nothing. */
const NOTHING: readonly never[] = [];

function membersOf(reading: Reading): readonly Member[] {
  const known = membersOfReading.get(reading);
  if (known) return known;
  const said = new Map<Party, Statement[]>();
  for (const statement of reading.statements) {
    const own = statement.party && said.get(statement.party);
    if (own) own.push(statement);
    else if (statement.party) said.set(statement.party, [statement]);
  }
  const members = reading.parties.map((party) => {
    const words = nameWords(party.name);
    const written =
      party.kind === 'person' ? words.join(' ') : `${party.kind} ${withoutArticle(fold(party.name))}`;
    return { reading, party, words, written, statements: said.get(party) ?? NOTHING };
  });
  membersOfReading.set(reading, members);
  return members;
}

interface JoinOptions {
  readonly corrections?: readonly Correction[];
  /** The parties that moderators name and articles don't. */
  readonly made?: ReadonlySet<Party>;
  /** Speakers by their keys. */
  readonly before?: ReadonlyMap<string, Speaker>;
}

/** Speakers, and who is which. */
interface JoinedSpeakers {
  readonly speakers: readonly Speaker[];
  readonly speakerOfParty: ReadonlyMap<Party, Speaker>;
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
  const people: Member[] = [];
  const others: Member[] = [];
  for (const reading of readings) {
    for (const member of membersOf(reading)) (member.party.kind === 'person' ? people : others).push(member);
    yield;
  }
  const clusters = [...(yield* joinPeople(people)), ...(yield* joinByWords(others))];
  const keys = yield* speakerKeys(clusters);
  const { keyed, merged, corrected, unmatched } = correctSpeakers(
    clusters.map((cluster, at) => ({ ...cluster, key: keys[at]!, given: null })),
    corrections,
    made,
  );
  const speakerOfParty = new Map<Party, Speaker>();
  const speakerByKey = new Map<string, Speaker>();
  for (const cluster of keyed) {
    const speaker =
      sameAsBefore(before.get(cluster.key), cluster, corrected) ?? new Joined(cluster, corrected);
    for (const { party } of cluster.members) speakerOfParty.set(party, speaker);
    speakerByKey.set(cluster.key, speaker);
    yield;
  }
  const speakers = [...speakerByKey.values()].toSorted(byFame);
  for (const [key, into] of merged) speakerByKey.set(key, speakerByKey.get(into)!);
  return { speakers, speakerOfParty, speakerByKey, corrected, unmatched };
}

function sameAsBefore(
  speaker: Speaker | undefined,
  cluster: KeyedCluster,
  corrected: ReadonlySet<Party>,
): Speaker | null {
  return speaker instanceof Joined && speaker.isOf(cluster, corrected) ? speaker : null;
}

function byFame(a: Speaker, b: Speaker): number {
  return b.statements.length - a.statements.length || b.mentions - a.mentions || (a.name < b.name ? -1 : 1);
}

function* joinPeople(people: readonly Member[]): Steps<Cluster[]> {
  const clusters = yield* joinFullNames(people.filter((m) => m.words.length > 1));
  const bySurname = new Map<string, Cluster[]>();
  for (const cluster of clusters) push(bySurname, spellingOf(cluster.words.at(-1)!), cluster);
  const alone = new Map<string, Cluster>();
  for (const member of people.filter((m) => m.words.length < 2)) {
    const surname = spellingOf(member.words[0] ?? '');
    const known = bearer(bySurname.get(surname) ?? [], member.party.gender);
    if (known) known.members.push(member);
    else if (alone.has(surname)) alone.get(surname)!.members.push(member);
    else alone.set(surname, { kind: 'person', words: member.words, members: [member] });
    yield;
  }
  return [...clusters, ...alone.values()];
}

/** Whom a bare surname means over the whole corpus; null where that isn't sure. */
function bearer(fits: readonly Cluster[], gender: Party['gender']): Cluster | null {
  const possible = gender
    ? fits.filter((c) => c.members.every((m) => m.party.gender === null || m.party.gender === gender))
    : fits;
  if (possible.length < 2) return possible[0] ?? null;
  const counts = possible.map((c) => new Set(c.members.map((m) => m.reading)).size);
  const total = counts.reduce((a, b) => a + b, 0);
  const most = Math.max(...counts);
  return most >= OVERWHELMING_ARTICLES && most / total >= OVERWHELMING
    ? possible[counts.indexOf(most)]!
    : null;
}

/** Joins people with two names or more: longest names first, so that the result doesn't hang on the articles' order. */
function* joinFullNames(people: readonly Member[]): Steps<Cluster[]> {
  const spelled = new Map<string, Member[]>();
  for (const member of people) push(spelled, member.written, member);
  const names = [...spelled.values()].map(([first]) => first!).toSorted(longestFirst);
  /** By first and last word, and by the last two words of longer names. */
  const index = new Map<string, Cluster[]>();
  const clusters: Cluster[] = [];
  for (const { words, written } of names) {
    yield;
    const own = spelled.get(written)!;
    const known = sameAs(words, index);
    if (known) {
      known.members.push(...own);
      continue;
    }
    const cluster: Cluster = { kind: 'person', words, members: [...own] };
    clusters.push(cluster);
    push(index, bothEnds(words[0]!, words.at(-1)!), cluster);
    if (words.length > 2) push(index, `… ${spelledWords(words.slice(-2))}`, cluster);
  }
  const parted: Cluster[] = [];
  for (const cluster of clusters) {
    if (cluster.members.length === 1) parted.push(cluster);
    else for (const members of partNamesakes(cluster.members)) parted.push({ ...cluster, members });
    yield;
  }
  return parted;
}

function longestFirst(a: Member, b: Member): number {
  return b.words.length - a.words.length || (a.written < b.written ? -1 : 1);
}

function spelledWords(words: readonly string[]): string {
  return words.map(spellingOf).join(' ');
}

function bothEnds(first: string, last: string): string {
  return `${spellingOf(first)} ${spellingOf(last)}`;
}

/** The one known person that a name of two words or more can belong to; null where there is none or several. */
function sameAs(words: readonly string[], index: ReadonlyMap<string, readonly Cluster[]>): Cluster | null {
  const first = words[0]!;
  const last = words.at(-1)!;
  const fits = new Set<Cluster>();
  for (const name of [first, ...otherFirstNames(first)]) {
    for (const cluster of index.get(bothEnds(name, last)) ?? [])
      if (middlesFit(cluster.words, words)) fits.add(cluster);
  }
  if (words.length === 2) {
    for (const cluster of index.get(`… ${spelledWords(words)}`) ?? [])
      if (isEndOf(words, cluster.words)) fits.add(cluster);
  }
  if (fits.size <= 1) return [...fits][0] ?? null;
  const exact = [...fits].filter((c) => c.words[0] === first);
  return exact.length === 1 ? exact[0]! : null;
}

/** True unless both have middle names and none of them agree ("John A. Roe", "John B. Roe"). */
function middlesFit(a: readonly string[], b: readonly string[]): boolean {
  const [m, n] = [a.slice(1, -1), b.slice(1, -1)];
  if (!m.length || !n.length) return true;
  return m.some((w) => n.some((v) => w === v || ((w.length === 1 || v.length === 1) && w[0] === v[0])));
}

/** Organisations, documents and groups are joined by their words, the article left out. */
function* joinByWords(members: readonly Member[]): Steps<Cluster[]> {
  const clusters = new Map<string, Cluster>();
  for (const member of members) {
    const known = clusters.get(member.written);
    if (known) known.members.push(member);
    else clusters.set(member.written, { kind: member.party.kind, words: member.words, members: [member] });
    yield;
  }
  return [...clusters.values()];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
