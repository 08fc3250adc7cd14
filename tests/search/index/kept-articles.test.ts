import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { passages } from '../../../src/article/passages.js';
import { readArticle } from '../../../src/article/read.js';
import type { Reading } from '../../../src/attribution/statement.js';
import { KeptArticles, packArticles } from '../../../src/search/index/kept-articles.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const readingOf = (file: string, text: string): Reading => {
  const article = readArticle(file, bytesOf(text));
  return { article, passages: passages(article), statements: [], parties: [], written: [] };
};
const shown = (cut: Reading['passages']) =>
  cut.map(({ id, key, paragraph, heading, text }) => ({ id, key, paragraph, heading, text }));

/** Lines that may be headings, repeat themselves, or are too long for one passage. */
const line = fc.oneof(
  fc.constantFrom('The Next Part', 'He stayed.', 'She “left” — at once.', '', 'Ünlü çığ ĳ'),
  fc.lorem({ maxCount: 12, mode: 'sentences' }),
  fc.constant('The committee heard a witness and then another one. '.repeat(40)),
);

describe('articles that were kept', () => {
  test.prop([fc.array(line, { minLength: 1, maxLength: 8 })], { numRuns: 30 })(
    'are what is read of their files, with the same passages',
    (lines) => {
      const text = ['A headline', ...lines, 'The end came.'].join('\n\n');
      const readings = [
        readingOf('first.txt', 'One\n\nTwo.'),
        readingOf('north/story.txt', text),
        readingOf('last.txt', 'Three\n\nFour.'),
      ];
      const kept = new KeptArticles(packArticles(readings));
      const again = kept.of('north/story.txt', bytesOf(text));
      expect({ ...again?.article }).toEqual(readings[1]!.article);
      expect(shown(again!.passages)).toEqual(shown(readings[1]!.passages));
      expect(shown(kept.of('last.txt', bytesOf('Three\n\nFour.'))!.passages)).toEqual(
        shown(readings[2]!.passages),
      );
    },
  );

  it('have their outlet, author, day and address', () => {
    const text =
      '---\ntitle: Dam holds\noutlet: The Valley Post\nauthor: Ida Rusk\ndate: 2021-03-04\nurl: https://valley.example/dam\n---\nIt held.';
    const reading = readingOf('dam.txt', text);
    const kept = new KeptArticles(packArticles([reading]));
    expect({ ...kept.of('dam.txt', bytesOf(text))?.article }).toEqual(reading.article);
  });

  it('are not those of other bytes, or of another file', () => {
    const kept = new KeptArticles(packArticles([readingOf('dam.txt', 'Dam\n\nIt held.')]));
    expect(kept.of('dam.txt', bytesOf('Dam\n\nIt broke.'))).toBeNull();
    expect(kept.of('pier.txt', bytesOf('Dam\n\nIt held.'))).toBeNull();
  });
});
