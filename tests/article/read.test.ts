import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { ArticleError } from '../../src/errors.js';
import { slice } from '../../src/text/span.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readArticle('desk/story.txt', bytes(text));

describe('readArticle', () => {
  it('takes the first line for the headline and the rest for the story', () => {
    const article = read('\n A headline \n\nThe story.\n');
    expect(article.title).toBe('A headline');
    expect(slice(article.text, article.body)).toBe('The story.');
    expect(article.id).toBe('desk/story');
    expect(article.outlet).toBeNull();
  });

  it('keeps the text exactly as it stands in the file', () => {
    const text = '\uFEFFHeadline\r\n\r\nThe  story.\t\r\n';
    expect(read(text).text).toBe(text);
    expect(read(text).title).toBe('Headline');
  });

  it('reads front matter', () => {
    const article = read(
      '---\ntitle: "Dam: a story"\noutlet: The Valley Post\nauthor: A. Writer\ndate: 2025-05-23\nurl: https://example.org/dam\n---\nThe story.\n',
    );
    expect(article).toMatchObject({
      title: 'Dam: a story',
      outlet: 'The Valley Post',
      author: 'A. Writer',
      published: '2025-05-23',
      url: 'https://example.org/dam',
    });
    expect(slice(article.text, article.body)).toBe('The story.');
  });

  it('takes the headline from the text where the front matter has none', () => {
    expect(read('---\noutlet: The Valley Post\n---\nDam holds\n\nThe story.').title).toBe('Dam holds');
  });

  it.each([
    ['Valley News/ The dam held on Monday.', 'Valley News'],
    ['RIVERTON (Reuters) - The dam held.', 'Reuters'],
    ['(AP) — The dam held.', 'AP'],
    ['The dam/lock system held.', null],
    ['He/she said so.', null],
  ])('finds the outlet in a dateline: %s', (opening, outlet) => {
    expect(read(`Headline\n${opening}`).outlet).toBe(outlet);
  });

  it('lets the file name stand in for a headline that is missing', () => {
    const article = read(`${'A long first paragraph goes on and on. '.repeat(12)}\nMore.`);
    expect(article.title).toBe('story');
    expect(slice(article.text, article.body).startsWith('A long first')).toBe(true);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['an empty file', bytes(' \n\n'), /is empty/u],
    ['a headline alone', bytes('Headline\n'), /nothing after it/u],
    ['front matter alone', bytes('---\ntitle: x\n---\n'), /is empty/u],
    ['bytes that are no UTF-8', Uint8Array.of(0x48, 0xff, 0xfe, 0x0a), /not UTF-8/u],
    ['a binary file', bytes('Headline\nPK\0\0'), /not a text file/u],
    ['a file of 5 MB', new Uint8Array(5 * 1024 * 1024).fill(0x61), /larger than 4 MB/u],
    ['bad YAML', bytes('---\ntitle: "open\n---\nHeadline\nStory.'), /can't be read/u],
    [
      'a YAML bomb',
      bytes(
        `---\na: &a [x,x,x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: &c [${'*b,'.repeat(9)}*b]\nd: [${'*c,'.repeat(9)}*c]\n---\nHeadline\nStory.`,
      ),
      /can't be/u,
    ],
    [
      'an address that is none',
      bytes('---\nurl: javascript:alert(1)\n---\nHeadline\nStory.'),
      /url must be an http/u,
    ],
    ['a date that is none', bytes('---\ndate: someday\n---\nHeadline\nStory.'), /date must be a day/u],
    [
      'a title that is no text',
      bytes('---\ntitle: {a: b}\n---\nHeadline\nStory.'),
      /title must be text on one line/u,
    ],
    [
      'a title that is too long',
      bytes(`---\ntitle: ${'x'.repeat(301)}\n---\nHeadline\nStory.`),
      /title must be at most 300 characters/u,
    ],
    ['front matter that is not closed', bytes('---\ntitle: x\nHeadline\nStory.'), /no second one/u],
    ['front matter that is a list', bytes('---\n- a\n---\nHeadline\nStory.'), /can't be used/u],
    [
      'front matter without end',
      bytes(`---\na: ${'!a '.repeat(30_000)}\n---\nHeadline\nStory.`),
      /more than 10000 characters/u,
    ],
  ])('refuses %s and says why', (_, content, why) => {
    expect(() => readArticle('desk/story.txt', content)).toThrow(ArticleError);
    expect(() => readArticle('desk/story.txt', content)).toThrow(why);
  });

  it('takes a line of dashes later in a story for what it is', () => {
    expect(read('Headline\n\nBefore.\n---\nAfter.').title).toBe('Headline');
  });

  it('runs nothing that front matter holds', () => {
    expect(read('---js\nmodule.exports = process.exit(3)\n---\nHeadline\nStory.').title).toBe('---js');
  });

  it('takes a key without a value for one that is not there', () => {
    expect(read('---\ntitle:\noutlet: ~\nurl: ""\n---\nHeadline\nStory.')).toMatchObject({
      title: 'Headline',
      outlet: null,
      url: null,
    });
  });

  it('keeps an address as a browser would write it', () => {
    expect(read('---\nurl: https://example.org/a b\n---\nHeadline\nStory.').url).toBe(
      'https://example.org/a%20b',
    );
    expect(read(`---\nurl: https://example.org/${'x'.repeat(900)}\n---\nHeadline\nStory.`).url).toHaveLength(
      920,
    );
  });
});
