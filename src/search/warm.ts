import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { prepareChecks } from './check/check-message.js';
import type { Index } from './index-corpus.js';
import { storyNames } from './story-names.js';
import { learnSpeakers } from './who.js';

/** How long a stretch of work may hold up the answers that go on meanwhile, in milliseconds. */
const TURN = 4;
/** Terms that are made ready to be found by their spelling at once. */
const TERMS = 200;
/** Speakers that are made ready to be looked up at once. */
const SPEAKERS = 50;

/**
 * Makes what the first questions of an index would have to wait for otherwise. Answers are the same without, and go on
 * meanwhile; where `isWanted` comes to say no, because another index has taken its place, the rest is left undone.
 */
export async function warm(index: Index, isWanted: () => boolean = () => true): Promise<void> {
  let since = performance.now();
  const work = steps(index);
  while (!work.next().done) {
    if (performance.now() - since < TURN) continue;
    await yieldToOthers();
    if (!isWanted()) return;
    since = performance.now();
  }
}

function* steps(index: Index): Generator<void> {
  const { lexicon, meanings, stories } = index;
  while (lexicon.learnSpellings(TERMS)) yield;
  for (const number of stories.keys()) {
    meanings.warm(number);
    yield;
  }
  while (learnSpeakers(index, SPEAKERS)) yield;
  storyNames(index);
  yield;
  prepareChecks(index);
  yield;
}
