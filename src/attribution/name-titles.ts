import { isFirstName } from './first-names.js';
import { COURTESY, OFFICE, ORGANISATION_NOUN, PERSON_NOUN } from './lexicon.js';
import { isOrdinary, type Token } from './tokens.js';

/** What secretaries and ministers are named after. */
const PORTFOLIO = new Set(
  'state defense defence labor labour energy education agriculture commerce transportation health treasury justice finance interior'.split(
    ' ',
  ),
);

/** True for a word before a name that says what its bearer is. */
export function isTitle(token: Token): boolean {
  return COURTESY.has(token.lower) || OFFICE.has(token.lower) || PERSON_NOUN.has(token.lower);
}

/** Where somebody else's name begins after a word that parts two names (a headline's "Mara Quill Meets Oren Vale"); 0 where there is one name. */
export function secondPerson(tokens: readonly Token[], start: number, end: number): number {
  if (!isFirstName(tokens[start]!.text)) return 0;
  for (let i = start + 3; i < end - 1; i++) {
    const parting = tokens[i - 1]!;
    if (
      isFirstName(tokens[i]!.text) &&
      !isFirstName(parting.text) &&
      isOrdinary(parting.text) &&
      !isTitle(parting)
    )
      return i;
  }
  return 0;
}

/** "Dean Roe" and "Don Vale" are names, "Dean Mara Quill" is a dean. */
export function isGivenName(tokens: readonly Token[], at: number, end: number): boolean {
  return isFirstName(tokens[at]!.text) && !(at + 2 < end && isFirstName(tokens[at + 1]!.text));
}

/** Where the holder of an office begins in "Secretary of State Mara Quill"; 0 where none is named. */
export function holderOf(tokens: readonly Token[], from: number, end: number): number {
  const of = tokens.findIndex((t, i) => i > from && i < end && /^(?:of|for)$/u.test(t.lower));
  if (of < 0 || !tokens.slice(Math.max(0, from - 1), of).some(isTitle)) return 0;
  const area = tokens[of + 1]?.lower === 'the' ? of + 2 : of + 1;
  for (let i = area + 1; i < end; i++) {
    const isOfficeWhole = i === area + 1 && PORTFOLIO.has(tokens[area]!.lower);
    const isName = isFirstName(tokens[i]!.text) && i + 1 < end;
    if (
      (isName || isOfficeWhole) &&
      !tokens.slice(i, end).some((t) => ORGANISATION_NOUN.has(t.lower) || /^(?:of|for|and)$/u.test(t.lower))
    )
      return i;
  }
  return 0;
}
