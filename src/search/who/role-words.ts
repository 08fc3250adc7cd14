import { PERSON_NOUN } from '../../attribution/lexicon.js';
import { isOffice } from '../../attribution/titles.js';
import { once } from '../../once.js';
import { fold } from '../../text/fold.js';
import { stem } from '../../text/stem.js';

function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u));
}

/** Words that tell no role apart. */
const SMALL = list('the a an of for to in on at by and with from his her their its s is was who');
/** What people type and what articles write. */
const SAME_ROLE: ReadonlyMap<string, string> = new Map([
  ['mom', 'mother'],
  ['mum', 'mother'],
  ['dad', 'father'],
  ['attorney', 'lawyer'],
  ['spokesman', 'spokesperson'],
  ['spokeswoman', 'spokesperson'],
  ['chairman', 'chair'],
  ['chairwoman', 'chair'],
  ['chairperson', 'chair'],
  ['adviser', 'advisor'],
  ['cop', 'police'],
  ['policeman', 'police'],
  ['policewoman', 'police'],
  ['boss', 'chief'],
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['congressman', 'representative'],
  ['congresswoman', 'representative'],
  ['lt', 'lieutenant'],
  ['gen', 'general'],
]);
/** Several words for what others say in one, or otherwise. */
const SAME_WORDS: ReadonlyMap<string, string> = new Map([
  ['ceo', 'chief executive'],
  ['chief executive officer', 'chief executive'],
  ['press secretary', 'spokesperson'],
  ['police officer', 'police'],
  ['front-runner', 'frontrunner'],
  ['editor-in-chief', 'editor in chief'],
]);
const SEVERAL = new RegExp(`\\b(?:${[...SAME_WORDS.keys()].join('|')})\\b`, 'gu');
/** Before an office these make another office of it: a state senator is no senator. */
const OTHER_OFFICE = list('vice state lieutenant lt deputy assistant');
/** After these the words are of somebody or something else than the role is. */
const COMPLEMENT =
  list(`of for to in on at by with from about against after before behind during near over under than
  between among since until when where while whose through into`);
const RELATIVE = list('who that which');
const MARKS = list(', ; : ( )');
const NEXT = new Set([...MARKS, 'and', 'or', 'but']);
/** What may begin another role of the same person ("a former aide to the mayor and now chairman of the board"). */
const ANEW = list('a an his her their also now then later former current one');
/** They stand after the word that says what somebody is ("president-elect"). */
const POSTPOSED = list('elect designate emeritus emerita');
/** Before "general" they say what somebody is ("attorney general"); a retired general is a general. */
const OF_GENERAL = list('attorney secretary inspector director solicitor surgeon consul governor postmaster');
/** Titles that stand before a name, and after what else their bearer is. */
const SHORT = list('gov govs sen sens rep reps dr prof rev capt col gen lt maj sgt adm cmdr cpl');
const KIN =
  list(`wife husband spouse mother father parent son daughter brother sister widow widower uncle aunt cousin niece nephew
  grandmother grandfather girlfriend boyfriend`);

/** Offices that every state, city or country has. */
const OF_PLACE = list(
  'governor senator representative mayor president premier minister ambassador sheriff judge prosecutor general king queen',
);

/** A role, or what may be asked by one, taken apart. */
export interface RoleWords {
  /** What tells it apart, each word as roles are compared. */
  readonly words: ReadonlySet<string>;
  /** How many words tell it apart. */
  readonly size: number;
  /** What it says that somebody is, the first first ("director" of "a director of the bank"); of "who runs the bank" nothing. */
  readonly heads: readonly string[];
}

/** A word as roles are compared by it. */
export function roleWord(word: string): string {
  return stem(sameRole(word));
}

/** Whether a word of a role, as roles are compared, is one for a relative. */
export function isKin(word: string): boolean {
  return kinWords().has(word);
}
const kinWords = once(() => new Set([...KIN].map((word) => roleWord(word))));

/** Whether a word of a role, as roles are compared, is an office that every place has. */
export function isOfPlace(word: string): boolean {
  return officesOfPlaces().has(word);
}
const officesOfPlaces = once(() => new Set([...OF_PLACE].map((word) => roleWord(word))));

