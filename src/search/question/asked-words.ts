import { isFirstName } from '../../attribution/first-names.js';
import { editDistance } from '../../text/edit-distance.js';
import type { Span } from '../../text/span.js';
import { comparedName } from '../index/compared-name.js';
import { isAskingWord, isStopWord, stopWordsOf } from '../index/stop-words.js';
import { type Term, termsOf } from '../index/terms.js';
import { kin, relatives } from '../index/word-families.js';
import type { NearTerm, Vocabulary } from '../index/vocabulary.js';
import { formsLike } from '../index/word-forms.js';
import { wordVectors } from '../index/word-vectors.js';

/** A word of the question, and what it may stand for in the stories. */
export interface AskedWord extends Span {
  readonly term: string;
  readonly word: string;
  /** As it was typed. */
  readonly typed: string;
  /** Only grammar. */
  readonly stop: boolean;
  /** A word of asking ("said", "quote") rather than of the matter. */
  readonly asking: boolean;
  /** The terms of the stories that it stands for, each with how surely (1 is the word itself). */
  readonly ids: ReadonlyMap<number, number>;
  /** How much it tells; the rarer in the stories, the more. */
  readonly weight: number;
  /** No story holds it, nor anything spelt like it. */
  readonly unknown: boolean;
}

/** What is read of a question; nobody asks in more words, and a pasted text is recognised by its beginning. */
const MOST_WORDS = 120;
/** What a word of the same family counts for. */
const OF_FAMILY = 0.7;
/** … and what a word of the stories counts for that is spelt like another word of English. */
const OF_ANOTHER_WORD = 0.85;
/** Looking for words spelt alike is the dearest step; more misspelt words than this are noise. */
const MOST_CORRECTED = 8;

/** Reads the words of a question against a vocabulary. */
export function askedWords(text: string, vocabulary: Vocabulary): AskedWord[] {
  const terms = termsOf(text).slice(0, MOST_WORDS);
  let corrections = 0;
  const words: AskedWord[] = [];
  for (const [at, { term, word, whole, start, end }] of terms.entries()) {
    // The whole of a compound is only another way to match its parts.
    if (whole) continue;
    const ids = new Map<number, number>();
    const own = vocabulary.idOf(term);
    const isNew = vocabulary.passagesWith(own) === 0;
    const isSlip =
      isNew &&
      !isFirstName(terms[at - 1]?.word ?? '') &&
      isSlipOfStopWord(term, word, text.slice(start, end));
    const stop = isStopWord(word) || isSlip;
    if (own !== undefined) ids.set(own, 1);
    for (const joined of joins(terms, at)) {
      const id = vocabulary.idOf(joined);
      if (id !== undefined && vocabulary.passagesWith(id) > 0) ids.set(id, 1);
    }
    if (!stop) {
      for (const relative of [...relatives(term), ...kin(term)]) {
        const id = vocabulary.idOf(relative);
        if (id !== undefined && !ids.has(id) && vocabulary.passagesWith(id) > 0) ids.set(id, OF_FAMILY);
      }
    }
    if (!stop && isNew && ids.size < 2 && corrections < MOST_CORRECTED) {
      corrections++;
      // "Dover" is a word of its own, and seldom a slip of "cover".
      const isWord = wordVectors().rowOf(term) !== undefined;
      for (const { id, likeness } of meant(term, word, vocabulary)) {
        // A word that stands in titles alone is itself, before it is like itself.
        if (id !== own) ids.set(id, isWord && likeness < PLAINLY ? likeness * OF_ANOTHER_WORD : likeness);
      }
    }
    const held = Math.max(0, ...[...ids.keys()].map((id) => vocabulary.passagesWith(id)));
    words.push({
      term,
      word,
      typed: text.slice(start, end),
      start,
      end,
      stop,
      asking: isAskingWord(word),
      ids,
      weight: stop ? 0 : vocabulary.weight(held),
      unknown: held === 0,
    });
  }
  return words;
}

/**
 * "Wil", "becuase": a slip in a word that is only grammar. With a capital it may be a name; "musk" is a word of its own, but
 * one that only lacks a letter ("wil") is seldom meant.
 */
