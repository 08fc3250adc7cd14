import { describe, expect, it } from 'vitest';
import { who } from './reading.js';

describe('who speaks', () => {
  it.each([
    [
      'is a name with its office, not a place before it',
      'Monday, after winning Ohio in the vote, Gov. Tom Vale (R-OH), said, “It shakes.”',
    ],
    ['is whoever is of a town', 'Tom Vale, 32, of Lund, Mich., said: “It shakes.”'],
    ['is whoever is of a town and does something', 'Tom Vale, 32, of Lund, who bakes, said: “It shakes.”'],
    [
      'is who posts something of a site',
      'Tom Vale immediately posted a Twitter comment of his own, saying, “It shakes.”',
    ],
    ['may stand before a colon with party and state', 'Rep. Tom Vale (R-S.C.): “It shakes.”'],
    ['may stand there without brackets', 'Rep. Tom Vale, R-Ohio: “It shakes.”'],
    [
      'stands before a colon where no subject can speak',
      'His fall did not surprise engineer Tom Vale: “It shakes.”',
    ],
    ['may have two titles', 'Speaker of the House Rep. Tom Vale said: “It shakes.”'],
    ['is who issues a statement', 'Tom Vale, who sang, issued a statement Monday saying, “It shakes.”'],
    ['is who writes a letter', 'Mayor Tom Vale wrote a letter to Mara Quill saying, “It shakes.”'],
    ['has been saying so', 'Tom Vale’s been telling all week that Jim Pell is late. He said: “It shakes.”'],
    ['is a member, not the body, who says', 'Tom Vale, a member of the Tern Society, who said, “It shakes.”'],
  ])('%s', (_, text) => {
    expect(who(text).at(-1)).toBe('Tom Vale: “It shakes.”');
  });

  it('is behind a quotation whoever put it so', () => {
    expect(who('The bridge fell. “It shakes,” as Tom Vale put it.')).toEqual(['Tom Vale: “It shakes,”']);
  });

  it('is found behind a quotation that ends with another', () => {
    expect(who('“I asked, ‘What can we do?’” Tom Vale told reporters.')).toEqual([
      'Tom Vale: “I asked, ‘What can we do?’”',
    ]);
  });

  it('is no name whose last word is a verb too', () => {
    expect(who('Tom Vale said that the United States should be led by those “who care.”')).toEqual([
      'Tom Vale: that the United States should be led by those “who care.”',
    ]);
  });

  it('is no heading in capitals', () => {
    expect(who('THE WEEK AHEAD: “It shakes,” Tom Vale said.')).toEqual(['Tom Vale: “It shakes,”']);
  });
});
