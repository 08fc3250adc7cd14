import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { blocks } from '../../src/article/blocks.js';
import { readArticle } from '../../src/article/read.js';
import { read } from '../../src/attribution/attribute.js';
import type { Party, Reading } from '../../src/attribution/statement.js';
import { slice, type Span } from '../../src/text/span.js';

function articleOf(text: string): Article {
  return readArticle('any.txt', new TextEncoder().encode(`A headline\n\n${text}`));
}

/** Every passage is a slice of the text, they follow each other, and all that is no heading stands in one. */
function expectWholeText({ article, passages }: Reading): void {
  const bare = (span: Span) => slice(article.text, span).replace(/\s/gu, '');
  let end = article.body.start;
  for (const passage of passages) {
    expect(slice(article.text, passage)).toBe(passage.text);
    expect(passage.start).toBeGreaterThanOrEqual(end);
    end = passage.end;
  }
  const paragraphs = blocks(article.text, article.body).filter((b) => !b.heading);
  for (const [at, paragraph] of paragraphs.entries()) {
    const own = passages.filter((p) => p.paragraph === at + 1);
    expect(own.map(bare).join('')).toBe(bare(paragraph));
  }
  expect(blocks(article.text, article.body).map(bare).join('')).toBe(bare(article.body));
}

/** Every span lies where it should, and every party is one of the reading's. */
function expectExactSpans({ passages, statements, parties }: Reading): void {
  const known = new Set<Party | null>([...parties, null]);
  for (const { passage, source, cue, content, party, confidence } of statements) {
    for (const span of [source, cue, ...content].filter((found) => found !== null)) {
      expect(span.start).toBeGreaterThanOrEqual(passage.start);
      expect(span.end).toBeLessThanOrEqual(passage.end);
      expect(span.end).toBeGreaterThan(span.start);
    }
    expect(content.length).toBeGreaterThan(0);
    for (const [at, span] of content.slice(1).entries())
      expect(span.start).toBeGreaterThanOrEqual(content[at]!.end);
    expect(known).toContain(party);
    expect(confidence >= 0 && confidence <= 1).toBe(true);
  }
  for (const party of parties) {
    expect(party.names[0]).toBe(party.name);
    for (const span of [...party.mentions, ...party.roles])
      expect(passages.some((p) => p.start <= span.start && span.end <= p.end)).toBe(true);
  }
}

describe('any text', () => {
  const words =
    `“ ” " ' ‘ ’ ‚ „ « » \`\` () ( ) [ { - -- — – , . … ? ! : ; / // & @ # % 45 $5,000 1.5 http://11.11. said told says wrote
    adding saying asked called believes according to he she it they who that the a of and but mayor Ada Stone Mr. Mrs. Jr. Dr.
    U.S. Al-Reed O’Reed ADA: NATO January Monday I New it’s can’t é İ ß ﬁ 😀 👩‍👩‍👧 مرحبا قال שלום 東京 。 __proto__ constructor`.split(
      /\s+/u,
    );
  const spaces = [
    '\n',
    '\n\n',
    '\r\n',
    '\u2028',
    '\u2029',
    '\u0085',
    '\t',
    ' ',
    '\u00A0',
    '\u200B',
    '\uFEFF',
  ];
  const invisible = [
    '\u0001',
    '\u001B[31m',
    '\u007F',
    '\u200D',
    '\u00AD',
    '\u202E',
    '\u2066',
    '\u0301',
    '\u{E0001}',
  ];
  const unit = fc.constantFrom(...words, ...spaces, ...invisible, 'x'.repeat(300));
  const joined = (by: string) => fc.array(unit, { maxLength: 120 }).map((units) => units.join(by));
  const texts = fc.oneof(joined(' '), joined(''), fc.string({ unit: 'binary' }));

  test.prop([texts])('is read without an error, with exact offsets', (text) => {
    const reading = read(articleOf(`x ${text.replaceAll('\0', '')}`));
    expectWholeText(reading);
    expectExactSpans(reading);
  });

  test.prop([texts, fc.constantFrom('\uD83D', '\uDE00')])('may hold halves of characters', (text, half) => {
    const article = articleOf(`x ${text.replaceAll('\0', '')} é ${text.replaceAll('\0', 'é')}`);
    // No file holds them; a page or a feed may.
    const reading = read({ ...article, text: article.text.replaceAll('é', half) });
    expectWholeText(reading);
    expectExactSpans(reading);
  });
});

/** Texts of about `size` characters. */
type Maker = (size: number) => string;

const repeated =
  (unit: string): Maker =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length));

const counted =
  (unit: (at: number) => string): Maker =>
  (size) =>
    Array.from({ length: Math.ceil(size / unit(7).length) }, (_, at) => unit(at)).join('');

const SYLLABLES = ['ba', 'ko', 'mi', 'ra', 'tu', 'len', 'dor', 'vas', 'shi', 'qua', 'pel', 'zan'];

