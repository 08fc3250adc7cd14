import type { QuotedWord } from './quoted-words.js';

/** What in a change turns the meaning. */
export type Turn = 'negation' | 'number' | 'name' | 'modal verb';

/** A compared word, and the text that it stands in. */
export interface WordInText extends QuotedWord {
  readonly text: string;
}

const NEGATIVE =
  /^(?:not?|never|none|nobody|nothing|nowhere|neither|nor|without|hardly|barely|scarcely|cannot|(?:ai|are|ca|could|did|do|does|had|has|have|is|might|must|need|sha|should|was|were|wo|would)nt)$/u;
const MODAL =
  /^(?:can|could|may|might|must|shall|should|will|would|ought)(?:nt|not)?$|^(?:ca|wo|sha)nt$/u;
const NUMBER =
  /^(?:\d.*|zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|twice|double|triple|first|second|third)$/u;

/** Why a change turns the meaning, if it plainly does: the first that holds. */
export function turnOf(own: readonly WordInText[], claimed: readonly WordInText[]): Turn | null {
  const differs = (isSuch: (word: WordInText) => boolean, form = (word: string) => word) =>
    such(own, isSuch, form) !== such(claimed, isSuch, form);
  if (differs(({ word }) => NEGATIVE.test(word), () => 'not')) return 'negation';
  if (differs(({ word }) => NUMBER.test(word))) return 'number';
  if (differs(isName)) return 'name';
  return differs(({ word }) => MODAL.test(word), positive) ? 'modal verb' : null;
}

function such(
  words: readonly WordInText[],
  isSuch: (word: WordInText) => boolean,
  form: (word: string) => string,
): string {
  return words
    .filter(isSuch)
    .map(({ word }) => form(word))
    .join(' ');
}

/** "can" for "can't": whether it is denied is told already. */
function positive(modal: string): string {
  if (modal === 'wont') return 'will';
  if (modal === 'shant') return 'shall';
  return modal === 'cant' ? 'can' : modal.replace(/no?t$/u, '');
}

/** A capital letter that no beginning of a sentence asks for. "I" is no name. */
function isName({ text, start, end, word }: WordInText): boolean {
  if (!/^\p{Lu}/u.test(text.slice(start, end)) || /^i(?:m|ve|ll|d)?$/u.test(word)) return false;
  const before = text.slice(Math.max(0, start - 4), start);
  return /[\p{L}\p{N},;)’']["”’']?\s+["“‘'([]?$/u.test(before);
}
