import { isFirstName } from '../../attribution/first-names.js';
import type { Speaker } from '../../corpus/speakers.js';
import type { AskedWord } from './asked-words.js';
import { HELPING, QUOTES, SAYING, UTTERANCES } from './saying.js';
import type { NamedSpeakers, SpeakerBook } from '../index/speaker-book.js';

/** Whom the question takes to be the one who speaks. */
export interface Subject {
  /** The likeliest first; none where nobody of the stories is meant. */
  readonly speakers: readonly Speaker[];
  /** From 0 to 1: how sure it is that these are meant. */
  readonly sureness: number;
  /** The words that name them. */
  readonly words: readonly AskedWord[];
  /** The verb or noun of saying that goes with them, which is no part of the matter. */
  readonly verb: readonly AskedWord[];
  /** A role or a group rather than a name. */
  readonly byRole: boolean;
  /** The question's form leaves no doubt that these words are who speaks. */
  readonly surely: boolean;
}

/** Behind a name it doesn't tell who is meant. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/u;
/** Longest run of words that names somebody ("the head of the River and Harbour Anglers of Ostermark"). */
const LONGEST = 12;

interface Run {
  readonly from: number;
  readonly to: number;
  /** The question's form says that this is who speaks, so that a role or an unknown name counts as well. */
  readonly surely: boolean;
  /** It says so at least where the words name somebody. */
  readonly ifNamed?: boolean;
}

/** Whom a question takes to be the speaker, by its form; null where it names nobody in that place. */
export function findSubject(words: readonly AskedWord[], text: string, book: SpeakerBook): Subject | null {
  for (const run of runs(words, text)) {
    const inside = words.slice(run.from, run.to).filter((w) => !w.stop);
    if (!inside.length) continue;
    const verb = words.slice(run.to, run.to + 1).filter((w) => SAYING.has(w.term) || UTTERANCES.test(w.word));
    const named = book.byName(inside);
    const role = run.surely || inside.length > 1 ? withoutNameLeft(book.byRole(inside), inside, book) : null;
    const isPerson = named?.speakers[0]?.kind === 'person';
    // In "security expert" a role of somebody beats the nameless experts.
    const shorter = role !== null && role.at.length > (named?.at.length ?? 0) && !isPerson;
    if (!run.surely) {
      const sure = run.ifNamed === true;
      if (role && role.at.length === inside.length && (shorter || !named))
        return subject(role, inside, verb, true, sure && role.sureness > 0.8);
      if (named && named.sureness === 1)
        return subject(named, pick(inside, named.at), verb, false, sure && named.at.length === inside.length);
      continue;
    }
    // In "Clinton's doctor" it is the doctor who speaks: a name ends the run, or the run goes on with "of", "from" …
    const last = Math.max(...(named?.at ?? [-1]));
    const end = inside.findLastIndex((w) => !SUFFIX.test(w.word));
    const closes = last >= end || isPreposition(words[words.indexOf(inside[last]!) + 1]);
    if (named && closes && !shorter) return subject(named, inside, verb, false, true);
    if (role) return subject(role, inside, verb, true, true);
    return { speakers: [], sureness: 0, words: inside, verb, byRole: false, surely: true };
  }
  return null;
}

/** "Jan Feld" is nobody who works for a Jan or a Feld, and "Fern Feld" nobody who works for Ana Feld. */
function withoutNameLeft(
  role: NamedSpeakers | null,
  words: readonly AskedWord[],
  book: SpeakerBook,
): NamedSpeakers | null {
  const [first, last] = words;
  if (!role || words.length !== 2 || role.at.length === 2) return role;
  const isSurname = role.at[0] === 1 && book.byName([last!])?.speakers[0]?.kind === 'person';
  return isFirstName(first!.word) || isSurname ? null : role;
}

function pick(words: readonly AskedWord[], at: readonly number[]): AskedWord[] {
  return words.filter((_, i) => at.includes(i));
}

function isPreposition(word: AskedWord | undefined): boolean {
  return /^(?:of|from|at|with|in|on)$/u.test(word?.word ?? '');
}

function subject(
  { speakers, sureness }: NamedSpeakers,
  words: readonly AskedWord[],
  verb: readonly AskedWord[],
  byRole: boolean,
  surely: boolean,
): Subject {
  return { speakers, sureness, words, verb, byRole, surely };
}

