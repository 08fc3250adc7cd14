import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Reading } from '../attribution/statement.js';
import type { Corpus } from '../corpus/corpus.js';
import type { Speaker } from '../corpus/speakers.js';
import { indexStory, type IndexedStory } from './indexed-story.js';
import { Lexicon } from './lexicon.js';
import type { PassageTerms } from './passage-terms.js';
import { Postings } from './postings.js';
import { SpeakerBook } from './speaker-book.js';
import { storyTerms, type StoryTerms } from './story-terms.js';
import { Vocabulary } from './vocabulary.js';

/** A corpus that can be searched. Immutable, as the corpus is. */
export interface Index {
  readonly corpus: Corpus;
  /** In the order of the corpus. */
  readonly stories: readonly IndexedStory[];
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly postings: Postings;
  /** Each passage taken apart, in the order of `corpus.passages`. */
  readonly terms: readonly PassageTerms[];
  /** The number of each passage's story. */
  readonly storyOf: Uint32Array;
  /** The places of all passages in which somebody speaks. */
  readonly spokenBy: (speaker: Speaker) => ReadonlySet<number>;
  readonly book: SpeakerBook;
}

/** How long a stretch of work may hold up the answers that go on meanwhile, in milliseconds. */
const TURN = 8;
/** A lexicon with more than this many terms for each that is still used is begun anew. */
const MOST_UNUSED = 3;

/**
 * Indexes a corpus; yields to the event loop now and then, so that answers go on meanwhile. Stories that stand
 * unchanged in `before` are taken over.
 */
export async function indexCorpus(
  corpus: Corpus,
  before: Index | null = null,
  termsOf: (reading: Reading) => StoryTerms = storyTerms,
): Promise<Index> {
  const old = before && !isWasteful(before) ? before : null;
  const lexicon = old?.lexicon ?? new Lexicon();
  const known = new Map(old?.stories.map((story) => [story.reading, story]));
  const stories: IndexedStory[] = [];
  let since = performance.now();
  for (const reading of corpus.readings) {
    const story = known.get(reading);
    if (story && old && hasSameSpeakers(reading, corpus, old.corpus)) {
      stories.push(story);
      continue;
    }
    const speakers = speakerWords(corpus, reading);
    if (story && speakers.every((words, place) => words === story.speakers[place])) stories.push(story);
    else stories.push(indexStory(reading, termsOf(reading), speakers, lexicon));
    if (performance.now() - since > TURN) {
      await yieldToOthers();
      since = performance.now();
    }
  }
  return assemble(corpus, stories, lexicon);
}

function hasSameSpeakers({ parties }: Reading, corpus: Corpus, before: Corpus): boolean {
  return parties.every((party) => corpus.speakerOfParty(party) === before.speakerOfParty(party));
}

function isWasteful({ lexicon, vocabulary }: Index): boolean {
  return lexicon.size > MOST_UNUSED * vocabulary.size;
}

function assemble(corpus: Corpus, stories: readonly IndexedStory[], lexicon: Lexicon): Index {
  const bases = new Uint32Array(stories.length);
  const storyOf = new Uint32Array(corpus.passages.length);
  const numbers = new Map<Article, number>();
  const terms: PassageTerms[] = [];
  for (const [number, story] of stories.entries()) {
    bases[number] = terms.length;
    storyOf.fill(number, terms.length, terms.length + story.passages.length);
    for (const passage of story.passages) terms.push(passage);
    numbers.set(story.reading.article, number);
  }
  const placeOf = (passage: Passage): number => {
    const number = numbers.get(passage.article) ?? -1;
    const within = stories[number] ? placeIn(stories[number].reading.passages, passage) : -1;
    return within < 0 ? -1 : bases[number]! + within;
  };
  const spoken = new Map<Speaker, ReadonlySet<number>>();
  const spokenBy = (speaker: Speaker): ReadonlySet<number> => {
    let places = spoken.get(speaker);
    if (!places) {
      places = new Set(speaker.statements.map(({ passage }) => placeOf(passage)));
      spoken.set(speaker, places);
    }
    return places;
  };
  const postings = new Postings(stories, bases, lexicon.size);
  const vocabulary = new Vocabulary(lexicon, postings.counts);
  const book = new SpeakerBook(lexicon, vocabulary, corpus.speakers);
  return { corpus, stories, lexicon, vocabulary, postings, terms, storyOf, spokenBy, book };
}

/** Where a passage stands in its story, whose passages are in order; -1 for one of another story. */
function placeIn(passages: readonly Passage[], passage: Passage): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passages[middle]!.start < passage.start) low = middle + 1;
    else high = middle;
  }
  return passages[low] === passage ? low : -1;
}

/** For each passage of a reading, the names and roles of those who speak in it. */
function speakerWords(corpus: Corpus, { article, passages }: Reading): string[] {
  const roles = new Map<Speaker, string[]>();
  return passages.map((passage) => {
    const found = new Set<string>();
    for (const statement of corpus.statementsIn(passage)) {
      const speaker = corpus.speakerOf(statement);
      if (!speaker) continue;
      found.add(speaker.name);
      let own = roles.get(speaker);
      if (!own) {
        own = speaker.roles.filter((r) => r.article === article).map((r) => r.text);
        roles.set(speaker, own);
      }
      for (const role of own) found.add(role);
    }
    return [...found].join(' ');
  });
}
