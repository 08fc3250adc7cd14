import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OPERATOR } from '../../src/corpus/store/change.js';
import { openStore } from '../../src/corpus/store/open.js';
import { LIMITS, withinLimits } from '../../src/newsroom/limits.js';
import { folderWith } from '../folder.js';
import { DANA, SERVER } from './room.js';

/** A scope with so many files of stories. */
async function kept(scope: string, stories: number) {
  const corpus = folderWith({});
  const store = await openStore({ folder: folderWith({}), operatorArticles: corpus });
  onTestFinished(() => store.close());
  const own = await store.scope(scope);
  mkdirSync(own.articlesFolder, { recursive: true });
  for (let at = 0; at < stories; at++) writeFileSync(join(own.articlesFolder, `story-${at}.txt`), 'A\n\nB.');
  return own;
}

const article = (key: string, after: string | null = 'New\n\nText.') =>
  ({ kind: 'article', key, after }) as const;

describe('what a server may have', () => {
  it('is not gone beyond by two who add at one time', async () => {
    const own = await kept(SERVER, LIMITS.stories - 1);
    const add = (name: string) => own.apply(DANA, 'add', [article(name)], withinLimits(own));
    const done = await Promise.allSettled([add('one.txt'), add('two.txt')]);
    expect(done.map((d) => d.status)).toEqual(['fulfilled', 'rejected']);
    expect(done[1]).toMatchObject({
      reason: { message: expect.stringMatching(/2000 stories.*may have 2000/u) },
    });
    expect(own.history).toHaveLength(1);
  });

  it('is not gone beyond by taking a removal back', async () => {
    const own = await kept(SERVER, LIMITS.stories);
    const removed = await own.apply(DANA, 'remove', [article('story-7.txt', null)], withinLimits(own));
    await own.apply(DANA, 'add', [article('new.txt')], withinLimits(own));
    await expect(own.undo(removed.id, DANA, withinLimits(own))).rejects.toThrow(/may have 2000/u);
  });

  it('lets stories be replaced and taken out where it is full', async () => {
    const own = await kept(SERVER, LIMITS.stories);
    await own.apply(DANA, 'replace', [article('story-7.txt')], withinLimits(own));
    await own.apply(DANA, 'swap', [article('story-8.txt', null), article('x.txt')], withinLimits(own));
    expect(own.history).toHaveLength(2);
  });

  it('counts feeds as well', async () => {
    const own = await kept(SERVER, 0);
    const feed = (at: number) => {
      const url = `https://example.org/${at}`;
      const after = { url, title: 'News', addedBy: 'Dana' };
      return own.apply(DANA, 'feed add', [{ kind: 'feed', key: url, after }], withinLimits(own));
    };
    const all = await Promise.allSettled(Array.from({ length: LIMITS.feeds + 2 }, (_, at) => feed(at)));
    expect(all.filter((d) => d.status === 'rejected')).toHaveLength(2);
    expect(own.feeds.size).toBe(LIMITS.feeds);
  });

  it('is no limit for the operator', async () => {
    const own = await kept(OPERATOR, LIMITS.stories);
    await own.apply(DANA, 'add', [article('one.txt')], withinLimits(own));
    expect(own.history).toHaveLength(1);
  });
});
