import { cueClassesOf } from '../../attribution/cues.js';
import { isTitle } from '../../attribution/titles.js';
import { fold } from '../../text/fold.js';
import type { Span } from '../../text/span.js';
import { isAskingWord, isStopWord } from '../stop-words.js';
import type { IsKnownName } from './known-names.js';
import { isNameParticle } from '../name-particles.js';

/** A name in a message. */
export interface NameInText extends Span {
  readonly text: string;
  /** The stories know it. */
  readonly isKnown: boolean;
}

/** Words that people begin a message with, capital or not, and that are nobody's name. */
const CHATTER = new Set(
  `lol lmao omg wtf wow haha hahaha hey hi hello ok okay yes no yeah nope real fake true false fact check checking quote
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

/** The names in a stretch of a message, in order: words with capitals, and what the stories know in small letters too. */
export function namesIn(text: string, isKnown: IsKnownName): NameInText[] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[.’'-][\p{L}\p{M}]+)*\.?/gu)].map((m) => ({
    text: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }));
  const found: NameInText[] = [];
  for (let at = 0; at < words.length; ) {
    const length = nameLength(text, words.slice(at, at + MOST_WORDS), isKnown);
    if (length > 0) {
      const [start, end] = [words[at]!.start, words[at + length - 1]!.end];
      const name = text.slice(start, end).replace(/[’']s$|[.,]$/u, '');
      found.push({ start, end, text: name, isKnown: isKnown(name) });
    }
    at += Math.max(1, length);
  }
  return found;
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
