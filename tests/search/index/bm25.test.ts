import { fc, test } from '@fast-check/vitest';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { bm25 } from '../../../src/search/index/bm25.js';
import { type Index, indexCorpus } from '../../../src/search/index/index-corpus.js';
import { search } from '../../../src/search/index/search.js';
import { corpusOfFiles } from '../../stories.js';

const WORDS = 'ferry harbour lantern mill orchard quarry'.split(' ');
const paragraph = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 });
const stories = fc.array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });

describe('the search', () => {
  test.prop([stories, fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })], {
    numRuns: 60,
  })('finds and scores what MiniSearch does', async (texts, asked) => {
    const { index, mini } = await bothOf(texts);
    const expected = mini.search(asked.map(stemmed).join(' '), { boost: BOOST });
    const places = search(index, termsOf(index, asked));
    const scores = bm25(index, termsOf(index, asked), places);
    expect(places.toSorted((a, b) => a - b)).toEqual(
      expected.map((r) => Number(r.id)).toSorted((a, b) => a - b),
    );
    for (const { id, score } of expected) expect(scores[places.indexOf(Number(id))]).toBeCloseTo(score, 9);
  });

  it('finds those of many that MiniSearch finds best', async () => {
    const texts = Array.from({ length: 40 }, (_, story) =>
      Array.from({ length: 12 }, (__, at) =>
        Array.from({ length: 1 + ((7 * at + story) % 9) }, (___, word) => WORDS[(at * word + story) % 6]!),
      ),
    );
    const { index, mini } = await bothOf(texts);
    const asked = ['ferry', 'mill', 'quarry'];
    const expected = mini.search(asked.map(stemmed).join(' '), { boost: BOOST });
    const found = search(index, termsOf(index, asked));
    const scores = new Map(expected.map(({ id, score }) => [Number(id), score]));
    expect(expected.length).toBeGreaterThan(found.length + 50);
    expect(found.map((place) => scores.get(place))).toEqual(
      expected.slice(0, found.length).map(({ score }) => score),
    );
  });
});

const BOOST = { speakers: 0.5, above: 0.3 };

/** Stories of these paragraphs as we index them, and an index of MiniSearch's that has all of them. */
async function bothOf(texts: readonly (readonly (readonly string[])[])[]) {
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
    index.corpus.passages.map(({ text }, place) => ({ place, text: stemmed(text), speakers: '', above: '' })),
  );
  return { index, mini };
}

function termsOf({ vocabulary }: Index, words: readonly string[]): Map<number, number> {
  return new Map(words.map((word) => [vocabulary.idOf(stemmed(word)) ?? -1, 1]));
}

/** As the index has them: none of the words has another ending to lose. */
function stemmed(text: string): string {
  return text.replaceAll('ferry', 'ferri').replaceAll('quarry', 'quarri');
}
