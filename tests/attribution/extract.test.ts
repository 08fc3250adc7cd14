import { describe, expect, it } from 'vitest';
import { readStory, said, who } from './reading.js';

describe('the marks of a quotation', () => {
  it.each([
    ['curly', '“The bridge is safe,” Mara Quill said.', '“The bridge is safe,”'],
    ['straight', '"The bridge is safe," Mara Quill said.', '"The bridge is safe,"'],
    ['single', '‘The bridge is safe,’ Mara Quill said.', '‘The bridge is safe,’'],
    ['doubled', "''The bridge is safe,'' Mara Quill said.", "''The bridge is safe,''"],
    ['guillemets', '«The bridge is safe,» Mara Quill said.', '«The bridge is safe,»'],
  ])('may be %s', (_, text, content) => {
    expect(said(text)).toEqual([`direct | Mara Quill | Mara Quill | said | ${content}`]);
  });

  it('may nest: the outer speaker has it all, the inner one what is theirs', () => {
    expect(said('“Vale said, ‘The bridge is safe,’ and left,” Mara Quill said.')).toEqual([
      'direct | Vale | Vale | said | ‘The bridge is safe,’',
      'direct | Mara Quill | Mara Quill | said | “Vale said, ‘The bridge is safe,’ and left,”',
    ]);
  });

  it.each([
    '“If Vale says, ‘It is safe,’ we cross,” Mara Quill said.',
    '“When Oren Vale says, ‘It is safe,’ we cross,” Mara Quill said.',
  ])('may nest what nobody has said yet: %s', (text) => {
    expect(readStory(text).statements.map((s) => s.party?.name)).toEqual(['Mara Quill']);
  });

  it('may nest what was said on an occasion', () => {
    expect(who('“When Vale said, ‘It is safe,’ we crossed,” Mara Quill said.')[0]).toBe(
      'Vale: ‘It is safe,’',
    );
  });

  it('spoil at most their own paragraph where one is missing', () => {
    expect(who('The “bridge was closed. It shook.', '“It is safe,” Mara Quill said.')).toEqual([
      'Mara Quill: “It is safe,”',
    ]);
  });
});

describe('a quotation over several paragraphs', () => {
  it('that is opened anew and closed once is one speaker’s', () => {
    expect(
      who('Mara Quill said: “The bridge is safe.', '“It always was.', '“It will be.”', 'It was closed.'),
    ).toEqual([
      'Mara Quill: “The bridge is safe.',
      'Mara Quill: “It always was.',
      'Mara Quill: “It will be.”',
    ]);
  });

  it('goes on where the paragraph before ended with its speaker', () => {
    expect(who('“The bridge is safe,” Mara Quill said on Monday.', '“It always was. It will be.”')).toEqual([
      'Mara Quill: “The bridge is safe,”',
      'Mara Quill: “It always was. It will be.”',
    ]);
    expect(who('Mara Quill said the bridge was safe.', '“It always was.”')).toEqual([
      'Mara Quill: the bridge was safe',
      'Mara Quill: “It always was.”',
    ]);
  });

  it('is the next speaker’s where one comes behind it', () => {
    expect(
      who('“The bridge is safe,” Mara Quill said.', '“It never was.” “It will fall,” said Oren Vale.').at(-1),
    ).toBe('Oren Vale: “It never was.” … “It will fall,”');
  });
});

describe('words in quotation marks', () => {
  it.each([
    'Oren Vale, who wrote “The Long Bridge,” lives in the town.',
    'The “Harbour Nights” star opened the new bridge.',
    'Sunday on “The Morning Hour,” the bridge was shown.',
  ])('that are a title are nobody’s: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('before a noun belong to it', () => {
    expect(said('After the storm, the “Harbour Nights” star said the bridge was safe.').at(-1)).toMatch(
      /\| the bridge was safe$/u,
    );
  });

  it('may be the name of the show where something was said', () => {
    expect(said('Sunday on “The Morning Hour,” Mara Quill said the bridge was safe.')).toEqual([
      'indirect | Mara Quill | Mara Quill | said | the bridge was safe',
    ]);
  });
});

