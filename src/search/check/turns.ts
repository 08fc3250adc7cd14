import { baseForm } from '../index/word-forms.js';
import type { QuotedWord } from './quoted-words.js';

/** What in a change turns the meaning. */
export type Turn = 'negation' | 'number' | 'name' | 'modal verb';

/** Words of one side, and the text that they stand in. */
export interface Side {
  readonly text: string;
  readonly words: readonly QuotedWord[];
}

const NEGATIVE =
  /^(?:not?|never|none|nobody|nothing|nowhere|neither|nor|without|hardly|barely|scarcely|aint)$/u;
const MODAL = /^(?:can|could|may|might|must|shall|should|will|would|ought)$/u;
const NUMBER =
  /^(?:[$€£]?\d.*|zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|twice|double|triple|first|second|third)$/u;

/** Why a change turns the meaning, if it plainly does: the first that holds. */
export function turnOf(own: Side, claimed: Side): Turn | null {
  const differs = (formsOf: (side: Side) => readonly string[]) =>
    formsOf(own).join(' ') !== formsOf(claimed).join(' ');
  if (differs(negations) || isOpposite(own, claimed)) return 'negation';
  if (differs(numbers)) return 'number';
  if (differs(names)) return 'name';
  return differs(modals) ? 'modal verb' : null;
}

function negations({ words }: Side): string[] {
  return words.filter(({ word }) => isNegative(word)).map(() => 'not');
}

/** True for a word that denies, as it is compared. */
export function isNegative(word: string): boolean {
  return NEGATIVE.test(word);
}

/** "Legal" and "illegal", "bearable" and "unbearable". */
function isOpposite(own: Side, claimed: Side): boolean {
  return denies(own, claimed) || denies(claimed, own);
}

/** True where one side has a word with a prefix that denies it, and the other has that word itself. */
function denies(side: Side, other: Side): boolean {
  const has = ({ words }: Side, wanted: string) => words.some(({ word }) => word === wanted);
  return side.words.some(({ word }) => {
    const denied = DENYING.exec(word)?.[1];
    return denied !== undefined && has(other, denied) && !has(side, denied);
  });
}
const DENYING = /^(?:un|in|im|il|ir|dis|non|anti)(\p{L}{4,})$/u;

/** "Nine" is 9. */
function numbers({ words }: Side): string[] {
  return words
    .filter(({ word }) => NUMBER.test(word))
    .map(({ word }) => baseForm(word.replace(/^[$€£]/u, '')));
}

function names({ text, words }: Side): string[] {
  return words.filter((word) => isName(text, word)).map(({ word }) => word);
}

function modals({ words }: Side): string[] {
  return words.filter(({ word }) => MODAL.test(word)).map(({ word }) => word);
}

/** A capital letter that no beginning of a sentence asks for. "I" is no name. */
function isName(text: string, { start, end, word, written }: QuotedWord): boolean {
  if (!/^\p{Lu}/u.test(text.slice(start, end)) || word === 'i' || word !== written) return false;
  const before = text.slice(Math.max(0, start - 4), start);
  return /[\p{L}\p{N},;)’']["”’']?[^\S\n]+["“‘'([]?$/u.test(before);
}
