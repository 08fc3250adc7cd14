import { COURTESY, OFFICE } from './lexicon.js';

/** True for a folded word that people put before a name and that is part of none ("dr", "justice", "former"). */
export function isTitle(word: string): boolean {
  return COURTESY.has(word) || OFFICE.has(word) || COURTESY.has(`${word}.`) || OFFICE.has(`${word}.`);
}
