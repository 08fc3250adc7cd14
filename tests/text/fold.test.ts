import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.js';

describe('fold', () => {
  it('takes away case, accents, and the shapes of quotation marks, dashes and spaces', () => {
    expect(fold(' “Señor  Peña’s” —\u00A0OK ')).toBe('"senor pena\'s" - ok');
  });
});
