import { isNameParticle } from '../text/name-particles.js';
import { isPeople } from './demonyms.js';
import { isFirstName } from './first-names.js';
import { COURTESY, DEMONYM, FUNCTION_WORD, NAME_OPENER, ORGANISATION_NOUN, PLACE } from './lexicon.js';
import { guessOf, INITIAL, SUFFIX, type NameGuess } from './name-guess.js';
import { holderOf, isGivenName, isTitle, secondPerson } from './name-titles.js';
import { isOffice } from './titles.js';
import { isOrdinary, type Token } from './tokens.js';

/** A capitalised phrase in a passage; `from` and `to` are token indices, titles and roles left out. */
export interface Name {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  /** Where the courtesy titles and offices before it begin; `from` where there are none. */
  readonly titleFrom: number;
  readonly courtesy: string | null;
  readonly guess: NameGuess;
  /** Set for "Ana" of "Ana and Ben Roe": the last of its words is another name's too, behind it. */
  readonly shares?: true;
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u;
/** "al-Harbi", whose article has a small letter. */
const ARABIC = /^(?:al|el|as|ash|an|ar|at|ad|az)-\p{Lu}/u;
/** "(D-Ohio)" */
const AFFILIATION = /^[RDI]-\p{Lu}/u;
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
  if (token === undefined || AFFILIATION.test(token.text)) return false;
  return (/^\p{Lu}/u.test(token.text) && JOINING_POS.has(token.pos)) || ARABIC.test(token.text);
}

