import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { packReading, unpackReading } from '../../src/corpus/reading-codec.js';
import { packTerms, unpackTerms } from '../../src/search/story-codec.js';
import { storyTerms } from '../../src/search/story-terms.js';
import { corpusOf } from '../stories.js';

const [reading] = corpusOf(
  'Dam holds\n\n“It will hold,” said Ada Stone, an engineer. She left.\n\nRain fell.',
  [{ by: 'Ada Stone', words: '“It will hold,”', role: 'an engineer' }],
).readings;
const { article } = reading!;
const packed = JSON.stringify([packReading(reading!), packTerms(storyTerms(reading!))]);

/** The packed form with the n-th of its values replaced by another. */
function withValue(at: number, other: unknown): [unknown, unknown] {
  let count = 0;
  const size = packed.match(/[[{]|"[^"]*"|-?\d+/gu)?.length ?? 1;
  return JSON.parse(packed, (key, value: unknown) => (key !== '' && count++ === at % size ? other : value));
}

describe('what is packed of a story', () => {
  it('is the same when it is unpacked', () => {
    const [first, second] = JSON.parse(packed);
    const again = unpackReading(article, first);
    expect(again).toEqual(reading);
    expect(unpackTerms(again!, second)).toEqual(storyTerms(reading!));
  });

  test.prop([fc.nat(), fc.oneof(fc.jsonValue(), fc.integer({ min: -3, max: 300 }))])(
    'is refused, or stays inside its article, whatever stands in it',
    (at, other) => {
      const [first, second] = withValue(at, other);
      const again = unpackReading(article, first);
      for (const { passage, content } of again?.statements ?? []) {
        expect(again?.passages).toContain(passage);
        for (const { start, end } of content) {
          expect(start).toBeGreaterThanOrEqual(passage.start);
          expect(end).toBeLessThanOrEqual(passage.end);
        }
      }
      const terms = unpackTerms(reading!, second);
      for (const { ids, starts } of terms?.passages ?? []) {
        expect(starts.at(-1)).toBe(ids.length);
        expect(ids.every((id) => terms?.terms[id] !== undefined)).toBe(true);
      }
    },
  );

  test.prop([fc.jsonValue()])('is refused where it is something else', (value) => {
    expect(unpackReading(article, value)).toBeNull();
    expect(unpackTerms(reading!, value)).toBeNull();
  });
});
