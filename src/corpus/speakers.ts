import { createHash } from 'node:crypto';
import type { Article } from '../article/article.js';
import {
  firstNameRoot,
  isEndOf,
  isOverlong,
  nameWords,
  otherFirstNames,
} from '../attribution/person-names.js';
import type { Party, PartyKind, Reading, Statement } from '../attribution/statement.js';
import { spellingOf } from '../attribution/spelling.js';
import { fold } from '../text/fold.js';
import { slice, type Span } from '../text/span.js';
import { partNamesakes } from './namesakes.js';

/** What an article says somebody is, in its own words. */
interface Role {
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
}

/** A party and the reading that it is from. */
interface Member {
  readonly reading: Reading;
  readonly party: Party;
  readonly words: readonly string[];
  readonly statements: readonly Statement[];
}

/** The parties that are one speaker. */
interface Cluster {
  readonly kind: PartyKind;
  /** The folded words of the fullest name. */
  readonly words: readonly string[];
  readonly members: Member[];
}

/** A bare surname joins the bearer of it who is in this share of the articles, if there are several. */
const OVERWHELMING = 0.9;
const OVERWHELMING_ARTICLES = 5;

/** The members of a reading, and of a speaker: what is worked out of a reading stays the same over all corpora. */
const membersOfReading = new WeakMap<Reading, readonly Member[]>();
const membersOfSpeaker = new WeakMap<Speaker, readonly Member[]>();

function membersOf(reading: Reading): readonly Member[] {
  const known = membersOfReading.get(reading);
  if (known) return known;
  const said = new Map<Party, Statement[]>();
  for (const statement of reading.statements) {
    const own = statement.party && said.get(statement.party);
    if (own) own.push(statement);
    else if (statement.party) said.set(statement.party, [statement]);
  }
  const members = reading.parties.map((party) => ({
    reading,
    party,
    words: nameWords(party.name),
    statements: said.get(party) ?? [],
  }));
  membersOfReading.set(reading, members);
  return members;
}

/**
 * One speaker for each person, organisation, document or group, over all readings. Speakers of `before` whose parties
 * are the same are taken over as they are.
 */
export function joinSpeakers(
  readings: readonly Reading[],
  before: ReadonlyMap<string, Speaker> = new Map(),
): {
  speakers: readonly Speaker[];
  speakerOfParty: ReadonlyMap<Party, Speaker>;
} {
  const members = readings.flatMap(membersOf);
  const people = members.filter((m) => m.party.kind === 'person');
  const clusters = [...joinPeople(people), ...joinByWords(members.filter((m) => m.party.kind !== 'person'))];
  const keys = speakerKeys(clusters);
  const speakerOfParty = new Map<Party, Speaker>();
  const speakers = clusters.map((cluster, at) => {
    const speaker = sameAsBefore(before.get(keys[at]!), cluster) ?? toSpeaker(cluster, keys[at]!);
    for (const { party } of cluster.members) speakerOfParty.set(party, speaker);
    return speaker;
  });
  return { speakers: speakers.toSorted(byFame), speakerOfParty };
}

function sameAsBefore(speaker: Speaker | undefined, { members }: Cluster): Speaker | null {
  const own = speaker && membersOfSpeaker.get(speaker);
  const isSame = own?.length === members.length && own.every((member, at) => member === members[at]);
  return isSame ? (speaker ?? null) : null;
}

function byFame(a: Speaker, b: Speaker): number {
  return b.statements.length - a.statements.length || b.mentions - a.mentions || (a.name < b.name ? -1 : 1);
}