function runEnd(tokens: readonly Token[], from: number, starts: ReadonlySet<number>): number {
  const first = tokens[from];
  if (!isCapital(first)) return from;
  // A function word with a capital begins a sentence or a headline; it is part of no name ("The", "In").
  if (
    /^[AI]$/u.test(first.text) ||
    (FUNCTION_WORD.has(first.lower) && !INITIAL.test(first.text) && !isWill(first))
  )
    return from;
  if (NAME_OPENER.has(first.lower) && !isNamed(tokens, from, starts)) return from;
  let to = from + 1;
  for (;;) {
    const next = tokens[to];
    if (next && WEEKDAY.test(next.text)) return to;
    if (!next || starts.has(to)) return to;
    if (
      isCapital(next) &&
      next.text !== 'I' &&
      !(FUNCTION_WORD.has(next.lower) && !INITIAL.test(next.text) && !isSurnameToo(next))
    ) {
      to++;
      continue;
    }
    if (next.text === ',' && SUFFIX.test(tokens[to + 1]?.text ?? '')) {
      to += 2;
      continue;
    }
    const particles = isNameParticle(next.lower) ? (isNameParticle(tokens[to + 1]?.lower ?? '') ? 2 : 1) : 0;
    if (particles && isCapital(tokens[to + particles])) {
      to += particles + 1;
      continue;
    }
    // A nickname in the middle: Owen "Ace" Stone.
    if (
      /^["“‘(]$/u.test(next.text) &&
      /^["”’)]$/u.test(tokens[to + 2]?.text ?? '') &&
      isCapital(tokens[to + 1]) &&
      isCapital(tokens[to + 3])
    ) {
      to += 4;
      continue;
    }
    // "Department of Justice", "Institute for River and Harbour Studies"
    const longer = Math.max(partOfBody(tokens, from, to), listOfBody(tokens, from, to));
    if (longer > to) {
      to = longer;
      continue;
    }
    return to;
  }
}

/** "Theresa May", "Anton Will" */
function isSurnameToo(token: Token): boolean {
  return token.lower === 'may' || isWill(token);
}

/** A "Will" that the tagger's neighbours show to be somebody. */
function isWill({ text, pos }: Token): boolean {
  return text === 'Will' && pos === 'PROPN';
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
  const inBody = tokens.slice(from, to).some((t) => /^(?:of|for|on|to)$/u.test(t.lower));
  const word = tokens[to]?.lower ?? '';
  if (!/^(?:of|for|on|to|and|&|our)$/u.test(word)) return to;
  const goesOn = /^(?:and|&|on|our)$/u.test(word)
    ? inBody ||
      (word !== 'our' && /^(?:Committee|Commission|Council|Subcommittee|Institute|Office)$/u.test(last.text))
    : word === 'to'
      ? JOINS_FOR.test(last.text)
      : isBodyNoun(last);
  if (!goesOn) return to;
  const next = /^(?:the|a|an)$/u.test(tokens[to + 1]?.lower ?? '') ? to + 2 : to + 1;
  const name = tokens[next];
  return isCapital(name) && !FUNCTION_WORD.has(name.lower) && !COURTESY.has(name.lower) ? next + 1 : to;
}

/** Bodies that are named by what they are there to do ("Alliance to Save the Harbour"). */
const JOINS_FOR = /^(?:Alliance|Campaign|Citizens|Coalition|Committee|Project)$/u;

function isBodyNoun({ text, lower }: Token): boolean {
  return (
    ORGANISATION_NOUN.has(lower) ||
    /^(?:Academ(?:y|ies)|(?:Bureau|Chamber|Board|Center|Centre|House|School|Office|Secretary|Association|Alliance|Society|Attorney)s?)$/u.test(
      text,
    )
  );
}

/** "National Institutes of Health", "Justice Department": true where what looked like a title is a part of a body's name. */
function opensBody(tokens: readonly Token[], start: number, from: number, end: number): boolean {
  const before = tokens.slice(start, from);
  if (before.some((t) => COURTESY.has(t.lower))) return false;
  const isPlain = !tokens.slice(from, end).some((t) => /^(?:of|for)$/u.test(t.lower));
  return (
    before.every((t) => !isOffice(t.lower)) || (isPlain && ORGANISATION_NOUN.has(tokens[end - 1]!.lower))
  );
}

/** "Department of Health, Education and Welfare": where such a list of common words ends. */
function listOfBody(tokens: readonly Token[], from: number, to: number): number {
  const isSubject = (i: number): boolean => {
    const token = tokens[i];
    return (
      isCapital(token) && isOrdinary(token.text) && !FUNCTION_WORD.has(token.lower) && !PLACE.has(token.lower)
    );
  };
  if (!/^(?:of|for|on)$/u.test(tokens[to - 2]?.lower ?? '') || to - 2 <= from || !isSubject(to - 1))
    return to;
  let i = to;
  while (tokens[i]?.text === ',' && isSubject(i + 1)) i += 2;
  if (i === to) return to;
  if (tokens[i]?.text === ',') i++;
  return /^(?:and|&)$/u.test(tokens[i]?.lower ?? '') && isSubject(i + 1) ? i + 2 : to;
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
  // A name begins after the last title, unless that is the last word ("Ann Justice", "Mark King").
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
  // "Miss Harbour Mara Quill"
  if (
    courtesy === 'miss' &&
    from + 2 < end &&
    isFirstName(tokens[from + 1]!.text) &&
    !isFirstName(tokens[from]!.text)
  )
    from++;
  const titleFrom = start;
  const holder = holderOf(tokens, from, end);
  if (holder > 0) {
    from = holder;
    courtesy = null;
  }
  if (from === start) {
    // "Republican John Doe", "Iraqi Foo Bar"
    while (from < end - 2 && (DEMONYM.has(tokens[from]!.lower) || isPeople(tokens[from]!.lower))) from++;
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
  if (!tokens.slice(from, end).some((t) => /\p{L}/u.test(t.text))) return [];
  const guess = guessOf(tokens, start, from, end, courtesy, starts);
  if (!guess) return [];
  if (guess === 'organisation' && opensBody(tokens, start, from, end)) from = start;
  const words = tokens.slice(from, end).filter((t) => /\p{L}/u.test(t.text));
  return [{ from, to: end, words: words.map((t) => t.text), titleFrom, courtesy, guess }];
}
