import { fold } from '../text/fold.js';
import { findCues } from './cue-finder.js';
import { isAlsoPlace, isFirstName } from './first-names.js';
import { FUNCTION_WORD, ORGANISATION_NOUN, PERSON_NOUN, WORD_SURNAME } from './lexicon.js';
import type { Name } from './names.js';
import type { Marked } from './passage-tokens.js';
import { nameWords } from './person-names.js';
import { isOrdinary } from './tokens.js';

/**
 * Tells which capitalised phrases name people, from all the places where an article uses them: a name that once has
 * a title, a role or an age is a person everywhere.
 */
export function peopleOf(all: readonly Marked[]): (name: Name) => boolean {
  const votes = new Map<string, number>();
  const sure = new Set<string>();
  const surnames = new Set<string>();
  const alone = new Set(
    all.flatMap((m) =>
      m.names
        .filter((n) => n.words.length === 1 && (n.guess === 'maybe' || n.guess === 'person'))
        .map((n) => fold(n.words[0]!)),
    ),
  );
  const vote = (name: Name, by: number): void => {
    const key = keyOf(name);
    votes.set(key, (votes.get(key) ?? 0) + by);
  };
  for (const marked of all) {
    const spoken = new Set(
      marked.units.flatMap((unit) => findCues(marked.tokens, unit)).map((cue) => cue.from),
    );
    for (const name of marked.names) {
      if (name.guess === 'person') {
        vote(name, 2);
        sure.add(keyOf(name));
        sure.add(fold(name.words.at(-1)!));
      } else if (name.guess === 'organisation' || name.guess === 'place') vote(name, -4);
      else vote(name, evidence(marked, name, spoken) + (comesBack(name, alone) ? 2 : 0));
    }
  }
  const isPerson = (name: Name): boolean =>
    name.guess === 'person' ||
    (name.guess === 'maybe' && (sure.has(keyOf(name)) || (votes.get(keyOf(name)) ?? 0) > threshold(name)));
  for (const marked of all) {
    for (const name of marked.names)
      if (name.words.length > 1 && isPerson(name)) surnames.add(fold(name.words.at(-1)!));
  }
  return (name) =>
    isPerson(name) ||
    (name.words.length === 1 && name.guess === 'maybe' && surnames.has(fold(name.words[0]!)));
}

/** A full name once and then its last word alone: so people are written of. */
function comesBack(name: Name, alone: ReadonlySet<string>): boolean {
  const words = nameWords(name.words.join(' '));
  return words.length > 1 && words.length < 5 && alone.has(words.at(-1)!);
}

/** A word alone that means something else too must speak more than once ("Left", "Order"). */
function threshold(name: Name): number {
  const [word = ''] = name.words;
  return name.words.length === 1 && isOrdinary(word) && !isFirstName(word) ? 2 : 0;
}

function keyOf(name: Name): string {
  return fold(name.words.join(' '));
}

function evidence(marked: Marked, name: Name, spoken: ReadonlySet<number>): number {
  const { tokens } = marked;
  const before = tokens[name.titleFrom - 1];
  const next = tokens[name.to];
  const second = tokens[name.to + 1];
  const many = name.words.length > 1;
  if (
    before &&
    /^(?:the|a|an|this|that)$/u.test(before.lower) &&
    !PERSON_NOUN.has(tokens[name.from - 1]?.lower ?? '')
  )
    // "the Roe administration" says nothing about Roe.
    return tokens[name.to]?.pos === 'NOUN' ? 0 : -2;
  if (many && name.words.some((w) => ORGANISATION_NOUN.has(w.toLowerCase())) && !isFirstName(name.words[0]!))
    return -2;
  if (name.words.length > 4) return -1;
  let votes = 0;
  if (before && PERSON_NOUN.has(before.lower) && before.pos !== 'VERB') votes += 2;
  if (next?.text === ',' && second) {
    if (second.pos === 'NUM' && tokens[name.to + 2]?.text === ',') votes += 3;
    if (/^(?:who|whose)$/u.test(second.lower)) votes += 3;
    if (/^(?:a|an|the|his|her)$/u.test(second.lower) && roleSoon(marked, name.to + 2)) votes += 3;
    else if (roleSoon(marked, name.to + 1) && many) votes += 2;
  }
  if (next?.lower === 'who') votes += 2;
  const isPlace = !many && isAlsoPlace(name.words[0]!);
  if (!many && isFirstName(name.words[0]!) && !isPlace) votes += 1;
  // "Al-Roumi", "McRoe", "O’Roe"
  if (!many && /^(?:(?:Al|El)-|Mc|Mac|O['’])\p{Lu}/u.test(name.words[0]!)) votes += 1;
  const afterQuote =
    before !== undefined &&
    (before.quoted || (before.text === ',' && tokens[name.titleFrom - 2]?.quoted === true));
  if (spoken.has(name.to) || spoken.has(name.to + 1)) votes += many || afterQuote ? 3 : 1;
  if (before?.pos === 'VERB' && /^(?:said|says|added|asked|wrote)$/u.test(before.lower))
    votes += many ? 2 : 1;
  votes += looks(name);
  if (before && /^(?:in|at|near|from|across|outside|inside|throughout)$/u.test(before.lower))
    votes -= many ? 1 : isPlace ? 4 : 2;
  if (FUNCTION_WORD.has(name.words[0]!.toLowerCase())) votes -= 2;
  return votes;
}

/** What the words themselves say: a first and a last name that mean nothing else are a person's. */
function looks({ words }: Name): number {
  if (words.length < 2 || words.length > 4) return 0;
  const first = words[0]!;
  const last = words.at(-1)!;
  if (!/^\p{Lu}[\p{Ll}\p{Lu}'’-]+$/u.test(last) || last === last.toUpperCase()) return 0;
  const isSurname = !isOrdinary(last) || WORD_SURNAME.has(last.toLowerCase());
  if (!isSurname || NO_FIRST_NAME.test(first)) return 0;
  return !isOrdinary(first) || !isOrdinary(last) ? 1 : 0;
}

const NO_FIRST_NAME =
  /^(?:Camp|Operation|Hurricane|Tropical|Storm|Typhoon|Radio|Channel|Mount|Fort|Lake|Port|Cape|Hotel|Club|Team|Project|Super|Planned|United|North|South|East|West|Northern|Southern|Eastern|Western|Upper|Lower|Grand|Air|Royal|National|International|Central|Castle|Villa|Greater|Real|Inter|Crown|Occupy|Democratic|Republican|Federal|Supreme|World|Big|New|Old|Holy|Black|White|Red|Blue|Green)$/u;

function roleSoon(marked: Marked, from: number): boolean {
  for (let i = from; i < Math.min(from + 7, marked.tokens.length); i++) {
    const token = marked.tokens[i]!;
    if (/^[,.;]$/u.test(token.text)) return false;
    if (PERSON_NOUN.has(token.lower)) return true;
  }
  return false;
}
