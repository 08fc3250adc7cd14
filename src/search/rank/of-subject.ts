import type { Statement } from '../../attribution/statement.js';
import type { Speaker } from '../../corpus/speakers.js';
import type { AskedWord } from '../question/asked-words.js';
import type { Index } from '../index/index-corpus.js';
import type { Understood } from '../question/question.js';
import { slice } from '../../text/span.js';
import { quotes } from './quotes.js';
import type { Ranked } from './rank.js';
import { SAYING } from '../question/saying.js';
import { statementText } from './statement-text.js';
import type { Subject } from '../question/subject.js';

/** Of what is asked about, this much must stand where the asked speaker speaks, or (for half) beside it. */
const LEAST_OF_SPEAKER = 0.18;
/** … where only a word or two are asked about. */
const LEAST_OF_FEW_WORDS = 0.34;
/** A passage is about the matter where so much of it stands there or around it. */
const ABOUT = 0.6;
/** What somebody else says first gives way to what the asked person says, where so much of the matter stands there. */
const PLAINLY_OWN = 0.6;

/** How much of the matter must stand where the asked speaker speaks. */
export function leastOfSpeaker(topic: readonly AskedWord[]): number {
  return topic.length > 2 ? LEAST_OF_SPEAKER : LEAST_OF_FEW_WORDS;
}

/** "Why does X accuse Y" may be told by others; "what does X say" asks for X's words. */
export function isPlainSaying({ verb }: Subject): boolean {
  return verb.every(
    ({ term }) =>
      !SAYING.has(term) ||
      /^(?:say|tell|think|state|comment|write|tweet|describ|explain|react|repli|respond|argu|claim|believ|feel|talk|speak|mention|answer|view|quot|remark)$/u.test(
        term,
      ),
  );
}

/** Whether a question asks what a person whom the stories know says of something. */
export function asksForWordsOf({ subject, topic }: Understood): boolean {
  const isPerson = subject?.speakers[0]?.kind === 'person' && !subject.byRole;
  return topic.length > 0 && isPerson && subject.surely && isPlainSaying(subject);
}

/**
 * Passages as ranked, but where the first has nothing to do with the asked person, those before it that are plainly theirs,
 * and then those that name them and are about the matter.
 */
export function ofSubjectFirst(index: Index, asked: Understood, ranked: readonly Ranked[]): Ranked[] {
  const [best] = ranked;
  if (!best || !asksForWordsOf(asked)) return [...ranked];
  const saysNothingOfIt = best.features.speaker > 0 && best.features.own < leastOfSpeaker(asked.topic);
  const isNamed = (r: Ranked) => isNamedAbout(index, asked, r);
  const isTheirs = isVoiced(index, asked, best) || (best.features.named > 0.99 && isNamed(best));
  if (isTheirs && !saysNothingOfIt) return [...ranked];
  const voiced = new Set(ranked.filter((r) => isVoiced(index, asked, r)));
  const isPlainly = (r: Ranked) =>
    !r.features.speaker ||
    r.features.own >= PLAINLY_OWN ||
    r.features.around >= ABOUT ||
    isOfTitle(index, asked, r);
  const named = ranked.filter((r) => !voiced.has(r) && isNamed(r));
  return [...new Set([...[...voiced].filter(isPlainly), ...named, ...ranked])];
}

/** Whether a passage is the asked person's, or names them and is about the matter. */
export function isOfSubject(index: Index, asked: Understood, ranked: Ranked): boolean {
  return isVoiced(index, asked, ranked) || isNamedAbout(index, asked, ranked);
}

/** Whether a passage names who is asked for, who speaks somewhere, and is about the matter. */
function isNamedAbout(index: Index, asked: Understood, ranked: Ranked): boolean {
  const { subject } = asked;
  const { named, around } = ranked.features;
  if (!subject || around < ABOUT || !subject.speakers.some(speaksAtAll)) return false;
  return named > 0.99 || (named > 0 && mayNameThem(index, subject, ranked));
}

/**
 * Where only a part of a name stands, it is the surname, and nobody else's: "Ana" alone isn't Ana Roe, and "Roe" needn't be
 * where others are called so. Where none stands, they speak beside.
 */
