const PARTICLES = new Set(
  'de del della da dos du van von der den di bin ibn bint al el la le y zu ter ten abu'.split(' '),
);

/** True for a word, in small letters, that is a part of names and no name by itself ("al", "van"). */
export function isNameParticle(word: string): boolean {
  return PARTICLES.has(word);
}
