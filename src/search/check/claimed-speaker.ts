import { callingsOf } from '../../attribution/callings.js';
import { PERSON_NOUN } from '../../attribution/lexicon.js';
import { nameWords, sameFirstName } from '../../attribution/person-names.js';
import { isTitle } from '../../attribution/titles.js';
import type { Speaker } from '../../corpus/speakers.js';
import { editDistance, tolerance } from '../../text/edit-distance.js';
import { fold } from '../../text/fold.js';
import { withoutTitles } from '../who/speaker-directory.js';
import { isStopWord } from '../index/stop-words.js';
import type { IsKnownName } from './known-names.js';

/** "the Mayor’s spokesman", "Ana Duarte’s bodyguard": whose somebody is, and what. */
const POSSESSIVE = /^(.{1,80}?)[’']s? ((?:[\p{L}-]{1,30} ){0,3}[\p{L}-]{1,30})$/u;

/**
 * True where a name as somebody typed it can mean a speaker: by the words of the name, a letter off at most where that makes no
 * other name of the stories, or of a role.
 */
export function means(claimed: string, speaker: Speaker, isKnown: IsKnownName): boolean {
  const whose = POSSESSIVE.exec(claimed);
  const words = withoutTitles(nameWords(claimed.replace(/[’']s?$|[’']s? /u, ' ').replace(/^the\s+/iu, '')));
  if (words.length === 0) return false;
  if (whose && isAbout(whose[2]!)) return isDescribed(words, speaker);
  return isNamed(words, speaker, isKnown) || isDescribed(words, speaker);
}

/** True where somebody is claimed who is only told by whose they are ("the Mayor’s spokesman"), and the speaker is that one ("the Mayor"). */
export function belongsTo(claimed: string, speaker: Speaker, isKnown: IsKnownName): boolean {
  const whose = POSSESSIVE.exec(claimed);
  return whose !== null && isAbout(whose[2]!) && means(whose[1]!, speaker, isKnown);
}

/** False for what names nobody by itself: an office or a calling ("the Senator", "her spokesman") that is no whole name of the stories, or no word at all. */
export function namesSomebody(claimed: string, isKnown: IsKnownName): boolean {
  if (nameWords(claimed).length > 1 && isKnown(claimed)) return true;
  const words = [...wordsOf(claimed)].filter((w) => !isStopWord(w));
  return words.some((w) => !isCalling(w));
}

/** True for what somebody is to another, and no name ("chief spokesman"). */
function isAbout(role: string): boolean {
  return isCalling(fold(role.split(' ').at(-1)!)) && !/\p{Lu}/u.test(role);
}

function isCalling(word: string): boolean {
  return isTitle(word) || PERSON_NOUN.has(word);
}

/** A whole name is compared with whole names, so that "Ada Stone" isn't anybody who is called Stone once. */
function isNamed(words: readonly string[], speaker: Speaker, isKnown: IsKnownName): boolean {
  const forms = speaker.names.map((name) => nameWords(name).filter((w) => w !== 'the'));
  const whole = words.length > 1 ? forms.filter((f) => f.length > 1) : [];
  return (whole.length > 0 ? whole : forms).some((form) => fits(words, form, isKnown));
}

function fits(words: readonly string[], form: readonly string[], isKnown: IsKnownName): boolean {
  const isSame = (claimed: string, own: string) =>
    sameFirstName(claimed, own) || (!isKnown(claimed) && isSlip(claimed, own));
  return words.length <= form.length
    ? words.some((w) => w.length > 1) && words.every((w) => form.some((own) => isSame(w, own)))
    : form.some((w) => w.length > 1) && form.every((own) => words.some((w) => isSame(w, own)));
}

function isSlip(a: string, b: string): boolean {
  const limit = Math.min(1, tolerance(Math.min(a.length, b.length)));
  return a[0] === b[0] && limit > 0 && editDistance(a, b, limit) <= limit;
}

function isDescribed(words: readonly string[], speaker: Speaker): boolean {
  const names = new Set(speaker.names.flatMap((name) => nameWords(name)));
  return speaker.roles.some(({ text }) => {
    const role = wordsOf(text);
    // In "a supporter of Ada Stone" somebody else is named.
    const head = wordsOf(/^.*?(?= (?:of|for|to|at|in|and|who) |, |$)/u.exec(text)?.[0] ?? text);
    return (
      words.every((w) => isHeld(role, w) || names.has(w)) &&
      words.some((w) => names.has(w) || (isHeld(head, w) && (isCalling(w) || isLast(head, w))))
    );
  });
}

/** What somebody is stands last: in "the Duarte adviser", Duarte is another. */
function isLast(head: ReadonlySet<string>, word: string): boolean {
  return [...head].at(-1) === word;
}

/** "Senator" stands for "Sen." in a role. */
function isHeld(role: ReadonlySet<string>, word: string): boolean {
  return callingsOf(word).some((calling) => role.has(calling));
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu));
}
