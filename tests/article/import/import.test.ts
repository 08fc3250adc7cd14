import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/article/draft.js';
import { importFeed, importFile, importPage } from '../../../src/article/import/import.js';
import { ArticleError } from '../../../src/errors.js';

const source = { url: 'https://coast.example/bridge?from=mail', contentType: 'text/html' };
const SENTENCE =
  'The harbour master said on Monday that the old bridge would close for repairs, and that ferries would run twice an hour. ';

function file(name: string, text: string): Promise<Draft> {
  return importFile({ bytes: Buffer.from(text), name, contentType: null });
}

function page(html: string): Promise<Draft> {
  return importPage(Buffer.from(html), source);
}

const PAGE = `<!doctype html><html><head><title>Bridge closes | Coast News</title>
<meta property="og:site_name" content="Coast News"><link rel="canonical" href="https://www.coast.example/bridge">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bridge closes",
"datePublished":"2026-03-04T23:30:00-05:00","author":[{"name":"Ada Venn"},{"name":"Li Moss"}]}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Bridge closes</h1>
<p>${SENTENCE.repeat(3)}</p><p>“It is <b>unsafe</b>,”<br>said Tom Reed. ${SENTENCE}</p><h2>What comes next</h2>
<p>${SENTENCE.repeat(2)}</p><figure><img src="a.jpg"><figcaption>A picture of it</figcaption></figure>
<div>First part. ${SENTENCE}<br><br>Second part. ${SENTENCE}</div></article><footer>All rights</footer></body></html>`;

describe('a page', () => {
  test('gives its story, paragraph by paragraph, and what it says of it', async () => {
    const { text, ...about } = await page(PAGE);
    expect(about).toEqual({
      title: 'Bridge closes',
      outlet: 'Coast News',
      author: 'Ada Venn, Li Moss',
      published: '2026-03-04',
      url: 'https://www.coast.example/bridge',
      doubts: [],
    });
    expect(text.split('\n\n')).toEqual([
      SENTENCE.repeat(3).trim(),
      `“It is unsafe,” said Tom Reed. ${SENTENCE.trim()}`,
      'What comes next',
      SENTENCE.repeat(2).trim(),
      `First part. ${SENTENCE.trim()}`,
      `Second part. ${SENTENCE.trim()}`,
    ]);
  });

  test('that says little of itself raises doubts', async () => {
    const draft = await page(
      `<html><head><title>Bridge</title></head><body><p>It closed, they said, on Monday.</p></body></html>`,
    );
    expect(draft).toMatchObject({ title: 'Bridge', outlet: 'coast.example', published: null });
    expect(draft.doubts).toHaveLength(3);
  });

  test('that is text is read as text', async () => {
    const draft = await importPage(Buffer.from('Bridge closes\n\nIt closed.'), {
      url: 'https://coast.example/a.txt',
      contentType: 'text/plain',
    });
    expect(draft).toMatchObject({
      title: 'Bridge closes',
      text: 'It closed.',
      url: 'https://coast.example/a.txt',
    });
  });

  test.each([
    ['is nested 5,000 deep', () => '<div>'.repeat(5000) + SENTENCE, 'too deep'],
    ['has 20 MB', () => '<p>a</p>'.repeat(2_500_000), 'MB'],
    ['has too many tags', () => '<p>a, b</p>'.repeat(400_000), 'too many tags'],
    ['is made of entities', () => '&amp;'.repeat(900_000), 'too many tags'],
    [
      'has too many attributes to read in time',
      () => `<p ${Array.from({ length: 900_000 }, (_, at) => at.toString(36)).join(' ')}>a`,
      /too long|too much/u,
    ],
    ['is empty', () => '', 'empty'],
    ['has no story', () => '<html><body><nav></nav></body></html>', 'no story'],
  ])('that %s is refused', async (_, html, why) => {
    await expect(page(html())).rejects.toMatchObject({
      name: 'ArticleError',
      message: expect.stringMatching(why),
    });
  });

  test('that is refused leaves the next one to be read', async () => {
    const [bad, good] = await Promise.allSettled([page('<div>'.repeat(5000)), page(PAGE)]);
    expect([bad?.status, good?.status]).toEqual(['rejected', 'fulfilled']);
  });
});

