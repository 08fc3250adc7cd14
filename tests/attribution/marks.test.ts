import { describe, expect, it } from 'vitest';
import { who } from './reading.js';

describe('a quotation is found', () => {
  it.each([
    [
      'behind another one',
      'Cranes are “a danger” and “a blight on us,” Mara Quill said.',
      'Mara Quill: Cranes are “a danger” and “a blight on us,”',
    ],
    ['where a closing mark opens it', '” … they shake,” Mara Quill said.', 'Mara Quill: ” … they shake,”'],
    [
      'behind what somebody could only say',
      'A spokesman for the port could only quip: “We were out.”',
      'A spokesman for the port: “We were out.”',
    ],
  ])('%s', (_, text, expected) => {
    expect(who(text)).toEqual([expected]);
  });

  it('but not where a word only might be said', () => {
    expect(who('Mara Quill could say that it was safe.')).toEqual([]);
  });
});
