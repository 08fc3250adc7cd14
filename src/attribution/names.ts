import { isFirstName } from './first-names.js';
import {
  COURTESY,
  DEMONYM,
  FUNCTION_WORD,
  GROUP_NOUN,
  NAME_OPENER,
  OFFICE,
  ORGANISATION_NOUN,
  PERSON_NOUN,
  PLACE,
  TIME_WORD,
} from './lexicon.js';
import { isOffice } from './titles.js';
import { isOrdinary, type Token } from './tokens.js';

/** What a capitalised phrase seems to name where it stands. `maybe` needs more evidence from elsewhere in the article. */
type NameGuess = 'person' | 'organisation' | 'place' | 'maybe';

/** A capitalised phrase in a passage; `from` and `to` are token indices, titles and roles left out. */
export interface Name {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  /** Where the courtesy titles and offices before it begin; `from` where there are none. */
  readonly titleFrom: number;
  readonly courtesy: string | null;
  readonly guess: NameGuess;
}

const PARTICLE = new Set(
  'de del della da dos du van von der den di bin ibn bint al el la le y zu ter ten abu'.split(' '),
);
/** Bodies known by one name. */
const BODY = new Set(
  'qaeda al-qaeda isis isil daesh hamas hezbollah taliban nato congress kremlin pentagon reuters bloomberg breitbart politico politifact facebook google twitter youtube fox cnn'.split(
    ' ',
  ),
);
const OFFICE_ADDRESSED =
  /^(?:President|Speaker|Chairman|Chairwoman|Secretary|Minister|Chancellor|Mayor|Ambassador)$/u;
const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u;
/** What secretaries and ministers are named after. */
const PORTFOLIO = new Set(
  'state defense defence labor labour energy education agriculture commerce transportation health treasury justice finance interior'.split(
    ' ',
  ),
);
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/u;
const INITIAL = /^\p{Lu}(?:\.|\.\p{Lu}\.)?$/u;
const JOINING_POS: ReadonlySet<string> = new Set([
  'PROPN',
  'NOUN',
  'ADJ',
  'NUM',
  'X',
  'VERB',
  'ADV',
  'INTJ',
  'ADP',
  'DET',
  'PRON',
  'AUX',
]);

/**
 * The capitalised phrases of a passage that may name somebody or something, in order.
 * @param starts the tokens that begin a sentence, whose capitals mean little
 * @param lowered words that the article writes with a small letter somewhere
 */
export function findNames(
  tokens: readonly Token[],
  starts: ReadonlySet<number>,
  lowered: ReadonlySet<string>,
): Name[] {
  const found: Name[] = [];
  let i = 0;
  while (i < tokens.length) {
    const end = runEnd(tokens, i, starts);
    if (end === i) {
      i++;
      continue;
    }
    found.push(...namesOfRun(tokens, i, end, starts, lowered));
    i = end;
  }
  return found;
}

/** True for a word that could be part of a name, judged by its capital. */
function isCapital(token: Token | undefined): token is Token {
  return token !== undefined && /^\p{Lu}/u.test(token.text) && JOINING_POS.has(token.pos);
}

