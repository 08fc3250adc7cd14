import type { Article } from '../../article/article.js';
import { fold } from '../../text/fold.js';
import { slice, type Span } from '../../text/span.js';
import { words as wordsOf, type Word } from '../../text/words.js';
import { askedWords, type AskedWord } from './asked-words.js';
import { quotedStretches } from './exact-words.js';
import type { Index } from '../index/index-corpus.js';
import { HELPING, SAYING } from './saying.js';
import { isStopWord } from '../index/stop-words.js';
import { plainName, storyNames } from '../index/story-names.js';
import { termsOf } from '../index/terms.js';

/** The stories that words of a question name. */
export interface StoryAsked extends Span {
  readonly words: string;
  readonly articles: readonly Article[];
}

const STORY = /^(?:story|stories|article|articles|piece|pieces|column|editorial|op-ed|feature|write-up)$/u;
/** These may speak themselves, so that they count as a story only beside the name of an outlet. */
const REPORT = /^(?:report|reports|reporting|coverage|interview)$/u;
const DETERMINER = /^(?:the|a|an|this|that|its|their)$/u;
const QUOTED_LEAD =
  /(?:\b(?:in|from|according to) )?(?:the )?(?:(?:story|article|piece)(?: (?:titled|entitled|called|headlined|named))? )?$/iu;
/** These tell no story from another. */
const GENERIC =
  /^(?:above|current|entire|first|front-page|full|latest|lead|long|main|new|news|newest|original|other|previous|recent|same|short|true|whole)$/u;
const LEADS = /^(?:in|from|per|by|within)$/u;
const ABOUT = /^(?:about|on|of|regarding|concerning|covering|titled|entitled|called|headlined|named)$/u;
const ORIGIN = /^(?:in|from|by|at)$/u;
const QUESTION = /^(?:what|who|whom|whose|how|why|when|where|which|is|are|was|were|will)$/u;
/** Longest name of a story before its noun ("the harbour wall vote story"), and after ("the piece about …"). */
const LONGEST_BEFORE = 6;
const LONGEST_AFTER = 10;
const MOST_WORDS = 120;
const MOST_LOOKED_AT = 4;
/** More stories than this have no name in common. */
const MOST_NAMED = 8;
/** How well a word names a story: by its headline, or by being spoken of all through it. */
const BY_TITLE = 1;
const BY_BODY = 0.6;
const BY_MENTION = 0.3;
const LEAST = 0.6;
/** Where no more stories than this have the words at all, it must be one of them. */
const MOST_MENTIONING = 2;

/**
 * The stories that a question names by words of their headlines, their outlet or what they are about ("in the
 * pipeline story", "the Daily Post piece about the bridge", "according to the article on floods"); null where it names
 * none, and no articles where it names one that there isn't. The span holds everything that names them.
 */
