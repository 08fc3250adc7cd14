import { nameWords } from '../../attribution/person-names.js';
import type { Index } from '../index-corpus.js';
import { check, type Check } from './check.js';
import { readClaim } from './claim.js';
import { knownNames } from './known-names.js';
import { likelier } from './likelier.js';
import { prepareNearest } from './nearest-passages.js';

/** In a longer message the words themselves tell enough: it costs a check more for each way to read it. */
const LONGEST_WHOLE = 600;

/**
 * Checks what a message quotes.
 * @param speaker who is claimed to have said it; where it is left out, whom the message names
 */
export function checkMessage(index: Index, message: string, speaker: string | null = null): Check {
  const { wider, ...claim } = readClaim(message, knownNames(index));
  const [narrow, ...others] = [claim, ...wider.filter((w) => w.quotation.length <= LONGEST_WHOLE)].map(
    (reading) => {
      const claimed = speaker ?? reading.speaker;
      return check(
        index,
        reading.quotation,
        claimed !== null && nameWords(claimed).length > 0 ? claimed : null,
      );
    },
  );
  return likelier(narrow!, others);
}

/** Makes an index ready for checks, so that the first one is as quick as the others. */
export function prepareChecks(index: Index): void {
  prepareNearest(index);
  knownNames(index);
}
