import { describe, expect, it } from 'vitest';
import { textFragment } from '../../src/replies/text-fragment.js';

describe('textFragment', () => {
  it('names short words whole, with hyphens, commas and ampersands encoded', () => {
    expect(textFragment('https://example.org/a', 'Salt & pepper, well-mixed')).toBe(
      'https://example.org/a#:~:text=Salt%20%26%20pepper%2C%20well%2Dmixed',
    );
  });

  it('names long words by their beginning and end', () => {
    const url = textFragment(
      'https://example.org/a',
      'one two three four five six seven eight nine ten eleven',
    );
    expect(url).toBe(
      'https://example.org/a#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven',
    );
  });

  it('goes behind a fragment that is there already', () => {
    expect(textFragment('https://example.org/a#part', 'words')).toBe(
      'https://example.org/a#part:~:text=words',
    );
  });

  it('takes half a character for no reason to fail', () => {
    expect(textFragment('https://example.org/a', '\uD83D')).toContain(':~:text=');
  });
});
