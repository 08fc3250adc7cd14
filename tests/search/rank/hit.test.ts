import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/article/read.js';
import { read } from '../../../src/attribution/attribute.js';
import { buildCorpus } from '../../../src/corpus/corpus.js';
import { ask } from '../../../src/search/ask.js';
import { hitAt } from '../../../src/search/rank/hit.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { slice } from '../../../src/text/span.js';

const corpus = buildCorpus([
  read(
    readArticle(
      'quay.txt',
      new TextEncoder().encode(`The quay

“Who pays for the quay?” Mara Quill asked in May, when the boats lay in the harbour of a town. The loan is 9 million crowns.

The quay is old.`),
    ),
  ),
]);
const [first, last] = corpus.passages;
const sentenceOf = (from: string) => {
  const start = first!.article.text.indexOf(from);
  return { start, end: first!.article.text.indexOf('.', start) + 1 };
};

describe('a hit', () => {
  it('is said by whom its sentence tells of, and shows the words beside it', () => {
    const hit = hitAt(corpus, first!, sentenceOf('Mara Quill asked'));
    expect(hit.speakers.map((s) => s.name)).toEqual(['Mara Quill']);
    expect(hit.kind).toBe('direct');
    expect(slice(first!.article.text, hit.sentence)).toMatch(/^“Who pays .* a town\.$/u);
    expect(hitAt(corpus, first!, hit.sentence)).toEqual(hit);
  });

  it('is nobody’s where nobody says its sentence', () => {
    expect(hitAt(corpus, first!, sentenceOf('The loan')).speakers).toEqual([]);
    expect(hitAt(corpus, last!, last!)).toMatchObject({ speakers: [], kind: 'narration' });
  });

  it('is the answer’s, where what is asked for stands in the words of attribution', async () => {
    const { hits } = ask(await indexCorpus(corpus), {
      text: 'What did Quill ask when the boats lay in the harbour?',
    });
    expect(hits[0]?.speakers.map((s) => s.name)).toEqual(['Mara Quill']);
  });
});
