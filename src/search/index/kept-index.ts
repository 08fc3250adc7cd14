import type { Reading } from '../../attribution/statement.js';
import type { Corpus } from '../../corpus/corpus.js';
import { type KnownSpeakers, packSpeakers, unpackSpeakers } from '../../corpus/kept-speakers.js';
import { endToEnd, isTexts, joined, parted } from '../../corpus/kept-lists.js';
import type { Entry } from '../../corpus/pack.js';
import type { Speaker } from '../../corpus/speakers.js';
import type { Steps } from '../../turns.js';
import { assemble, type Index } from './index-corpus.js';
import type { IndexedStory } from './indexed-story.js';
import { KeptArticles, packArticles } from './kept-articles.js';
import { Lexicon } from './lexicon.js';
import { Outlines } from './outlines.js';
import { type PostingLists, Postings } from './postings.js';
import { rememberTerms, type SpeakerBook } from './speaker-book.js';

const POSTINGS = [
  'passages',
  'stories',
  'lengths',
  'starts',
  'holders',
  'postings',
] as const satisfies readonly (keyof PostingLists)[];
const LISTS = 6 + POSTINGS.length;

/**
 * Packs what an index has that hangs on all of its stories together.
 * @param keys the keys of the stories, in the order of the corpus
 */
export function packIndex(index: Index, keys: readonly string[]): Entry {
  const { corpus, stories, lexicon, postings, outlines, book } = index;
  const articles = packArticles(corpus.readings);
  const speakers = packSpeakers(corpus);
  return {
    about: [keys, articles.texts, speakers.texts],
    words: { table: lexicon.terms, places: Uint32Array.from(lexicon.terms, (_, id) => id) },
    numbers: joined([
      articles.numbers,
      speakers.numbers,
      packBook(book, corpus.speakers),
      Uint32Array.from(stories, ({ ids }) => ids.length),
      endToEnd(stories.map(({ ids }) => ids)),
      outlines.numbers,
      ...POSTINGS.map((name) => postings.lists[name]),
    ]),
  };
}

/** The story of a reading, with the numbers that the index gave its terms. */
type StoryOf = (reading: Reading, ids: Uint32Array) => IndexedStory;

/** What `packIndex` has packed of an index, until its stories are there. */
export interface KeptIndex {
  /** The keys of the stories that it is of, in their order. */
  readonly stories: readonly string[];
  readonly articles: KeptArticles;
  /** Who speaks in these readings, which must be those of its stories. */
  readonly speakers: (readings: readonly Reading[]) => KnownSpeakers;
  /** The index of a corpus that has these speakers. */
  readonly of: (corpus: Corpus, storyOf: StoryOf) => Steps<Index>;
}

/** Unpacks what `packIndex` has packed; null for anything else. */
export function unpackIndex({ about, words, numbers }: Entry): KeptIndex | null {
  const [stories, files, texts]: readonly unknown[] = Array.isArray(about) ? about : [];
  const lists = parted(numbers, LISTS);
  if (!isTexts(stories) || !isTexts(files) || !isTexts(texts) || !lists) return null;
  const list = lists.values();
  const next = () => list.next().value ?? new Uint32Array();
  const articles = new KeptArticles({ texts: files, numbers: next() });
  const [speakers, book, counts, ids, outlines] = [next(), next(), next(), next(), next()];
  const postings = {
    passages: next(),
    stories: next(),
    lengths: next(),
    starts: next(),
    holders: next(),
    postings: next(),
  };
  return {
    stories,
    articles,
    speakers: (readings) => unpackSpeakers(readings, { texts, numbers: speakers }),
    *of(corpus, storyOf) {
      const lexicon = new Lexicon(Array.from(words.places, (place) => words.table[place]!));
      unpackBook(book, corpus.speakers, lexicon);
      let at = 0;
      const indexed = corpus.readings.map((reading, number) =>
        storyOf(reading, ids.subarray(at, (at += counts[number]!))),
      );
      return yield* assemble(corpus, indexed, lexicon, {
        outlines: new Outlines(outlines),
        postings: new Postings(postings),
      });
    },
  };
}

/** For each speaker how many forms the name has and each form, and so for the roles: the terms of each, and before them how many. */
function packBook(book: SpeakerBook, speakers: readonly Speaker[]): Uint32Array {
  const numbers: number[] = [];
  for (const speaker of speakers) {
    const { forms, roles } = book.termsOfSpeaker(speaker);
    for (const list of [forms, roles]) {
      numbers.push(list.length);
      for (const ids of list) numbers.push(ids.length, ...ids);
    }
  }
  return Uint32Array.from(numbers);
}

function unpackBook(numbers: Uint32Array, speakers: readonly Speaker[], lexicon: Lexicon): void {
  let at = 0;
  const next = () => numbers[at++]!;
  const list = <T>(one: () => T): T[] => Array.from({ length: next() }, one);
  for (const speaker of speakers)
    rememberTerms(speaker, lexicon, { forms: list(() => list(next)), roles: list(() => list(next)) });
}
