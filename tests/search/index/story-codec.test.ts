import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/article/read.js';
import { read } from '../../../src/attribution/attribute.js';
import { buildCorpus } from '../../../src/corpus/corpus.js';
import { packOf, unpack } from '../../../src/corpus/pack.js';
import { comesBack, packReading, unpackReading } from '../../../src/corpus/reading-codec.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { Lexicon } from '../../../src/search/index/lexicon.js';
import { packStory, unpackStory } from '../../../src/search/index/story-codec.js';

const reading = read(
  readArticle(
    'dam.txt',
    new TextEncoder().encode(
      'Dam holds\n\n“It will hold,” said Ada Stone, an engineer. She left.\n\nRain fell.',
    ),
  ),
);
const { article } = reading;
const { stories, lexicon } = await indexCorpus(buildCorpus([reading]));
const entry = packStory(stories[0]!, lexicon);

/** The packed reading with the n-th of its values replaced by another. */
function withValue(at: number, other: unknown): unknown {
  const packed = JSON.stringify(packReading(reading));
  let count = 0;
  const size = packed.match(/[[{]|"[^"]*"|-?\d+/gu)?.length ?? 1;
  return JSON.parse(packed, (key, value: unknown) => (key !== '' && count++ === at % size ? other : value));
}

describe('what is packed of a story', () => {
  it('is the same when it is unpacked, with whatever numbers its terms have', () => {
    const kept = unpack(packOf(new Map([['key', entry]]))).get('key')!;
    const story = unpackStory(article, kept);
    expect(story?.reading).toEqual(reading);
    const other = new Lexicon();
    for (const term of ['rain', 'unknown', 'dam']) other.add(term);
    const again = story!.indexed(other);
    const { ids, passages, apart } = stories[0]!;
    const words = (numbers: Uint32Array, book: Lexicon) => Array.from(numbers, (id) => book.termOf(id));
    expect(words(again.ids, other)).toEqual(words(ids, lexicon));
    for (const list of ['counts', 'starts', 'where', 'how', 'lengths', 'speakers'] as const)
      expect(again[list]).toEqual(stories[0]![list]);
    expect({ ...again.apart, terms: null }).toEqual({ ...apart, terms: null });
    for (const [place, passage] of passages.entries()) {
      const same = again.passages[place]!;
      expect(words(same.ids, other)).toEqual(words(passage.ids, lexicon));
      expect(words(same.above, other)).toEqual(words(passage.above, lexicon));
      expect(same.sentences).toEqual(passage.sentences);
      expect(same.starts).toEqual(passage.starts);
      expect(same.said).toEqual(passage.said);
    }
  });

  test.prop([fc.nat(), fc.oneof(fc.jsonValue(), fc.integer({ min: -3, max: 300 }))])(
    'is refused, or stays inside its article, whatever stands in it',
    (at, other) => {
      const again = unpackReading(article, withValue(at, other));
      for (const { passage, content } of again?.statements ?? []) {
        expect(again?.passages).toContain(passage);
        for (const { start, end } of content) {
          expect(start).toBeGreaterThanOrEqual(passage.start);
          expect(end).toBeLessThanOrEqual(passage.end);
        }
      }
    },
  );

  test.prop([fc.jsonValue(), fc.uint32Array()])('is refused where it is something else', (about, numbers) => {
    expect(unpackReading(article, about)).toBeNull();
    expect(unpackStory(article, { ...entry, about })).toBeNull();
    expect(unpackStory(article, { ...entry, numbers })).toBeNull();
  });
});

describe('a reading', () => {
  it('comes back as it is', () => {
    expect(comesBack(reading)).toBe(true);
  });

  it('that is ill made would not', () => {
    const [first] = reading.statements;
    const [party] = reading.parties;
    const [passage] = reading.passages;
    const outside = { start: 0, end: article.text.length };
    for (const ill of [
      { statements: [{ ...first!, cue: outside }] },
      { statements: [{ ...first!, passage: { ...passage! } }] },
      { parties: reading.parties.slice(1) },
      { parties: [{ ...party!, names: [] }] },
      { parties: [...reading.parties, { ...party!, mentions: [{ start: 5, end: 5 }] }] },
      { written: [{ passage: passage!, party: { ...party! } }] },
    ])
      expect(comesBack({ ...reading, ...ill })).toBe(false);
  });
});

describe('a pack', () => {
  const story = fc.record({
    about: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
    list: fc.array(fc.string(), { maxLength: 8 }),
    numbers: fc.oneof(fc.uint32Array(), fc.uint32Array({ max: 0xffff })),
  });
  test.prop([fc.dictionary(fc.string(), story)])('gives back what it was made of', (some) => {
    const entries = new Map(
      Object.entries(some).map(([key, { about, list, numbers }]) => [
        key,
        { about, numbers, words: { table: list, places: Uint32Array.from(list.keys()) } },
      ]),
    );
    const again = unpack(packOf(entries));
    expect([...again.keys()]).toEqual([...entries.keys()]);
    for (const [key, { about, words, numbers }] of again) {
      expect(Array.from(words.places, (place) => words.table[place])).toEqual(some[key]!.list);
      expect([about, numbers]).toEqual([some[key]!.about, some[key]!.numbers]);
    }
  });
});
