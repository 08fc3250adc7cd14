import { expect, test } from 'vitest';
import { readMarkdown } from '../../../src/article/import/markdown.js';

test.each(['*', '_', '[', '`', '<', '**a', '[a](', '![', '~~', '\\\\', '<!-- -->', '|', '> ', '[a](('])(
  'a long line of %j is read in time',
  (mark) => {
    const start = Date.now();
    const { title } = readMarkdown('a.md', `# Title\n\n${mark.repeat(50_000 / mark.length)}\n\nend`);
    expect(title).toBe('Title');
    expect(Date.now() - start).toBeLessThan(2000);
  },
);
