/** The consonants of a term as they sound, roughly, after a first vowel: "mcfall" and "mcfaul" are one. */
export function soundOf(term: string): string {
  return term
    .replace(/ph/gu, 'f')
    .replace(/c(?=[eiy])/gu, 's')
    .replace(/ck|q|x|c/gu, 'k')
    .replace(/z/gu, 's')
    .replace(/[aeiouyhw]/gu, (letter, at: number) => (at === 0 && !/[hyw]/u.test(letter) ? 'a' : ''))
    .replace(/d/gu, 't')
    .replace(/(.)\1+/gu, '$1');
}
