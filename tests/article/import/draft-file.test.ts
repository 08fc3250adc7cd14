import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/article/draft.js';
import { fileNameOf, fileOf } from '../../../src/article/import/draft-file.js';
import { tidy } from '../../../src/article/import/tidy.js';
import { readArticle } from '../../../src/article/read.js';
import { headlineOf } from '../../../src/article/passages.js';
import { ArticleError } from '../../../src/errors.js';

const draft: Draft = {
  title: 'Bridge closes until spring',
  outlet: 'The Coast News',
  author: 'Ada Venn',
  published: '2026-03-04',
  url: 'https://coast.example/bridge',
  text: 'The bridge closed on Monday.\n\n“It is unsafe,” said Tom Reed.',
  doubts: [],
};

/** What an article's file says, without doubts. */
function readBack(file: string): Omit<Draft, 'doubts'> {
  const article = readArticle('a.txt', Buffer.from(file));
  const { title, outlet, author, published, url, text, body } = article;
  return { title, outlet, author, published, url, text: text.slice(body.start, body.end) };
}

describe('a draft as a file', () => {
  it('is what a person would write', () => {
    expect(fileOf(draft)).toBe(
      `---
outlet: The Coast News
author: Ada Venn
date: 2026-03-04
url: https://coast.example/bridge
---

Bridge closes until spring

The bridge closed on Monday.

“It is unsafe,” said Tom Reed.
`,
    );
  });

  it('keeps its headline as one that is read', () => {
    expect(headlineOf(readArticle('a.txt', Buffer.from(fileOf(draft))))?.text).toBe(draft.title);
  });

  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({
      unit: fc.constantFrom(
        '-',
        '\n',
        ' ',
        ':',
        '#',
        '"',
        "'",
        '{',
        '&',
        '*',
        '!',
        'a',
        '\r',
        '\t',
        '\u2028',
        '\uFEFF',
      ),
    }),
    fc.constantFrom(
      '---',
      '---\ntitle: x\n---\ny',
      '---js\nx\n---',
      '- a',
      'null',
      'true',
      '12',
      '2026-01-01',
      '~',
      '<<: *a',
    ),
  );
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const drafts: fc.Arbitrary<Draft> = fc.record({
    title: anything,
    outlet: fc.option(anything),
    author: fc.option(anything),
    published: fc.option(day),
    url: fc.option(fc.webUrl()),
    text: anything,
    doubts: fc.constant([]),
  });

  test.prop([drafts])('is read back as it was, tidied', (given) => {
    const written = attempt(() => fileOf(given));
    fc.pre(typeof written === 'string');
    const { doubts: _, ...expected } = tidy(given);
    expect(readBack(written)).toEqual(expected);
  });

  test.prop([drafts])('is tidied once and for all', (given) => {
    const once = attempt(() => tidy(given));
    fc.pre(!(once instanceof ArticleError));
    expect(tidy(once)).toEqual(once);
  });

  it.each([
    ['NUL in the text', { text: 'a\0b' }, 'NUL'],
    ['NUL in the title', { title: 'a\0b' }, 'NUL'],
    ['no text', { text: ' \n' }, 'no story'],
    ['no title', { title: '\n' }, 'no headline'],
    ['too much text', { text: 'é'.repeat(2_200_000) }, '4 MB'],
  ])('can’t have %s', (_, part, why) => {
    expect(() => fileOf({ ...draft, ...part })).toThrow(why);
  });
});

function attempt<T>(task: () => T): T | ArticleError {
  try {
    return task();
  } catch (error) {
    if (error instanceof ArticleError) return error;
    throw error;
  }
}

describe('the name of a draft’s file', () => {
  it.each([
    ['Bridge closes until spring!', '2026-03-04', '2026-03-04-bridge-closes-until-spring'],
    ['Café “Zoë” öffnet', null, /^cafe-zoe-oe?ffnet$/u],
    ['../../etc/passwd', null, 'etc-passwd'],
    ['.hidden', null, 'hidden'],
    ['CON', null, /^story-[0-9a-f]{8}$/u],
    ['港口开放', '2026-03-04', /^2026-03-04-story-[0-9a-f]{8}$/u],
    ['الميناء يفتح أبوابه', null, /^[a-z-]{5,}$/u],
    ['!!!', null, /^story-[0-9a-f]{8}$/u],
    ['', null, /^story-[0-9a-f]{8}$/u],
  ])('for %j', (title, published, name) => {
    expect(fileNameOf({ title, published })).toMatch(
      typeof name === 'string' ? new RegExp(`^${name}$`, 'u') : name,
    );
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 500 })])('is safe, whatever the title', (title) => {
    expect(fileNameOf({ title, published: null })).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/u);
  });
});
