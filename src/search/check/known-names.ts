import { nameWords } from '../../attribution/person-names.js';
import { atOnce, type Steps } from '../../turns.js';
import type { Index } from '../index/index-corpus.js';
import { isStopWord } from '../index/stop-words.js';

/** Tells whether some words are a name that the stories know, however they are written. */
export type IsKnownName = (words: string) => boolean;

const known = new WeakMap<Index, ReadonlySet<string>>();

/** So many speakers are looked at in one go. */
const STEP = 100;

/** The names of the speakers of an index: whole, and the surnames of people. */
export function knownNames(index: Index): IsKnownName {
  const names = atOnce(prepareNames(index));
  return (words) => names.has(nameWords(words.replace(/[’']s?$/u, '')).join(' '));
}

/** Learns them, which the first check would else have to wait for. */
export function* prepareNames(index: Index): Steps<ReadonlySet<string>> {
  const before = known.get(index);
  if (before) return before;
  const names = new Set<string>();
  for (const [at, speaker] of index.corpus.speakers.entries()) {
    if (at % STEP === 0) yield;
    if (speaker.kind === 'group' || speaker.kind === 'document') continue;
    for (const name of speaker.names) {
      const words = nameWords(name);
      if (words.length > 0) names.add(words.join(' '));
      const last = words.at(-1) ?? '';
      if (speaker.kind === 'person' && last.length > 2 && !isStopWord(last)) names.add(last);
    }
  }
  known.set(index, names);
  return names;
}