describe('a claim', () => {
  it.each([
    ['warned', 'Mara Quill warned that the bridge shakes.', 'that the bridge shakes'],
    ['told', 'Mara Quill told them the bridge shakes.', 'the bridge shakes'],
    [
      'of unusual beginning',
      'Mara Quill said because it shakes, the bridge must close.',
      'because it shakes, the bridge must close',
    ],
    ['behind a comma', 'Mara Quill added, that the bridge shakes.', 'that the bridge shakes'],
    ['to come', 'Mara Quill is promising to “rip out” the bridge.', 'to “rip out” the bridge'],
    ['with an aside before it', 'Mara Quill, however, said the bridge shakes.', 'the bridge shakes'],
    [
      'with a description before it',
      'Mara Quill, a builder, said cars shake the bridge.',
      'cars shake the bridge',
    ],
    [
      'split by its source',
      'The bridge, Mara Quill said, shakes in the wind.',
      'The bridge … shakes in the wind',
    ],
    [
      'led by a word',
      'Still, Mara Quill said, the bridge shakes in the wind.',
      'the bridge shakes in the wind',
    ],
    ['led by an occasion', 'In a letter, Mara Quill said, the bridge was praised.', 'the bridge was praised'],
    [
      'led by a condition',
      'If it rains, Mara Quill said, the bridge shakes.',
      'If it rains … the bridge shakes',
    ],
    [
      'as a headline has it',
      'Bridge shakes in strong winds, Mara Quill says.',
      'Bridge shakes in strong winds',
    ],
    [
      'and a name that begins like a sentence',
      'The bridge was never safe, said Will Quill.',
      'The bridge was never safe',
    ],
    ['as somebody sees it', 'In Mara Quill’s view, the bridge is safe.', 'the bridge is safe'],
    ['as somebody puts it', 'The bridge is “a trap,” in Mara Quill’s words.', 'The bridge is “a trap,”'],
    [
      'in a noun',
      'The town heard Mara Quill’s claim that the bridge is “a trap” again.',
      'that the bridge is “a trap” again',
    ],
  ])('%s: %s', (_, text, content) => {
    expect(said(text).map((s) => s.split(' | ').at(-1))).toEqual([content]);
  });

  it('ends where the next one begins', () => {
    expect(who('Asked whether the bridge shakes, Mara Quill said, “Not at all.”')).toEqual([
      'Mara Quill: “Not at all.”',
    ]);
    expect(who('Mara Quill said the bridge shakes and Oren Vale, a driver, said it does not.')).toHaveLength(
      2,
    );
  });

  it('is broken by its cue and goes on', () => {
    expect(who('“The bridge,” Mara Quill shot back, “is safe.”')).toEqual([
      'Mara Quill: “The bridge,” … “is safe.”',
    ]);
  });
});

describe('words quoted in the story’s own sentence', () => {
  it.each([
    [
      'Mara Quill called the bridge “a trap” for the cars of the town.',
      'the bridge “a trap” for the cars of the town',
    ],
    ['Mara Quill praised the plan, at one point calling it “a gift.”', 'it “a gift.”'],
    ['The bridge was called “a trap” by Mara Quill.', 'The bridge … “a trap”'],
    ['Mara Quill described the bridge as “a trap” in a speech.', 'the bridge as “a trap”'],
    ['Mara Quill accused the town of “sleeping.”', 'the town of “sleeping.”'],
    [
      'The bridge, closed for years, “is a trap,” Mara Quill said.',
      'The bridge, closed for years, “is a trap,”',
    ],
  ])('are what somebody says: %s', (text, content) => {
    expect(said(text).at(-1)).toMatch(/^mixed \| Mara Quill/u);
    expect(said(text).at(-1)?.split(' | ').at(-1)).toBe(content);
  });
});

