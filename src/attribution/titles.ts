import { COURTESY, OFFICE } from './lexicon.js';

/** Words of titles that don't name an office by themselves ("Foreign", "Senior"). */
const MODIFIER =
  /^(?:former|ex-?|acting|late|house|senate|state|district|foreign|defen[cs]e|interior|policy|national|political|security|press|campaign|senior|special|first|majority|minority|army|marine|navy|gop|private|general|retired|interim|then-?|vice|prime|deputy|associate|assistant|finance|communications|candidate|nominee)$/u;

/** True for a folded word that people put before a name and that is part of none ("dr", "justice", "former"). */
export function isTitle(word: string): boolean {
  return COURTESY.has(word) || OFFICE.has(word) || COURTESY.has(`${word}.`) || OFFICE.has(`${word}.`);
}

/** True for a word that names an office or a rank by itself ("president", "sen."). */
export function isOffice(word: string): boolean {
  return OFFICE.has(word) && !MODIFIER.test(word);
}
