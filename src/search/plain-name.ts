/** Doubled vowels of longer names are a matter of transliteration ("Haaron", "Haroon"). */
const LONG_ENOUGH = 5;

/** A word as it is compared: without the article of Arabic names, in whichever transliteration, and without hyphens. */
export function plainName(word: string): string {
  const bare = word.replace(/^(?:al|el|as|ash|at|an|ar)-/u, '').replace(/[-']/gu, '');
  return bare.length < LONG_ENOUGH ? bare : bare.replace(/([aeiou])\1+/gu, '$1');
}
