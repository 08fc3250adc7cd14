import type { Speaker } from '../../corpus/speakers.js';
import type { NoAnswer } from '../answer.js';
import type { AskedWord } from '../question/asked-words.js';
import { declineSubject } from './decline-subject.js';
import { evidence, EVIDENCE, type Evidence, holdsAllWords } from './evidence.js';
import type { Index } from '../index/index-corpus.js';
import { leastOfSpeaker } from '../rank/of-subject.js';
import type { Understood } from '../question/question.js';
import type { Ranked } from '../rank/rank.js';

/** A quotation that is remembered worse than this is taken for another one. */
const LEAST_OF_QUOTATION = 0.45;

/**
 * What each piece of evidence is worth, and what they must come to together. Fitted by `scripts/fit-decline.mjs`; the sum
 * is the logarithm of the odds that the stories answer the question.
 */
const WORTH: Readonly<Record<keyof Evidence, number>> = {
  plainWords: 1.1,
  alike: 1.35,
  weakest: 1,
  meaning: 1.05,
  strangers: -0.15,
  lacksFigure: -1.6,
  words: 4.15,
  quotation: 1.9,
  speaker: 0.75,
};
const LEAST = 3.85;
/** Of so few words one may well stand in other words in the answer, where the rest is about it. */
const FEW_WORDS = 4;
/** What is less like a word of the stories than this is no slip of it. */
const LEAST_MEANT = 0.75;
const LEAST_OF_FEW = { meaning: 0.4, share: 0.5 };

/**
 * Why what was found is no answer, or null where it is one.
 *
 * A wrong answer costs more than none, yet turning away what could be answered costs as well. Of some thousand questions on
 * news, four in five without an answer are declined; of those with one, few that share words with it, and one in three
 * that hardly share any, most of which would have been answered wrongly.
 */
export function decline(
  index: Index,
  asked: Understood,
  ranked: readonly Ranked[],
  strictly: Speaker | null = null,
): NoAnswer | null {
  if (strictly) return declineStrictly(asked, ranked, strictly);
  const { topic, subject, quotation } = asked;
  if (!topic.length && !subject && !quotation.length) return 'asks-nothing';
  const [best] = ranked;
  const ofSubject = subject?.surely ? declineSubject(index, asked, subject, ranked) : 'unsure';
  if (ofSubject !== 'unsure') return ofSubject;
  if (!best) return 'not-in-stories';
  if (!topic.length) return null;
  if (quotation.length && best.features.quotation >= 0.6) return null;
  if (quotation.length >= 4 && best.features.quotation < LEAST_OF_QUOTATION) return 'not-in-stories';
  const found = evidence(index, asked, ranked);
  if (found && asksOfOwn(asked) && (found.weakest < 1 || found.meaning < LEAST_OF_FEW.meaning))
    return 'not-in-stories';
  const isShort = topic.length <= FEW_WORDS;
  if (isShort && areKeywords(asked)) {
    if (holdsAllWords(index, asked, ranked)) return null;
    if (topic.length <= 2 && !topic.every(isMeant)) return 'not-in-stories';
  }
  const enough =
    found !== null &&
    (isShort ? !found.lacksFigure && (isEnough(found) || isAbout(found, best)) : isEnough(found));
  return enough ? null : 'not-in-stories';
}

/** Of two keywords, one that is hardly like any word of the stories leaves too little ("bride" is no "bridge"); what no story has is weighed with the rest. */
function isMeant({ ids, unknown }: AskedWord): boolean {
  return unknown || [...ids.values()].some((likeness) => likeness >= LEAST_MEANT);
}

/** Words that are looked for, and no question: that they stand there is all that is asked. */
function areKeywords({ words, expects, asksWhoSaid }: Understood): boolean {
  return expects === null && !asksWhoSaid && words.every((w) => !w.stop || BETWEEN_KEYWORDS.test(w.word));
}

const BETWEEN_KEYWORDS = /^(?:the|an?|of|on|in|at|and|or|to|for|by|from|with|about|vs?|versus)$/u;

/** "My tap drips, what do I do": somebody's own affairs, which stories tell of by chance alone. */
function asksOfOwn({ words, subject }: Understood): boolean {
  return !subject && words.some((w) => /^(?:my|mine|myself)$/u.test(w.word));
}

function isEnough(found: Evidence): boolean {
  let sum = 0;
  for (const name of EVIDENCE) sum += WORTH[name] * found[name];
  return sum >= LEAST;
}

/**
 * Few words are weak evidence whatever they find; those of a short question need not all stand in its answer, yet names
 * alone tell nothing of what is asked about them.
 */
function isAbout(found: Evidence, { features }: Ranked): boolean {
  return (
    !found.strangers &&
    found.plainWords > 0 &&
    found.meaning >= LEAST_OF_FEW.meaning &&
    (found.alike + features.around) / 2 >= LEAST_OF_FEW.share
  );
}

/** Where only one speaker was to be searched: that they never speak, or never of this. */
function declineStrictly(
  { topic }: Understood,
  ranked: readonly Ranked[],
  { statements }: Speaker,
): NoAnswer | null {
  // Who is quoted nowhere may have signed a text.
  if (!statements.length && !ranked.length) return 'never-quoted';
  const enough = !topic.length || ranked.some((r) => r.features.own >= leastOfSpeaker(topic));
  return ranked.length > 0 && enough ? null : 'not-said-by-speaker';
}
