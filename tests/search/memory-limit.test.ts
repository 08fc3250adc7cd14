import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { OPERATOR } from '../../src/corpus/store/change.js';
import { Libraries } from '../../src/search/libraries.js';
import { StoryReader } from '../../src/search/index/story-reader.js';
import { folderWith } from '../folder.js';
import { memoryStore } from './index/memory-store.js';

/** Little more than the thread that reads takes to begin, in megabytes. */
const LITTLE = 40;

it('a refresh reports a story that takes more memory than there is, and serves the others', async () => {
  const folder = folderWith({ 'dam.txt': 'The dam holds\n\n“The dam will hold,” said Ada Stone.\n' });
  const libraries = await Libraries.open({
    folder,
    store: memoryStore(folder),
    reader: new StoryReader({ memory: LITTLE }),
  });
  onTestFinished(() => libraries.close());
  writeFileSync(join(folder, 'a-rain.txt'), `It rains\n\n${'It rained and rained. '.repeat(60_000)}`);
  writeFileSync(join(folder, 'mill.txt'), 'The mill turns\n\n“The mill will turn,” said Ben Ruthven.\n');
  const outcome = await libraries.refresh(OPERATOR, 'Dana');
  const { corpus } = libraries.of(OPERATOR).index;
  expect(outcome).toMatchObject({ status: 'refreshed' });
  expect(corpus.unreadable).toEqual([
    { file: 'a-rain.txt', reason: expect.stringContaining('needs more memory than there is') },
  ]);
  expect([...corpus.articles.keys()]).toEqual(['dam', 'mill']);
}, 60_000);
