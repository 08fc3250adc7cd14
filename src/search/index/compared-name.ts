import { withoutArticle } from '../../attribution/spelling.js';

/** Doubled vowels of longer names are a matter of transliteration ("Haaron", "Haroon"). */
const LONG_ENOUGH = 5;

/** "Cassie", "Cassey" and "Cassy" are one name to the ear. */
const ENDING = /(?<=\p{L}{3})(?:ie|ey)$/u;

/** A word of a name as it is compared: without the article of Arabic names, in whichever transliteration, and without hyphens. */
export function comparedName(word: string): string {
  const bare = withoutArticle(word).replace(/[-']/gu, '');
  return bare.length < LONG_ENOUGH ? bare : bare.replace(/([aeiou])\1+/gu, '$1').replace(ENDING, 'y');
}
