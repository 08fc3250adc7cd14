import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { countWritten, quotedWords } from '../../../src/search/check/quoted-words.js';
import { slice } from '../../../src/text/span.js';

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
    ['It’s late', 'it is late'],
    ["there's no way that I'm late", 'There is no way that I am late'],
    ['we cannot go', "we can't go"],
    ['we cannot go', 'we can not go'],
    ["they won't, we'd never", 'they will not, we would never'],
    ['theyre late and dont care', 'they are late and do not care'],
    ["let's go", 'let us go'],
    ['thirty boats', '30 boats'],
    ['thirty-five boats', '35 boats'],
    ['twenty one boats', '21 boats'],
    ['18 thousand boats', '18,000 boats'],
    ['18k boats', '18,000 boats'],
    ['two million boats', '2,000,000 boats'],
    ['$1.5 million', '$1.5m'],
    ['$18,000', '18000 dollars'],
  ])('are the same in %j and %j', (a, b) => {
    expect(words(a)).toEqual(words(b));
  });

  it.each([
    ['well, ill or its shell', 'we’ll, I’ll or it’s she’ll'],
    ['20 5-year-olds', '25-year-olds'],
    ['a 5m run', '5 million run'],
    ['one of us', '1 of us'],
    ['$40', '€40'],
    ['$40', '40'],
  ])('are others in %j and %j', (a, b) => {
    expect(words(a)).not.toEqual(words(b));
  });

  it('stand twice where a contraction stands for two', () => {
    const text = 'We won’t';
    const [, will, not] = quotedWords(text);
    expect([will?.word, not?.word]).toEqual(['will', 'not']);
    for (const word of [will!, not!]) expect(slice(text, word)).toBe('won’t');
    expect(countWritten(quotedWords(`${text} … go`))).toBe(3);
  });

  it.each(['a … b', 'a... b', 'a . . . b', 'a […] b', 'a (...) b'])('know the cut in %j', (text) => {
    expect(words(text)).toEqual(['a', '', 'b']);
  });

  test.prop([fc.string({ unit: 'grapheme', maxLength: 200 })])('stand in order where they say', (text) => {
    let [start, end] = [-1, 0];
    for (const word of quotedWords(text)) {
      if (word.start !== start) expect(word.start).toBeGreaterThanOrEqual(end);
      expect(word.end).toBeGreaterThan(word.start);
      ({ start, end } = word);
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });
});
