import { expect, it } from 'vitest';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { corpusOfFiles } from '../../stories.js';

/** How long a page of so many letters takes to be indexed once it is read, in milliseconds. */
async function timeOf(letters: number): Promise<number> {
  const page = 'A ferry needs a bell.\n\nOwen Brandt.\n\n'.repeat(letters);
  const corpus = corpusOfFiles({ 'letters.txt': `Letters\n\n${page}` });
  const start = performance.now();
  await indexCorpus(corpus);
  return performance.now() - start;
}

it('a page of letters is indexed in a time that grows as it does', async () => {
  await timeOf(500);
  const [some, eightTimes] = [await timeOf(1000), await timeOf(8000)];
  expect(eightTimes / some).toBeLessThan(24);
});
