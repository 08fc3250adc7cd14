import { callingsOf } from '../../attribution/callings.js';
import { PERSON_NOUN } from '../../attribution/lexicon.js';
import { nameWords, sameFirstName } from '../../attribution/person-names.js';
import { isTitle } from '../../attribution/titles.js';
import type { Speaker } from '../../corpus/speakers.js';
import { editDistance, tolerance } from '../../text/edit-distance.js';
import { fold } from '../../text/fold.js';
import { withoutTitles } from '../speaker-directory.js';
import { isStopWord } from '../stop-words.js';

/** True where a name as somebody typed it can mean a speaker: by the words of the name, a letter off at most, or of a role. */
export function means(claimed: string, speaker: Speaker): boolean {
  const words = withoutTitles(nameWords(claimed.replace(/[’']s?$/u, '').replace(/^the\s+/iu, '')));
  return words.length > 0 && (isNamed(words, speaker) || isDescribed(words, speaker));
}

/** False for what names nobody by itself: an office or a calling ("the Senator", "her spokesman"), or no word at all. */
export function namesSomebody(claimed: string): boolean {
  const words = [...wordsOf(claimed)].filter((w) => !isStopWord(w));
  return words.some((w) => !isTitle(w) && !PERSON_NOUN.has(w));
}

/** A whole name is compared with whole names, so that "Ada Stone" isn't anybody who is called Stone once. */
function isNamed(words: readonly string[], speaker: Speaker): boolean {
  const forms = speaker.names.map((name) => nameWords(name).filter((w) => w !== 'the'));
  const whole = words.length > 1 ? forms.filter((f) => f.length > 1) : [];
  return (whole.length > 0 ? whole : forms).some((form) => fits(words, form));
}

function fits(words: readonly string[], form: readonly string[]): boolean {
  const [short, long] = words.length <= form.length ? [words, form] : [form, words];
  return (
    short.some((word) => word.length > 1) &&
    short.every((word) => long.some((other) => isSameWord(word, other)))
  );
}

function isSameWord(a: string, b: string): boolean {
  if (sameFirstName(a, b)) return true;
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
      words.some((w) => isHeld(head, w) || names.has(w))
    );
  });
}

/** "Senator" stands for "Sen." in a role. */
function isHeld(role: ReadonlySet<string>, word: string): boolean {
  return callingsOf(word).some((calling) => role.has(calling));
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu));
}
