import { describe, expect, it } from 'vitest';
import { CONFIDENCE } from '../../src/attribution/confidence-table.js';
import { readStory } from './reading.js';

/** How sure the reading is of the first statement of a story. */
function confidence(...paragraphs: readonly string[]): number | undefined {
  return readStory(...paragraphs).statements[0]?.confidence;
}

describe('confidence', () => {
  it('is higher for a quotation beside a name than for reported speech of somebody undescribed', () => {
    const quoted = confidence('“The dam will hold,” engineer Ada Stone said.');
    const reported = confidence('The engineers believe that the dam will hold.');
    expect(quoted).toBeGreaterThan(0.9);
    expect(reported).toBeGreaterThan(0.2);
    expect(reported).toBeLessThan(quoted!);
  });

  it('is lower for a pronoun than for the name it stands for', () => {
    const [named, meant] = readStory(
      'Engineer Ada Stone inspected the dam. “The dam will hold,” Ada Stone said.',
      '“The gates are new,” she said.',
    ).statements;
    expect(meant?.party).toBe(named?.party);
    expect(meant?.confidence).toBeLessThan(named!.confidence);
  });

  it('is nothing where nobody is known', () => {
    const [statement] = readStory('“The dam will hold,” he said.').statements;
    expect(statement?.party).toBeNull();
    expect(statement?.confidence).toBe(0);
  });

  it('is a share in every row of its table', () => {
    const shares = Object.values(CONFIDENCE).flat();
    expect(shares.length).toBeGreaterThan(100);
    for (const share of shares) expect(share > 0 && share < 1).toBe(true);
  });
});