function mayNameThem({ book, terms }: Index, { speakers, words }: Subject, { place }: Ranked): boolean {
  if (words.length < 2) return true;
  const stands = words.map((word) => holdsAll(terms[place]?.ids, [word]));
  if (stands.includes(true) && !stands.at(-1)) return false;
  return !book.byName(words.slice(-1))?.speakers.some((s) => !speakers.includes(s));
}

/** Whether anything is known that somebody says or writes. */
export function speaksAtAll({ statements, wrote }: Speaker): boolean {
  return wrote > 0 || statements.some(saysSomething);
}

/** Whether the asked person says anything in a passage, and not only that they don't comment. */
export function speaksIn({ corpus }: Index, { subject }: Understood, { features, place }: Ranked): boolean {
  if (!features.speaker) return false;
  const isTheirs = (statement: Statement) => {
    const speaker = corpus.speakerOf(statement);
    return speaker !== null && subject?.speakers.includes(speaker) === true;
  };
  const theirs = corpus.statementsIn(corpus.passages[place]!).filter(isTheirs);
  // Who says nothing there has written it.
  return !theirs.length || theirs.some(saysSomething);
}

/** "… declined to comment": an attribution of nothing. */
function saysSomething(statement: Statement): boolean {
  const { cue, passage } = statement;
  const isRefusal = cue !== null && REFUSAL.test(slice(passage.article.text, cue));
  return !isRefusal || !NOTHING.test(statementText(statement));
}

/** Who promises to answer says that much. */
const REFUSAL = /\b(?:declin|refus)/iu;
const NOTHING =
  /^(?:to )?(?:(?:publicly|further|immediately) )?(?:(?:make |offer )?(?:an? |any )?(?:further |immediate |public )?(?:comment|statement)|respond|elaborate|answer|reply|talk|speak|discuss|say (?:more|anything)|(?:be|an?) interview(?:ed)?)\b(?: \p{Ll}+){0,3}$/u;

/** The asked person says it, or is named there or right before it where it gives a quotation to nobody. */
export function isVoiced(index: Index, asked: Understood, ranked: Ranked): boolean {
  const { corpus, terms, storyOf, book } = index;
  const { subject } = asked;
  const { features, place } = ranked;
  const words = subject?.words ?? [];
  const voices = corpus.statementsIn(corpus.passages[place]!).filter(saysSomething).map(corpus.speakerOf);
  // A surname is that of others, too, who may be meant.
  if (speaksIn(index, asked, ranked) || voices.some((s) => s && holdsAll(book.idsOfNames(s), words)))
    return true;
  const isBeside = storyOf[place - 1] === storyOf[place] && holdsAll(terms[place - 1]?.ids, words);
  return (
    (features.named > 0.99 && mayBeTheirs(corpus, ranked)) || (isBeside && mayBeTheirs(corpus, ranked, true))
  );
}

/**
 * Whether all that is asked about stands in the title or the heading above a passage: it need not be said again there. Of
 * names alone a title tells too little.
 */
export function isOfTitle({ terms, book }: Index, { topic }: Understood, { place }: Ranked): boolean {
  return topic.some((word) => !book.isName(word)) && holdsAll(terms[place]?.above, topic);
}

function holdsAll(held: ArrayLike<number> | undefined, words: readonly AskedWord[]): boolean {
  return held !== undefined && words.every((word) => holdsWord(held, word));
}

function holdsWord(held: ArrayLike<number>, { ids }: AskedWord): boolean {
  for (let at = 0; at < held.length; at++) if (ids.get(held[at]!) === 1) return true;
  return false;
}

/** A quotation beside a name may be theirs that is given to nobody, or where `described`, to nobody by name. */
export function mayBeTheirs(
  { passages, statementsIn, speakerOf }: Index['corpus'],
  { place, features }: Ranked,
  described = false,
): boolean {
  const passage = passages[place]!;
  const statements = statementsIn(passage);
  const isNobodys = described
    ? statements.map(speakerOf).every((s) => !s || DESCRIBED.test(s.name))
    : !statements.length;
  return isNobodys && features.around >= ABOUT && quotes(passage.text);
}

/** One person by a description ("the Florida senator"), and not several. */
const DESCRIBED = /^(?:the|an?) .*[^s]$/u;
