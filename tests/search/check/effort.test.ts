import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/search/check/check.js';
import { checkMessage, prepareChecks } from '../../../src/search/check/check-message.js';
import { Effort } from '../../../src/search/check/effort.js';
import { indexCorpus, type Index } from '../../../src/search/index/index-corpus.js';
import { atOnce } from '../../../src/turns.js';
import { corpusOfFiles } from '../../stories.js';

const GRAMMAR =
  `the of and to a in that is it for on with was he be this have from or had by but what some we can out
all your when up use how said an each she not they are as at one his her will would there their which do if so about`.split(
    /\s+/u,
  );
/** Milliseconds of the processor's time. */
const MOST = 50;
const STORIES = 250;
const SAYINGS = 18;
const PHRASES = 200;

/** Numbers that look like chance and are the same each time. */
function random(seed: number): number {
  let x = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 4294967296;
}

/** A word: half of them grammar, the others the rarer the higher their number. */
function word(seed: number): string {
  if (random(seed) < 0.5) return GRAMMAR[Math.floor(random(seed + 1) ** 2 * GRAMMAR.length)]!;
  const number = Math.floor(random(seed + 2) ** 3 * 9000);
  return number.toString(18).replace(/\d/gu, (digit) => 'jklmnopqrs'[Number(digit)]!) + 'el';
}

/** Phrases that come again and again, so that every saying is somewhat like many others. */
function saying(number: number): string {
  const phrase = (at: number) => Math.floor(random(number * 10 + at) * PHRASES);
  return Array.from({ length: 6 }, (_, at) =>
    Array.from({ length: 6 }, (__, n) => word(phrase(at) * 1000 + n * 7)).join(' '),
  ).join(' ');
}

let index: Index;
beforeAll(async () => {
  const story = (number: number) =>
    Array.from(
      { length: SAYINGS },
      (_, at) => `“It is ${saying(number * SAYINGS + at)},” Ana Duarte said on Monday.`,
    ).join('\n\n');
  index = await indexCorpus(
    corpusOfFiles(
      Object.fromEntries(
        Array.from({ length: STORIES }, (_, at) => [`s${at}.txt`, `Title ${at}\n\n${story(at)}`]),
      ),
    ),
  );
  atOnce(prepareChecks(index));
}, 60_000);

/** The least of five, for other programs may take their turn. */
function timeOf(message: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    checkMessage(index, message);
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}

const several = (count: number, by: string, from = 0) =>
  Array.from({ length: count }, (_, at) => saying((from + at * 37) % (STORIES * SAYINGS))).join(by);

describe('the time of a check', () => {
  it.each<[string, () => string]>([
    ['sayings put together', () => `"${several(20, ' ')}"`],
    [
      'sayings put together, without marks',
      () => `Ana Duarte said ${several(4, ' ')}`.slice(0, 585) + ' - Duarte',
    ],
    ['sayings with cuts between them', () => `"${several(12, ' … ')}"`],
    [
      'the words of a story',
      () => `"${index.corpus.articles.values().next().value!.text.replace(/[“”]/gu, '').slice(0, 3990)}"`,
    ],
    ['a saying many times', () => `"${`${saying(5)} `.repeat(40).slice(0, 3990)}"`],
    [
      'the commonest words',
      () => `"${Array.from({ length: 1000 }, (_, at) => GRAMMAR[(at * at) % 30]).join(' ')}"`,
    ],
    [
      'two hundred quotations',
      () => Array.from({ length: 200 }, (_, at) => `"${saying(at).slice(0, 15)}"`).join(' '),
    ],
    ['cuts', () => `"${'of … the '.repeat(440)}"`],
  ])('is short for %s', (_, message) => {
    expect(timeOf(message().slice(0, 4000))).toBeLessThan(MOST);
  });

  const piece = fc.oneof(
    fc.nat(STORIES * SAYINGS - 1).map(saying),
    fc.constantFrom('"', ' … ', ' - Ana Duarte', 'Ana Duarte: ', 'the of and to ', '\n> ', '“', '”'),
  );
  test.prop([fc.array(piece, { maxLength: 60 })], { numRuns: 40 })(
    'is short whatever is pasted',
    (pieces) => {
      expect(timeOf(pieces.join('').slice(0, 4000))).toBeLessThan(MOST);
    },
  );
});

describe('the work of a check', () => {
  it('is enough for a long text, over all passages that it stands in', () => {
    const { text } = index.corpus.articles.values().next().value!;
    expect(check(index, text.slice(text.indexOf('“') + 1).slice(0, 1500)).match?.likeness).toBeGreaterThan(
      0.9,
    );
  });

  it('is left undone where none is left, and nothing is said to be found', () => {
    expect(check(index, saying(7)).verdict).toBe('exact');
    expect(check(index, saying(7), null, { effort: new Effort(1000) })).toMatchObject({
      verdict: 'not-found',
      match: null,
    });
  });

  it('is taken off the whole when a half of it is spent', () => {
    const effort = new Effort();
    const half = effort.half();
    let times = 0;
    while (half.search(100)) times++;
    expect(half.search(100)).toBe(false);
    let more = 0;
    while (effort.search(100)) more++;
    expect(times).toBeGreaterThan(0);
    expect(Math.abs(more - times)).toBeLessThanOrEqual(1);
  });
});