function isSlipOfStopWord(term: string, word: string, typed: string): boolean {
  const isWord = wordVectors().rowOf(term) !== undefined;
  return (
    word.length > 2 &&
    typed === typed.toLowerCase() &&
    LONG_STOP_WORDS.some(
      (stop) => (!isWord || word.length < stop.length) && editDistance(word, stop, 1) === 1,
    )
  );
}

/** Of shorter ones too many words are a letter away. */
const LONG_STOP_WORDS = stopWordsOf(4);

/** An ending that a stemmer would have taken off, had what stands before it been spelt right. */
const ENDING = /(?:ents?|ants?|ments?|ings?|ions?|ers?|als?|ly|ed|es|s)$/u;
/** Endings so long that a slip in one is told from another word. */
const LONG_ENDINGS = [
  'ation',
  'ations',
  'ational',
  'ative',
  'atives',
  'ition',
  'itions',
  'ment',
  'ments',
  'ness',
  'ance',
  'ances',
  'ence',
  'ities',
  'ially',
  'ically',
  'able',
  'ible',
  'ably',
];
const SHORTEST_BEFORE_ENDING = 5;
/** How sure a word is that only a slip in one of its forms leads to. */
const OF_FORM = 0.8;
const MOST_MEANT = 4;
/** What is spelt so like a word of the stories needs no other guess. */
const PLAINLY = 0.95;

/**
 * What a word may mean that no story holds, the likest first. A slip can keep the stemmer from the ending ("preisdent"),
 * or lead it to take one that is none ("campaing").
 */
function meant(term: string, word: string, vocabulary: Vocabulary): NearTerm[] {
  const found = new Map<number, NearTerm>();
  for (const spelling of new Set([term, word, word.replace(ENDING, ''), comparedName(word)])) {
    if ([...found.values()].some((near) => near.likeness >= PLAINLY)) break;
    for (const near of vocabulary.near(spelling))
      if (near.likeness > (found.get(near.id)?.likeness ?? 0)) found.set(near.id, near);
  }
  for (const near of [...ofForms(word, vocabulary), ...ofEndings(word, vocabulary)])
    if (near.likeness > (found.get(near.id)?.likeness ?? 0)) found.set(near.id, near);
  return [...found.values()].toSorted((a, b) => b.likeness - a.likeness || a.id - b.id).slice(0, MOST_MEANT);
}

/** A word of one slip from a form that no stemmer leads to its word ("cubin", Cuban, is searched for as Cuba). */
function ofForms(word: string, vocabulary: Vocabulary): NearTerm[] {
  return formsLike(word).flatMap((base) => {
    const id = vocabulary.idOf(termsOf(base)[0]?.term ?? base);
    return id === undefined ? [] : [{ id, likeness: OF_FORM }];
  });
}

/** A term of the stories with an ending that has a slip ("deportatons"), which no stemmer takes off. */
function ofEndings(word: string, vocabulary: Vocabulary): NearTerm[] {
  for (let at = word.length - 3; at >= SHORTEST_BEFORE_ENDING; at--) {
    const id = vocabulary.idOf(word.slice(0, at));
    const rest = word.slice(at);
    if (id !== undefined && LONG_ENDINGS.some((ending) => editDistance(rest, ending, 1) === 1))
      return [{ id, likeness: OF_FORM }];
  }
  return [];
}

/** The word written as one with a neighbour ("counter terrorism"), or with the rest of its compound. */
function joins(terms: readonly Term[], at: number): string[] {
  const here = terms[at];
  if (!here || here.word.length < 2) return [];
  const found: string[] = [];
  const [before, after] = [terms[at - 1], terms[at + 1]];
  for (let i = at + 1; terms[i]?.start === here.start; i++) {
    if (terms[i]?.whole) found.push(terms[i]?.term ?? '');
  }
  if (found.length) return found;
  if (after && !isStopWord(here.word) && !isStopWord(after.word)) {
    const [joined] = termsOf(here.word + after.word);
    if (joined) found.push(joined.term);
  }
  if (before && !isStopWord(here.word) && !isStopWord(before.word)) {
    const [joined] = termsOf(before.word + here.word);
    if (joined) found.push(joined.term);
  }
  return found;
}
