import type { Article } from '../article/article.js';
import { isEndOf, isOverlong, nameWords, otherFirstNames } from '../attribution/person-names.js';
import type { Party, PartyKind, Reading, Statement } from '../attribution/statement.js';
import { spellingOf } from '../attribution/spelling.js';
import { fold } from '../text/fold.js';
import { slice, type Span } from '../text/span.js';
import type { Steps } from '../turns.js';
import { partNamesakes } from './namesakes.js';
import { speakerKeys, withoutArticle } from './speaker-keys.js';

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

/** A party and the reading that it is from, with what of its name decides whom it is joined with. */
interface Member {
  readonly reading: Reading;
  readonly party: Party;
  readonly words: readonly string[];
  /** The name as all who write it alike have it: a person's words; kind and words of the others. */
  readonly written: string;
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

/**
 * One speaker for each person, organisation, document or group, over all readings, joined in steps. Speakers of `before` whose parties
 * are the same are taken over as they are.
 */
export function* joinSpeakers(
  readings: readonly Reading[],
  before: ReadonlyMap<string, Speaker> = new Map(),
): Steps<{
  speakers: readonly Speaker[];
  speakerOfParty: ReadonlyMap<Party, Speaker>;
}> {
  const people: Member[] = [];
  const others: Member[] = [];
  for (const reading of readings) {
    for (const member of membersOf(reading)) (member.party.kind === 'person' ? people : others).push(member);
    yield;
  }
  const clusters = [...(yield* joinPeople(people)), ...(yield* joinByWords(others))];
  const keys = yield* speakerKeys(clusters);
  const speakerOfParty = new Map<Party, Speaker>();
  const speakers: Speaker[] = [];
  for (const [at, cluster] of clusters.entries()) {
    const speaker = sameAsBefore(before.get(keys[at]!), cluster) ?? new Joined(cluster, keys[at]!);
    for (const { party } of cluster.members) speakerOfParty.set(party, speaker);
    speakers.push(speaker);
    yield;
  }
  return { speakers: speakers.toSorted(byFame), speakerOfParty };
}

function sameAsBefore(speaker: Speaker | undefined, { members }: Cluster): Speaker | null {
  return speaker instanceof Joined && speaker.isOf(members) ? speaker : null;
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

/** A speaker that remembers whom it was joined of. */
class Joined implements Speaker {
  readonly key: string;
  readonly name: string;
  readonly kind: PartyKind;
  readonly names: readonly string[];
  readonly roles: readonly Role[];
  readonly statements: readonly Statement[];
  readonly mentions: number;
  readonly articles: readonly Article[];
  readonly #members: readonly Member[];

  constructor(cluster: Cluster, key: string) {
    const { kind, members } = cluster;
    const names = namesOf(cluster);
    const [first] = members;
    this.key = key;
    this.name = names[0]!;
    this.kind = kind;
    this.names = names;
    this.roles = rolesOf(members);
    this.statements = members.length === 1 ? first!.statements : members.flatMap((m) => m.statements);
    this.mentions = members.reduce((sum, { party }) => sum + party.mentions.length, 0);
    this.articles =
      members.length === 1 ? [first!.reading.article] : [...new Set(members.map((m) => m.reading.article))];
    this.#members = members;
  }

  isOf(members: readonly Member[]): boolean {
    return this.#members.length === members.length && this.#members.every((m, at) => m === members[at]);
  }
}

function rolesOf(members: readonly Member[]): readonly Role[] {
  const roles = new Map<string, Role>();
  for (const { reading, party } of members) {
    for (const span of party.roles) {
      const text = slice(reading.article.text, span);
      const id = withoutArticle(fold(text));
      if (!roles.has(id)) roles.set(id, { text, span, article: reading.article });
    }
  }
  return roles.size ? [...roles.values()] : NOTHING;
}

/** Each form once, the fullest first; of two spellings of one form, the more frequent. */
function namesOf({ members }: Cluster): string[] {
  const counts = new Map<string, number>();
  for (const { party } of members) {
    for (const name of party.names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 1) return [...counts.keys()];
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
