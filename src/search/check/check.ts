import type { Article } from '../../article/article.js';
import type { Statement } from '../../attribution/statement.js';
import { slice } from '../../text/span.js';
import type { Index } from '../index/index-corpus.js';
import { isStopWord } from '../index/stop-words.js';
import { belongsTo, means, namesSomebody } from './claimed-speaker.js';
import { nameWords } from '../../attribution/person-names.js';
import { headlineOf } from './headlines.js';
import { knownNames, type IsKnownName } from './known-names.js';
import type { Match } from './match.js';
import { claimedWords, HEAVIEST, type Claimed } from './claimed-words.js';
import { Effort } from './effort.js';
import { withLeaps } from './leaps.js';
import { ALIKE, better } from './order.js';
import { placesOf, type Place } from './places.js';
import { countWritten, quotedWords } from './quoted-words.js';
import { spliceOf } from './splice.js';

/** What a quotation turns out to be. `not-found` means that the stories don't have it, never that it is false. */
type Verdict = 'exact' | 'altered' | 'misattributed' | 'not-found';

/** A quotation, checked against the stories. */
export interface Check {
  readonly quotation: string;
  /** Who is claimed to have said it, as typed. */
  readonly claimed: string | null;
  readonly verdict: Verdict;
  /** Where it stands; null where it isn't found. */
  readonly match: Match | null;
  /** Where its other part stands, where words of two places were put together. */
  readonly second: Match | null;
  /** It runs on from one's words into another's, or was put together from two places. */
  readonly isSpliced: boolean;
  /** Somebody is claimed, and these are another's words. */
  readonly isAnothers: boolean;
  /** Nearly the same words elsewhere, the nearest first. */
  readonly others: readonly Match[];
  /** Not found, but as a headline: the outlet's words, with which nobody is quoted. */
  readonly headline: Article | null;
  /** Not found as the claimed speaker's, and so few or common words that finding them as another's tells nothing. */
  readonly isAnybodys: boolean;
  /** How many stories were searched. */
  readonly stories: number;
}

/** Text that is longer than any message is only looked at so far. */
const LONGEST = 4000;
/** Wording that is less like a passage than this is no alteration of it. */
const LEAST_LIKENESS = 0.55;
/** … nor is wording that is less like it than this, and whose grammar is most of what it has from there. */
const SURE_LIKENESS = 0.62;
const LEAST_KEPT = 0.6;
/** So many words in a row have to be the same, or all. */
const LEAST_RUN = 3;
const MOST_OTHERS = 5;
/** Wording as like as this is from one place. */
const SURELY_ONE = 0.92;
/** Words that tell less than so many that stand in one passage alone may come to anybody ("the American people"). */
const LEAST_TOLD = 1.5;
/** … but for so many in a row as one place has them. */
const SURELY_TOLD = 6;

/** How far a check goes. */
interface Limits {
  /** What may be spent on it. */
  readonly effort?: Effort;
  /** Wording that is less like than this, from 0 to 1, is not looked at. */
  readonly least?: number | undefined;
}

/** Checks a quotation: whether it stands in the stories, whose it is, and what was changed. Safe with any text. */
export function check(
  index: Index,
  quotation: string,
  claimed: string | null = null,
  { effort = new Effort(), least }: Limits = {},
): Check {
  const text = quotation.slice(0, LONGEST).toWellFormed();
  const words = claimedWords(index, text);
  const found = placesOf(index, words, effort.half(), least);
  const places = bestFirst(withLeaps(index, words, found, effort.half()), claimed, knownNames(index));
  const [best] = places;
  const splice =
    best && best.match.likeness < SURELY_ONE ? spliceOf(index, words, best, effort.half()) : null;
  const none: Check = {
    quotation: text,
    claimed,
    verdict: 'not-found',
    match: null,
    second: null,
    isSpliced: false,
    isAnothers: false,
    others: [],
    headline: null,
    isAnybodys: false,
    stories: index.corpus.articles.size,
  };
  if (!best?.match.isExact) {
    const headline = headlineOf(index, words);
    if (headline) return { ...none, headline };
  }
  if (!best || (!splice && !isFound(best.match, words))) return none;
  const match = splice?.first.match ?? best.match;
  const isSpliced = splice !== null || (match.kind === 'quoted' && match.speakers.length > 1);
  const isAnothers = claimed !== null && belongsToAnother(match, claimed, knownNames(index));
  // Anybody may have said "no" too, or "at the end of the day".
  const isUntold = isAnothers || (claimed !== null && !match.isExact && match.kind === 'narration');
  if (isUntold && !splice && isCommon(index, best, words)) return { ...none, isAnybodys: true };
  return {
    ...none,
    verdict: !match.isExact || isSpliced ? 'altered' : isAnothers ? 'misattributed' : 'exact',
    match,
    second: splice?.second.match ?? null,
    isSpliced,
    isAnothers,
    others: splice ? [] : othersOf(places),
  };
}

