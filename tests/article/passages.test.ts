import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { LONGEST_PASSAGE, passages } from '../../src/article/passages.js';
import { readArticle } from '../../src/article/read.js';

const article = (text: string, file = 'story.txt') => readArticle(file, new TextEncoder().encode(text));
const cut = (text: string) => passages(article(text));

describe('passages', () => {
  it('are the paragraphs, numbered, each under its heading', () => {
    const found = cut(
      'A headline\n\nFirst paragraph.\n\nThe Next Part\n\nSecond paragraph, a longer one.\nThird paragraph.\n',
    );
    expect(found.map((p) => [p.id, p.heading, p.text])).toEqual([
      ['story#1', null, 'First paragraph.'],
      ['story#2', 'The Next Part', 'Second paragraph, a longer one.'],
      ['story#3', 'The Next Part', 'Third paragraph.'],
    ]);
  });

  it('take a short line for a heading only where it looks like one', () => {
    const lines = [
      'He stayed.',
      '“No Comment Today”',
      'all in lower case here',
      'Dear Friends,',
      '• A Point To Make',
    ];
    for (const line of lines) {
      expect(cut(`Headline\n${line}\nA paragraph that follows it and is longer.`)).toHaveLength(2);
    }
  });

  it('join the lines of a paragraph where blank lines part the paragraphs', () => {
    const wrapped = [
      'Headline',
      '',
      'The council met on Monday evening to talk about the bridge and',
      'about the money that it would take to mend what the flood had',
      'broken in the spring, and nobody was pleased with the figure.',
      '',
      'A second paragraph says that the mayor would come back to the',
      'matter when the engineers had looked at the piers once more and',
      'had written down what they found.',
    ].join('\n');
    expect(cut(wrapped).map((p) => p.text.slice(0, 20))).toEqual([
      'The council met on M',
      'A second paragraph s',
    ]);
  });

  it('cut a long paragraph at the ends of sentences', () => {
    const sentence = 'The committee heard a witness and then another one. ';
    const found = cut(`Headline\n${sentence.repeat(60)}`);
    expect(found.length).toBeGreaterThan(2);
    expect(found.every((p) => p.text.endsWith('one.') && p.paragraph === 1)).toBe(true);
    expect(found.map((p) => p.id).slice(0, 3)).toEqual(['story#1', 'story#1.2', 'story#1.3']);
  });

  it('cut even a sentence, or a word, that has no end', () => {
    for (const text of ['word '.repeat(2000), 'x'.repeat(5000), '😀'.repeat(3000)]) {
      const found = cut(`Headline\n${text}`);
      expect(
        found
          .map((p) => p.text)
          .join(' ')
          .replace(/\s+/gu, ''),
      ).toBe(text.replace(/\s+/gu, ''));
      expect(found.every((p) => p.text.isWellFormed())).toBe(true);
    }
  });

  it('have keys that depend on the article and the words alone', () => {
    const [a] = cut('Headline\nThe same words.');
    const [b] = cut('Another headline\n\nMore before it.\n\nThe same words.').slice(1);
    expect(a?.key).toMatch(/^[\w-]{8}$/u);
    expect(b?.key).toBe(a?.key);
    expect(passages(article('Headline\nThe same words.', 'other.txt'))[0]?.key).not.toBe(a?.key);
  });

  it('have different keys where a paragraph is repeated', () => {
    const found = cut('Headline\nAgain.\nAgain.\nAgain.');
    expect(new Set(found.map((p) => p.key)).size).toBe(3);
  });

  const line = fc.string({ unit: 'grapheme', maxLength: 1500 });
  test.prop([fc.array(line, { minLength: 1, maxLength: 8 })])(
    'are slices of the article, in order, and short enough',
    (lines) => {
      const text = `Headline\nx\n${lines.join('\n')}`;
      let story;
      try {
        story = article(text);
      } catch {
        return; // NUL characters and the like are refused, which has its own tests.
      }
      let end = 0;
      for (const passage of passages(story)) {
        expect(story.text.slice(passage.start, passage.end)).toBe(passage.text);
        expect(passage.text.length).toBeLessThanOrEqual(LONGEST_PASSAGE);
        expect(passage.text.trim()).toBe(passage.text);
        expect(passage.start).toBeGreaterThanOrEqual(end);
        end = passage.end;
      }
    },
  );
});
