import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/text/sentences.js';
import { slice } from '../../src/text/span.js';

const cut = (text: string) => sentences(text).map((s) => slice(text, s));

describe('sentences', () => {
  it('end at full stops, question marks and exclamation marks', () => {
    expect(cut('It rained. Did it? Yes! It did.')).toEqual(['It rained.', 'Did it?', 'Yes!', 'It did.']);
  });

  it('go on after titles, initials, states and months', () => {
    for (const whole of [
      'Mr. Brown met Sen. Green (R-Ala.) in Mobile, Ala. on Sept. 4 with J. K. Doe.',
      'The U.S. Senate and Gov. White agreed.',
      'Dr. Black Jr. works at Acme Inc. in the U.K. with St. John.',
    ]) {
      expect(cut(whole)).toEqual([whole]);
    }
  });

  it('end after an abbreviation where a new sentence plainly begins', () => {
    expect(cut('She lives in the U.S. The others left.')).toEqual([
      'She lives in the U.S.',
      'The others left.',
    ]);
  });

  it('keep a closing quotation mark', () => {
    expect(cut('“We lost. They won.” That was all.')).toEqual(['“We lost.', 'They won.”', 'That was all.']);
  });

  it('go on where a quotation ends and its attribution follows', () => {
    expect(cut('“Is it over?” she asked. Nobody knew.')).toEqual([
      '“Is it over?” she asked.',
      'Nobody knew.',
    ]);
  });

  it('go on over the end of a line, which may stand anywhere in a paragraph', () => {
    expect(cut('The octopus paints\na picture by Mr.\nBrown.\nIt is blue.')).toEqual([
      'The octopus paints\na picture by Mr.\nBrown.',
      'It is blue.',
    ]);
  });

  test.prop([fc.string({ unit: 'grapheme', maxLength: 300 })])(
    'are trimmed, in order, apart, and leave out nothing but white space',
    (text) => {
      let end = 0;
      for (const span of sentences(text)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(slice(text, span)).toBe(slice(text, span).trim());
        expect(text.slice(end, span.start).trim()).toBe('');
        end = span.end;
      }
      expect(text.slice(end).trim()).toBe('');
    },
  );
});

describe('a long text', () => {
  it('is cut as a short one is, in time that grows with its length', () => {
    const text = 'The dam held. Nobody was hurt, said Mr. Bell. '.repeat(4000).trim();
    const started = performance.now();
    const found = sentences(text);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(found).toHaveLength(8000);
    expect(slice(text, found[7777] ?? { start: 0, end: 0 })).toBe('Nobody was hurt, said Mr. Bell.');
  });
});
