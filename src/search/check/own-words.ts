import type { Article } from '../../article/article.js';
import type { Passage } from '../../article/passages.js';
import { quotations, type Quotation } from '../../attribution/quotations.js';
import type { Statement } from '../../attribution/statement.js';
import { contains } from '../../text/span.js';
import type { Index } from '../index-corpus.js';
import { quotedWords, type QuotedWord } from './quoted-words.js';

/** A word of a story, and whose it is. */
export interface OwnWord extends QuotedWord {
  readonly passage: Passage;
  /** It stands in quotation marks. */
  readonly isQuoted: boolean;
  /** What it is the content of: a quotation before reported speech around it; null in narration. */
  readonly statement: Statement | null;
}

/** Longer than this, what stands between two quotations is more than "he said". */
const LONGEST_ATTRIBUTION = 220;

const quotationsOf = new WeakMap<Article, ReadonlyMap<Passage, readonly Quotation[]>>();
const wordsOf = new WeakMap<Passage, readonly OwnWord[]>();

/**
 * The words of the passage at a place and of those around it in its story: at least `around` words before and as many
 * behind, where there are so many, for a quotation may run over several paragraphs.
 */
export function ownWordsAround(index: Index, place: number, around: number): OwnWord[] {
  const { passages } = index.corpus;
  const { article } = passages[place]!;
  const words = [...ownWords(index, place)];
  const before: (readonly OwnWord[])[] = [];
  let room = around;
  for (let at = place - 1; room > 0 && passages[at]?.article === article; at--) {
    const more = ownWords(index, at);
    before.unshift(more);
    room -= more.length;
  }
  room = around;
  for (let at = place + 1; room > 0 && passages[at]?.article === article; at++) {
    const more = ownWords(index, at);
    words.push(...more);
    room -= more.length;
  }
  return [...before.flat(), ...words];
}

function ownWords(index: Index, place: number): readonly OwnWord[] {
  const passage = index.corpus.passages[place]!;
  const known = wordsOf.get(passage);
  if (known) return known;
  const quoted = quotationsIn(index, place);
  const statements = index.corpus
    .statementsIn(passage)
    .toSorted((a, b) => Number(a.kind === 'indirect') - Number(b.kind === 'indirect'));
  const words = quotedWords(passage.article.text, passage.start, passage.end)
    .filter(({ word }) => word !== '')
    .map((word) => ({
      ...word,
      passage,
      isQuoted: quoted.some((q) => contains(q, word)),
      statement: statements.find((s) => s.content.some((c) => contains(c, word))) ?? null,
    }));
  wordsOf.set(passage, words);
  return words;
}

function quotationsIn(index: Index, place: number): readonly Quotation[] {
  const { passages } = index.corpus;
  const passage = passages[place]!;
  const { article } = passage;
  let found = quotationsOf.get(article);
  if (!found) {
    let [from, to] = [place, place];
    while (passages[from - 1]?.article === article) from--;
    while (passages[to]?.article === article) to++;
    quotationsOf.set(article, (found = quotations(article.text, passages.slice(from, to))));
  }
  return found.get(passage) ?? [];
}

/** 1 for each word that stands between two quotations of one speaker ("…," she said. "…"), and so is no part of either. */
export function passable(words: readonly OwnWord[]): Uint8Array {
  const free = new Uint8Array(words.length);
  let last = -1;
  for (const [at, word] of words.entries()) {
    if (!word.isQuoted) continue;
    const before = words[last];
    if (before && at - last > 1 && word.start - before.end <= LONGEST_ATTRIBUTION && isOneVoice(before, word))
      free.fill(1, last + 1, at);
    last = at;
  }
  return free;
}

/** False where two words are known to be two people's. */
function isOneVoice(a: OwnWord, b: OwnWord): boolean {
  const [x, y] = [a.statement?.party ?? null, b.statement?.party ?? null];
  return x === null || y === null || x === y;
}
