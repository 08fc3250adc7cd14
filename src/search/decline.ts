import type { Speaker } from '../corpus/speakers.js';
import type { NoAnswer } from './answer.js';
import type { Index } from './index-corpus.js';
import type { AskedWord } from './asked-words.js';
import type { Understood } from './question.js';
import type { Ranked } from './rank.js';
import { SAYING } from './saying.js';
import type { Subject } from './subject.js';

/** Expectations that plain words can't meet: without a figure or a time there is no answer. */
const STRICT = new Set(['number', 'measure', 'money', 'share', 'time', 'duration']);
/** Where the sentence holds the kind of thing that is asked for, fewer of the words need to be in it. */
const TELLING = new Set(['money', 'share', 'time', 'place', 'person', 'measure']);
/** Of what is asked about, this much must stand where the asked speaker speaks, or (for half) beside it. */
const LEAST_OF_SPEAKER = 0.25;
/** … where only a word or two are asked about. */
const LEAST_OF_FEW_WORDS = 0.4;
/** A quotation that is remembered worse than this is taken for another one. */
const LEAST_OF_QUOTATION = 0.5;

/**
 * Why what was found is no answer, or null where it is one.
 *
 * A wrong answer costs more than none, yet turning away what could be answered costs as well. The figures were chosen
 * on some 260 questions over two thousand passages of news: they decline about three in four of those without an
 * answer, and of those with one about two in a hundred where question and answer share words. Where they share hardly
 * any, four in ten are declined, nearly all of which would have been answered wrongly.
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
  const met = TELLING.has(asked.expects ?? '') && best.features.meets > 0;
  const least = leastAround(topic.length) * (met ? 0.75 : 1);
  if (best.features.around - 0.3 * unknownShare(topic) < least) return 'not-in-stories';
  return lacksKind(asked, ranked) ? 'not-in-stories' : null;
}

/** Where only one speaker was to be searched: that they never speak, or never of this. */
function declineStrictly(
  { topic }: Understood,
  ranked: readonly Ranked[],
  { statements }: Speaker,
): NoAnswer | null {
  if (!statements.length) return 'never-quoted';
  const enough = !topic.length || ranked.some((r) => r.features.own >= leastOfSpeaker(topic));
  return ranked.length > 0 && enough ? null : 'not-said-by-speaker';
}

function leastOfSpeaker(topic: readonly AskedWord[]): number {
  return topic.length > 2 ? LEAST_OF_SPEAKER : LEAST_OF_FEW_WORDS;
}

/** The more words a question has, the more of them are its own: less of it needs to stand in an answer. */
function leastAround(words: number): number {
  return [1, 0.55, 0.55, 0.5, 0.45, 0.4][words] ?? 0.2;
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
  const enough = own.some((r) => !topic.length || r.features.own >= least);
  if (isPerson && enough) return null;
  // One word of a role ("the businessman") may mean anybody.
  const sure = isPerson && subject.sureness >= 0.6 && !(subject.byRole && subject.words.length < 2);
  if (subject.speakers.length ? !sure : !isName(subject.words) || !isPlainSaying(subject)) return 'unsure';
  if (subject.speakers.some((s) => s.statements.length > 0)) return 'not-said-by-speaker';
  const named = ranked.filter((r) => r.features.named > 0.99);
  // A quotation beside the name that nobody is given for may be theirs.
  const maybe = named.some((r) => {
    const passage = corpus.passages[r.place];
    return (
      passage &&
      r.features.around >= 0.6 &&
      /["“]|''/u.test(passage.text) &&
      !corpus.statementsIn(passage).length
    );
  });
  if (maybe) return 'unsure';
  return subject.speakers.length || named.length ? 'never-quoted' : 'not-in-stories';
}

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

/** Words that look like a name: written with capitals, or unknown to the stories. */
function isName(words: readonly AskedWord[]): boolean {
  return words.every((w) => /^\p{Lu}/u.test(w.typed)) || words.every((w) => ![...w.ids.values()].includes(1));
}

function unknownShare(topic: readonly AskedWord[]): number {
  return sum(topic.filter((w) => w.unknown)) / (sum(topic) || 1);
}

function sum(words: readonly AskedWord[]): number {
  return words.reduce((all, w) => all + w.weight, 0);
}

/** A figure or a time is asked for, and no passage that is as much about it has one. */
function lacksKind({ expects }: Understood, ranked: readonly Ranked[]): boolean {
  const [best] = ranked;
  if (!best || !expects || !STRICT.has(expects)) return false;
  return ranked.every((r) => r.features.meets === 0 || r.features.around < 0.8 * best.features.around);
}