/** The places where a question's form puts a speaker, the surest first. */
function* runs(words: readonly AskedWord[], text: string): Generator<Run> {
  const end = words.length;
  const isSaying = (at: number) => SAYING.has(words[at]?.term ?? '') && !isNoun(words, at);
  const comma = (at: number) =>
    /[,:;?–—]/u.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? text.length));

  // "according to <speaker>, …"
  for (let at = 0; at + 2 < end + 1; at++) {
    if (words[at]?.term !== 'accord' || words[at + 1]?.word !== 'to') continue;
    let to = at + 2;
    while (to < end && to < at + 2 + LONGEST && !(to > at + 2 && comma(to)) && !isQuestionWord(words[to]))
      to++;
    yield { from: at + 2, to, surely: true };
  }
  // "…, per <speaker>"
  const per = words.findIndex((w, at) => at > 0 && w.word === 'per');
  if (per > 0) yield { from: per + 1, to: Math.min(end, per + 5), surely: false, ifNamed: true };
  // "what did <speaker> say …", "does <speaker> think …"
  const helping = words.findIndex((w) => HELPING.has(w.word));
  const helped = words[helping]?.word ?? '';
  if (helping >= 0 && helping < 8) {
    const verb = words.findIndex(
      (w, at) => at > helping + 1 && isSaying(at) && isMain(w, words[at - 1], helped),
    );
    const making = words.findIndex(
      (w, at) => at > helping + 1 && /^(?:make|give|have|offer|put)$/u.test(w.word),
    );
    if (verb > 0 && verb - helping <= LONGEST) yield { from: helping + 1, to: verb, surely: true };
    else if (making > 0 && words.slice(0, helping).some((w) => UTTERANCES.test(w.word) || isNounOfSaying(w)))
      yield { from: helping + 1, to: making, surely: true };
  }
  // "<speaker>'s view of …", "quote by <speaker>", "<speaker> … comment"
  const noun = words.findIndex((w) => UTTERANCES.test(w.word));
  if (noun > 0 && (helping < 0 || helping > noun || helping < 2)) {
    const from = afterOpening(words);
    if (from < noun && noun - from <= LONGEST) {
      if (
        noun - from <= 6 &&
        words[noun - 1] &&
        /['’]s?$/u.test(text.slice(words[noun - 1]!.start, words[noun - 1]!.end))
      )
        yield { from, to: noun, surely: true };
      if (QUOTES.test(words[noun]?.word ?? '')) yield { from, to: noun, surely: false, ifNamed: true };
      yield* leading(from, noun);
    }
  }
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (
      (word.word === 'by' || word.word === 'from') &&
      before &&
      (isSaying(at - 1) || UTTERANCES.test(before.word))
    )
      yield { from: at + 1, to: Math.min(end, at + 6), surely: false, ifNamed: true };
  }
  // "what <speaker> said about …", "<speaker> said …"
  const from = afterOpening(words);
  const said = words.findIndex(
    (w, at) =>
      at > from &&
      at <= from + 8 &&
      isSaying(at) &&
      /(?:ed|s|aid|old|ought|rote|spoke|eant|elt)$/u.test(w.word),
  );
  if (said > 0 && (helping < 0 || helping > said)) yield { from, to: said, surely: from > 0, ifNamed: true };
  // "<speaker> on …", "<role> about …"
  const on = words.findIndex(
    (w, at) => at > from && at <= from + 7 && /^(?:on|about|re|regarding)$/u.test(w.word),
  );
  if (on > 0 && (helping < 0 || helping > on)) yield { from, to: on, surely: false, ifNamed: true };
}

/** "did she say", "is she saying": not "was she to say", "can they get away with saying", "was she told". */
function isMain({ word }: AskedWord, before: AskedWord | undefined, helping: string): boolean {
  const is = /^(?:is|are|was|were|isnt|arent|wasnt|werent)$/u.test(helping);
  const isGerund = word.endsWith('ing') && !is;
  const isPassive = PARTICIPLE.test(word) && (is || /^(?:been|being)$/u.test(before?.word ?? ''));
  return !isGerund && !isPassive && before?.word !== 'to';
}

/** Of verbs of saying; who is quoted says something all the same. */
const PARTICIPLE = /^(?!quoted$)(?:.*ed|told|said|thought|written|spoken|shown)$/u;

/** "What demands did she make": not "how many calls did she have". */
function isNounOfSaying({ term, word }: AskedWord): boolean {
  return SAYING.has(term) && !/^calls?$/u.test(word);
}

/** In "the Islamic state" and "West Point" nobody says anything; in "did she state that" and "point out" somebody does. */
function isNoun(words: readonly AskedWord[], at: number): boolean {
  const next = words[at + 1]?.word ?? '';
  const { word } = words[at]!;
  return (
    (word === 'state' && !/^(?:about|in|on|regarding|that)$/u.test(next)) ||
    (word === 'point' && !/^(?:at|out|to)$/u.test(next))
  );
}

/** A name that a question of keywords begins with, at most four words of it. */
function* leading(from: number, limit: number): Generator<Run> {
  for (let to = Math.min(limit, from + 4); to > from; to--) yield { from, to, surely: false };
}

/** Where the question proper begins: after "what is", "tell me what", "remind me how". */
function afterOpening(words: readonly AskedWord[]): number {
  let at = 0;
  while (
    at < words.length - 1 &&
    at < 6 &&
    (words[at]?.stop || words[at]?.asking || /^(?:find|please|recall)$/u.test(words[at]?.word ?? ''))
  )
    at++;
  return at;
}

/** Whether a word begins a question. */
export function isQuestionWord(word: AskedWord | undefined): boolean {
  return /^(?:what|whats|how|why|when|where|who|whose|which|is|are|did|does|do|was|were|will|would|has|have|can)$/u.test(
    word?.word ?? '',
  );
}
