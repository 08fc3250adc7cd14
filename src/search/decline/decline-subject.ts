import { isFirstName } from '../../attribution/first-names.js';
import { PLACE } from '../../attribution/lexicon.js';
import type { Passage } from '../../article/passages.js';
import type { Speaker } from '../../corpus/speakers.js';
import { fold } from '../../text/fold.js';
import type { NoAnswer } from '../answer.js';
import type { AskedWord } from '../question/asked-words.js';
import { plain } from '../question/expectation.js';
import type { Index } from '../index/index-corpus.js';
import { isNameParticle } from '../../text/name-particles.js';
import type { Understood } from '../question/question.js';
import type { Ranked } from '../rank/rank.js';
import {
  asksForWordsOf,
  isOfTitle,
  isOfSubject,
  isPlainSaying,
  isVoiced,
  leastOfSpeaker,
  mayBeTheirs,
  speaksAtAll,
  speaksIn,
} from '../rank/of-subject.js';
import type { Subject } from '../question/subject.js';

/** So much of the matter in the passage or around it is enough as well, where the asked speaker says anything there. */
const LEAST_AROUND = 0.28;
/** So many of the best passages show whether a relative is quoted, or a stranger named. */
const BEST = 3;

/**
 * Why whoever is surely asked to have spoken doesn't answer; null where they do, 'unsure' where that hangs on the rest of
 * the question.
 */
export function declineSubject(
  index: Index,
  asked: Understood,
  subject: Subject,
  ranked: readonly Ranked[],
): NoAnswer | 'unsure' | null {
  const { corpus } = index;
  if (!subject.speakers.length) {
    const reason = isRelative(subject)
      ? declineRelative(index, subject, ranked)
      : declineStranger(index, asked, subject, ranked);
    if (reason !== 'unsure' || asked.topic.length) return reason;
    // Nothing but who spoke is asked, and nobody is known to be that: unless the stories have just these words.
    const isTold = ({ place }: Ranked) =>
      names(corpus.passages[place]!, subject.words) &&
      corpus.statementsIn(corpus.passages[place]!).length > 0;
    return ranked.slice(0, BEST).some(isTold) ? null : 'not-in-stories';
  }
  const reason = declineSpeaker(index, asked, subject, ranked);
  if (reason !== 'unsure' || asked.topic.length) return reason;
  return ranked.some((r) => r.features.speaker > 0) ? null : 'not-in-stories';
}

function declineSpeaker(
  index: Index,
  asked: Understood,
  subject: Subject,
  ranked: readonly Ranked[],
): NoAnswer | 'unsure' | null {
  const { topic } = asked;
  const isPerson = subject.speakers[0]?.kind === 'person';
  const own = ranked.filter((r) => speaksIn(index, asked, r));
  const speaks = own.length > 0 || subject.speakers.some(speaksAtAll);
  if (asksForWordsOf(asked) && !(ranked[0] && isOfSubject(index, asked, ranked[0])))
    return speaks ? 'not-said-by-speaker' : 'never-quoted';
  if (asksForWordsOf(asked) && !speaksIn(index, asked, ranked[0]!) && isVoiced(index, asked, ranked[0]!))
    return 'unsure';
  const least = leastOfSpeaker(topic);
  const enough = own.some(
    (r) =>
      !topic.length ||
      r.features.own >= least ||
      (topic.length > 2 && r.features.around >= LEAST_AROUND) ||
      isOfTitle(index, asked, r),
  );
  if (isPerson && enough) return null;
  // One word of a role ("the businessman") may mean anybody.
  const sure = isPerson && subject.sureness >= 0.6 && !(subject.byRole && subject.words.length < 2);
  if (!sure) return 'unsure';
  // What somebody supports or proposes others may tell.
  if (speaks) return isPlainSaying(subject) ? 'not-said-by-speaker' : 'unsure';
  // A quotation beside the name that nobody is given for may be theirs.
  const named = ranked.filter((r) => r.features.named > 0.99);
  return !isPlainSaying(subject) || named.some((r) => mayBeTheirs(index.corpus, r))
    ? 'unsure'
    : 'never-quoted';
}