function joinPeople(people: readonly Member[]): Cluster[] {
  const clusters = joinFullNames(people.filter((m) => m.words.length > 1));
  const bySurname = new Map<string, Cluster[]>();
  for (const cluster of clusters) push(bySurname, spellingOf(cluster.words.at(-1)!), cluster);
  const alone = new Map<string, Cluster>();
  for (const member of people.filter((m) => m.words.length < 2)) {
    const surname = spellingOf(member.words[0] ?? '');
    const known = bearer(bySurname.get(surname) ?? [], member.party.gender);
    if (known) known.members.push(member);
    else if (alone.has(surname)) alone.get(surname)!.members.push(member);
    else alone.set(surname, { kind: 'person', words: member.words, members: [member] });
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
function joinFullNames(people: readonly Member[]): Cluster[] {
  const spelled = new Map<string, Member[]>();
  for (const member of people) push(spelled, member.words.join(' '), member);
  const names = [...spelled.keys()]
    .map((key) => key.split(' '))
    .toSorted((a, b) => b.length - a.length || (a.join(' ') < b.join(' ') ? -1 : 1));
  /** By first and last word, and by the last two words of longer names. */
  const index = new Map<string, Cluster[]>();
  const clusters: Cluster[] = [];
  for (const words of names) {
    const own = spelled.get(words.join(' '))!;
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
  return clusters.flatMap((cluster) =>
    partNamesakes(cluster.members).map((own) => ({ ...cluster, members: own })),
  );
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
  const fits = new Set(
    [first, ...otherFirstNames(first)]
      .flatMap((name) => index.get(bothEnds(name, last)) ?? [])
      .filter((c) => middlesFit(c.words, words)),
  );
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
function joinByWords(members: readonly Member[]): Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const member of members) {
    const key = `${member.party.kind} ${withoutArticle(fold(member.party.name))}`;
    const known = clusters.get(key);
    if (known) known.members.push(member);
    else clusters.set(key, { kind: member.party.kind, words: member.words, members: [member] });
  }
  return [...clusters.values()];
}

function withoutArticle(folded: string): string {
  return folded.replace(/^(?:the|a|an) /u, '');
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A key for each cluster: from first and last name, so that a middle initial found later changes nothing. */
function speakerKeys(clusters: readonly Cluster[]): string[] {
  const bases = clusters.map(({ kind, words }) =>
    kind === 'person'
      ? `person ${words.length > 1 ? firstNameRoot(words[0]!) : ''} ${spellingOf(words.at(-1) ?? '')}`
      : `${kind} ${withoutArticle(words.join(' '))}`,
  );
  const taken = new Set<string>();
  const shared = new Map<string, number>();
  for (const base of bases) shared.set(base, (shared.get(base) ?? 0) + 1);
  return clusters.map((cluster, at) => {
    const base = bases[at]!;
    let id = shared.get(base) === 1 ? base : `${base} ${cluster.words.join(' ')}`;
    let key = hash(id);
    while (taken.has(key)) {
      id += '+';
      key = hash(id);
    }
    taken.add(key);
    return key;
  });
}

const hashes = new Map<string, string>();
/** The hashes that are remembered; they start afresh when there are more. */
const MOST_HASHES = 100_000;

function hash(id: string): string {
  let known = hashes.get(id);
  if (known === undefined) {
    if (hashes.size >= MOST_HASHES) hashes.clear();
    known = createHash('sha256').update(id).digest('base64url').slice(0, 8);
    hashes.set(id, known);
  }
  return known;
}

function toSpeaker(cluster: Cluster, key: string): Speaker {
  const order = cluster.members;
  const names = namesOf(cluster);
  const roles = new Map<string, Role>();
  for (const { reading, party } of order) {
    for (const span of party.roles) {
      const text = slice(reading.article.text, span);
      const id = withoutArticle(fold(text));
      if (!roles.has(id)) roles.set(id, { text, span, article: reading.article });
    }
  }
  const speaker: Speaker = {
    key,
    name: names[0]!,
    kind: cluster.kind,
    names,
    roles: [...roles.values()],
    statements: order.flatMap((member) => member.statements),
    mentions: order.reduce((sum, { party }) => sum + party.mentions.length, 0),
    articles: [...new Set(order.map((m) => m.reading.article))],
  };
  membersOfSpeaker.set(speaker, order);
  return speaker;
}

/** Each form once, the fullest first; of two spellings of one form, the more frequent. */
function namesOf({ members }: Cluster): string[] {
  const counts = new Map<string, number>();
  for (const { party } of members) {
    for (const name of party.names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const full = new Set(members.map((m) => m.party.name));
  const fullWords = new Map([...full].map((name) => nameWords(name)).map((w) => [spelledWords(w), w]));
  const size = (name: string): number => {
    const words = nameWords(name);
    const shorter = fullWords.get(spelledWords(words.slice(1)));
    return (full.has(name) && !(shorter && isOverlong(words, shorter)) ? 100 : 0) + words.length;
  };
  const sizes = new Map([...counts.keys()].map((name) => [name, size(name)]));
  const seen = new Set<string>();
  return [...counts]
    .toSorted(([a, m], [b, n]) => sizes.get(b)! - sizes.get(a)! || n - m || (a < b ? -1 : 1))
    .map(([name]) => name)
    .filter((name) => !seen.has(fold(name)) && seen.add(fold(name)));
}
