import type { AskedWord } from './asked-words.js';
import type { Vocabulary } from '../index/vocabulary.js';

/** A term that is a number, or part of one. */
const NUMBER = /^(?:\d.*|hundr|thousand|million|billion|trillion|dozen)$/u;
/** A number stands at most so many words before what it counts ("10,000 investor visas"). */
const NUMBER_BEFORE = 3;

/** What is counted, after "how many": the words up to the verb ("how many shooting incidents did …"); none otherwise. */
export function countedWords(words: readonly AskedWord[]): AskedWord[] {
  const many = words.findIndex((w, at) => /^(?:many|few)$/u.test(w.word) && words[at - 1]?.word === 'how');
  if (many < 0) return [];
  const after = words.slice(many + 1, many + 4);
  const end = after.findIndex((w) => w.stop);
  return end < 0 ? after : after.slice(0, end);
}

/** Whether one of the counted terms stands in a run of terms with a number before it. */
export function isCounted(vocabulary: Vocabulary, counted: ReadonlySet<number>, ids: Uint32Array): boolean {
  for (const [at, id] of ids.entries()) {
    if (!counted.has(id)) continue;
    const before = ids.subarray(Math.max(0, at - NUMBER_BEFORE), at);
    if (before.some((other) => !counted.has(other) && NUMBER.test(vocabulary.termOf(other)))) return true;
  }
  return false;
}
