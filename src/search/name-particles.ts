const PARTICLES = new Set('al el de del della di da dos du der den van von bin ibn abu la le'.split(' '));

/** True for a word, in small letters, that is a part of names and no name by itself ("al", "van"). */
export function isNameParticle(word: string): boolean {
  return PARTICLES.has(word);
}
