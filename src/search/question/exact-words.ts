import type { Article } from '../../article/article.js';
import { fold } from '../../text/fold.js';
import type { Span } from '../../text/span.js';
import type { Candidate } from '../rank/candidates.js';
import { FIELDS } from '../index/indexed-story.js';
import type { Index } from '../index/index-corpus.js';
import type { Understood } from './question.js';
import { isQuestionWord } from './subject.js';
import { termsOf } from '../index/terms.js';

const MARKED = /["“”„«]([^"“”„»]+)["“”„»]|(?<![\p{L}\p{N}])['‘](.{2,}?)['’](?![\p{L}\p{N}])/gu;
/** A text to be found by its beginning needs no more words than this. */
const MOST_WORDS = 120;
/** More quotations than this are not looked up. */
const MOST_QUOTED = 5;
/** Fewer words than this are no quotation. */
export const LEAST_WORDS = 3;
/** Of the passages that hold the words, so many are looked at besides those that are found anyway. */
const MOST_ADDED = 60;

/** The stretches of a question between quotation marks, the marks with them. */
export function quotedStretches(text: string): Span[] {
  return [...text.matchAll(MARKED)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

/** Words between quotation marks, and where they stand. */
export interface ExactWords {
  /** As they were typed, without the marks. */
  readonly words: string;
  /** The passages that hold them, word for word and in order, as places in `corpus.passages`. */
  readonly places: ReadonlySet<number>;
}

/** Looks up what a question has between quotation marks: these words, in this order, however they are written. */
export function exactWords(text: string, index: Index): ExactWords[] {
  return quotedStretches(text)
    .slice(0, MOST_QUOTED)
    .map(({ start, end }) => text.slice(start + 1, end - 1).trim())
    .filter((words) => plain(words) !== '')
    .map((words) => ({ words, places: placesOf(words, index) }));
}

/** So many words in the same order are remembered ones, whether marked as a quotation or not. */
const LEAST_UNMARKED = 4;
/** Words that stand in more passages are a manner of speaking. */
const MOST_PLACES = 3;

/**
 * The same for words that aren't marked: what stands after "who said", or a text that is no question. Only where the
 * stories have just these words, in few passages.
 */
export function unmarkedWords(text: string, asked: Understood, index: Index): ExactWords[] {
  const { words, quotation, asksWhoSaid } = asked;
  const meant = asksWhoSaid ? quotation : isQuestionWord(words[0]) ? [] : words;
  const [first] = meant;
  if (!first || meant.length < LEAST_UNMARKED) return [];
  const typed = text.slice(first.start, meant.at(-1)!.end);
  const places = placesOf(typed.replace(/^that (?=\S)/iu, ''), index);
  return places.size > 0 && places.size <= MOST_PLACES ? [{ words: typed, places }] : [];
}

function placesOf(words: string, index: Index): Set<number> {
  const { corpus, vocabulary } = index;
  const asked = termsOf(words).slice(0, MOST_WORDS);
  const ids = asked.map(({ term }) => vocabulary.idOf(term));
  const found = new Set<number>();
  const known = ids.filter((id) => id !== undefined);
  if (known.length < ids.length) return found;
  const rarest = [...new Set(known)].toSorted(
    (a, b) => vocabulary.passagesWith(a) - vocabulary.passagesWith(b),
  );
  const wanted = ` ${plain(words)} `;
  const mayHold = glance(wanted);
  for (const place of passagesWithAll(rarest, index)) {
    const text = corpus.passages[place]?.text ?? '';
    if (mayHold(text) && ` ${plain(text)} `.includes(wanted)) found.add(place);
  }
  return found;
}

/** Text whose letters are plain already, whatever its marks. */
// oxlint-disable-next-line no-control-regex
const OF_PLAIN_LETTERS = /^[\u0000-\u007F‘’“”–—…]*$/u;

/** Tells at a glance of most texts that they don't hold some plain words: the longest one of plain letters isn't there. */
function glance(wanted: string): (text: string) => boolean {
  const [longest] = wanted
    .split(' ')
    .filter((word) => /^[a-z]+$/u.test(word))
    .toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return () => true;
  // Apostrophes may stand inside: they are no part of a plain word.
  const written = new RegExp(longest.split('').join("['‘’`]*"), 'iu');
  return (text) => written.test(text) || !OF_PLAIN_LETTERS.test(text);
}

/** So many of the rarest terms are looked up: a text is dear to look through. */
const LOOKED_UP = 3;

/** The places of the passages that hold all of some terms, the rarest first. */
function passagesWithAll(ids: readonly number[], index: Index): number[] {
  const { terms, vocabulary } = index;
  const held: Set<number>[] = [];
  for (const id of ids) {
    if (held.length === LOOKED_UP) break;
    const places = postingsOf(id, index);
    // Where a term is mere grammar, not all of its postings are kept.
    if (places.size === vocabulary.passagesWith(id)) held.push(places);
  }
  const [first, ...others] = held;
  if (first) return [...first].filter((place) => others.every((places) => places.has(place)));
  return [...terms.keys()].filter((place) => ids.every((id) => terms[place]?.ids.includes(id)));
}

function postingsOf(id: number, { postings }: Index): Set<number> {
  const places = new Set<number>();
  postings.each(id, (place, field) => {
    if (FIELDS[field] === 'text') places.add(place);
  });
  return places;
}

/** Only the words, with one space between: marks, case and line breaks tell no quotations apart. */
function plain(text: string): string {
  return fold(text)
    .replace(/'/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Candidates, with those that hold the exact words asked for added. */
export function withExact(
  found: readonly Candidate[],
  exact: readonly ExactWords[],
  articles: ReadonlySet<Article> | null,
  { corpus }: Index,
): Candidate[] {
  const known = new Set(found.map((c) => c.place));
  const more = [...new Set(exact.flatMap((e) => [...e.places]))].filter((place) => {
    const article = corpus.passages[place]?.article;
    return !known.has(place) && article && (articles === null || articles.has(article));
  });
  return [...found, ...more.slice(0, MOST_ADDED).map((place) => ({ place, found: 0 }))];
}

/** Puts what holds words that aren't marked as a quotation before the rest. */
export function exactFirst<T extends { readonly place: number }>(
  ranked: readonly T[],
  exact: readonly ExactWords[],
): readonly T[] {
  const holds = (r: T) => exact.some((e) => e.places.has(r.place));
  return [...ranked.filter(holds), ...ranked.filter((r) => !holds(r))];
}

/** Keeps to what holds all the quotations asked for, where anything does. A word or two are only mentioned. */
export function preferExact<T extends { readonly place: number }>(
  ranked: readonly T[],
  exact: readonly ExactWords[],
): readonly T[] {
  const standing = exact.filter((e) => e.places.size > 0 && termsOf(e.words).length >= LEAST_WORDS);
  const holding = ranked.filter((r) => standing.every((e) => e.places.has(r.place)));
  return holding.length ? holding : ranked;
}
