import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { quotedWords } from '../../../src/search/check/quoted-words.js';

const words = (text: string) => quotedWords(text).map(({ word }) => word);

describe('the words of a quotation', () => {
  it.each([
    ['“It’s OURS!”', 'it’s ours'],
    ["it's ours", 'It’s ours.'],
    ['a well-known e-mail', 'a well known e mail'],
    ['1,000 trips', '1000 trips'],
    ['9%', '9 percent'],
    ['the U.S. army', 'the US army'],
    ['Señor Peña', 'senor pena'],
    ['bread & butter', 'bread and butter'],
  ])('are the same in %j and %j', (a, b) => {
    expect(words(a)).toEqual(words(b));
  });

  it.each(['a … b', 'a... b', 'a . . . b', 'a […] b', 'a (...) b'])('know the cut in %j', (text) => {
    expect(words(text)).toEqual(['a', '', 'b']);
  });

  test.prop([fc.string({ unit: 'grapheme', maxLength: 200 })])('stand in order where they say', (text) => {
    let end = 0;
    for (const word of quotedWords(text)) {
      expect(word.start).toBeGreaterThanOrEqual(end);
      expect(word.end).toBeGreaterThan(word.start);
      end = word.end;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });
});
