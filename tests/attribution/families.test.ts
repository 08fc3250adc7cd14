import { describe, expect, it } from 'vitest';
import { party, readStory, who } from './reading.js';

/** Who speaks in a story, in order. */
function speakers(...paragraphs: readonly string[]): string[] {
  return readStory(...paragraphs).statements.map((s) => s.party?.name ?? '-');
}

/** The people of a story. */
function people(...paragraphs: readonly string[]): string[] {
  return readStory(...paragraphs)
    .parties.filter((p) => p.kind === 'person')
    .map((p) => p.name);
}

describe('first names that share a surname', () => {
  it('are two people', () => {
    expect(people('Nora and Peter Quill left the town.')).toEqual(['Nora Quill', 'Peter Quill']);
    expect(people('Nora, Peter and Sarah Quill left the town.')).toEqual([
      'Nora Quill',
      'Peter Quill',
      'Sarah Quill',
    ]);
  });

  it('are two people where nobody else is called so, if the article speaks of the family', () => {
    expect(people('The parents, Tovo and Ilmara Quill, left.', 'The Quills were tired.')).toEqual([
      'Tovo Quill',
      'Ilmara Quill',
    ]);
  });

  it('are none where the first is somebody’s surname', () => {
    expect(people('Tovo and Ilmara Quill left.', 'Ben Tovo was tired. The Quills were not.')).not.toContain(
      'Tovo Quill',
    );
    expect(people('Paul and Ilmara Quill left.', '“No,” said Sen. Paul.')).not.toContain('Paul Quill');
    expect(people('Vale and Ilmara Quill left.', '“No,” said Vale.')).not.toContain('Vale Quill');
  });

  it('tell whom “Mr.”, “Ms.”, “he” and “she” mean', () => {
    const names = speakers(
      'Nora and Peter Quill left the town.',
      '“It burns,” Mr. Quill said. “Run,” Ms. Quill said.',
      'Mr. Quill said he had seen the fire. “It was tall,” he said.',
    );
    expect(names).toEqual(['Peter Quill', 'Nora Quill', 'Peter Quill', 'Peter Quill']);
  });

  it('tell it by the order of “Mr.” and “Ms.” where the names don’t', () => {
    const names = speakers(
      'The parents, Tovo and Ilmar Quill, left with their son, Benno Quill.',
      '“It burns,” Ms. Quill said.',
      '“Run,” said Mr. Quill. The Quills were tired.',
    );
    expect(names).toEqual(['Tovo Quill', 'Ilmar Quill']);
  });

  it('tell it by “Mr. and Mrs.” too', () => {
    const names = speakers(
      'The parents, Tovo and Ilmar Quill, left.',
      'A letter to Mr. and Mrs. Quill was lost. “It burns,” Ms. Quill said.',
      '“Run,” said Mr. Quill. The Quills were tired.',
    );
    expect(names).toEqual(['Ilmar Quill', 'Tovo Quill']);
  });

  it('are no couple where each has a name and a title', () => {
    expect(speakers('Both Mr. Prince and Mr. Vale said the town burned.')).toEqual(['Vale']);
  });

  it('stand for both where both are named', () => {
    const reading = readStory('Nora and Peter Quill left.', 'Mr. and Mrs. Quill said the town burned.');
    expect(reading.statements.map((s) => [s.party?.name, s.party?.kind])).toEqual([
      ['Mr. and Mrs. Quill', 'group'],
    ]);
    expect(party(reading, 'Nora Quill')).toBeDefined();
  });
});

describe('an office before a surname', () => {
  it('is its holder’s, and no relative’s', () => {
    expect(
      who(
        'Tom Quill, who wants to be governor, came with his brother, President Oren Quill.',
        'Quill waved.',
        '“I am glad,” President Quill said.',
      ).at(-1),
    ).toBe('Oren Quill: “I am glad,”');
  });

  it('is that of the former holder, whatever its spelling', () => {
    expect(
      who(
        'Tom Quill, a banker, and his brother, Oren Quill, a former senator, waved.',
        'Quill ate.',
        '“I am glad,” Sen. Quill said.',
      ).at(-1),
    ).toBe('Oren Quill: “I am glad,”');
  });

  it('is nobody’s who is said to be something else, if another is said to be nothing', () => {
    expect(
      who('Gov. Tom Quill met Oren Quill on Monday. Quill waved.', '“I am glad,” said President Quill.').at(
        -1,
      ),
    ).toBe('Oren Quill: “I am glad,”');
  });
});