function sameRole(word: string): string {
  const bare = word.replace(/'s?$/u, '');
  return SAME_ROLE.get(bare) ?? SAME_ROLE.get(bare.replace(/s$/u, '')) ?? bare;
}

/** Its words and marks, in order; those of another office in one. */
function tokensOf(text: string): string[] {
  const folded = fold(text)
    .replace(/\b(\p{L})\.(?=\p{L}\.)/gu, '$1')
    .replace(SEVERAL, (words) => SAME_WORDS.get(words) ?? words);
  const tokens: string[] = [];
  for (const whole of folded.match(/[\p{L}\p{N}]+(?:['/-][\p{L}\p{N}]+)*|[,;:()]/gu) ?? []) {
    for (const word of whole.split('-')) {
      const before = tokens.at(-1);
      const makesOffice = before !== undefined && OTHER_OFFICE.has(before) && isOffice(sameRole(word));
      if (makesOffice) tokens.splice(-1, 1, sameRole(before) + sameRole(word));
      else tokens.push(word);
    }
  }
  return tokens;
}

/** What is asked by a role. */
export function askedRole(text: string): RoleWords {
  const tokens = tokensOf(text);
  const telling = tokens.filter((token) => !MARKS.has(token) && !SMALL.has(token));
  const words = new Set(telling.map((word) => roleWord(word)));
  return { words, size: words.size, heads: headsOf(tokens).map((word) => roleWord(word)) };
}

/** A role as a story has it, with the bodies that it names by their initials. */
export interface ToldRole extends RoleWords {
  /** Initials of whole names ("qua" of "head of the Quarrymen's Union Assembly"), as roles are compared. */
  readonly initials: readonly string[];
}

/**
 * A role as a story has it. The initials of bodies are among its words, but not counted, and so are those that a name
 * begins with: in "NHU youth council", of the Northern Harbour Union Youth Council, the rest is asked for as well.
 */
export function roleWords(text: string): ToldRole {
  const role = askedRole(text);
  const initials = initialsIn(text);
  const begun = initials.flatMap((all) =>
    Array.from({ length: all.length - SHORTEST_INITIALS }, (_, at) => all.slice(0, at + SHORTEST_INITIALS)),
  );
  const words = new Set([...role.words, ...[...initials, ...begun].map((letters) => stem(letters))]);
  return { ...role, words, initials: initials.map((letters) => stem(letters)) };
}

const SHORTEST_INITIALS = 3;

/** The initials of the bodies that a text names ("uft" of "head of the United Federation of Teachers"). */
function initialsIn(text: string): string[] {
  const names = text.match(/\p{Lu}[\p{L}.-]+(?: (?:(?:of|for|and|the|on) )*\p{Lu}[\p{L}.-]+)+/gu) ?? [];
  return names.map((name) => initialsOf(name)).filter((initials) => initials.length >= SHORTEST_INITIALS);
}

/** The initials of a name, folded, words in small letters left out. */
export function initialsOf(name: string): string {
  return fold(
    name
      .split(/[ -]/u)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0]!)
      .join(''),
  );
}

/** Where phrases end, what they are of, and which of them say who somebody is. */
function headsOf(tokens: readonly string[]): string[] {
  const heads: string[] = [];
  let phrase: string[] = [];
  // Of what begins a role the last word is what somebody is, whatever the word; of the rest, if it is a word for people.
  let isFirst = true;
  let isOwn = true;
  const close = (): void => {
    const found = isOwn ? headsOfPhrase(phrase) : [];
    heads.push(...found.filter((word) => isFirst || isForPeople(word)));
    if (phrase.length) isFirst = false;
    phrase = [];
  };
  for (const [at, token] of tokens.entries()) {
    if (COMPLEMENT.has(token)) {
      close();
      isOwn = false;
    } else if (RELATIVE.has(token)) {
      close();
      isOwn = heads.length === 0;
      isFirst = false;
    } else if (NEXT.has(token)) {
      close();
      isOwn ||= ANEW.has(tokens[at + 1] ?? '');
    } else phrase.push(token);
  }
  close();
  return heads;
}

/** Its last word; before a short title ("presidential candidate Sen.") the words for people too. */
function headsOfPhrase(phrase: readonly string[]): string[] {
  const last = phrase.at(-1);
  if (last === undefined) return [];
  const before = phrase.at(-2) ?? '';
  if (last === 'general' ? OF_GENERAL.has(before) : POSTPOSED.has(last) && isForPeople(before))
    return [before];
  return [last, ...(SHORT.has(last) ? phrase.slice(0, -1).filter(isForPeople) : [])];
}

/** True for a word that says what a person is or does ("chairman", "reps"). */
export function isForPeople(word: string): boolean {
  const one = sameRole(word);
  return PERSON_NOUN.has(word) || PERSON_NOUN.has(one) || PERSON_NOUN.has(one.replace(/s$/u, ''));
}
