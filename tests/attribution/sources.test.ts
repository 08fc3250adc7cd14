import { describe, expect, it } from 'vitest';
import { who } from './reading.js';

describe('who speaks', () => {
  it.each([
    [
      'is a name with its office, not a place before it',
      'After a walk in Ohio, Gov. Tom Vale (R-OH), said, “It shakes.”',
    ],
    ['is whoever is of a town', 'Tom Vale, 32, of Lund, Mich., said: “It shakes.”'],
    ['is whoever is of a town and does something', 'Tom Vale, 32, of Lund, who bakes, said: “It shakes.”'],
    [
      'is who posts something of a site',
      'Tom Vale posted a Twitter comment of his own, saying, “It shakes.”',
    ],
    ['may stand before a colon with party and state', 'Rep. Tom Vale (R-S.C.): “It shakes.”'],
  ])('%s', (_, text) => {
    expect(who(text).at(-1)).toBe('Tom Vale: “It shakes.”');
  });

  it('is behind a quotation whoever put it so', () => {
    expect(who('The bridge fell. “It shakes,” as Tom Vale put it.')).toEqual(['Tom Vale: “It shakes,”']);
  });

  it('is no heading in capitals', () => {
    expect(who('THE WEEK AHEAD: “It shakes,” Tom Vale said.')).toEqual(['Tom Vale: “It shakes,”']);
  });
});
