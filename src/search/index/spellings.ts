import { editDistance } from '../../text/edit-distance.js';
import { bitsOf } from './bits.js';

/** Terms of one length, each with the set of its letters. */
interface Bucket {
  readonly terms: string[];
  readonly ids: number[];
  readonly letters: number[];
}

/** Terms by their spelling. */
export class Spellings {
  readonly #byLength: Bucket[] = [];

  add(term: string, id: number): void {
    const bucket = (this.#byLength[term.length] ??= { terms: [], ids: [], letters: [] });
    bucket.terms.push(term);
    bucket.ids.push(id);
    bucket.letters.push(lettersOf(term));
  }

  /** Terms at most so many letters off, with how many. */
  *like(term: string, slips: number): Generator<readonly [id: number, distance: number]> {
    const own = lettersOf(term);
    for (let length = term.length - slips; length <= term.length + slips; length++) {
      const { terms, ids, letters } = this.#byLength[length] ?? NONE;
      for (let at = 0; at < ids.length; at++) {
        // A slip takes one letter away and adds one, at most: nearly all terms are told apart by that alone.
        const other = letters[at]!;
        if (bitsOf(own & ~other) > slips || bitsOf(other & ~own) > slips) continue;
        const distance = editDistance(term, terms[at]!, slips);
        if (distance <= slips) yield [ids[at]!, distance];
      }
    }
  }
}

const NONE: Bucket = { terms: [], ids: [], letters: [] };

/** The letters of a term as bits; several letters may share one. */
function lettersOf(term: string): number {
  let letters = 0;
  for (let at = 0; at < term.length; at++) letters |= 1 << (term.charCodeAt(at) & 31);
  return letters;
}
