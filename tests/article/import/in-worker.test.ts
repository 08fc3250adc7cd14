import { expect, it } from 'vitest';
import { inWorker } from '../../../src/article/import/in-worker.js';
import { page, story } from '../../newsroom/pages.js';

const pageJob = (html: string) =>
  ({
    kind: 'page',
    bytes: new TextEncoder().encode(html),
    source: { url: 'https://example.org/page', contentType: 'text/html' },
  }) as const;

it('refuses a page that takes too much memory, and reads the next', async () => {
  const greedy = page('Nothing', ['<i></i>'.repeat(90_000), ...story('mill')]);
  const [refused, read] = await Promise.allSettled([
    inWorker('greedy', pageJob(greedy), { memory: 16 }),
    inWorker('modest', pageJob(page('The mill turns', story('mill')))),
  ]);
  expect(String(refused.status === 'rejected' && refused.reason)).toMatch(
    /takes too much memory to read: paste its text instead/u,
  );
  expect(read.status === 'fulfilled' && read.value.title).toBe('The mill turns');
});
