import type { Party } from '../attribution/statement.js';
import { fold } from '../text/fold.js';
import type { KeyedCluster, Member } from './cluster.js';
import type { Correction, SpeakerRef } from './corrections.js';
import { nameOf } from './joined-speaker.js';
import { keyOfParted } from './speaker-keys.js';

type SpeakerCorrection = Extract<Correction, { speaker: SpeakerRef }>;

/** What corrections make of joined parties. */
interface CorrectedSpeakers {
  readonly keyed: readonly KeyedCluster[];
  /** For each key of somebody who was merged into another, the other's. */
  readonly merged: ReadonlyMap<string, string>;
  /** The parties that are where they are, or are called so, because of a correction. */
  readonly corrected: ReadonlySet<Party>;
  readonly unmatched: readonly Correction[];
}

/**
 * Lays the corrections of speakers over joined parties, one after another. Keys stay as they are: whoever is renamed or
 * merged with another is found under the same one as before.
 * @param made the parties that moderators name and articles don't: they go by the names that moderators give
 */
export function correctSpeakers(
  clusters: readonly KeyedCluster[],
  corrections: readonly Correction[],
  made: ReadonlySet<Party>,
): CorrectedSpeakers {
  const own = corrections.filter(
    (c): c is SpeakerCorrection => 'speaker' in c && typeof c.speaker === 'object',
  );
  if (own.length === 0) return { keyed: clusters, merged: new Map(), corrected: new Set(), unmatched: [] };
  const table = new Table(clusters);
  const unmatched = own.filter((correction) => !table.correct(correction));
  table.take(made);
  return { keyed: table.clusters(), merged: table.merged, corrected: table.corrected, unmatched };
}

class Table {
  readonly merged = new Map<string, string>();
  readonly corrected = new Set<Party>();
  readonly #byKey: Map<string, KeyedCluster>;

  constructor(clusters: readonly KeyedCluster[]) {
    this.#byKey = new Map(clusters.map((cluster) => [cluster.key, cluster]));
  }

  clusters(): readonly KeyedCluster[] {
    return [...this.#byKey.values()];
  }

  /** False where there is nobody whom it is about. */
  correct(correction: SpeakerCorrection): boolean {
    const cluster = this.#find(correction.speaker);
    if (!cluster) return false;
    if (correction.kind === 'rename') return this.#rename(cluster, correction.name);
    if (correction.kind === 'split')
      return this.#split(cluster, new Set(correction.articles), correction.name);
    const into = this.#find(correction.into);
    return into !== null && this.#merge(cluster, into);
  }

  /** Gives the parties that moderators name to those whom moderators call so. */
  take(made: ReadonlySet<Party>): void {
    const given = new Map<string, KeyedCluster>();
    for (const cluster of this.#byKey.values())
      if (cluster.given !== null) given.set(fold(cluster.given), cluster);
    for (const cluster of this.clusters()) {
      if (!cluster.members.every(({ party }) => made.has(party))) continue;
      const known = given.get(fold(cluster.members[0]!.party.name));
      if (known && known.key !== cluster.key) this.#join(cluster, known);
    }
  }

  /** By key; where that has changed, by a name that only one has. */
  #find({ key, name }: SpeakerRef): KeyedCluster | null {
    const known = this.#byKey.get(this.#lastKey(key));
    if (known) return known;
    const wanted = fold(name);
    const called = this.clusters().filter(({ given, members }) =>
      given === null
        ? members.some(({ party }) => party.names.some((form) => fold(form) === wanted))
        : fold(given) === wanted,
    );
    return called.length === 1 ? called[0]! : null;
  }

  #lastKey(key: string): string {
    const into = this.merged.get(key);
    return into === undefined ? key : this.#lastKey(into);
  }

  #rename(cluster: KeyedCluster, name: string): true {
    this.#byKey.set(cluster.key, { ...cluster, given: name });
    this.#mark(cluster.members);
    return true;
  }

  #split(cluster: KeyedCluster, articles: ReadonlySet<string>, name: string): boolean {
    const goes = ({ reading }: Member) => articles.has(reading.article.id);
    const parted = cluster.members.filter(goes);
    const left = cluster.members.filter((member) => !goes(member));
    if (parted.length === 0) return false;
    if (left.length === 0) return this.#rename(cluster, name);
    const key = keyOfParted(cluster.key, name, (other) => this.#byKey.has(other) || this.merged.has(other));
    this.#byKey.set(cluster.key, { ...cluster, members: left });
    this.#byKey.set(key, { ...cluster, key, members: parted, given: name });
    this.#mark(parted);
    return true;
  }

  /** Both are called as the second is, though the first may be named more often, or by a longer name. */
  #merge(cluster: KeyedCluster, into: KeyedCluster): boolean {
    if (cluster.key !== into.key) {
      this.#mark(cluster.members);
      this.#join(cluster, { ...into, given: into.given ?? nameOf(into) });
    }
    return true;
  }

  #join(cluster: KeyedCluster, into: KeyedCluster): void {
    this.#byKey.delete(cluster.key);
    this.#byKey.set(into.key, { ...into, members: [...into.members, ...cluster.members] });
    for (const [key, target] of this.merged) if (target === cluster.key) this.merged.set(key, into.key);
    this.merged.set(cluster.key, into.key);
  }

  #mark(members: readonly Member[]): void {
    for (const { party } of members) this.corrected.add(party);
  }
}
