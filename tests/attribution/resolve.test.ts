import { describe, expect, it } from 'vitest';
import { readStory } from './reading.js';

/** Who is said to speak, and how that was found, for each statement of a story. */
function found(...paragraphs: readonly string[]): string[] {
  return readStory(...paragraphs).statements.map((s) => `${s.party?.name ?? '-'}: ${s.by}`);
}

describe('how a speaker was found', () => {
  it.each([
    ['Mara Quill said the bridge was safe.', 'Mara Quill: full name'],
    ['The bridge was closed by Mara Quill. Quill said it was unsafe.', 'Mara Quill: short name'],
    ['Mara Quill closed the bridge. She said it was unsafe.', 'Mara Quill: pronoun'],
    ['The harbour ministry said the bridge was safe.', 'The harbour ministry: phrase'],
    ['“It is safe.” A lorry crossed the bridge. “It will fall,” he said.', '-: nobody'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('is that a quotation goes on', () => {
    expect(found('“The bridge is safe,” Mara Quill said. “It always was.', '“It will not fall.”')).toEqual([
      'Mara Quill: full name',
      'Mara Quill: carried',
    ]);
  });
});
