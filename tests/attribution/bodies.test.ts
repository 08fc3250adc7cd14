import { describe, expect, it } from 'vitest';
import { readStory } from './reading.js';

/** Who speaks last in a story. */
function last(...paragraphs: readonly string[]): string | undefined {
  return readStory(...paragraphs).statements.at(-1)?.party?.name;
}

describe('the name of a body', () => {
  it.each([
    'Committee for a Greener Harbour',
    'Centers for Tide Control and Prevention',
    'Alliance to Reclaim Our Bridges',
    'Office of River and Bridge Studies',
  ])('goes on behind the word for it: %s', (name) => {
    expect(last(`The ${name} said the bridge was safe.`)).toBe(name);
  });

  it('ends before another name', () => {
    const reading = readStory('The Harbour Committee told Quill and Vale it was safe.');
    expect(reading.statements.map((s) => s.party?.name)).toEqual(['Harbour Committee']);
  });
});
