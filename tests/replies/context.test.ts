import { describe, expect, it } from 'vitest';
import { contextReply } from '../../src/replies/context.js';
import { corpusOf } from '../stories.js';
import { lengthOf, textsOf } from './discord-text.js';

const SHORT = corpusOf(
  'Headline\n\nOne is here.\n\nTwo is here.\n\nA New Part\n\nThree is here, too.\n\nFour is here.\n\nFive is here.\n\nSix is here.',
);

describe('a passage in context', () => {
  it('stands as a quotation among its neighbours and their headings', () => {
    expect(textsOf(contextReply(SHORT, SHORT.passages[2]!))).toEqual([
      'One is here.',
      'Two is here.',
      '**A New Part**',
      '> Three is here, too.',
      'Four is here.',
      'Five is here.',
      '-# Headline · paragraph 3',
    ]);
  });

  it('has no neighbours beyond the story’s ends', () => {
    expect(textsOf(contextReply(SHORT, SHORT.passages[0]!))[0]).toBe('> One is here.');
    expect(textsOf(contextReply(SHORT, SHORT.passages[5]!)).slice(-2)).toEqual([
      '> Six is here.',
      '-# Headline · paragraph 6',
    ]);
  });

  it('fits into a message however long the paragraphs', () => {
    const long = corpusOf(`Headline\n${`${'*'.repeat(1190)} end.\n`.repeat(6)}`);
    for (const passage of long.passages)
      expect(lengthOf(contextReply(long, passage))).toBeLessThanOrEqual(4000);
  });
});

describe('headings and titles', () => {
  it('count against the limit too', () => {
    const heading = `Part A${'*'.repeat(60)}`;
    const text = `Headline ${'~'.repeat(280)}\n${Array.from({ length: 6 }, (_, at) => `${heading} ${at}\n${'*'.repeat(1150)} end ${at}.`).join('\n')}`;
    const story = corpusOf(text);
    expect(story.passages.some((p) => p.heading !== null)).toBe(true);
    for (const passage of story.passages)
      expect(lengthOf(contextReply(story, passage))).toBeLessThanOrEqual(4000);
  });
});