/** The best first; of those that are as good as alike, the one that the claimed speaker said. */
function bestFirst(places: readonly Place[], claimed: string | null, isKnown: IsKnownName): Place[] {
  const sorted = places.toSorted((a, b) => better(a.match, b.match));
  const [best] = sorted;
  if (!best || claimed === null) return sorted;
  const said = sorted.find(
    ({ match }) => isAlike(match, best.match) && match.speakers.some((s) => means(claimed, s, isKnown)),
  );
  return said ? [said, ...sorted.filter((place) => place !== said)] : sorted;
}

function isAlike(match: Match, best: Match): boolean {
  return match.isExact === best.isExact && match.likeness >= ALIKE * best.likeness;
}

function isFound(match: Match, claimed: Claimed): boolean {
  const { isExact, likeness, longestRun } = match;
  const isAltered = likeness >= LEAST_LIKENESS && longestRun >= Math.min(LEAST_RUN, countOf(claimed));
  return isExact || (isAltered && (likeness >= SURE_LIKENESS || keptOf(match, claimed) >= LEAST_KEPT));
}

/** How many of the words that tell more than grammar stand there too, in whatever order: from 0 to 1. */
function keptOf({ passage }: Match, { words }: Claimed): number {
  const own = new Set(quotedWords(passage.article.text, passage.start, passage.end).map(({ word }) => word));
  const telling = words.filter(({ word }) => word !== '' && !isStopWord(word));
  return telling.filter(({ word }) => own.has(word)).length / Math.max(1, telling.length);
}

/** True where the words that are the same are few, and tell little but for grammar. */
function isCommon(index: Index, { steps }: Place, { words, weights }: Claimed): boolean {
  const same = steps.flatMap(({ kind, claimed }) => (kind === 'same' ? claimed! : []));
  if (same.length >= SURELY_TOLD) return false;
  const told = same.filter((at) => !isStopWord(words[at]!.word)).reduce((sum, at) => sum + weights[at]!, 0);
  return same.length < LEAST_RUN || told < LEAST_TOLD * Math.min(HEAVIEST, index.vocabulary.weight(1));
}

/** How many words there are, cuts not counted. */
function countOf({ words }: Claimed): number {
  return countWritten(words);
}

/** Words that nobody is named for may be anybody's; those that the article tells in its own voice are nobody else's, or who signed it. */
function belongsToAnother(
  { kind, speakers, statements, passage }: Match,
  claimed: string,
  isKnown: IsKnownName,
): boolean {
  // Whoever names the paper says where it stands.
  const { outlet } = passage.article;
  if (outlet !== null && isSameName(outlet, claimed)) return false;
  if (kind === 'narration' && !speakers.length) return !names(passage.text, claimed);
  if (!speakers.length) return false;
  if (speakers.some((s) => belongsTo(claimed, s, isKnown))) return true;
  if (!namesSomebody(claimed, isKnown)) return false;
  return !speakers.some((s) => means(claimed, s, isKnown)) && !statements.some((s) => isNamedBy(s, claimed));
}

function isSameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b);
}

function plainName(name: string): string {
  return nameWords(name.replace(/^the\s+/iu, '')).join(' ');
}

/** Behind the words that name who, their name may stand ("another lawyer, Ana Duarte"). */
const NAME_BEHIND = /^,?(?:\s\p{Lu}[\p{L}.’'-]{0,30}){1,4}/u;

/**
 * "Duarte and Reyes wrote": both said it, whoever the statement is given to. "Another lawyer, Ana Duarte": so she did,
 * where the speaker has no name.
 */
function isNamedBy({ source, passage, party }: Statement, claimed: string): boolean {
  if (!source) return false;
  const { text } = passage.article;
  // In "Duarte's aide and Reyes" it is the aide.
  const bare = slice(text, source).replace(/\S+['’]s?(?=\s|$)/gu, '');
  if (/\sand\s|&/u.test(bare) && names(bare, claimed)) return true;
  const behind = party?.kind === 'group' ? NAME_BEHIND.exec(text.slice(source.end, source.end + 100)) : null;
  return behind !== null && names(behind[0], claimed);
}

function names(text: string, claimed: string): boolean {
  const last = /[\p{L}\p{N}’'-]+(?=[^\p{L}\p{N}]*$)/u.exec(claimed)?.[0];
  return last !== undefined && text.toLowerCase().includes(last.toLowerCase());
}

function othersOf([best, ...rest]: readonly Place[]): Match[] {
  const least = (best?.match.likeness ?? 1) * ALIKE;
  return rest
    .filter(({ match }) => match.likeness >= least)
    .map(({ match }) => match)
    .slice(0, MOST_OTHERS);
}
