import { isPeople } from './demonyms.js';
import { isFirstName } from './first-names.js';
import { DEMONYM, GROUP_NOUN, ORGANISATION_NOUN, PERSON_NOUN, PLACE, TIME_WORD } from './lexicon.js';
import { isTitle } from './name-titles.js';
import { isOffice } from './titles.js';
import { isOrdinary, type Token } from './tokens.js';

/** What a capitalised phrase seems to name where it stands. `maybe` needs more evidence from elsewhere in the article. */
export type NameGuess = 'person' | 'organisation' | 'place' | 'maybe';

/** Bodies known by one name. */
const BODY = new Set(
  'qaeda al-qaeda isis isil daesh hamas hezbollah taliban nato congress kremlin pentagon reuters bloomberg breitbart politico politifact facebook google twitter youtube fox cnn'.split(
    ' ',
  ),
);
const OFFICE_ADDRESSED =
  /^(?:President|Speaker|Chairman|Chairwoman|Secretary|Minister|Chancellor|Mayor|Ambassador)$/u;
/** "Jr." */
export const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/u;
/** "J." */
export const INITIAL = /^\p{Lu}(?:\.|\.\p{Lu}\.)?$/u;

/** What the tokens from `from` to `end` seem to name, `start` being where their titles begin; null for no name. */
export function guessOf(
  tokens: readonly Token[],
  start: number,
  from: number,
  end: number,
  courtesy: string | null,
  starts: ReadonlySet<number>,
): NameGuess | null {
  const run = tokens.slice(from, end);
  const first = run[0]!;
  const last = run.at(-1)!;
  const before = tokens[start - 1];
  const length = run.length;
  // "Mr. President" addresses an office; "Mr. King" is somebody.
  if (courtesy) return length === 1 && OFFICE_ADDRESSED.test(first.text) ? null : 'person';
  if (run.some((t) => /^(?:of|for)$/u.test(t.lower))) return 'organisation';
  if (BODY.has(last.lower)) return 'organisation';
  if (length > 1 && /^(?:San|Santa|Los|Las|Fort|Terre|St\.|Saint|Port|Mount|Mt\.|Lake|El)$/u.test(first.text))
    return 'place';
  // "Danish Catholics"
  if (isPeople(last.lower) && !(length > 1 && isFirstName(first.text))) return null;
  if (length === 1 && (TIME_WORD.has(first.lower) || DEMONYM.has(first.lower) || GROUP_NOUN.has(first.lower)))
    return null;
  if (length === 1 && starts.has(from) && first.pos !== 'PROPN' && !isFirstName(first.text)) return null;
  if (
    run.some((t) => PLACE.has(t.lower)) &&
    !(length > 1 && isFirstName(first.text) && !PLACE.has(first.lower))
  ) {
    if (length > 1 && run.some((t) => ORGANISATION_NOUN.has(t.lower))) return 'organisation';
    return 'place';
  }
  if (
    ORGANISATION_NOUN.has(last.lower) &&
    !(length === 2 && isFirstName(first.text) && !ORGANISATION_NOUN.has(last.lower))
  )
    return 'organisation';
  if (
    length > 1 &&
    /^(?:Street|Avenue|Road|Square|County|City|River|Lake|Island|Islands|Mountain|Valley|Beach|Park|Airport|Tower|Towers|Hall|Building|Bridge|Hills|Hotel|Day|Act|Amendment|Award|Awards|Prize|Games|Cup|Bowl|War|Accord|Agreement|Treaty|Plan|Zero|Room|Bay|Sea|Ocean|Gulf|Strait|Peninsula|Desert|Basin)$/u.test(
      last.text,
    )
  )
    return 'place';
  if (length === 1 && isTitle(first) && from === start) return null;
  if (
    /^[\p{Lu}.&]{2,}$/u.test(last.text) &&
    !SUFFIX.test(last.text) &&
    (length === 1 || /^[\p{Lu}.&]{2,}$/u.test(first.text))
  )
    return length === 1 || !isFirstName(first.text) ? 'organisation' : 'maybe';
  if (from > start && tokens.slice(start, from).some(isTitle) && length <= 4) {
    if (length > 1 && !run.some((t) => isTitle(t))) return 'person';
    if (
      length === 1 &&
      (isOffice(tokens[from - 1]!.lower) ||
        (PERSON_NOUN.has(tokens[from - 1]!.lower) && !isOrdinary(first.text))) &&
      !isTitle(first)
    )
      return 'person';
  }
  if (length === 1 && (isTitle(first) || ORGANISATION_NOUN.has(first.lower))) return null;
  if (length > 1 && length <= 5 && isFirstName(first.text) && !/^(?:the|a|an)$/u.test(before?.lower ?? ''))
    return 'person';
  if (
    length >= 2 &&
    length <= 4 &&
    run.slice(1, -1).some((t) => INITIAL.test(t.text)) &&
    last.text.length > 2
  )
    return 'person';
  if (
    length >= 2 &&
    INITIAL.test(first.text) &&
    first.text.includes('.') &&
    last.text.length > 2 &&
    !PLACE.has(first.lower)
  )
    return 'person';
  // "security expert Fatin Omari": a role in small letters right before.
  if (length >= 2 && length <= 4 && before && PERSON_NOUN.has(before.lower) && before.pos !== 'VERB')
    return 'person';
  return 'maybe';
}