export function storyAsked(text: string, index: Index): StoryAsked | null {
  const titled = byQuotedTitle(text, index);
  if (titled) return titled;
  const words = wordsOf(text).slice(0, MOST_WORDS);
  let unknown: StoryAsked | null = null;
  let looked = 0;
  for (const [at, word] of words.entries()) {
    const noun = fold(word.text).replace(/'s$/u, '');
    if (!STORY.test(noun) && !REPORT.test(noun)) continue;
    if (++looked > MOST_LOOKED_AT) break;
    const found = named(text, words, at, STORY.test(noun), index);
    if (found?.articles.length) return found;
    unknown ??= found;
  }
  return inOutlet(text, index) ?? unknown;
}

/** The story that a noun stands for, by the words before and after it. */
function named(
  text: string,
  words: readonly Word[],
  noun: number,
  isStory: boolean,
  index: Index,
): StoryAsked | null {
  const from = nameBefore(text, words, noun);
  const lead = leadBefore(words, from);
  const after = nameAfter(text, words, noun);
  const last = after?.to ?? noun + 1;
  if (lead === null && !isSaying(words[last]) && !isSaying(words[noun + 1])) return null;
  const before = words.slice(from, noun);
  const outlet = outletIn(before, index);
  const rest = before.filter((w) => !outlet?.words.has(w));
  if (!outlet && !isStory) return null;
  const ofOutlet = outlet?.articles ?? [...index.corpus.articles.values()];
  const result = (to: number, meant: readonly Article[]): StoryAsked => {
    const start = words[lead ?? startOf(words, from)]?.start ?? 0;
    const end = words[to - 1]?.end ?? text.length;
    return { start, end, words: text.slice(words[from]?.start ?? start, end), articles: meant };
  };
  if (rest.some((w) => isTelling(w))) {
    const meant = fitting(asTyped(rest, text), ofOutlet, index);
    return meant.length || (lead !== null && isStory) ? result(noun + 1, meant) : null;
  }
  if (after) {
    const tail = words.slice(after.from, after.to);
    const meant = after.isOrigin
      ? (outletIn(tail, index)?.articles ?? [])
      : fitting(asTyped(tail, text), ofOutlet, index);
    if (meant.length) return result(after.to, meant);
  }
  return outlet ? result(noun + 1, outlet.articles) : null;
}

/** Where the words before the noun begin that name the story. */
function nameBefore(text: string, words: readonly Word[], noun: number): number {
  let from = noun;
  while (from > 0 && noun - from < LONGEST_BEFORE) {
    const word = words[from - 1];
    if (!word || isStopWord(fold(word.text)) || isBroken(text, word, words[from])) break;
    if (isSaying(word) || HELPING.has(fold(word.text))) break;
    from--;
  }
  return from;
}

/** Where "in the", "according to the" begins before a name; null where nothing such stands there. */
function leadBefore(words: readonly Word[], from: number): number | null {
  const at = startOf(words, from) - 1;
  const word = fold(words[at]?.text ?? '');
  if (LEADS.test(word)) return at;
  if (word !== 'to' || fold(words[at - 1]?.text ?? '') !== 'according') return null;
  return at - 1;
}

/** Where a name begins with its article. */
function startOf(words: readonly Word[], from: number): number {
  return DETERMINER.test(fold(words[from - 1]?.text ?? '')) ? from - 1 : from;
}

/** What follows the noun and names the story: "about the bridge", "by Reuters". */
function nameAfter(
  text: string,
  words: readonly Word[],
  noun: number,
): { from: number; to: number; isOrigin: boolean } | null {
  const link = words[noun + 1];
  if (!link || isBroken(text, words[noun], link)) return null;
  const isOrigin = ORIGIN.test(fold(link.text));
  if (!isOrigin && !ABOUT.test(fold(link.text))) return null;
  // A piece of something is part of it.
  if (fold(link.text) === 'of' && /^piece/iu.test(words[noun]?.text ?? '')) return null;
  const from = noun + 2;
  let to = from;
  while (to < words.length && to - from < LONGEST_AFTER) {
    const word = words[to];
    if (!word || isBroken(text, words[to - 1], word)) break;
    if (QUESTION.test(fold(word.text)) || HELPING.has(fold(word.text)) || isSaying(word)) break;
    to++;
  }
  return to > from ? { from, to, isOrigin } : null;
}

function isBroken(text: string, a: Word | undefined, b: Word | undefined): boolean {
  return a !== undefined && b !== undefined && /[,:;?!–—"“”]/u.test(text.slice(a.end, b.start));
}

function isSaying(word: Word | undefined): boolean {
  return word !== undefined && termsOf(word.text).some((t) => SAYING.has(t.term));
}

function isTelling({ text }: Word): boolean {
  return !isStopWord(fold(text)) && !GENERIC.test(fold(text));
}

function asTyped(words: readonly Word[], text: string): string {
  return words.map((w) => slice(text, w)).join(' ');
}

/** The outlet that words name, all of its name in order, and its stories. */
function outletIn(
  words: readonly Word[],
  index: Index,
): { words: ReadonlySet<Word>; articles: readonly Article[] } | null {
  const typed = words.map((w) => fold(w.text).replace(/'s?$/u, ''));
  let best: { words: ReadonlySet<Word>; articles: readonly Article[] } | null = null;
  for (const [name, articles] of storyNames(index).outlets) {
    const parts = name.split(' ');
    const at = typed.findIndex((_, i) => parts.every((part, j) => typed[i + j] === part));
    if (at >= 0 && parts.length > (best?.words.size ?? 0))
      best = { words: new Set(words.slice(at, at + parts.length)), articles };
  }
  return best;
}

/** "What did Reyes say in The Daily": the outlet as it writes itself. */
function inOutlet(text: string, index: Index): StoryAsked | null {
  for (const articles of storyNames(index).outlets.values()) {
    const outlet = articles[0]?.outlet ?? '';
    if (!/^\p{Lu}/u.test(outlet)) continue;
    const at = text.indexOf(`in ${outlet}`);
    const end = at + outlet.length + 3;
    if (at < 0 || /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || !/^(?:[\s?!.]*$|,)/u.test(text.slice(end)))
      continue;
    return { start: at, end, words: outlet, articles };
  }
  return null;
}

/** A headline between quotation marks after "in", "the story", "titled" … */
function byQuotedTitle(text: string, index: Index): StoryAsked | null {
  for (const quoted of quotedStretches(text).slice(0, MOST_LOOKED_AT)) {
    const lead = QUOTED_LEAD.exec(text.slice(0, quoted.start));
    if (!lead?.[0]) continue;
    const articles = storyNames(index).headlines.get(plainName(slice(text, quoted)));
    if (articles) return { start: lead.index, end: quoted.end, words: slice(text, quoted), articles };
  }
  return null;
}

/** The stories that words fit best, by headline before text; none where they fit too many. */
function fitting(typed: string, articles: readonly Article[], index: Index): readonly Article[] {
  const words = askedWords(typed, index.vocabulary).filter((w) => !w.stop);
  if (!words.length) return [];
  const counts = prominence(words, index);
  const holding = articles.filter((a) => words.every((w) => inTitle(w, a, index) || counts.get(a)?.has(w)));
  const scored = holding.map((article) => {
    const scores = words.map((w) => {
      if (inTitle(w, article, index)) return BY_TITLE;
      return (counts.get(article)?.get(w) ?? 0) >= 2 ? BY_BODY : BY_MENTION;
    });
    return { article, score: scores.reduce((sum, s) => sum + s, 0) / scores.length };
  });
  const best = Math.max(0, ...scored.map((s) => s.score));
  if (best < LEAST && holding.length <= MOST_MENTIONING) return holding;
  const fit = scored.filter((s) => s.score >= Math.max(LEAST, best - 0.1) - 1e-9).map((s) => s.article);
  return fit.length <= MOST_NAMED ? fit : [];
}

function inTitle({ term, ids }: AskedWord, article: Article, index: Index): boolean {
  const own = storyNames(index).titles.get(article);
  return own?.has(term) === true || [...ids.keys()].some((id) => own?.has(index.vocabulary.termOf(id)));
}

/** In how many passages of each story the words stand; the first two, which say what a story is about, count double. */
function prominence(
  words: readonly AskedWord[],
  { corpus, terms }: Index,
): Map<Article, Map<AskedWord, number>> {
  const counts = new Map<Article, Map<AskedWord, number>>();
  for (const [place, { article, paragraph }] of corpus.passages.entries()) {
    const ids = terms[place]?.ids;
    for (const word of words) {
      if (![...word.ids.keys()].some((id) => ids?.includes(id))) continue;
      const count = counts.get(article) ?? new Map<AskedWord, number>();
      count.set(word, (count.get(word) ?? 0) + (paragraph <= 2 ? 2 : 1));
      counts.set(article, count);
    }
  }
  return counts;
}