describe('a file', () => {
  test('of text has its headline, front matter and paragraphs', async () => {
    const draft = await file(
      'a.txt',
      '---\noutlet: Coast News\ndate: 2026-03-04\n---\nBridge closes\n\nOne.\nTwo.',
    );
    expect(draft).toMatchObject({
      title: 'Bridge closes',
      outlet: 'Coast News',
      text: 'One.\n\nTwo.',
      doubts: [],
    });
  });

  test('of Markdown loses its marks', async () => {
    const { title, text } = await file(
      'a.md',
      `# Bridge **closes**

“It is [unsafe](https://coast.example/a_(b))”, *said* snake_case Tom.
It goes on. ![a](b.png)

- one \`item\`
- [x] another

> Quoted __words__
> go on

Setext
------
<!-- left
out -->
| a | b |
|---|---|
2 * 3 * 4 and \\*stars\\* &amp; more

[1]: https://coast.example
`,
    );
    expect(title).toBe('Bridge closes');
    expect(text.split('\n\n')).toEqual([
      '“It is unsafe”, said snake_case Tom. It goes on.',
      'one item',
      'another',
      'Quoted words go on',
      'Setext',
      'a b',
      '2 * 3 * 4 and *stars* & more',
    ]);
  });

  test('of HTML is read as a page without an address', async () => {
    expect(await file('a.html', PAGE)).toMatchObject({
      title: 'Bridge closes',
      url: 'https://www.coast.example/bridge',
    });
  });

  test('with a path in its name is read all the same', async () => {
    expect(await file('../../a.txt', 'Bridge closes\n\nOne.')).toMatchObject({ title: 'Bridge closes' });
  });

  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
    .split('')
    .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(',')}]`)
    .join('\n')}`;
  test.each([
    ['a YAML bomb', `---\n${bomb}\n---\nTitle\n\nText`, 'front matter'],
    ['front matter without an end', '---\ntitle: x\n\nText', 'second one'],
    ['front matter that is no list', '---\n- a\n---\nTitle\n\nText', 'front matter'],
    ['a headline alone', 'Bridge closes', 'nothing after it'],
  ])('with %s is refused', async (_, text, why) => {
    await expect(file('a.txt', text)).rejects.toThrow(why);
    await expect(file('a.md', text)).rejects.toThrow(ArticleError);
  });

  test('with code for front matter runs nothing of it', async () => {
    const code = '---js\nprocess.exit(3)\n---\n\nText of it.';
    expect((await file('a.txt', code)).text).toContain('process.exit(3)');
    expect((await file('a.md', code)).text).toContain('Text of it.');
  });

  test('of 200,000 words or 20,000 paragraphs is read', async () => {
    const long = await file('a.txt', `Title\n\n${`${'word '.repeat(99)}end.\n`.repeat(2000)}`);
    expect(long.text.split(/\s+/u)).toHaveLength(200_000);
    const broken = await file('a.md', `# Title\n\n${'word\n\n'.repeat(20_000)}`);
    expect(broken.text.split('\n\n')).toHaveLength(20_000);
  });
});

describe('a feed', () => {
  const rss = (items: string) =>
    Buffer.from(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast</title>${items}</channel></rss>`,
    );

  test('of RSS gives its items, and those that are whole as drafts', async () => {
    const { title, items } = await importFeed(
      rss(`<item><title>A &amp;amp; B</title><link>https://coast.example/1</link><guid>g1</guid>
<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description>A summary.</description></item>
<item><title>Whole</title><link>/2</link><description><![CDATA[${`<p>${SENTENCE}</p>`.repeat(8)}]]></description></item>
<item><title>Without an address</title><description>A line.</description></item><item></item>`),
      source,
    );
    expect(title).toBe('Coast');
    expect(items).toMatchObject([
      { key: 'g1', title: 'A & B', url: 'https://coast.example/1', published: '2026-03-02', draft: null },
      { title: 'Whole', url: 'https://coast.example/2', draft: { outlet: 'Coast', title: 'Whole' } },
      { key: 'Without an address', url: null, draft: { text: 'A line.' } },
    ]);
    expect(items[1]?.draft?.text.split('\n\n')).toHaveLength(8);
  });

  test('of Atom is read as well', async () => {
    const { items } = await importFeed(
      Buffer.from(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast</title><entry><id>urn:1</id>
<title>Bridge</title><link href="https://coast.example/1"/><updated>2026-03-02T10:00:00Z</updated></entry></feed>`),
      source,
    );
    expect(items).toMatchObject([
      { key: 'urn:1', title: 'Bridge', url: 'https://coast.example/1', published: '2026-03-02' },
    ]);
  });

  test('with entities that grow, or nested items, is read or refused in time', async () => {
    const grow = 'abcdefgh'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'xabcdefg'[at]};`.repeat(20)}">`);
    const bomb = Buffer.from(
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x "lol">${grow.join('')}]><rss version="2.0"><channel><title>&h;</title></channel></rss>`,
    );
    expect(await importFeed(bomb, source)).toMatchObject({ items: [] });
    const deep = rss(
      `<item><title>Deep</title><link>/1</link><description><![CDATA[${'<div>'.repeat(5000)}]]></description></item>`,
    );
    expect((await importFeed(deep, source)).items).toMatchObject([{ title: 'Deep', draft: null }]);
  });

  test.each([
    ['a page', PAGE, 'is a page, not a feed'],
    ['JSON', '{"version": 1}', 'not a feed'],
    ['words', 'Bridge closes', 'not a feed'],
  ])('that is %s is refused', async (_, text, why) => {
    await expect(importFeed(Buffer.from(text), source)).rejects.toThrow(why);
  });
});