function runEnd(tokens: readonly Token[], from: number, starts: ReadonlySet<number>): number {
  const first = tokens[from];
  if (!isCapital(first)) return from;
  // A function word with a capital begins a sentence or a headline; it is part of no name ("The", "In").
  if (first.text === 'I' || (FUNCTION_WORD.has(first.lower) && !INITIAL.test(first.text))) return from;
  if (NAME_OPENER.has(first.lower) && !isNamed(tokens, from, starts)) return from;
  let to = from + 1;
  for (;;) {
    const next = tokens[to];
    if (next && WEEKDAY.test(next.text)) return to;
    if (!next || starts.has(to)) return to;
    if (
      isCapital(next) &&
      next.text !== 'I' &&
      !(FUNCTION_WORD.has(next.lower) && !INITIAL.test(next.text) && next.lower !== 'may')
    ) {
      to++;
      continue;
    }
    if (next.text === ',' && SUFFIX.test(tokens[to + 1]?.text ?? '')) {
      to += 2;
      continue;
    }
    const particles = PARTICLE.has(next.lower) ? (PARTICLE.has(tokens[to + 1]?.lower ?? '') ? 2 : 1) : 0;
    if (particles && isCapital(tokens[to + particles])) {
      to += particles + 1;
      continue;
    }
    // A nickname in the middle: Earvin "Magic" Johnson.
    if (
      /^["“‘(]$/u.test(next.text) &&
      /^["”’)]$/u.test(tokens[to + 2]?.text ?? '') &&
      isCapital(tokens[to + 1]) &&
      isCapital(tokens[to + 3])
    ) {
      to += 4;
      continue;
    }
    // "Department of Justice", "Center for Strategic and International Studies"
    const longer = partOfBody(tokens, from, to);
    if (longer > to) {
      to = longer;
      continue;
    }
    return to;
  }
}

/** A word such as "New": part of a name before a place, and inside a sentence before any capital. */
function isNamed(tokens: readonly Token[], at: number, starts: ReadonlySet<number>): boolean {
  const next = tokens[at + 1];
  if (!next || !/^\p{Lu}/u.test(next.text)) return false;
  return (
    !starts.has(at) ||
    /^(?:York|Jersey|Mexico|Orleans|Hampshire|Zealand|Delhi|England|Britain|Yorker)/u.test(next.text)
  );
}

/** Where the name of a body goes on over "of", "for" and the like. */
function partOfBody(tokens: readonly Token[], from: number, to: number): number {
  const last = tokens[to - 1]!;
  const inBody = tokens.slice(from, to).some((t) => /^(?:of|for|on)$/u.test(t.lower));
  let next = to;
  const word = tokens[next]?.lower ?? '';
  if (!/^(?:of|for|on|and|&)$/u.test(word)) return to;
  if (
    /^(?:and|&|on)$/u.test(word)
      ? !inBody && !/^(?:Committee|Commission|Council|Subcommittee|Institute|Office)$/u.test(last.text)
      : !ORGANISATION_NOUN.has(last.lower) &&
        !/^(?:Bureau|Chamber|Board|House|School|Office|Secretary|Association|Alliance|Society|Attorney|Alliance)s?$/u.test(
          last.text,
        )
  )
    return to;
  next++;
  if (tokens[next]?.lower === 'the') next++;
  const name = tokens[next];
  return isCapital(name) && !FUNCTION_WORD.has(name.lower) && !COURTESY.has(name.lower) ? next + 1 : to;
}

function isTitle(token: Token): boolean {
  return COURTESY.has(token.lower) || OFFICE.has(token.lower) || PERSON_NOUN.has(token.lower);
}

function namesOfRun(
  tokens: readonly Token[],
  start: number,
  end: number,
  starts: ReadonlySet<number>,
  lowered: ReadonlySet<string>,
): Name[] {
  // A sentence's first word needs its capital; it is no name if the article writes it small elsewhere ("Aides").
  const head = tokens[start]!;
  if (starts.has(start) && lowered.has(head.lower) && !isFirstName(head.text)) {
    if (end - start === 1) return [];
    if (!isTitle(head)) return namesOfRun(tokens, start + 1, end, starts, lowered);
  }
  const second = secondPerson(tokens, start, end);
  if (second > 0)
    return [
      ...namesOfRun(tokens, start, second - 1, starts, lowered),
      ...namesOfRun(tokens, second, end, starts, lowered),
    ];
  let from = start;
  let courtesy: string | null = null;
  // A name begins after the last title, unless that is the last word ("Jim Justice", "Mark King").
  for (let i = start; i < end - 1; i++) {
    const token = tokens[i]!;
    const isSurname = i > start && isFirstName(tokens[i - 1]!.text) && i === end - 1;
    if (
      isTitle(token) &&
      !isSurname &&
      !(i === start && isGivenName(tokens, i, end)) &&
      !(i > from && isFirstName(tokens[i - 1]!.text) && !isFirstName(tokens[i + 1]!.text))
    ) {
      from = i + 1;
      if (COURTESY.has(token.lower)) courtesy = token.lower;
    }
  }
  const titleFrom = start;
  const holder = holderOf(tokens, from, end);
  if (holder > 0) {
    from = holder;
    courtesy = null;
  }
  if (from === start) {
    // "Republican John Doe", "Iraqi Foo Bar"
    while (from < end - 2 && DEMONYM.has(tokens[from]!.lower)) from++;
    while (from < end - 2 && PLACE.has(tokens[from]!.lower) && isFirstName(tokens[from + 1]!.text)) from++;
    // "Celebrities Mary Roe"
    const opener = tokens[from]!;
    if (
      from < end - 2 &&
      !isFirstName(opener.text) &&
      isOrdinary(opener.text) &&
      isFirstName(tokens[from + 1]!.text)
    )
      from++;
  }
  while (from < end && !isCapital(tokens[from])) from++;
  const words = tokens.slice(from, end).filter((t) => /[\p{L}]/u.test(t.text));
  if (!words.length) return [];
  const guess = guessOf(tokens, start, from, end, courtesy, starts);
  if (!guess) return [];
  return [{ from, to: end, words: words.map((t) => t.text), titleFrom, courtesy, guess }];
}

/** Where somebody else's name begins after a word that parts two names (a headline's "Mara Quill Meets Oren Vale"); 0 where there is one name. */
function secondPerson(tokens: readonly Token[], start: number, end: number): number {
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
function isGivenName(tokens: readonly Token[], at: number, end: number): boolean {
  return isFirstName(tokens[at]!.text) && !(at + 2 < end && isFirstName(tokens[at + 1]!.text));
}

/** Where the holder of an office begins in "Secretary of State Mara Quill"; 0 where none is named. */
function holderOf(tokens: readonly Token[], from: number, end: number): number {
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

function guessOf(
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
