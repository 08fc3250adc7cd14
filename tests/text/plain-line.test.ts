import { expect, it } from 'vitest';
import { isVisible, plainLine } from '../../src/text/plain-line.js';

it('is on one line, without control characters and turns of direction', () => {
  expect(plainLine(' a\u0000\n\u202E\u2067b\t c\uFEFF ')).toBe('a b c');
});

it('keeps what joins letters and emoji, or keeps them apart', () => {
  for (const text of ['👩‍👩‍👧‍👦', 'می‌خواهم', 'naïve']) expect(plainLine(text)).toBe(text);
});

it.each(['', ' \n', '\u200B\u202E', '\u2800', '\u3164', '\uFE0F', '\u00AD'])('sees nothing in %j', (text) => {
  expect(isVisible(text)).toBe(false);
});

it.each(['a', '…', '###', '😀', 'ا'])('sees something in %j', (text) => {
  expect(isVisible(text)).toBe(true);
});