/** A made-up name; each number has its own. */
function nameOf(at: number): string {
  const word = [at, Math.floor(at / 12), Math.floor(at / 144), Math.floor(at / 1728)]
    .map((n) => SYLLABLES[n % 12])
    .join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const PROSE = repeated(
  'The council of the town met on Monday and talked about the new bridge over the river, Mayor Ada Stone said. ',
);

const HOSTILE: Readonly<Record<string, Maker>> = {
  'no full stop': repeated('the council met and the mayor said that the bridge over the river was new and '),
  'straight marks': repeated('"'),
  'opening marks': repeated('“'),
  'pairs of marks': repeated('“”'),
  'opening marks and stops': repeated('“. '),
  'quoted letters': repeated('“a” '),
  apostrophes: repeated("s' "),
  'one word': repeated('x'),
  hyphens: repeated('-'),
  'a word of hyphens': repeated('Ab-'),
  'a word of stops': repeated('A.'),
  initials: repeated('A. '),
  slashes: repeated('a/'),
  addresses: repeated('http://a. '),
  'an address of numbers': (size) => `http://${'11.'.repeat(size / 3)}`,
  'a name like an address': (size) => `Ftp://Ada-${'11.'.repeat(size / 3)} Stone said so.`,
  hashes: repeated('#'),
  'control characters': repeated('\u0001\u0002\u001B[1m '),
  'right to left': repeated('\u202Eقال مرحبا\u202C '),
  'zero width': repeated('a\u200B\u200D\uFEFF'),
  'combining marks': repeated('\u0301'),
  emoji: repeated('😀'),
  'one-word paragraphs': repeated('Word.\n'),
  'one-letter paragraphs': repeated('a\n'),
  'open paragraphs': repeated('“a\n'),
  'lines of dashes': repeated('---\n'),
  'many people': counted((at) => `${nameOf(at)} ${nameOf(at * 7 + 3)} said so. `),
  'many surnames': counted((at) => `${nameOf(at)} said so. `),
  'one family': counted((at) => `${nameOf(at)} Stone spoke. Stone said so. `),
  couples: counted((at) => `Ada and Adam ${nameOf(at)} met Mr. and Mrs. ${nameOf(at)}. She said so. `),
  'one couple': repeated('Ada and Adam Stone met Mr. Stone, a mayor. President Stone said so. '),
  'a list of first names': repeated('Ada, Adam and Ben, '),
  'a list of names': repeated('Ada Stone, '),
  'nothing but said': repeated('said, '),
  'nothing but he said': repeated('he said '),
  'turns of speech': repeated('“a,” Ada Stone said, '),
  'deep brackets': (size) => '('.repeat(size / 2) + ')'.repeat(size / 2),
  brackets: repeated('(a '),
  spaces: (size) => `a${' '.repeat(size)}b`,
  'empty lines': (size) => `a${'\n \t'.repeat(size / 3)}b`,
};

/** The milliseconds of this process's time, at best, that reading takes; it is tried again only where it takes too long. */
function timeOf(text: string, limit = 0): number {
  const bytes = new TextEncoder().encode(`A headline\n\n${text}`);
  let best = Infinity;
  for (let tries = 0; tries < 3 && best > limit; tries++) {
    const before = process.cpuUsage();
    read(readArticle('slow.txt', bytes));
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

describe('hostile text', () => {
  const SIZE = 20_000;
  /** Prose takes 0.06 s for 100 KB, and the worst of these 14 times that: nothing is to take much more than a second. */
  const MOST = 20;
  timeOf(PROSE(10 * SIZE));
  const prose = PROSE(SIZE);

  /** How many times as long as prose it takes. Where that is too much, both are timed again: another's work may have slowed one. */
  function timesProse(text: string): number {
    let least = Infinity;
    for (let tries = 0; tries < 4 && least >= MOST; tries++) {
      const usual = timeOf(prose);
      least = Math.min(least, timeOf(text, usual * MOST) / usual);
    }
    return least;
  }

  it.each(Object.entries(HOSTILE))('is read in time and whole: %s', (_, make) => {
    const text = make(SIZE);
    expect(timesProse(text)).toBeLessThan(MOST);
    const reading = read(articleOf(text.slice(0, 1500)));
    expectWholeText(reading);
    expectExactSpans(reading);
  });
});

describe('long text', () => {
  /** How many times as long as an eighth of it, ideally 8. */
  function growth(make: Maker, size: number): number {
    const small = timeOf(make(size / 8));
    return timeOf(make(size), small * 12) / small;
  }

  it.each([
    ['200,000 words of prose', PROSE, 1_100_000],
    ['half a megabyte without a full stop', HOSTILE['no full stop']!, 500_000],
    ['a word of a megabyte', HOSTILE['one word']!, 1_000_000],
    ['quotations in one paragraph', HOSTILE['turns of speech']!, 80_000],
    ['9,000 people', HOSTILE['many people']!, 240_000],
    ['a family', HOSTILE['one family']!, 80_000],
    ['couples', HOSTILE['couples']!, 240_000],
    ['one couple', HOSTILE['one couple']!, 80_000],
    ['paragraphs of a word', HOSTILE['one-word paragraphs']!, 40_000],
  ])('takes time in proportion to its length: %s', (_, make, size) => {
    expect(growth(make, size)).toBeLessThan(16);
  });
});
