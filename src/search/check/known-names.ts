import { nameWords } from '../../attribution/person-names.js';
import type { Index } from '../index-corpus.js';
import { isStopWord } from '../stop-words.js';

/** Tells whether some words are a name that the stories know, however they are written. */
export type IsKnownName = (words: string) => boolean;

const known = new WeakMap<Index, ReadonlySet<string>>();

/** The names of the speakers of an index: whole, and the surnames of people. */
export function knownNames(index: Index): IsKnownName {
  let names = known.get(index);
  if (!names) known.set(index, (names = namesOf(index)));
  const all = names;
  return (words) => all.has(nameWords(words.replace(/[’']s?$/u, '')).join(' '));
}

function namesOf({ corpus }: Index): Set<string> {
  const names = new Set<string>();
  for (const speaker of corpus.speakers) {
    if (speaker.kind === 'group' || speaker.kind === 'document') continue;
    for (const name of speaker.names) {
      const words = nameWords(name);
      if (words.length > 0) names.add(words.join(' '));
      const last = words.at(-1) ?? '';
      if (speaker.kind === 'person' && last.length > 2 && !isStopWord(last)) names.add(last);
    }
  }
  return names;
}
