import { isFirstName } from '../../attribution/first-names.js';
import { Alike } from '../rank/alike.js';
import type { AskedWord } from '../question/asked-words.js';
import { wantsFigure } from '../question/expectation.js';
import { MET_LOOSELY } from '../rank/look.js';
import type { Index } from '../index/index-corpus.js';
import { type Understood, wordsOfMatter } from '../question/question.js';
import type { Ranked } from '../rank/rank.js';
import { isLightWord } from '../index/stop-words.js';
import { wordVectors } from '../index/word-vectors.js';

/** What speaks for the best passage being an answer at all, and against it; each from 0 to 1. */
export interface Evidence {
  /** Of the words that name nobody, how much stands in it or, for less, around it: names alone tell what it is about. */
  readonly plainWords: number;
  /** Of all words, how much stands in it in whatever words. */
  readonly alike: number;
  /** How surely even the word that is matched worst stands in it or around it. */
  readonly weakest: number;
  /** It is about the same things. */
  readonly meaning: number;
  /** Of all words, how much is a name that no story holds. */
  readonly strangers: number;
  /** A figure or a time is asked for, and none of the best has one. */
  readonly lacksFigure: number;
  /** How many words are asked about: the more, the less of them needs to stand in an answer. */
  readonly words: number;
  /** How much of a remembered quotation stands in it. */
  readonly quotation: number;
  /** The one who is asked for says it. */
  readonly speaker: number;
}

/** The names of all evidence. */
export const EVIDENCE = [
  'plainWords',
  'alike',
  'weakest',
  'meaning',
  'strangers',
  'lacksFigure',
  'words',
  'quotation',
  'speaker',
] as const satisfies readonly (keyof Evidence)[];

/** So many words are as many as any question needs. */
const MANY_WORDS = 8;
/** What a word in the title or beside the passage counts for. */
const AROUND = 0.6;
/** So many of the best may show that the stories tell of it. */
const BEST = 3;
/** Passages that are about the question less than this share of the best may hold any figure. */
const AS_MUCH = 0.6;

/** Weighs the best passage against all that was asked. */
export function evidence(index: Index, asked: Understood, ranked: readonly Ranked[]): Evidence | null {
  const best = mostAbout(ranked);
  if (!best) return null;
  const words = wordsOfMatter(asked);
  const matter = asked.subject?.surely ? words.filter((w) => asked.topic.includes(w)) : words;
  const plain = matter.filter((w) => !index.book.isName(w));
  const { meanings } = index;
  return {
    plainWords: plain.length ? share(plain, (word) => around(index, best.place, word)) : 1,
    weakest: Math.min(
      1,
      ...matter.filter((w) => !isLightWord(w.word)).map((word) => around(index, best.place, word)),
    ),
    alike: new Alike(index, words).at(best.place),
    meaning: Math.max(0, meanings.likeness(best.place, meanings.ofQuestion(words))),
    strangers: share(matter, (word) => (isStranger(word, words[words.indexOf(word) - 1]) ? 1 : 0)),
    lacksFigure: lacksFigure(asked, ranked) ? 1 : 0,
    words: Math.min(words.length, MANY_WORDS) / MANY_WORDS,
    quotation: best.features.quotation,
    speaker: asked.subject?.surely ? best.features.speaker : 0,
  };
}

/** Whether all words of the matter stand in one of the best passages, as they are. */
export function holdsAllWords(index: Index, asked: Understood, ranked: readonly Ranked[]): boolean {
  const words = wordsOfMatter(asked);
  return ranked.slice(0, BEST).some(({ place }) => words.every((word) => around(index, place, word) === 1));
}

/** Of the best, the one that is about most of it: the answer itself may well leave out what stands beside it. */
function mostAbout(ranked: readonly Ranked[]): Ranked | undefined {
  const [first, ...others] = ranked.slice(0, BEST);
  return others.reduce((most, r) => (most && r.features.around > most.features.around ? r : most), first);
}

/** A figure or a time is asked for, and no passage that is as much about it has one. */
function lacksFigure({ expects }: Understood, ranked: readonly Ranked[]): boolean {
  const least = AS_MUCH * (ranked[0]?.features.around ?? 0);
  return (
    wantsFigure(expects) && ranked.every(({ features: f }) => f.meets <= MET_LOOSELY || f.around < least)
  );
}

/** The share of the words' weight that something is true of. */
function share(words: readonly AskedWord[], of: (word: AskedWord) => number): number {
  let sum = 0;
  let all = 0;
  for (const word of words) {
    const weight = word.weight * (word.asking || isLightWord(word.word) ? 0.3 : 1);
    sum += weight * of(word);
    all += weight;
  }
  return all ? sum / all : 0;
}

/** How surely a word stands in a passage or is the name of who speaks there, in its title or beside it. */
function around(index: Index, place: number, word: AskedWord): number {
  const { storyOf, terms, corpus, book } = index;
  const { ids } = word;
  const heldIn = (held: Iterable<number> | undefined) => {
    let most = 0;
    for (const id of held ?? []) most = Math.max(most, ids.get(id) ?? 0);
    return most;
  };
  let most = Math.max(heldIn(terms[place]?.ids), AROUND * heldIn(terms[place]?.above));
  for (const statement of terms[place]?.statements ?? []) {
    const speaker = corpus.speakerOf(statement);
    if (speaker && most < 1) most = Math.max(most, heldIn(book.idsOfNames(speaker)));
  }
  for (const beside of [place - 1, place + 1])
    if (storyOf[beside] === storyOf[place]) most = Math.max(most, AROUND * heldIn(terms[beside]?.ids));
  return most;
}

/** No story holds it, and it is no common word or stands behind a first name: a name, most likely. */
function isStranger({ unknown, ids, term, typed, start }: AskedWord, before: AskedWord | undefined): boolean {
  const isLike = [...ids.values()].some((likeness) => likeness >= LEAST_OF_SLIP);
  if (!isLike && before && isFirstName(before.word) && !/['’]s?$/u.test(before.typed)) return true;
  return unknown && (wordVectors().rowOf(term) === undefined || (start > 0 && /^\p{Lu}/u.test(typed)));
}

/** What is less like a word of the stories is seldom a slip of it. */
const LEAST_OF_SLIP = 0.8;
