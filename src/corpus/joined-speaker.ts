import type { Article } from '../article/article.js';
import { isOverlong, nameWords } from '../attribution/person-names.js';
import { spellingOf } from '../attribution/spelling.js';
import type { Party, PartyKind, Statement } from '../attribution/statement.js';
import { once } from '../once.js';
import { fold } from '../text/fold.js';
import { slice } from '../text/span.js';
import type { Cluster, KeyedCluster, Member } from './cluster.js';
import { withoutArticle } from './speaker-keys.js';
import type { Role, Speaker } from './speakers.js';

/** Shared by all who have none. */
const NOTHING: readonly never[] = [];

/** A speaker that remembers whom it was joined of. */
export class Joined implements Speaker {
  readonly key: string;
  readonly name: string;
  readonly kind: PartyKind;
  readonly names: readonly string[];
  readonly roles: readonly Role[];
  readonly statements: readonly Statement[];
  readonly wrote: number;
  readonly mentions: number;
  readonly articles: readonly Article[];
  readonly corrected: boolean;
  readonly members: readonly Member[];
  readonly #given: string | null;

  /** @param corrected the parties whose speaker is who it is because of a correction */
  constructor(cluster: Omit<KeyedCluster, 'id' | 'words'>, corrected: ReadonlySet<Party>) {
    const { key, kind, members, given } = cluster;
    const names = withGiven(given, namesOf(cluster));
    const [first] = members;
    this.key = key;
    this.name = names[0]!;
    this.kind = kind;
    this.names = names;
    this.roles = rolesOf(members);
    this.statements = members.length === 1 ? first!.statements : members.flatMap((m) => m.statements);
    this.wrote = members.reduce((sum, member) => sum + member.wrote, 0);
    this.mentions = members.reduce((sum, { party }) => sum + party.mentions.length, 0);
    this.articles =
      members.length === 1 ? [first!.reading.article] : [...new Set(members.map((m) => m.reading.article))];
    this.corrected = isCorrected(members, corrected);
    this.members = members;
    this.#given = given;
  }

  /** Whether these parties would make the same speaker. */
  isOf({ members, given }: KeyedCluster, corrected: ReadonlySet<Party>): boolean {
    return (
      this.#given === given &&
      this.members.length === members.length &&
      this.members.every((m, at) => m === members[at]) &&
      this.corrected === isCorrected(members, corrected)
    );
  }
}

/** What is known of a speaker at once. */
type Known = Pick<Speaker, 'key' | 'kind' | 'names'>;

/** A speaker as an earlier start has joined it: the articles are looked into for what is asked of it. */
export class KeptSpeaker implements Speaker {
  readonly key: string;
  readonly name: string;
  readonly kind: PartyKind;
  readonly names: readonly string[];
  readonly #joined: () => Joined;

  /** @param members whom it was joined of: there were no corrections */
  constructor({ key, kind, names }: Known, members: () => readonly Member[]) {
    this.key = key;
    this.name = names[0]!;
    this.kind = kind;
    this.names = names;
    this.#joined = once(() => new Joined({ key, kind, given: null, members: [...members()] }, new Set()));
  }

  get roles(): readonly Role[] {
    return this.#joined().roles;
  }

  get statements(): readonly Statement[] {
    return this.#joined().statements;
  }

  get wrote(): number {
    return this.#joined().wrote;
  }

  get mentions(): number {
    return this.#joined().mentions;
  }

  get articles(): readonly Article[] {
    return this.#joined().articles;
  }

  get corrected(): boolean {
    return this.#joined().corrected;
  }

  get members(): readonly Member[] {
    return this.#joined().members;
  }

  /** See `Joined`. */
  isOf(...cluster: Parameters<Joined['isOf']>): boolean {
    return this.#joined().isOf(...cluster);
  }
}

/** Whether a speaker remembers whom it was joined of: all speakers of a corpus do. */
export function wasJoined(speaker: Speaker | undefined): speaker is Joined | KeptSpeaker {
  return speaker instanceof Joined || speaker instanceof KeptSpeaker;
}

function isCorrected(members: readonly Member[], corrected: ReadonlySet<Party>): boolean {
  return members.some(({ party, statements }) => corrected.has(party) || statements.some((s) => s.corrected));
}

/** A name that was given is the first of all. */
function withGiven(given: string | null, names: readonly string[]): readonly string[] {
  return given === null ? names : [given, ...names.filter((name) => fold(name) !== fold(given))];
}

/** Each role once, by its first mention; those that more stories give come first. */
function rolesOf(members: readonly Member[]): readonly Role[] {
  const roles = new Map<string, Role>();
  const articles = new Map<string, Set<Article>>();
  for (const { reading, party } of members) {
    for (const span of party.roles) {
      const text = slice(reading.article.text, span);
      const id = withoutArticle(fold(text));
      if (!roles.has(id)) roles.set(id, { text, span, article: reading.article });
      articles.set(id, (articles.get(id) ?? new Set()).add(reading.article));
    }
  }
  if (!roles.size) return NOTHING;
  return [...roles]
    .toSorted(([a], [b]) => articles.get(b)!.size - articles.get(a)!.size)
    .map(([, role]) => role);
}

/** What the articles call them. */
export function nameOf(cluster: Pick<Cluster, 'members'>): string {
  return namesOf(cluster)[0]!;
}

/** Each form once, the fullest first; of two spellings of one form, the more frequent. */
function namesOf({ members }: Pick<Cluster, 'members'>): string[] {
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

function spelledWords(words: readonly string[]): string {
  return words.map(spellingOf).join(' ');
}