describe('a post', () => {
  const post = '— Mara Quill (@maraquill) May 2, 2024';

  it.each([
    ['is all of its paragraph', `It shakes. Keep off! ${post}`, 'It shakes. Keep off!'],
    ['is all of it without a date', 'It shakes. Keep off! — Mara Quill (@maraquill)', 'It shakes. Keep off!'],
    [
      'stands in quotation marks',
      `“It shakes. Keep off!” ${post} The mayor met the board.`,
      '“It shakes. Keep off!”',
    ],
    [
      'is quoted without a date',
      '“It shakes. Keep off!” — Mara Quill (@maraquill)',
      '“It shakes. Keep off!”',
    ],
    ['is quoted and all', `“It shakes. Keep off!” ${post}`, '“It shakes. Keep off!”'],
    ['stands in a tag', `<post>It shakes. Keep off! ${post}</post>.`, 'It shakes. Keep off!'],
  ])('%s', (_, text, content) => {
    expect(who(text)).toEqual([`Mara Quill: ${content}`]);
  });

  it.each([
    'Two of the critics — Mara Quill (@maraquill) and Oren Vale (@oren) — left on Monday.',
    `The mayor met the board. ${post} The bridge was closed.`,
  ])('is none where the story goes on: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('words quoted behind a verb that tells of no saying', () => {
  it.each([
    ['Mara Quill has gone after the plan as “a trap that no one sees.”'],
    ['Mara Quill made light of the plan, saying anybody who likes it “has not seen the bridge.”'],
  ])('are its subject’s: %s', (text) => {
    expect(readStory(text).statements.map((s) => [s.party?.name, s.rule])).toEqual([
      ['Mara Quill', 'quoted words'],
    ]);
  });

  it.each([
    ['was charged with “running a red light twice.”'],
    ['was accused of running “a house of cards for years.”'],
    ['was described in the report as “a menace to the town.”'],
    ['was fired under a law that bans “the use of false names.”'],
    ['got fired over “a lack of good manners.”'],
    ['faced chants of “Lock the old gate now.”'],
    ['received an email from the mayor with “a list of demands.”'],
    ['passed a list from the mayor with “a dozen of new demands.”'],
    ['ignored a warning from doctors that the drug was “a danger to children.”'],
    ['lost the vote after an ad that called her “a friend of thieves.”'],
    ['left the room after Oren Vale’s talk of “a house full of thieves.”'],
    ['tore up a poster with “a list of demands” on it.'],
    ['wore a shirt that read “I do not care.”'],
    ['won the prize for “the best bridge of all.”'],
  ])('may be another’s: Mara Quill %s', (text) => {
    expect(said(`Mara Quill ${text}`)).toEqual([]);
  });

  it('are the subject’s about what another says', () => {
    const [statement] = readStory(
      'Mara Quill called Vale’s remarks on Monday “a gift to nobody.”',
    ).statements;
    expect(statement?.rule).toBe('quoted words');
  });

  it('are not in the words of whoever disputes them', () => {
    const [statement] = readStory(
      'Mara Quill disputed Vale’s claim that the plan is “a gift to nobody.”',
    ).statements;
    expect(statement?.rule).toBe('spoke of');
  });
});

describe('a source', () => {
  it.each([
    ['Protesters who had come by bus, among them many drivers, said the bridge shakes.', 'Protesters'],
    ['According to the Harbour Post, engineers looked into the cracks.', 'Harbour Post'],
    ['The bridge shakes, according to a new Harbour Post poll.', 'Harbour Post'],
    ['Harbour Watch said the bridge shakes.', 'Harbour Watch'],
    ['Participants have since said the bridge shakes.', 'Participants'],
    ['Two thirds shrugged; most said the bridge shakes.', 'most'],
  ])('%s', (text, name) => {
    expect(readStory(text).statements.at(-1)?.party?.name).toBe(name);
  });

  it('may be described and not named', () => {
    expect(said('A person close to the talks said the bridge shakes.')).toEqual([
      'indirect | A person close to the talks | A person close to the talks | said | the bridge shakes',
    ]);
  });

  it('is a letter’s or a piece’s signature behind a dash', () => {
    expect(who('“The bridge must close.” — Oren Vale, Harbour Road')).toEqual([
      'Oren Vale: “The bridge must close.”',
    ]);
  });

  it('is who has the turn in a transcript', () => {
    expect(who('QUILL: The bridge is safe.', 'VALE: It never was.').map((w) => w.split(': ')[1])).toEqual([
      'The bridge is safe.',
      'It never was.',
    ]);
  });
});

describe('a statement tells by which rule it was found', () => {
  it.each([
    ['“It is safe,” Mara Quill said.', 'quotation, then source'],
    ['Mara Quill said, “It is safe.”', 'source, then quotation'],
    ['Mara Quill: “It is safe.”', 'colon'],
    ['“It is safe.” — Mara Quill', 'dash'],
    ['QUILL: It is safe.', 'turn'],
    ['It is safe, according to Mara Quill.', 'according to'],
    ['Mara Quill said that it is safe.', 'said that'],
    ['The bridge is safe, Mara Quill said.', 'claim, then source'],
    ['Mara Quill called it “a trap.”', 'quoted words'],
    ['Mara Quill condemned the new bridge.', 'spoke of'],
    ['Mara Quill vowed to close it.', 'vowed to'],
    ['Mara Quill believes that it is safe.', 'thinks that'],
    ['The town heard her promise to close it.', 'noun of saying'],
  ])('%s', (text, rule) => {
    expect(readStory(text).statements.map((s) => s.rule)).toEqual([rule]);
  });

  it('also where it has no words of saying of its own', () => {
    const rules = (...story: readonly string[]) => readStory(...story).statements.map((s) => s.rule);
    expect(rules('Mara Quill said this about the bridge:', '“It is safe.”')).toEqual(['announced']);
    expect(rules('Mara Quill said it was safe. “It always was.”')).toEqual(['said that', 'goes on']);
  });
});

describe('what is told', () => {
  it.each([
    [
      'Mara Quill said the bridge is “a trap,” a swipe at the builders.',
      'mixed | Mara Quill | Mara Quill | said | the bridge is “a trap,”',
    ],
    [
      'Mara Quill said the bridge is “a trap” — the third this year.',
      'mixed | Mara Quill | Mara Quill | said | the bridge is “a trap”',
    ],
    [
      'Mara Quill said the bridge is “a trap” for everyone, which pleased the crowd.',
      'mixed | Mara Quill | Mara Quill | said | the bridge is “a trap” for everyone',
    ],
    [
      'Mara Quill said that “the old bridge” - the one in town - “is a trap” today.',
      'mixed | Mara Quill | Mara Quill | said | that “the old bridge” - the one in town - “is a trap” today',
    ],
    [
      'When Mara Quill said that the bridge is “a trap” for all, the crowd left the room.',
      'mixed | Mara Quill | Mara Quill | said | that the bridge is “a trap” for all',
    ],
    [
      'Mara Quill said on “The Morning Show” that the bridge shakes.',
      'indirect | Mara Quill | Mara Quill | said | that the bridge shakes',
    ],
    [
      'Mara Quill called the plan that the council likes “a trap.”',
      'mixed | Mara Quill | Mara Quill | called | the plan that the council likes “a trap.”',
    ],
  ])('ends where the story speaks itself: %s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it('ends where another’s claim begins', () => {
    expect(said('Mara Quill said the bridge is “a trap,” and Oren Hale vowed to close it.')).toEqual([
      'mixed | Mara Quill | Mara Quill | said | the bridge is “a trap,”',
      'indirect | Oren Hale | Oren Hale | vowed | to close it',
    ]);
  });

  it.each([
    ['As Mara Quill put it, the bridge is “a trap.”', 'put it | the bridge is “a trap.”'],
    ['The bridge, as Mara Quill puts it, is “a trap.”', 'puts it | The bridge … is “a trap.”'],
    ['The bridge is “a trap” for all, as Mara Quill noted in May.', 'noted | The bridge is “a trap” for all'],
  ])('may be put so by somebody: %s', (text, expected) => {
    expect(said(text)).toEqual([`mixed | Mara Quill | Mara Quill | ${expected}`]);
  });

  it('may be put so by somebody of whom more is told between commas', () => {
    expect(said('As Mara Quill, the loudest voice on the quay, put it: “It shakes.”')).toEqual([
      'direct | Mara Quill | Mara Quill, the loudest voice on the quay, | put it | “It shakes.”',
    ]);
  });

  it.each([
    ['Officials reported no leaks in spring, though it rained.', 'Officials | reported | no leaks in spring'],
    [
      'The ministry reported 17 leaks in Lund, most of them small.',
      'The ministry | reported | 17 leaks in Lund, most of them small',
    ],
    ['The bank reported a loss of $3 million.', 'The bank | reported | a loss of $3 million'],
    [
      'The boats went to what critics believe are rich pilots in Lund.',
      'critics | believe | are rich pilots in Lund',
    ],
    [
      'What worries critics on the quay is that the bridge shakes.',
      'critics on the quay | worries | that the bridge shakes',
    ],
  ])('may be a figure, or what moves somebody: %s', (text, expected) => {
    expect(said(text).map((line) => line.split(' | ').slice(2).join(' | '))).toEqual([expected]);
  });

  it('is no day’s', () => {
    expect(said('Mara Quill, who lives nearby, on Friday called the bridge “a trap.”')).toEqual([
      'mixed | Mara Quill | Mara Quill, who lives nearby, | called | the bridge “a trap.”',
    ]);
  });
});

describe('a source without a name', () => {
  it.each([
    ['A study released last year found that the bridge shakes.', 'A study released last year'],
    [
      'The bridge shakes, according to a memo released Friday by the port.',
      'a memo released Friday by the port',
    ],
    ['Nearly eight of 10 voters said the bridge shakes.', 'eight of 10 voters'],
    ['Half a dozen of the merchants said the bridge shakes.', 'Half a dozen of the merchants'],
  ])('is told with what hangs on it: %s', (text, name) => {
    expect(readStory(text).statements.map((s) => s.party?.name)).toEqual([name]);
  });
});
