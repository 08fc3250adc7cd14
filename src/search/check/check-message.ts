import { nameWords } from '../../attribution/person-names.js';
import type { Steps } from '../../turns.js';
import type { Index } from '../index/index-corpus.js';
import { check, type Check } from './check.js';
import { readClaim } from './claim.js';
import { Effort } from './effort.js';
import { prepareHeadlines } from './headlines.js';
import { knownNames, prepareNames } from './known-names.js';
import { leastOf, likelier } from './likelier.js';
import { prepareNearest } from './nearest-passages.js';
import type { Reading } from './unmarked.js';

/** In a longer message the words themselves tell enough: it costs a check more for each way to read it. */
const LONGEST_WHOLE = 400;

/**
 * Checks what a message quotes.
 * @param speaker who is claimed to have said it; where it is left out, whom the message names
 */
export function checkMessage(index: Index, message: string, speaker: string | null = null): Check {
  const { wider, ...claim } = readClaim(message, knownNames(index));
  const effort = new Effort();
  const checked = (reading: Reading, least?: number) => {
    const named = speaker ?? reading.speaker;
    const claimed = named !== null && nameWords(named).length > 0 ? named : null;
    return check(index, reading.quotation, claimed, { effort, least });
  };
  const narrow = checked(claim);
  const others = wider
    .filter(({ quotation }) => quotation.length <= LONGEST_WHOLE)
    .map((reading) => checked(reading, leastOf(narrow)));
  return likelier(narrow, others);
}

/** Makes an index ready for checks, so that the first one is as quick as the others. */
export function* prepareChecks(index: Index): Steps<void> {
  yield* prepareNearest(index);
  yield* prepareNames(index);
  yield* prepareHeadlines(index);
}
