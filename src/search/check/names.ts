import { cueClassesOf } from '../../attribution/cues.js';
import { PERSON_NOUN } from '../../attribution/lexicon.js';
import { isTitle } from '../../attribution/titles.js';
import { fold } from '../../text/fold.js';
import type { Span } from '../../text/span.js';
import { isAskingWord, isStopWord } from '../index/stop-words.js';
import type { IsKnownName } from './known-names.js';
import { isNameParticle } from '../../text/name-particles.js';

/** A name in a message. */
export interface NameInText extends Span {
  /** As typed, a handle with spaces; empty for a handle that tells no name. */
  readonly text: string;
  /** The stories know it. */
  readonly isKnown: boolean;
}

/** Words that people begin a message with, capital or not, and that are nobody's name. */
const CHATTER = new Set(
  `rt lol lmao omg wtf wow haha hahaha hey hi hello ok okay yes no yeah nope real fake true false fact check checking quote
  quoted quoting breaking news update source sources via remember classic imagine apparently so well just when did does
  is was has can somebody someone anyone everyone guys folks dude bro people today yesterday tomorrow now then please
  pls idk imo tbh fyi btw really actually literally once famously still never monday tuesday wednesday thursday friday
  saturday sunday january february march april june july august september october november december the a an this that
  these those my your his her their our i we you he she they it and but or if as in on at by for from with to of about
  tweet tweets tweeting statement interview speech twitter facebook fb post article press conference video`.split(
    /\s+/u,
  ),
);
const MOST_WORDS = 5;
/** Who speaks for people, beside what people are called. */
const ABOUT_PEOPLE = new Set(
  'bodyguard butler camp chief-of-staff mate office running-mate staff team'.split(' '),
);
const HANDLE = /^@(?:the|real|official)?_?/iu;
const WORDS = /(?<![\p{L}\p{N}.])@[\p{L}\p{N}_]{2,30}|[\p{L}\p{N}\p{M}]+(?:[.’'-][\p{L}\p{M}]+)*\.?/gu;

/** The names in a stretch of a message, in order: words with capitals, and what the stories know in small letters too. */
export function namesIn(text: string, isKnown: IsKnownName): NameInText[] {
  const words = [...text.matchAll(WORDS)].map((m) => ({
    text: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }));
  const found: NameInText[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at]!;
    const length = word.text.startsWith('@')
      ? 1
      : nameLength(text, words.slice(at, at + MOST_WORDS), isKnown);
    if (length > 0) {
      const end = words[at + length - 1]!.end;
      const name = nameOfHandle(text.slice(word.start, end), isKnown).replace(/[’']s$|[.,]$/u, '');
      found.push(withRole(text, { start: word.start, end, text: name, isKnown: isKnown(name) }));
    }
    const next = found.at(-1)?.end ?? 0;
    do at++;
    while (at < words.length && words[at]!.start < next);
  }
  return found;
}

/** Where a name is only whose somebody is, the whole of it. */
function withRole(text: string, name: NameInText): NameInText {
  const before = /(?:^|(?<=[\s,]))(\p{Ll}+) (?:of|for|to) (?:the )?$/u.exec(
    text.slice(Math.max(0, name.start - 40), name.start),
  );
  if (before && isPerson(before[1]!)) {
    const start = name.start - before[0].length;
    return { ...name, start, text: before[0] + name.text };
  }
  if (!/[’']s?$/u.test(text.slice(name.start, name.end))) return name;
  const role =
    /^(?: \p{L}[\p{L}-]{0,30}){1,3}/u.exec(text.slice(name.end, name.end + 100))?.[0].split(' ') ?? [];
  const last = role.findLastIndex((word) => isPerson(word.toLowerCase()));
  if (last < 0) return name;
  const end = name.end + role.slice(0, last + 1).join(' ').length;
  return { ...name, end, text: text.slice(name.start, end) };
}

/** True for a small word that says what somebody is ("spokesman", "owner"). */
export function isPerson(word: string): boolean {
  return isTitle(word) || PERSON_NOUN.has(word) || ABOUT_PEOPLE.has(word);
}

/** "@AnaDuarte", "@realAnaDuarte", "@AnaBDuarte" and "@anaduarte", whom the stories know, are Ana Duarte. What is no handle stays as it is. */
function nameOfHandle(handle: string, isKnown: IsKnownName): string {
  if (!handle.startsWith('@')) return handle;
  const bare = handle.replace(HANDLE, '');
  const name = bare
    .replaceAll('_', ' ')
    .replace(/(?<=\p{Ll})(?<!Mc|Mac)(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ');
  if (isKnown(name) || (name.includes(' ') && name.split(' ').every(isCapital))) return name;
  for (let at = 1; at < bare.length; at++) {
    const parted = `${bare.slice(0, at)} ${bare.slice(at)}`;
    if (isKnown(parted)) return parted;
  }
  return '';
}

/** How many of the words at the beginning are one name; 0 where none begins here. */
function nameLength(text: string, words: readonly (Span & { text: string })[], isKnown: IsKnownName): number {
  let run = 0;
  while (run < words.length && isJoined(text, words, run)) run++;
  for (let length = run; length > 0; length--) {
    const own = words.slice(0, length).map((w) => w.text);
    const isSmall = own.every((w) => !/\p{Lu}/u.test(w));
    // One small word is a name only where it is nothing else ("king", "will").
    if (isKnown(own.join(' ')) && !(isSmall && length === 1 && isCommon(own[0]!))) return length;
  }
  // "de Souza" may stand alone.
  let capitals = isParticle(words, 0) ? 1 : 0;
  while (
    capitals < run &&
    (isCapital(words[capitals]!.text) || (capitals > 0 && isParticle(words, capitals)))
  )
    capitals++;
  return capitals > 0 && !isCommon(words[0]!.text) ? capitals : 0;
}

/** Only a space, a point or a hyphen stands between the words of a name. */
function isJoined(text: string, words: readonly Span[], at: number): boolean {
  const before = words[at - 1];
  return before === undefined || /^[ ]$/u.test(text.slice(before.end, words[at]!.start));
}

function isCapital(word: string): boolean {
  return (
    /^(?:\p{Lu}|(?:d|l|o)[’']\p{Lu}|al-\p{Lu}|Mc|Mac)/u.test(word) &&
    !CHATTER.has(fold(word).replace(/[.’']/gu, ''))
  );
}

/** A small word inside a name ("Ana de Souza") counts where a capital follows. */
function isParticle(words: readonly { text: string }[], at: number): boolean {
  return isNameParticle(words[at]!.text.toLowerCase()) && isCapital(words[at + 1]?.text ?? '');
}

function isCommon(word: string): boolean {
  const plain = fold(word).replace(/[.’']/gu, '');
  return CHATTER.has(plain) || isStopWord(plain) || isAskingWord(plain);
}

/** True for a word that people write around a quotation and that is no part of it. */
export function isChatter(word: string): boolean {
  const plain = fold(word).replace(/[.’']/gu, '');
  return CHATTER.has(plain) || isTitle(plain) || isStopWord(plain) || isAskingWord(plain);
}

/** True for a form of a verb of saying ("tweeted"). */
export function isSaying(word: string): boolean {
  const classes = cueClassesOf(word.toLowerCase());
  return classes !== undefined && (classes.has('say') || classes.has('tell'));
}

/** True for a form of a verb that has who is told first ("told"). */
export function tellsSomebody(word: string): boolean {
  return cueClassesOf(word.toLowerCase())?.has('tell') ?? false;
}
