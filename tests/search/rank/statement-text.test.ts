import { describe, expect, it } from 'vitest';
import { shownStatements } from '../../../src/search/rank/statement-text.js';
import { readStory } from '../../attribution/reading.js';

const shown = (...stories: string[]) =>
  shownStatements(stories.flatMap((s) => readStory(s).statements)).map((s) => s.text);

describe('what somebody said', () => {
  it('is listed once where two stories print it', () => {
    const quotation = '“The bridge is as safe as it ever was,”';
    expect(shown(`${quotation} Mara Quill said.`, `${quotation} said Mara Quill.`)).toEqual([quotation]);
  });

  it('is listed twice where it is what anybody says twice', () => {
    expect(shown('“No comment,” Mara Quill said.', '“No comment,” said Mara Quill.')).toHaveLength(2);
  });
});
