import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { isSame, storyDifference } from '../../src/newsroom/difference.js';

const article = (paragraphs: readonly string[], title = 'Kiln') =>
  readArticle('kiln.txt', new TextEncoder().encode(`${title}\n\n${paragraphs.join('\n\n')}`));
const paragraph = fc.constantFrom('It rained.', 'It snowed.', 'The kiln burned all night.', 'Nobody came.');
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 8 });

describe('the difference of two versions', () => {
  it('names fields and paragraphs, what was altered side by side', () => {
    const before = article(['It rained.', 'It snowed.', 'Nobody came.']);
    const after = article(['It rained.', 'It snowed a lot.', 'Nobody came.', 'Then some did.'], 'The kiln');
    expect(storyDifference(before, after)).toEqual({
      fields: [{ name: 'title', before: 'Kiln', after: 'The kiln' }],
      paragraphs: [
        { before: 'It snowed.', after: 'It snowed a lot.' },
        { before: null, after: 'Then some did.' },
      ],
      same: 2,
    });
  });

  it('of what was not there is all of it', () => {
    const { paragraphs: all, same } = storyDifference(null, article(['It rained.', 'It snowed.']));
    expect(all).toHaveLength(2);
    expect(same).toBe(0);
  });

  test.prop([paragraphs, paragraphs])('accounts for every paragraph of both', (one, other) => {
    const found = storyDifference(article(one), article(other));
    const count = (side: 'before' | 'after') => found.paragraphs.filter((p) => p[side] !== null).length;
    expect(found.same + count('before')).toBe(one.length);
    expect(found.same + count('after')).toBe(other.length);
  });

  test.prop([paragraphs])('of a story with itself is none', (one) => {
    expect(isSame(storyDifference(article(one), article(one)))).toBe(true);
  });
});