/** A relative that no story quotes as such may be quoted by a name that is the family's. */
function declineRelative({ corpus }: Index, { words }: Subject, ranked: readonly Ranked[]) {
  const family = new Set(words.map((w) => plain(w.typed)));
  const isOfFamily = (own: readonly string[]) =>
    own.some((name) => family.has(name)) && own.some((name) => !family.has(name));
  const isTheirs = ({ place }: Ranked) =>
    corpus.statementsIn(corpus.passages[place]!).some((s) => isOfFamily(wordsOf(corpus.speakerOf(s))));
  return ranked.slice(0, BEST).some(isTheirs) ? 'unsure' : 'not-in-stories';
}

/** Somebody whom the stories don't know to speak: what others say is no answer, unless it stands beside their name. */
function declineStranger(
  { corpus }: Index,
  { words }: Understood,
  subject: Subject,
  ranked: readonly Ranked[],
): NoAnswer | 'unsure' {
  const named = ranked.filter((r) => names(corpus.passages[r.place]!, subject.words));
  const isWritten = named.some(({ place }) => isWrittenAsName(corpus.passages[place]!, subject.words));
  if (!isWritten && !isName(subject.words, words)) return 'unsure';
  if (!named.length)
    return isPlainSaying(subject) || subject.words.some(isStranger) ? 'not-in-stories' : 'unsure';
  return named.some((r) => mayBeTheirs(corpus, r)) || !isPlainSaying(subject) ? 'unsure' : 'never-quoted';
}

/** "Marla Oduya's husband". */
function isRelative({ words }: Subject): boolean {
  const last = words.at(-1);
  return RELATIVE.test(last?.word ?? '') && words.slice(0, -1).some(isPossessive);
}

function isPossessive({ typed }: AskedWord): boolean {
  return /['’]s?$/u.test(typed);
}

const RELATIVE =
  /^(?:wife|husband|spouse|son|daughter|child|children|mother|mom|mum|father|dad|parents?|brother|sister|siblings?|widow|widower|uncle|aunt|cousin|niece|nephew|grandmother|grandfather|grandson|granddaughter|fianc[eé]e?|girlfriend|boyfriend)s?$/u;

function wordsOf(speaker: Speaker | null): string[] {
  return speaker?.name.split(/\s+/u).map(plain) ?? [];
}

/**
 * Words that look like a name: written with capitals; unknown to the stories, but for the "al" of "al-Wafi"; or, however
 * they are typed, with a first name or a word that no story holds where no article makes them a description.
 */
function isName(words: readonly AskedWord[], asked: readonly AskedWord[]): boolean {
  if (words.every((w) => /^\p{Lu}/u.test(w.typed))) return true;
  if (words.some(isUnknown) && words.every((w) => isUnknown(w) || isNameParticle(w.word))) return true;
  const before = asked[asked.indexOf(words[0]!) - 1];
  const isDescribed = ARTICLE.test(before?.word ?? '') || words.slice(0, -1).some(isPossessive);
  if (words.length < 2 || words.length > LONGEST_NAME || isDescribed) return false;
  const first = words[0]!.word;
  return words.some(isStranger) || (words.length === 2 && isFirstName(first) && !PLACE.has(first));
}

const LONGEST_NAME = 4;
const ARTICLE =
  /^(?:the|an?|his|her|their|its|our|my|your|this|that|these|those|some|any|other|most|many|all)$/u;

/** No story holds just this word. */
function isUnknown({ ids }: AskedWord): boolean {
  return ![...ids.values()].includes(1);
}

/** … nor one that is so like it that it may be a slip. */
function isStranger({ ids }: AskedWord): boolean {
  return [...ids.values()].every((likeness) => likeness < LEAST_OF_SLIP);
}

const LEAST_OF_SLIP = 0.7;

/** Whether a passage has several words side by side with capitals, as a name has them. */
function isWrittenAsName({ text }: Passage, words: readonly AskedWord[]): boolean {
  const name = words.map(({ word }) => word[0]!.toUpperCase() + word.slice(1)).join(' ');
  return words.length > 1 && text.includes(name);
}

/** Whether a passage has these words as a name: side by side, and where it is only one, with a capital. */
function names({ text }: Passage, words: readonly AskedWord[]): boolean {
  const name = words.map((w) => fold(w.typed).replace(/'s?$/u, '')).join(' ');
  const folded = fold(text);
  const at = folded.indexOf(name);
  if (at < 0 || /[\p{L}\p{N}]/u.test((folded[at - 1] ?? '') + (folded[at + name.length] ?? ''))) return false;
  return (
    words.length > 1 ||
    text.includes(name[0]!.toUpperCase() + name.slice(1)) ||
    text.includes(name.toUpperCase())
  );
}
