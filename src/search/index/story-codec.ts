import type { Article } from '../../article/article.js';
import type { Reading } from '../../attribution/statement.js';
import { isTexts, joined, parted } from '../../corpus/kept-lists.js';
import type { Entry } from '../../corpus/pack.js';
import { packReading, unpackReading } from '../../corpus/reading-codec.js';
import { slice } from '../../text/span.js';
import { takeOver } from '../../text/stem.js';
import type { IndexedStory } from './indexed-story.js';
import type { Lexicon } from './lexicon.js';
import { passagesApart } from './passage-terms.js';
import type { StoryTerms } from './story-terms.js';
import { termsOf } from './terms.js';
import { baseForm } from './word-forms.js';

/** A story that was kept. */
export interface KeptStory {
  readonly reading: Reading;
  readonly apart: StoryTerms;
  /** The names and roles that it was indexed with. */
  readonly speakers: readonly string[];
  /** The story as it was indexed, with the numbers that a lexicon gives its terms. */
  readonly indexed: (lexicon: Lexicon) => IndexedStory;
}

/** The lists of numbers that are kept of a story, in this order. */
const APART = ['ids', 'sentences', 'starts', 'first', 'above', 'aboveStarts'] as const;
const INDEXED = ['counts', 'starts', 'where', 'how', 'lengths'] as const;
const LISTS = 1 + APART.length + INDEXED.length;

/** Packs a story that was indexed. */
export function packStory(story: IndexedStory, lexicon: Lexicon): Entry {
  const { reading, speakers, apart, ids } = story;
  return {
    about: [packReading(reading), speakers, stemsOfNames(reading)],
    // The story's own terms come first, and then those of its speakers.
    words: { table: Array.from(ids, (id) => lexicon.termOf(id)), places: ids.map((_, at) => at) },
    numbers: joined([
      Uint32Array.of(apart.terms.places.length),
      ...APART.map((name) => apart[name]),
      ...INDEXED.map((name) => story[name]),
    ]),
  };
}

/** Unpacks what `packStory` has packed; null for anything that can't be of this article. */
export function unpackStory(article: Article, entry: Entry): KeptStory | null {
  const [packed, speakers, stems]: readonly unknown[] = Array.isArray(entry.about) ? entry.about : [];
  const reading = unpackReading(article, packed);
  const numbers = unpackNumbers(entry);
  if (!reading || !numbers || !isTexts(speakers) || speakers.length !== reading.passages.length) return null;
  if (isTexts(stems)) takeOver(stems);
  const { apart, postings } = numbers;
  return {
    reading,
    apart,
    speakers,
    indexed: (lexicon) => {
      const ids = lexicon.addAll(entry.words);
      const cut = passagesApart(reading, () => ({ terms: apart, numbers: ids }));
      return { reading, apart, speakers, passages: cut, ids, ...postings };
    },
  };
}

/** What of an entry is numbers; null where it can't be a story's. */
export function unpackNumbers({ words, numbers }: Entry) {
  const lists = parted(numbers, LISTS);
  if (!lists) return null;
  const list = lists.values();
  const next = () => list.next().value ?? new Uint32Array();
  const [size = 0] = next();
  const apart: StoryTerms = {
    terms: {
      get table() {
        return words.table;
      },
      places: words.places.subarray(0, size),
    },
    ids: next(),
    sentences: next(),
    starts: next(),
    first: next(),
    above: next(),
    aboveStarts: next(),
  };
  const postings = { counts: next(), starts: next(), where: next(), how: next(), lengths: next() };
  return { apart, postings };
}

/** The words of names and roles, each with its stem after it: every start needs those of all stories. */
function stemsOfNames({ article, parties }: Reading): string[] {
  const stems = new Map<string, string>();
  for (const { names, roles } of parties) {
    for (const text of [...names, ...roles.map((span) => slice(article.text, span))])
      for (const { word, term } of termsOf(text)) stems.set(baseForm(word), term);
  }
  return [...stems].flat();
}
