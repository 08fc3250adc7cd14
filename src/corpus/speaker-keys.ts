import { hash as sha256 } from 'node:crypto';
import { firstNameRoot } from '../attribution/person-names.js';
import { spellingOf } from '../attribution/spelling.js';
import type { PartyKind } from '../attribution/statement.js';
import { fold } from '../text/fold.js';

/** What a key is made from. */
interface Keyed {
  readonly kind: PartyKind;
  /** The folded words of the fullest name. */
  readonly words: readonly string[];
}

/** What the key of each cluster is made of: first and last name, so that a middle initial found later changes nothing. */
export function speakerIds(clusters: readonly Keyed[]): string[] {
  const bases = clusters.map(baseOf);
  const shared = new Map<string, number>();
  for (const base of bases) shared.set(base, (shared.get(base) ?? 0) + 1);
  return bases.map((base, at) =>
    shared.get(base) === 1 ? base : `${base} ${clusters[at]!.words.join(' ')}`,
  );
}

/** The key of an id that is not taken yet; takes it. */
export function uniqueKey(id: string, taken = new Set<string>()): string {
  let key = hash(id);
  for (let more = `${id}+`; taken.has(key); more += '+') key = hash(more);
  taken.add(key);
  return key;
}

function baseOf({ kind, words }: Keyed): string {
  if (kind !== 'person') return `${kind} ${withoutArticle(words.join(' '))}`;
  return `person ${words.length > 1 ? firstNameRoot(words[0]!) : ''} ${spellingOf(words.at(-1) ?? '')}`;
}

/**
 * The key of somebody who is parted from another and has this name: it hangs on both alone.
 * @param taken the keys of all others
 */
export function keyOfParted(from: string, name: string, taken: (key: string) => boolean): string {
  let id = `parted ${from} ${fold(name)}`;
  while (taken(hash(id))) id += '+';
  return hash(id);
}

const hashes = new Map<string, string>();
/** The hashes that are remembered; they start afresh when there are more. */
const MOST_HASHES = 100_000;

function hash(id: string): string {
  let known = hashes.get(id);
  if (known === undefined) {
    if (hashes.size >= MOST_HASHES) hashes.clear();
    known = sha256('sha256', id, 'base64url').slice(0, 8);
    hashes.set(id, known);
  }
  return known;
}

/** Folded words without the article before them. */
export function withoutArticle(folded: string): string {
  return folded.replace(/^(?:the|a|an) /u, '');
}
