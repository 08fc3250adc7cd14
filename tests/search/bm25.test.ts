import { fc, test } from '@fast-check/vitest';
import MiniSearch from 'minisearch';
import { describe, expect } from 'vitest';
import { bm25 } from '../../src/search/bm25.js';
import { indexCorpus } from '../../src/search/index-corpus.js';
import { search } from '../../src/search/search.js';
import { corpusOfFiles } from '../stories.js';

const WORDS = 'ferry harbour lantern mill orchard quarry'.split(' ');
const paragraph = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 });
const stories = fc.array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });

describe('the search', () => {
  test.prop([stories, fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })], {
    numRuns: 60,
  })('finds and scores what MiniSearch does', async (texts, asked) => {
    const index = await indexCorpus(
      corpusOfFiles(
        Object.fromEntries(
          texts.map((paragraphs, at) => [
            `story-${at}.txt`,
            ['What', ...paragraphs.map((words) => words.join(' '))].join('\n\n'),
          ]),
        ),
      ),
    );
    const mini = new MiniSearch({ fields: ['text', 'speakers', 'above'], idField: 'place' });
    mini.addAll(
      index.corpus.passages.map(({ text }, place) => ({
        place,
        text: stemmed(text),
        speakers: '',
        above: '',
      })),
    );
    const expected = mini.search(asked.map(stemmed).join(' '), { boost: { speakers: 0.5, above: 0.3 } });
    const terms = new Map(asked.map((word) => [index.vocabulary.idOf(stemmed(word)) ?? -1, 1]));
    const places = search(index, terms);
    const scores = bm25(index, terms, places);
    expect(places.toSorted((a, b) => a - b)).toEqual(
      expected.map((r) => Number(r.id)).toSorted((a, b) => a - b),
    );
    for (const { id, score } of expected) expect(scores[places.indexOf(Number(id))]).toBeCloseTo(score, 9);
  });
});

/** As the index has them: none of the words has another ending to lose. */
function stemmed(text: string): string {
  return text.replaceAll('ferry', 'ferri').replaceAll('quarry', 'quarri');
}
