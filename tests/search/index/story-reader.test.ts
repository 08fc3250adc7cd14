import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readArticle } from '../../../src/article/read.js';
import { read } from '../../../src/attribution/attribute.js';
import { packReading } from '../../../src/corpus/reading-codec.js';
import { StoryReader, type StoryReaderOptions } from '../../../src/search/index/story-reader.js';
import { unpackStory } from '../../../src/search/index/story-codec.js';
import { folderWith } from '../../folder.js';

const article = (name: string, words = 'said Ada Stone, an engineer.') =>
  readArticle(`${name}.txt`, new TextEncoder().encode(`Dam holds\n\n“The dam will hold,” ${words}`));

function readerWith(options: StoryReaderOptions = {}): StoryReader {
  const reader = new StoryReader(options);
  onTestFinished(() => reader.close());
  return reader;
}

/** A thread that answers every article but those whose id tells it to do otherwise. */
function strangeWorker(): URL {
  const folder = folderWith({
    'worker.mjs': `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ id }) => {
        if (id === 'endless') for (;;);
        if (id === 'fatal') process.exit(3);
        if (id === 'thrown') throw new Error('out of order');
        parentPort.postMessage({ entry: { about: id } });
      });
      parentPort.postMessage('ready');`,
    'broken.mjs': 'throw new Error("does not start");',
  });
  return pathToFileURL(`${folder}/worker.mjs`);
}

describe('reading in a thread', () => {
  it('gives what reading here gives', async () => {
    const story = article('dam');
    const unpacked = unpackStory(story, await readerWith().read(story));
    expect(packReading(unpacked!.reading)).toEqual(packReading(read(story)));
    expect(unpacked!.speakers).toEqual(['Ada Stone an engineer']);
  });

  it.each([
    ['takes too long', 'endless', /takes longer than 1\.5 s/u],
    ['ends the thread', 'fatal', /ended the thread/u],
    ['fails in it', 'thrown', /has failed at it/u],
  ])('costs an article that %s that one alone', async (_, id, why) => {
    const reader = readerWith({ worker: strangeWorker(), longest: 1500 });
    const results = await Promise.allSettled(
      ['a', id, 'b', 'c', 'd'].map((name) => reader.read(article(name))),
    );
    expect(results.map((r) => (r.status === 'fulfilled' ? r.value.about : 'failed'))).toEqual([
      'a',
      'failed',
      'b',
      'c',
      'd',
    ]);
    expect(String(results[1]?.status === 'rejected' && results[1].reason.message)).toMatch(why);
  });

  it('says so where the thread can’t be started, for all that wait', async () => {
    const reader = readerWith({ worker: new URL('broken.mjs', strangeWorker()) });
    const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => reader.read(article(name))));
    for (const result of results)
      expect(String(result.status === 'rejected' && result.reason)).toMatch(/can’t be started/u);
  });

  it('starts again after it was idle', async () => {
    const reader = readerWith({ worker: strangeWorker(), idle: 1 });
    expect((await reader.read(article('a'))).about).toBe('a');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await reader.read(article('b'))).about).toBe('b');
  });

  it('fails what is being read when it is closed', async () => {
    const reader = new StoryReader({ worker: strangeWorker() });
    const [result] = await Promise.allSettled([reader.read(article('endless')), reader.close()]);
    expect(String(result.status === 'rejected' && result.reason)).toMatch(/stopping/u);
  });
});
