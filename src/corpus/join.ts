import { isEndOf, middlesFit, otherFirstNames } from '../attribution/person-names.js';
import { spellingOf } from '../attribution/spelling.js';
import type { Party } from '../attribution/statement.js';
import type { Steps } from '../turns.js';
import type { Cluster, KeyedCluster, Member } from './cluster.js';
import { partNamesakes } from './namesakes.js';
import { speakerIds, uniqueKey } from './speaker-keys.js';
import { push } from '../push.js';

/** A bare surname joins the bearer of it who is in this share of the articles, if there are several. */
const OVERWHELMING = 0.9;
const OVERWHELMING_ARTICLES = 5;

/** Members that may be joined with each other and with nobody else, and what came of them. */
interface Block {
  readonly members: readonly Member[];
  readonly clusters: readonly KeyedCluster[];
}

/** The blocks that were joined last, by their first member: where a block is the same, nothing is joined again. */
const blocks = new WeakMap<Member, Block>();

/** Joins the members of readings, in the order of the readings, in steps. */
export function* joinMembers(readings: Iterable<readonly Member[]>): Steps<KeyedCluster[]> {
  const byBlock = new Map<string, Member[]>();
  for (const members of readings) {
    for (const member of members) push(byBlock, member.block, member);
    yield;
  }
  const taken = new Set<string>();
  const clusters: KeyedCluster[] = [];
  for (const members of byBlock.values()) {
    for (const cluster of joinBlock(members)) {
      const key = uniqueKey(cluster.id, taken);
      clusters.push(key === cluster.key ? cluster : { ...cluster, key });
    }
    yield;
  }
  return clusters;
}

function joinBlock(members: readonly Member[]): readonly KeyedCluster[] {
  const first = members[0]!;
  const known = blocks.get(first);
  if (known?.members.length === members.length && known.members.every((m, at) => m === members[at]))
    return known.clusters;
  const joined = first.party.kind === 'person' ? joinPeople(members) : joinByWords(members);
  const ids = speakerIds(joined);
  const clusters = joined.map((cluster, at) => {
    const id = ids[at]!;
    return { ...cluster, id, key: uniqueKey(id), given: null };
  });
  blocks.set(first, { members, clusters });
  return clusters;
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
  for (const member of people) push(spelled, member.written, member);
  const names = [...spelled.values()].map(([first]) => first!).toSorted(longestFirst);
  /** By first and last word, and by the last two words of longer names. */
  const index = new Map<string, Cluster[]>();
  const clusters: Cluster[] = [];
  for (const { words, written } of names) {
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

/** Organisations, documents and groups are joined by their words, the article left out. */
function joinByWords(members: readonly Member[]): Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const member of members) {
    const known = clusters.get(member.written);
    if (known) known.members.push(member);
    else clusters.set(member.written, { kind: member.party.kind, words: member.words, members: [member] });
  }
  return [...clusters.values()];
}
