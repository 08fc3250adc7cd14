import { describe, expect, it } from 'vitest';
import { printable, styleOf, wrap } from '../../src/terminal/style.js';

const plain = (text: string) => text;

describe('style', () => {
  it('is plain but on a terminal, and there too where NO_COLOR is set', () => {
    expect(styleOf({}, {}).bold('x')).toBe('x');
    expect(styleOf({ isTTY: true }, { NO_COLOR: '1' }).bold('x')).toBe('x');
    expect(styleOf({ isTTY: true, columns: 500 }, {}).width).toBe(100);
  });

  it('has marks for changes where it has no colours', () => {
    expect(styleOf({}, {}).there(' not')).toBe(' [+not+]');
    expect(styleOf({}, {}).notThere('never')).toBe('[-never-]');
    expect(styleOf({ isTTY: true }, {}).there('not')).toBe('\u001B[1m\u001B[32mnot\u001B[39m\u001B[22m');
  });

  it('wraps without losing or joining a word, whatever the runs', () => {
    const wrapped = wrap(
      [
        { text: 'one two ', paint: plain },
        { text: 'three', paint: (t) => `<${t}>` },
        { text: ' four five', paint: plain },
      ],
      9,
      '| ',
    );
    expect(wrapped).toBe('| one two\n| <three>\n| four five');
    expect(
      wrap(
        [
          { text: 'a'.repeat(20), paint: plain },
          { text: ' b', paint: plain },
        ],
        9,
        '',
      ),
    ).toBe(`${'a'.repeat(20)}\nb`);
    expect(
      wrap(
        [
          { text: 'un', paint: plain },
          { text: 'broken', paint: plain },
        ],
        4,
        '',
      ),
    ).toBe('unbroken');
  });

  it('shows control characters instead of obeying them', () => {
    expect(printable('a\u001B[31mb\u0007\r\nc\td')).toBe('a\uFFFD[31mb\uFFFD\nc\td');
    expect(printable('a\u202Edias\u2066b')).toBe('a\uFFFDdias\uFFFDb');
  });
});
