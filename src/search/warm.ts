import { KeptSpeaker } from '../corpus/joined-speaker.js';
import { joinSpeakers } from '../corpus/speakers.js';
import { turns } from '../turns.js';
import { prepareChecks } from './check/check-message.js';
import type { Index } from './index/index-corpus.js';
import { storyNames } from './index/story-names.js';
import { learnSpeakers } from './who/who.js';

/** Terms that are made ready to be found by their spelling at once. */
const TERMS = 200;
/** Speakers that are made ready to be looked up at once. */
const SPEAKERS = 50;

/**
 * Makes what the first questions of an index would have to wait for otherwise. Answers are the same without, and go on
 * meanwhile; where `isWanted` comes to say no, because another index has taken its place, the rest is left undone.
 */
export async function warm(index: Index, isWanted: () => boolean = () => true): Promise<void> {
  const giveWay = turns();
  const work = steps(index);
  while (!work.next().done) {
    const pause = giveWay();
    if (!pause) continue;
    await pause;
    if (!isWanted()) return;
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
  yield* prepareChecks(index);
  yield;
  yield* unpackKept(index);
}

/** An index that was kept is unpacked and joined as the next refresh needs it, which then costs by what has changed. */
function* unpackKept({ corpus, stories }: Index): Generator<void> {
  if (!corpus.speakers.some((speaker) => speaker instanceof KeptSpeaker)) return;
  yield* joinSpeakers(corpus.readings, { before: corpus.speakerByKey });
  for (const story of stories) {
    story.where.at(0);
    yield;
  }
}
