import { describe, expect, it } from 'vitest';
import { who } from './reading.js';

describe('a quotation that goes on behind its speaker’s sentence', () => {
  it('stays with who is quoted, whatever else the sentence tells of', () => {
    expect(
      who(
        'Ben Vale was on the quay.',
        '“The fog is fine,” Mara Quill assured Vale, after Vale assured Quill that the bells would ring. “You will see.”',
      ).at(-1),
    ).toBe('Mara Quill: “You will see.”');
  });
});
