import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { passages } from '../../src/article/passages.js';
import { readArticle } from '../../src/article/read.js';
import { quotations } from '../../src/attribution/quotations.js';

function quoted(...paragraphs: readonly string[]): string[] {
  const article = readArticle('q.txt', new TextEncoder().encode(`A headline\n\n${paragraphs.join('\n')}`));
  const cut = passages(article);
  const found = quotations(article.text, cut);
  return cut.flatMap((p) => (found.get(p) ?? []).map((q) => article.text.slice(q.start, q.end)));
}

describe('quotations', () => {
  it.each([
    ['curly', 'He said “yes” and “no, never”.', ['“yes”', '“no, never”']],
    ['straight', 'He said "yes" and "no, never".', ['"yes"', '"no, never"']],
    ['doubled', "He said ''yes'' and ''no, never''.", ["''yes''", "''no, never''"]],
    ['guillemets', 'He said «yes» and «no, never».', ['«yes»', '«no, never»']],
    ['low', 'He said „yes“ and „no, never“.', ['„yes“', '„no, never“']],
    ['mixed up', 'He said “yes" and "no, never”.', ['“yes"', '"no, never”']],
    ['reversed', '”Yes, we did,” he said.', ['”Yes, we did,”']],
  ])('know %s marks', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('keep single marks inside double ones, and apostrophes outside', () => {
    expect(quoted("“It's the boys' ‘big day’,” Ann's aunt said.")).toEqual(["“It's the boys' ‘big day’,”"]);
  });

  it('keep quotations inside of others in the same marks', () => {
    expect(quoted('“She calls it “a hole” and “a pit” there.” That was all. “Yes,” he said.')).toEqual([
      '“She calls it “a hole” and “a pit” there.”',
      '“Yes,”',
    ]);
  });

  it('take single marks where a story has no others', () => {
    expect(quoted('‘We can’t stop the farmers’ march,’ Ms Orlo said. The farmers’ march went on.')).toEqual([
      '‘We can’t stop the farmers’ march,’',
    ]);
  });

  it('go on over paragraphs that are not closed', () => {
    expect(quoted('Orlo said: “One.', '“Two.', '“Three,” she said.')).toEqual(['“One.', '“Two.', '“Three,”']);
  });

  it('go on over paragraphs that hold others in the same marks', () => {
    expect(
      quoted(
        'Orlo said: “The pier isn’t a “bridge to nowhere” any more. It’s a “trap” now.',
        '“Mend it,” she said.',
      ),
    ).toEqual(['“The pier isn’t a “bridge to nowhere” any more. It’s a “trap” now.', '“Mend it,”']);
    expect(
      quoted('"It is no “bridge” at all. It is a pit.', '"It is a “trap” too. Mend it.', '"Now."'),
    ).toEqual(['"It is no “bridge” at all. It is a pit.', '"It is a “trap” too. Mend it.', '"Now."']);
  });

  it('end before another where a closing mark was forgotten', () => {
    expect(quoted('“It is big, she said. “We like it.”', '“Come,” he said.')).toEqual([
      '“It is big, she said.',
      '“We like it.”',
      '“Come,”',
    ]);
  });

  it('let a stray mark reach no further than its sentence', () => {
    expect(quoted('The “plan was dropped. Nobody minded. All went home.', 'Later it rained.')).toEqual([
      '“plan was dropped.',
    ]);
  });

  it('ignore a closing mark alone', () => {
    expect(quoted('The plan” was dropped. She said “no” to it.')).toEqual(['“no”']);
  });

  test.prop([fc.string({ unit: fc.constantFrom('a', ' ', '.', '“', '”', '"', "'", '’', '\n', 'B', ',') })])(
    'lie in their passages, in order and apart',
    (text) => {
      const article = readArticle('q.txt', new TextEncoder().encode(`A headline\n\nx ${text}`));
      const cut = passages(article);
      const found = quotations(article.text, cut);
      for (const passage of cut) {
        let last = passage.start;
        for (const { start, end } of found.get(passage) ?? []) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(passage.end);
          last = end;
        }
      }
    },
  );
});
