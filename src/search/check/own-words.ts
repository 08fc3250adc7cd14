import type { Passage } from '../../article/passages.js';
import { quotations, type Quotation } from '../../attribution/quotations.js';
import type { Reading, Statement } from '../../attribution/statement.js';
import { contains } from '../../text/span.js';
import type { Index } from '../index/index-corpus.js';
import { AMID, BESIDE } from './alignment.js';
import { quotedWords, type QuotedWord } from './quoted-words.js';

/** A word of a story, and whose it is. */
export interface OwnWord extends QuotedWord {
  readonly passage: Passage;
  /** It stands in quotation marks. */
  readonly isQuoted: boolean;
  /** What it is the content of, quotations first; none in narration, several where one reports what another says. */
  readonly statements: readonly Statement[];
}

/** Longer than this, what stands between two quotations is more than "he said": where both are read as one statement, and else. */
const LONGEST_ATTRIBUTION = { inStatement: 400, other: 220 } as const;

/** By reading, for one article may be read in several ways: a moderator may have corrected it in one server only. */
const quotationsOf = new WeakMap<Reading, ReadonlyMap<Passage, readonly Quotation[]>>();
/** The words of passages that were looked at lately: those of all would take more memory than all the rest. */
let wordsOf = new WeakMap<Reading, Map<Passage, readonly OwnWord[]>>();
let kept = 0;
const MOST_KEPT = 2000;

/**
 * The words of the passage at a place and of those around it in its story: at least `around` words before and as many
 * behind, where there are so many, for a quotation may run over several paragraphs.
 */
export function ownWordsAround(index: Index, place: number, around: number): OwnWord[] {
  const { passages } = index.corpus;
  const words = [...ownWords(index, place)];
  const before: (readonly OwnWord[])[] = [];
  let room = around;
  for (let at = place - 1; room > 0 && follows(passages[at], passages[at + 1]); at--) {
    const more = ownWords(index, at);
    before.unshift(more);
    room -= more.length;
  }
  room = around;
  for (let at = place + 1; room > 0 && follows(passages[at - 1], passages[at]); at++) {
    const more = ownWords(index, at);
    words.push(...more);
    room -= more.length;
  }
  return [...before.flat(), ...words];
}

/** The words of the passages of one story from one place to another; null where they don't follow each other. */
export function ownWordsBetween(index: Index, from: number, to: number): OwnWord[] | null {
  const { passages } = index.corpus;
  const words: OwnWord[] = [];
  for (let at = from; at <= to; at++) {
    if (at > from && !follows(passages[at - 1], passages[at])) return null;
    words.push(...ownWords(index, at));
  }
  return words;
}

/** Whether nothing but a heading stands between two passages of a story: what a moderator has hidden may. */
function follows(before: Passage | undefined, passage: Passage | undefined): boolean {
  if (!before || before.article !== passage?.article) return false;
  const between = passage.article.text.slice(before.end, passage.start).trim();
  return between === '' || between === passage.heading;
}

function ownWords(index: Index, place: number): readonly OwnWord[] {
  const passage = index.corpus.passages[place]!;
  const reading = readingAt(index, place);
  const known = wordsOf.get(reading) ?? new Map<Passage, readonly OwnWord[]>();
  const before = known.get(passage);
  if (before) return before;
  const quoted = quotationsIn(index, place);
  const statements = index.corpus
    .statementsIn(passage)
    .toSorted((a, b) => Number(a.kind === 'indirect') - Number(b.kind === 'indirect'));
  const words: OwnWord[] = [];
  for (const { start, end, word, written, isPossessive, isInserted } of quotedWords(
    passage.article.text,
    passage.start,
    passage.end,
  )) {
    if (word === '') continue;
    const span = { start, end };
    const isQuoted = quoted.some((q) => contains(q, span));
    const own = statements.filter((s) => s.content.some((c) => contains(c, span)));
    // Each by its name: spreading the word would take as long as all the rest.
    words.push({ start, end, word, written, isPossessive, isInserted, passage, isQuoted, statements: own });
  }
  if (kept++ >= MOST_KEPT) {
    wordsOf = new WeakMap();
    known.clear();
    kept = 1;
  }
  wordsOf.set(reading, known.set(passage, words));
  return words;
}

function quotationsIn(index: Index, place: number): readonly Quotation[] {
  const reading = readingAt(index, place);
  let found = quotationsOf.get(reading);
  if (!found) {
    found = quotations(reading.article.text, reading.passages);
    quotationsOf.set(reading, found);
  }
  return found.get(index.corpus.passages[place]!) ?? [];
}

function readingAt({ stories, storyOf }: Index, place: number): Reading {
  return stories[storyOf[place]!]!.reading;
}

/**
 * For each word what an alignment may do with it: those between two quotations of one speaker ("…," she said. "…") are no
 * part of either, and those that the story itself has put in may be left out.
 */
export function passable(words: readonly OwnWord[]): Uint8Array {
  const free = Uint8Array.from(words, ({ isInserted }) => (isInserted ? AMID : 0));
  passBetween(words, free, (word) => word.isQuoted);
  // A title in quotation marks may stand between them ("…," she said on "The Hour." "…").
  passBetween(words, free, (word) => word.isQuoted && word.statements.length > 0);
  // "It was, she said, late": of what is reported, only what is one statement's goes on.
  passBetween(words, free, (word) => !word.isQuoted && word.statements.length > 0, isOneStatement);
  return free;
}

function passBetween(
  words: readonly OwnWord[],
  free: Uint8Array,
  isSaid: (word: OwnWord) => boolean,
  isOne = goesOn,
): void {
  let last = -1;
  for (const [at, word] of words.entries()) {
    if (!isSaid(word)) continue;
    const before = words[last];
    if (before && at - last > 1 && isOne(before, word)) free.fill(BESIDE, last + 1, at);
    last = at;
  }
}

function isOneStatement(a: OwnWord, b: OwnWord): boolean {
  return a.statements.some((s) => b.statements.includes(s));
}

/** True where what stands between two words is short, and they aren't known to be two people's. */
function goesOn(a: OwnWord, b: OwnWord): boolean {
  const distance = b.start - a.end;
  if (isOneStatement(a, b)) return distance <= LONGEST_ATTRIBUTION.inStatement;
  const [x, y] = [a.statements[0]?.party ?? null, b.statements[0]?.party ?? null];
  return distance <= LONGEST_ATTRIBUTION.other && (x === null || y === null || x === y);
}
