import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cutAtWord, escape, escapeWithin, inline, plainWithin } from '../../src/replies/escape.js';
import { activeMarks, read } from './discord-text.js';

describe('escape', () => {
  it.each([
    '# heading',
    '  ## heading',
    '-# small',
    '- point',
    '+ point',
    '* point',
    '1. first',
    '23) first',
    '> quote',
    '>>> quote',
    '**bold** _italic_ __under__ ~~gone~~ ||spoiler|| `code`',
    '```js\ncode\n```',
    '[label](https://example.org)',
    '<https://example.org> https://example.org',
    '<@123456789012345678> <@&123456789012345678> <#123456789012345678> @everyone @here',
    '<t:1700000000:R> </ask:123456789012345678> <:wave:123456789012345678> :wave:',
    'a \\\\*b*',
    'line\n# heading\n- point',
  ])('leaves nothing for Discord to act on: %s', (text) => {
    expect(activeMarks(text).length).toBeGreaterThan(0);
    expect(activeMarks(escape(text))).toEqual([]);
    expect(read(escape(text))).toBe(text);
  });

  it('leaves ordinary text as it is, so that it can be copied', () => {
    const text =
      'Mr. Al-Amin’s “plan” (2014) cost $3.5 million – 20% more; see: page 4, e-mail me@example.org.';
    expect(escape(text)).toBe(text);
  });

  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'*_~`|<>[]()#@:/\\-+.1 2\n', '@everyone', '://', '<@', ':a:', '```', '||'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 80,
  });

  test.prop([hostile])('never lets a mark through, and never changes a word', (text) => {
    expect(activeMarks(escape(text))).toEqual([]);
    expect(read(escape(text))).toBe(text);
  });

  test.prop([hostile, fc.integer({ min: 1, max: 60 })])(
    'keeps to a limit without leaving a mark',
    (text, limit) => {
      const cut = escapeWithin(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(activeMarks(cut)).toEqual([]);
      expect(read(escape(text)).startsWith(read(cut).replace(/…$/u, ''))).toBe(true);
    },
  );
});

describe('inline', () => {
  it('is one line, without characters that turn the direction of what follows', () => {
    expect(inline('a\n\u202Eb\u200B  c\u0007', 20)).toBe('a b c');
    expect(plainWithin('a\n\u202Eb\u200B  c\u0007', 20)).toBe('a b c');
  });

  it('keeps what joins emoji and letters', () => {
    for (const text of ['👩‍👩‍👧‍👦', '🏳️‍🌈', 'می‌خواهم']) expect(inline(text, 40)).toBe(text);
  });
});

describe('cutting', () => {
  it('ends at a word and never inside a character', () => {
    expect(cutAtWord('the quick brown fox', 12)).toBe('the quick');
    expect(cutAtWord('😀😀😀', 3)).toBe('😀');
  });

  it('says that something is left out', () => {
    expect(escapeWithin('the quick brown fox', 12)).toBe('the quick…');
    expect(plainWithin('the quick\nbrown fox', 12)).toBe('the quick…');
    expect(plainWithin('the\n\nquick', 12)).toBe('the quick');
  });
});
