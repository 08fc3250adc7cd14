import type { Article } from '../article/article.js';
import { sentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { MOST_HITS, type Answer, type Question } from './answer.js';
import { ask } from './ask.js';
import { follow, type LastAnswer } from './question/follow-up.js';
import { hitAt } from './rank/hit.js';
import type { Index } from './index/index-corpus.js';
import type { Note, TimeKept } from './note.js';
import { storyAsked } from './question/story-asked.js';
import { timeAsked, type TimeAsked } from './question/time-asked.js';
import { withoutAnybody } from './rank/voices.js';

/** So many words in capitals are more than a name and initials. */
const MANY_CAPITALS = 4;

/** A question as somebody asks it, here and now. */
export interface Inquiry extends Question {
  /** What "yesterday" is reckoned from. */
  readonly now: Date;
  /** What "he" may mean. */
  readonly last: LastAnswer | null;
}

/**
 * Answers a question as people ask it: words that point back to the last answer are replaced, stories and times that
 * it names limit the search, and `ask` answers what is left. Deterministic.
 */
export function inquire(index: Index, { now, last, ...question }: Inquiry): Answer {
  const followed = follow(withoutShouting(question.text), last, index);
  const notes = question.speaker ? followed.notes.filter((n) => n.about !== 'unclear') : followed.notes;
  const told = (answer: Answer): Answer => ({ ...answer, question, notes: [...notes, ...answer.notes] });
  if (notes.some((n) => n.about === 'unclear')) return told(none(question));
  const meant: Question = {
    ...question,
    text: withoutAnybody(followed.text, index.vocabulary),
    speaker: question.speaker ?? followed.speaker,
    article: question.article ?? followed.article,
  };
  const time = timeAsked(meant.text, now);
  return told(time ? askOfTime(index, meant, time) : askOfStory(index, meant));
}

/** Where all of several words are in capitals, they tell no name from another word. */
function withoutShouting(text: string): string {
  const isShouted = !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}{2,}/gu)?.length ?? 0) >= MANY_CAPITALS;
  const small = isShouted ? text.toLowerCase() : text;
  return small.length === text.length ? small : text;
}

function none(question: Question): Answer {
  return { question, found: false, hits: [], reason: 'unclear', missing: [], speaker: null, notes: [] };
}

/** Asks the stories of a time; where none of them answers, those without a date. */
function askOfTime(index: Index, question: Question, time: TimeAsked): Answer {
  const { days, relative, words } = time;
  const all = question.article ? [question.article] : [...index.corpus.articles.values()];
  const ofTime = all.filter((a) => a.published && a.published >= days.from && a.published <= days.to);
  const undated = all.filter((a) => !a.published);
  const noted = (answer: Answer, asked: TimeKept): Answer => {
    const note: Note = { about: 'time', words, days, asked };
    return { ...answer, notes: [note, ...answer.notes] };
  };
  // What happened in a year that no story is from may well be told by a later one.
  const rest: Question = { ...question, text: without(question.text, time) };
  if (undated.length === all.length || (!ofTime.length && !relative)) {
    const whole = askOfStory(index, question);
    const asked = undated.length === all.length ? 'none-dated' : 'none-of-that-time';
    return noted(whole.found ? whole : askOfStory(index, rest), asked);
  }
  for (const [articles, asked] of [
    [ofTime, 'dated'],
    [undated, 'undated'],
  ] as const) {
    const answer = articles.length ? askOfStory(index, { ...rest, within: new Set(articles) }) : null;
    if (answer?.found) return noted(answer, asked);
  }
  const anyTime = askOfStory(index, rest);
  const isElsewhere = anyTime.found || anyTime.reason === 'asks-nothing';
  // Where no story of any time answers, the time plays no part, and the nearest passages are of any.
  return isElsewhere ? noted({ ...anyTime, found: false, reason: 'not-of-that-time' }, 'dated') : anyTime;
}

/** Asks the stories that the question names, if it does. */
function askOfStory(index: Index, question: Question): Answer {
  const story = question.article ? null : storyAsked(question.text, index);
  const within = question.within ?? null;
  if (!story) return askOrOpen(index, question, datedOf(within));
  const { words, articles } = story;
  const note: Note = { about: 'story', words, articles };
  const noted = (answer: Answer): Answer => ({ ...answer, notes: [note, ...answer.notes] });
  if (!articles.length) return noted(ask(index, question));
  const meant = articles.filter((a) => within?.has(a) ?? true);
  const rest: Question = { ...question, text: without(question.text, story), within: new Set(meant) };
  const answer = noted(askOrOpen(index, rest, meant));
  return answer.found || answer.reason === 'asks-nothing'
    ? answer
    : { ...answer, reason: 'not-in-that-story' };
}

/** Of no particular time, no story opens. */
function datedOf(within: ReadonlySet<Article> | null): Article[] {
  return [...(within ?? [])].filter((a) => a.published !== null);
}

/** Where only a time or a story is asked for, the openings of its stories answer. */
function askOrOpen(index: Index, question: Question, opened: readonly Article[]): Answer {
  const answer = ask(index, question);
  if (answer.reason !== 'asks-nothing' || !opened.length) return answer;
  const newest = opened.toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? '', 'en'));
  const { corpus } = index;
  const shown =
    newest.length === 1
      ? corpus.passages.filter((p) => p.article === newest[0])
      : newest.map((a) => corpus.passages.find((p) => p.article === a)).filter((p) => p !== undefined);
  const hits = shown.slice(0, MOST_HITS).map((passage) => {
    const [first] = sentences(passage.article.text, passage.start, passage.end);
    return hitAt(corpus, passage, first ?? passage);
  });
  return { ...answer, found: true, reason: null, hits };
}

/** The text with a stretch blanked out. */
function without(text: string, { start, end }: Span): string {
  return `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
}
