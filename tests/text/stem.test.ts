import { describe, expect, it } from 'vitest';
import { stem } from '../../src/text/stem.js';

describe('stem', () => {
  it('joins the forms of a word', () => {
    expect(stem('relations')).toBe(stem('relation'));
    expect(stem('argued')).toBe(stem('arguing'));
  });

  it('leaves words with digits as they are', () => {
    expect(stem('2013')).toBe('2013');
    expect(stem('1990s')).toBe('1990s');
  });
});
