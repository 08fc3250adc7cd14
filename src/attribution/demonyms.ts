import { DEMONYM, PLACE } from './lexicon.js';

/** What makes people of a place, and what the place may lose by it ("Ohio-ans", "Nevada-ns", "Canad-ians"). */
const ENDINGS = ['ns', 'ans', 'ians'];
const LOST = ['', 'a', 'o', 'e'];

/** True for a folded word for many who share a nation, a faith or a place ("greeks", "ohioans"): nobody's name. */
export function isPeople(word: string): boolean {
  if (!word.endsWith('s') || word.length < 5) return false;
  if (DEMONYM.has(word.slice(0, -1))) return true;
  return ENDINGS.some(
    (end) => word.endsWith(end) && LOST.some((lost) => PLACE.has(word.slice(0, -end.length) + lost)),
  );
}
