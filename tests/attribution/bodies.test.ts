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

describe('a phrase stands for', () => {
  it.each([
    [
      'the body whose name has its words',
      'The Tide Foundation met. It rained.|The foundation said it was safe.',
      'Tide Foundation',
    ],
    [
      'the body that spoke before it in the paragraph',
      'The Tide Foundation said it shook. The bridge will fall soon, the group said.',
      'Tide Foundation',
    ],
    ['who made the text', 'The bridge shakes, according to a Tide Foundation study.', 'Tide Foundation'],
    ['whose text it is', 'The bridge shakes, according to Mara Quill’s account.', 'Mara Quill'],
    [
      'who put it out',
      'In a statement, Mara Quill said it shook.|“It will fall,” the statement said.',
      'Mara Quill',
    ],
    [
      'who wrote it, named behind',
      'A letter from the Tide Foundation said the bridge shakes.',
      'Tide Foundation',
    ],
    [
      'who wrote it, named before',
      'A report by the Tide Foundation said the bridge was old. It rained.|“It shakes,” the report said.',
      'Tide Foundation',
    ],
    [
      'the body that released it',
      'In a new report, the Tide Foundation warned of rust. It rained.|“It shakes,” the report said.',
      'Tide Foundation',
    ],
  ])('%s', (_, text, expected) => {
    expect(last(...text.split('|'))).toBe(expected);
  });

  it.each([
    [
      'nobody where it was seen',
      '“It shakes,” the harbour’s Tarlebook post said.',
      'the harbour’s Tarlebook post',
    ],
    [
      'nobody before its body is named',
      'The foundation said it was safe. The Tide Foundation met.',
      'The foundation',
    ],
    [
      'nobody of one paragraph in the next',
      'The Tide Foundation said it shook.|The bridge will fall soon, the group said.',
      'the group',
    ],
    [
      'no part of who made the text',
      'It shakes, according to a Tide Times/Port Watch poll.',
      'a Tide Times/Port Watch poll',
    ],
  ])('%s', (_, text, expected) => {
    expect(last(...text.split('|'))).toBe(expected);
  });
});
