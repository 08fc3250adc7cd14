import MiniSearch from 'minisearch';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Article } from '../article/article.js';
import type { Passage } from '../article/passages.js';
import type { Corpus } from '../corpus/corpus.js';
import { Meanings } from './meanings.js';
import { takeApart, type PassageTerms } from './passage-terms.js';
import { SpeakerBook } from './speaker-book.js';
import { termsOf } from './terms.js';
import { Vocabulary } from './vocabulary.js';

/** A passage as MiniSearch holds it: terms that are taken apart already, with spaces between. */
interface Indexed {
  /** The passage's place in the corpus. */
  readonly id: number;
  readonly text: string;
  /** Names and roles of those who speak in it, so that "he said" is found by a name. */
  readonly speakers: string;
  /** The story's title and the heading. */
  readonly above: string;
}

/** A corpus that can be searched. Immutable, as the corpus is. */
export interface Index {
  readonly corpus: Corpus;
  readonly passages: MiniSearch<Indexed>;
  readonly vocabulary: Vocabulary;
  /** Each passage taken apart, in the order of `corpus.passages`. */
  readonly terms: readonly PassageTerms[];
  /** Where a passage stands in `corpus.passages`. */
  readonly places: ReadonlyMap<Passage, number>;
  /** Every term of each story, title and headings too. */
  readonly stories: ReadonlyMap<Article, ReadonlySet<number>>;
  readonly book: SpeakerBook;
  readonly meanings: Meanings;
}

/** Passages that are indexed before others get their turn: a few milliseconds' work. */
const CHUNK = 50;

/** Indexes a corpus; yields to the event loop between chunks, so that answers go on meanwhile. */
export async function indexCorpus(corpus: Corpus): Promise<Index> {
  const passages = new MiniSearch<Indexed>({
    fields: ['text', 'speakers', 'above'],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
  });
  const vocabulary = new Vocabulary();
  const terms: PassageTerms[] = [];
  const places = new Map<Passage, number>();
  const stories = new Map<Article, Set<number>>();
  for (const [id, passage] of corpus.passages.entries()) {
    const apart = takeApart(vocabulary, passage);
    terms.push(apart.terms);
    places.set(passage, id);
    const story = stories.get(passage.article) ?? new Set<number>();
    for (const term of apart.terms.ids) story.add(term);
    for (const term of apart.terms.above) story.add(term);
    stories.set(passage.article, story);
    passages.add({
      id,
      text: apart.searched.join(' '),
      speakers: joined(speakerWords(corpus, passage)),
      above: Array.from(apart.terms.above, (t) => vocabulary.termOf(t)).join(' '),
    });
    if (id % CHUNK === CHUNK - 1) await yieldToOthers();
  }
  const book = new SpeakerBook(vocabulary, corpus.speakers);
  const meanings = await Meanings.of(corpus, terms, vocabulary);
  return { corpus, passages, vocabulary, terms, places, stories, book, meanings };
}

function speakerWords(corpus: Corpus, passage: Passage): string {
  const found = new Set<string>();
  for (const statement of corpus.statementsIn(passage)) {
    const speaker = corpus.speakerOf(statement);
    if (!speaker) continue;
    found.add(speaker.name);
    for (const role of speaker.roles) if (role.article === passage.article) found.add(role.text);
  }
  return [...found].join(' ');
}

function joined(text: string): string {
  return [...new Set(termsOf(text).map(({ term }) => term))].join(' ');
}
