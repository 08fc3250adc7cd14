import type { Speaker } from '../corpus/speakers.js';
import type { NoAnswer } from './answer.js';
import { evidence, EVIDENCE, type Evidence } from './evidence.js';
import { plain } from './expectation.js';
import type { Index } from './index-corpus.js';
import type { AskedWord } from './asked-words.js';
import type { Understood } from './question.js';
import type { Ranked } from './rank.js';
import { SAYING } from './saying.js';
import type { Subject } from './subject.js';
import { isNameParticle } from './name-particles.js';

/** Of what is asked about, this much must stand where the asked speaker speaks, or (for half) beside it. */
const LEAST_OF_SPEAKER = 0.18;
/** … or this much in the passage or around it, whoever says it. */
const LEAST_AROUND = 0.28;
/** … where only a word or two are asked about. */
const LEAST_OF_FEW_WORDS = 0.34;
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
  const ofSpeaker = subject?.surely ? declineSpeaker(index, asked, subject, ranked) : 'unsure';
  if (ofSpeaker !== 'unsure') return ofSpeaker;
  if (!best) return 'not-in-stories';
  if (!topic.length) return null;
  if (quotation.length && best.features.quotation >= 0.6) return null;
  if (quotation.length >= 4 && best.features.quotation < LEAST_OF_QUOTATION) return 'not-in-stories';
  const found = evidence(index, asked, ranked);
  if (found && asksOfOwn(asked) && (found.weakest < 1 || found.meaning < LEAST_OF_FEW.meaning))
    return 'not-in-stories';
  const isShort = topic.length <= FEW_WORDS;
  const enough =
    found !== null &&
    (isShort ? !found.lacksFigure && (isEnough(found) || isAbout(found, best)) : isEnough(found));
  return enough ? null : 'not-in-stories';
}

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

function leastOfSpeaker(topic: readonly AskedWord[]): number {
  return topic.length > 2 ? LEAST_OF_SPEAKER : LEAST_OF_FEW_WORDS;
}

function declineSpeaker(
  { corpus }: Index,
  { topic }: Understood,
  subject: Subject,
  ranked: readonly Ranked[],
): NoAnswer | 'unsure' | null {
  const isPerson = subject.speakers[0]?.kind === 'person';
  const own = ranked.filter((r) => r.features.speaker > 0);
  const least = leastOfSpeaker(topic);
  const enough = own.some(
    (r) =>
      !topic.length || r.features.own >= least || (topic.length > 2 && r.features.around >= LEAST_AROUND),
  );
  if (isPerson && enough) return null;
  if (!subject.speakers.length && isRelative(subject)) {
    // A relative that no story quotes as such may be quoted by a name that is the family's.
    const family = new Set(subject.words.map((w) => plain(w.typed)));
    const isOfFamily = (names: readonly string[]) =>
      names.some((name) => family.has(name)) && names.some((name) => !family.has(name));
    const isTheirs = ({ place }: Ranked) =>
      corpus.statementsIn(corpus.passages[place]!).some((s) => isOfFamily(nameWords(corpus.speakerOf(s))));
    return ranked.slice(0, BEST).some(isTheirs) ? 'unsure' : 'not-in-stories';
  }
  // One word of a role ("the businessman") may mean anybody.
  const sure = isPerson && subject.sureness >= 0.6 && !(subject.byRole && subject.words.length < 2);
  if (subject.speakers.length ? !sure : !isName(subject.words) || !isPlainSaying(subject)) return 'unsure';
  // One word of the stories that names no speaker ("Forbes") may be a source all the same.
  if (!subject.speakers.length && subject.words.length < 2 && !subject.words[0]?.unknown) return 'unsure';
  if (own.length || subject.speakers.some((s) => s.statements.length > 0)) return 'not-said-by-speaker';
  const named = ranked.filter((r) => r.features.named > 0.99);
  // A quotation beside the name that nobody is given for may be theirs.
  const maybe = named.some((r) => {
    const passage = corpus.passages[r.place];
    return (
      passage && r.features.around >= 0.6 && QUOTES.test(passage.text) && !corpus.statementsIn(passage).length
    );
  });
  if (maybe || !isPlainSaying(subject)) return 'unsure';
  return subject.speakers.length || named.length ? 'never-quoted' : 'not-in-stories';
}

/** "Marla Oduya's husband". */
function isRelative({ words }: Subject): boolean {
  const last = words.at(-1);
  return RELATIVE.test(last?.word ?? '') && words.slice(0, -1).some((w) => /['’]s?$/u.test(w.typed));
}

const RELATIVE =
  /^(?:wife|husband|spouse|son|daughter|child|children|mother|mom|mum|father|dad|parents?|brother|sister|siblings?|widow|widower|uncle|aunt|cousin|niece|nephew|grandmother|grandfather|grandson|granddaughter|fianc[eé]e?|girlfriend|boyfriend)s?$/u;
/** So many of the best passages show whether a relative is quoted. */
const BEST = 3;

function nameWords(speaker: Speaker | null): string[] {
  return speaker?.name.split(/\s+/u).map(plain) ?? [];
}

/** A quotation of some words, and not a name between quotation marks. */
const QUOTES = /(?:["“]|'')(?:[^"”'\s]+ ){4}/u;

/** "Why does X accuse Y" may be told by others; "what does X say" asks for X's words. */
function isPlainSaying({ verb }: Subject): boolean {
  return verb.every(
    ({ term }) =>
      !SAYING.has(term) ||
      /^(?:say|tell|think|state|comment|write|tweet|describ|explain|react|repli|respond|argu|claim|believ|feel|talk|speak|mention|answer|view|quot|remark)$/u.test(
        term,
      ),
  );
}

/** Words that look like a name: written with capitals, or unknown to the stories, but for the "al" of "al-Wafi". */
function isName(words: readonly AskedWord[]): boolean {
  return (
    words.every((w) => /^\p{Lu}/u.test(w.typed)) ||
    (words.some(isUnknown) && words.every((w) => isUnknown(w) || isNameParticle(w.word)))
  );
}

/** No story holds just this word. */
function isUnknown({ ids }: AskedWord): boolean {
  return ![...ids.values()].includes(1);
}
