/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number that hangs on a text alone. */
export function hashOf(text) {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}

const ONSETS = 'b br c ch d dr f fl g gr h j k l m n p pl qu r s st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ea ou'.split(' ');
const CODAS = ['', '', 'n', 'r', 's', 't', 'l', 'nd', 'rk', 'm'];

/** An invented word; the same for the same number. */
export function inventedWord(number) {
  const random = randomFrom(number);
  const pick = (list) => list[Math.floor(random() * list.length)];
  let word = '';
  for (let syllable = 0; syllable < 2 + Math.floor(random() * 2); syllable++)
    word += pick(ONSETS) + pick(VOWELS) + pick(CODAS);
  return word;
}
