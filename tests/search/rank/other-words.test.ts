import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/article/read.js';
import { read } from '../../../src/attribution/attribute.js';
import { buildCorpus } from '../../../src/corpus/corpus.js';
import { Alike } from '../../../src/search/rank/alike.js';
import { ask } from '../../../src/search/ask.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { understand, wordsOfMatter } from '../../../src/search/question/question.js';
import { termsOf } from '../../../src/search/index/terms.js';
import { wordVectors } from '../../../src/search/index/word-vectors.js';

const files = {
  'clinic.txt': `A winter of coughs in Varnholt
Doctor Edda Quill told her patients to sleep more and to worry less.

The chemist on Mill Street ran out of syrup twice in January.

“Nobody dies of a cold here,” said Quill. “They die of shovelling snow.”`,
  'harbour.txt': `Ferry company raises its fares
The ferry company will charge cars 40 crowns from April, a spokesman said.

Lorries pay double, and bicycles travel free.

The vessels were built in 1988 and burn a great deal of diesel.`,
  'school.txt': `Village school keeps its two teachers
The council voted to keep both teachers at the village school.

Parents had marched to the town hall with drums.

Seven children start in the autumn.`,
};
const index = await indexCorpus(
  buildCorpus(
    Object.entries(files).map(([file, text]) => read(readArticle(file, new TextEncoder().encode(text)))),
  ),
);
const place = (words: string) => index.corpus.passages.findIndex((p) => p.text.includes(words));
const wordsOf = (text: string) => wordsOfMatter(understand(text, index.vocabulary, index.book));

function likeness(a: string, b: string): number {
  const row = (word: string) => wordVectors().rowOf(termsOf(word)[0]!.term)!;
  return wordVectors().likenessTo([row(a)])(row(b))[0]!;
}

describe('words by what they mean', () => {
  it.each([
    ['physician', 'doctor', 'ferry'],
    ['pupil', 'teacher', 'diesel'],
    ['ship', 'vessel', 'parent'],
    ['cash', 'money', 'snow'],
  ])('%s is more like %s than like %s', (word, like, unlike) =>
    expect(likeness(word, like)).toBeGreaterThan(likeness(word, unlike) + 0.2),
  );

  it('is like itself, and like another as the other is like it', () => {
    expect(likeness('doctor', 'doctor')).toBeCloseTo(1);
    expect(likeness('doctor', 'sleep')).toBeCloseTo(likeness('sleep', 'doctor'));
  });

  it('knows no word that nobody uses', () => expect(wordVectors().rowOf('xqzvv')).toBeUndefined());

  it('takes rarer words for more telling', () => {
    const rarity = (word: string) => wordVectors().rarity(wordVectors().rowOf(word));
    expect(rarity('year')).toBeLessThan(rarity('syrup'));
    expect(rarity('xqzvv')).toBe(1);
  });
});

describe('a question in other words than the story’s', () => {
  it('finds what shares no word with it', () => {
    const answer = ask(index, {
      text: 'Did the physician urge the sick folks to rest and stop fretting so much?',
    });
    expect(answer.hits[0]?.passage.text).toContain('sleep more');
  });

  it('shows the sentence that says it', () => {
    const [hit] = ask(index, { text: 'Which ships consume lots of fuel and date from the eighties?' }).hits;
    expect(hit?.passage.text).toContain('vessels');
  });

  it('keeps to the story that is asked', () => {
    const article = index.corpus.articles.get('school')!;
    const { hits } = ask(index, { text: 'Did the physician urge sick folks to rest?', article });
    expect(hits.every((h) => h.passage.article === article)).toBe(true);
  });

  it('lets the words themselves go first where they are found', () => {
    const [hit] = ask(index, { text: 'Who ran out of syrup in January?' }).hits;
    expect(hit?.passage.text).toContain('chemist');
  });
});

describe('how much of a question stands in a passage in whatever words', () => {
  it('is all of it where the words themselves do', () => {
    const alike = new Alike(index, wordsOf('bicycles travel free'));
    expect(alike.share(index.terms[place('bicycles')]!.ids)).toBeCloseTo(1);
  });

  it('is more where words stand that mean the same', () => {
    const alike = new Alike(index, wordsOf('physician rest'));
    expect(alike.at(place('sleep more'))).toBeGreaterThan(alike.at(place('Lorries')));
  });

  test.prop([fc.string({ maxLength: 80 })])('is between 0 and 1, whatever is asked', (text) => {
    const alike = new Alike(index, wordsOf(text));
    for (const at of index.terms.keys()) {
      expect(alike.at(at)).toBeGreaterThanOrEqual(0);
      expect(alike.at(at)).toBeLessThanOrEqual(1 + 1e-6);
    }
  });
});

describe('what passages are about', () => {
  it('brings the nearest, as many as wanted and allowed', () => {
    const direction = index.meanings.ofQuestion(wordsOf('physicians and illness'));
    const nearest = index.meanings.nearest(direction, 3, () => true);
    expect(nearest).toHaveLength(3);
    expect(nearest.some((at) => index.corpus.passages[at]?.article.id === 'clinic')).toBe(true);
    expect(index.meanings.nearest(direction, 3, (at) => at === 4)).toEqual([4]);
  });

  test.prop([fc.subarray(['physician', 'pupil', 'ship', 'money', 'snow', 'Tuesday', 'xqzvv']), fc.nat(9)])(
    'brings just those that a comparison one by one does',
    (words, count) => {
      const direction = index.meanings.ofQuestion(wordsOf(words.join(' ')));
      const near = (at: number) => index.meanings.likeness(at, direction);
      const all = [...index.terms.keys()].toSorted((a, b) => near(b) - near(a) || a - b);
      expect(index.meanings.nearest(direction, count + 1, null)).toEqual(
        all.slice(0, count + 1).toSorted((a, b) => a - b),
      );
    },
  );
});

describe('the table of words', () => {
  const { rowOf, startingWith, termOf } = wordVectors();

  test.prop([fc.nat(20_000)])('finds the words that begin like one, and no others', (row) => {
    const letters = termOf(row).slice(0, 4);
    const found = startingWith(letters);
    expect(found).toContain(row);
    expect(found.every((each) => termOf(each).slice(0, 4) === letters)).toBe(true);
    expect(found).toEqual([...found].toSorted((a, b) => a - b));
    expect(startingWith('qqqq')).toEqual([]);
    expect(rowOf(termOf(row))).toBe(row);
  });
});
