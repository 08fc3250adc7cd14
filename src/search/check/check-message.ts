import { nameWords } from '../../attribution/person-names.js';
import type { Index } from '../index-corpus.js';
import { check, type Check } from './check.js';
import { readClaim } from './claim.js';
import { knownNames } from './known-names.js';
import { prepareNearest } from './nearest-passages.js';

/** What is longer than a passage isn't one that happens to begin like a claim. */
const LONGEST_WHOLE = 1200;

/**
 * Checks what a message quotes.
 * @param speaker who is claimed to have said it; where it is left out, whom the message names
 */
export function checkMessage(index: Index, message: string, speaker: string | null = null): Check {
  const claim = readClaim(message, knownNames(index));
  if (claim.whole !== null && claim.whole.length <= LONGEST_WHOLE) {
    // "Ana Duarte said no toll will be charged" may itself stand in a story.
    const whole = check(index, claim.whole, speaker);
    if (whole.verdict === 'exact') return whole;
  }
  const claimed = speaker ?? claim.speaker;
  return check(index, claim.quotation, claimed !== null && nameWords(claimed).length > 0 ? claimed : null);
}

/** Makes an index ready for checks, so that the first one is as quick as the others. */
export function prepareChecks(index: Index): void {
  prepareNearest(index);
  knownNames(index);
}
