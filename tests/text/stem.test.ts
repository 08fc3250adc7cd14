import { describe, expect, it } from 'vitest';
import { knownStems, rememberStems, stem } from '../../src/text/stem.js';

describe('stem', () => {
  it('joins the forms of a word', () => {
    expect(stem('relations')).toBe(stem('relation'));
    expect(stem('argued')).toBe(stem('arguing'));
  });

  it('leaves words with digits as they are', () => {
    expect(stem('2013')).toBe('2013');
    expect(stem('1990s')).toBe('1990s');
  });

  it('takes over what an earlier start knew when a word is missed', () => {
    stem('sailing');
    expect(knownStems().join(' ')).toContain('sailing sail');
    let asked = 0;
    rememberStems(() => {
      asked++;
      return ['rowings', 'known before'];
    });
    expect([stem('sailing'), asked]).toEqual(['sail', 0]);
    expect([stem('rowings'), asked]).toEqual(['known before', 1]);
    expect([stem('ferries'), asked]).toEqual(['ferri', 1]);
  });
});
