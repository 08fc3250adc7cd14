import type { Article } from '../../article/article.js';
import type { Passage } from '../../article/passages.js';
import type { Reading } from '../../attribution/statement.js';
import { type Corpus, statementsByPassage } from '../../corpus/corpus.js';
import type { Speaker } from '../../corpus/speakers.js';
import { inTurns, type Steps } from '../../turns.js';
import { indexStory, type IndexedStory } from './indexed-story.js';
import { Lexicon } from './lexicon.js';
import { Meanings } from './meanings.js';
import { Outlines } from './outlines.js';
import type { PassageTerms } from './passage-terms.js';
import { Postings } from './postings.js';
import { SpeakerBook } from './speaker-book.js';
import { storyTerms } from './story-terms.js';
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
  readonly outlines: Outlines;
  /** The places of all passages in which somebody speaks. */
  readonly spokenBy: (speaker: Speaker) => ReadonlySet<number>;
  readonly book: SpeakerBook;
  readonly meanings: Meanings;
}

/** Makes the story of a reading, those who speak in each passage having these names and roles. */
type IndexAnew = (reading: Reading, speakers: readonly string[], lexicon: Lexicon) => IndexedStory;

/** A story as an index of another corpus has it. */
interface Known {
  readonly story: IndexedStory;
  readonly of: Corpus;
}

/** A lexicon with more than this many terms for each that is still used is begun anew. */
const MOST_UNUSED = 3;

/**
 * Indexes a corpus; gives way to the event loop now and then, so that answers go on meanwhile.
 * @param sharing indexes whose stories are taken over where they are the same, the nearest first
 */
export async function indexCorpus(
  corpus: Corpus,
  sharing: readonly Index[] = [],
  storyOf: IndexAnew = (reading, ...rest) => indexStory(reading, storyTerms(reading), ...rest),
): Promise<Index> {
  return inTurns(indexInSteps(corpus, sharing, storyOf));
}

function* indexInSteps(corpus: Corpus, sharing: readonly Index[], storyOf: IndexAnew): Steps<Index> {
  const [nearest] = sharing;
  const lexicon = nearest && !isWasteful(nearest) ? nearest.lexicon : new Lexicon();
  const known = new Map<Reading, Known>();
  for (const index of sharing.toReversed()) {
    if (index.lexicon !== lexicon) continue;
    for (const story of index.stories) known.set(story.reading, { story, of: index.corpus });
    yield;
  }
  const stories: IndexedStory[] = [];
  for (const reading of corpus.readings) {
    yield;
    const { story, of } = known.get(reading) ?? {};
    if (story && of && hasSameSpeakers(reading, corpus, of)) {
      stories.push(story);
      continue;
    }
    const speakers = speakerWords(corpus, reading);
    if (!story) stories.push(storyOf(reading, speakers, lexicon));
    else if (speakers.every((words, place) => words === story.speakers[place])) stories.push(story);
    else stories.push(indexStory(reading, story.apart, speakers, lexicon));
  }
  return yield* assemble(corpus, stories, lexicon);
}

function hasSameSpeakers({ parties, article }: Reading, corpus: Corpus, before: Corpus): boolean {
  return parties.every(
    (party) => corpus.speakerOfParty(party, article) === before.speakerOfParty(party, article),
  );
}

function isWasteful({ lexicon, vocabulary }: Index): boolean {
  return lexicon.size > MOST_UNUSED * vocabulary.size;
}

/**
 * The index of stories that are indexed, the stories of a corpus in its order.
 * @param known what another index of just these stories had
 */
export function* assemble(
  corpus: Corpus,
  stories: readonly IndexedStory[],
  lexicon: Lexicon,
  known?: Pick<Index, 'postings' | 'outlines'>,
): Steps<Index> {
  const bases = new Uint32Array(stories.length);
  const storyOf = new Uint32Array(corpus.passages.length);
  const terms: PassageTerms[] = [];
  const numbers = new Map<Article, number>();
  for (const [number, story] of stories.entries()) {
    bases[number] = terms.length;
    storyOf.fill(number, terms.length, terms.length + story.passages.length);
    for (const passage of story.passages) terms.push(passage);
    numbers.set(story.reading.article, number);
    yield;
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
      const said = speaker.statements.map(({ passage }) => passage);
      const written = speaker.articles
        .flatMap((article) => stories[numbers.get(article) ?? -1]?.reading.written ?? [])
        .map(({ passage }) => passage)
        .filter((passage) => corpus.writerOf(passage) === speaker);
      places = new Set([...said, ...written].map(placeOf));
      spoken.set(speaker, places);
    }
    return places;
  };
  const postings = known?.postings ?? (yield* Postings.of(stories, bases, lexicon.size));
  const outlines = known?.outlines ?? (yield* Outlines.of(stories, terms.length));
  const vocabulary = new Vocabulary(lexicon, postings.counts);
  const book = yield* SpeakerBook.of(lexicon, vocabulary, corpus.speakers);
  const meanings = new Meanings(stories, bases, storyOf, lexicon, vocabulary);
  return {
    corpus,
    stories,
    lexicon,
    vocabulary,
    postings,
    terms,
    storyOf,
    outlines,
    spokenBy,
    book,
    meanings,
  };
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

/** For each passage of a reading, the names and roles of those who speak in it or signed it. */
function speakerWords(corpus: Corpus, reading: Reading): string[] {
  const { article, passages } = reading;
  const roles = new Map<Speaker, string[]>();
  const said = statementsByPassage(reading);
  return passages.map((passage) => {
    const statements = said.get(passage);
    const writer = corpus.writerOf(passage);
    if (!statements && !writer) return '';
    const found = new Set<string>();
    const speakers = statements ? statements.map(corpus.speakerOf) : [];
    for (const speaker of writer ? [...speakers, writer] : speakers) {
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
