import { stripVTControlCharacters } from 'node:util';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/attribution/statement.js';
import { marked } from '../../src/terminal/marks.js';
import { printable, styleOf, type Style } from '../../src/terminal/style.js';
import { readStory } from '../attribution/reading.js';

const PLAIN = styleOf({}, {});
/** As on a terminal, whatever the tests run on. */
const COLOUR: Style = {
  ...styleOf({ isTTY: true }, {}),
  source: (text) => `\u001B[36m${text}\u001B[39m`,
  cue: (text) => `\u001B[33m${text}\u001B[39m`,
  content: (text) => `\u001B[32m${text}\u001B[39m`,
};

/** The passages of a story, marked. */
function marksOf(style: Style, ...paragraphs: readonly string[]): string[] {
  const { passages, statements } = readStory(...paragraphs);
  return passages.map((p) =>
    marked(
      p,
      statements.filter((s) => s.passage === p),
      style,
    ),
  );
}

/** Text without the marks of a style. */
function stripped(text: string, style: Style): string {
  return style.hasColour
    ? stripVTControlCharacters(text).replace(/[⁰¹²³⁴-⁹]+/gu, '')
    : text.replace(/[[{<\]}>][⁰¹²³⁴-⁹]+/gu, '');
}

describe('marks', () => {
  it('tell source, cue and content apart, with the number of their statement', () => {
    expect(marksOf(PLAIN, '“The dam will hold,” said engineer Ada Stone, “for a hundred years.”')).toEqual([
      '[¹“The dam will hold,”]¹ <¹said>¹ {¹engineer Ada Stone}¹, [¹“for a hundred years.”]¹',
    ]);
  });

  it('lie within each other where a source speaks twice', () => {
    expect(marksOf(PLAIN, 'Ada Stone said that the dam will hold, adding that the gates are new.')).toEqual([
      '{¹{²Ada Stone}²}¹ <¹said>¹ [¹that the dam will hold]¹, <²adding>² [²that the gates are new]².',
    ]);
  });

  it('are colours on a terminal', () => {
    const [text = ''] = marksOf(COLOUR, '“The dam will hold,” Ada Stone said.');
    expect(text).toBe(
      '¹\u001B[32m“The dam will hold,”\u001B[39m ¹\u001B[36mAda Stone\u001B[39m ¹\u001B[33msaid\u001B[39m.',
    );
  });

  const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const text = fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      ' ',
      '\n',
      '\u001B',
      '[',
      ']',
      '{',
      '}',
      '<',
      '>',
      '“',
      '”',
      'é',
      '\u200F',
    ),
    minLength: 1,
    maxLength: 60,
  });
  const spans = fc.array(fc.record({ source: span, cue: span, content: fc.array(span) }), { maxLength: 5 });
  test.prop([text, spans])('leave the text as it is, however they overlap', (words, drawn) => {
    const [passage] = readStory(`x${words.replaceAll('\n', ' ')}x`).passages;
    const place = ([from, to]: readonly [number, number]) => ({
      start: Math.min(passage!.start + from, passage!.end),
      end: Math.min(passage!.start + to, passage!.end),
    });
    const statements = drawn.map(
      (s): Statement => ({
        passage: passage!,
        kind: 'direct',
        source: place(s.source),
        cue: place(s.cue),
        content: s.content.map(place),
        party: null,
        rule: 'colon',
        by: 'nobody',
        confidence: 0,
      }),
    );
    for (const style of [PLAIN, COLOUR])
      expect(stripped(marked(passage!, statements, style), style)).toBe(printable(passage!.text));
  });

  const said = fc.constantFrom(
    '“Yes,” ',
    'Ada Stone ',
    'said ',
    'that ',
    'it holds, ',
    'he ',
    'adding ',
    ': ',
    '. ',
    '“',
    '”',
  );
  test.prop([fc.array(said, { minLength: 1, maxLength: 40 })])('leave a story as it is', (pieces) => {
    const words = pieces.join('');
    fc.pre(/\w/u.test(words));
    const { passages } = readStory(words);
    for (const style of [PLAIN, COLOUR])
      expect(marksOf(style, words).map((t) => stripped(t, style))).toEqual(passages.map((p) => p.text));
  });

  it('are no more than the brackets need in a passage without statements', () => {
    expect(marksOf(PLAIN, 'The river rose in May.')).toEqual(['The river rose in May.']);
  });
});
