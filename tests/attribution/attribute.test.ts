import { describe, expect, it } from 'vitest';
import { readStory, said, who } from './reading.js';

describe('a quotation', () => {
  it.each([
    ['“The bridge is safe,” Mara Quill said.', 'Mara Quill | Mara Quill | said | “The bridge is safe,”'],
    ['“The bridge is safe,” said Mara Quill.', 'Mara Quill | Mara Quill | said | “The bridge is safe,”'],
    ['Mara Quill said, “The bridge is safe.”', 'Mara Quill | Mara Quill | said | “The bridge is safe.”'],
    ['Mara Quill said: “The bridge is safe.”', 'Mara Quill | Mara Quill | said | “The bridge is safe.”'],
    ['Said Mara Quill: “The bridge is safe.”', 'Mara Quill | Mara Quill | Said | “The bridge is safe.”'],
    ['Mara Quill: “The bridge is safe.”', 'Mara Quill | Mara Quill | : | “The bridge is safe.”'],
    ['“The bridge is safe.” — Mara Quill', 'Mara Quill | Mara Quill | — | “The bridge is safe.”'],
    ['“Is the bridge safe?” Mara Quill asked.', 'Mara Quill | Mara Quill | asked | “Is the bridge safe?”'],
    [
      'According to Mara Quill, “the bridge is safe.”',
      'Mara Quill | Mara Quill | According to | “the bridge is safe.”',
    ],
    [
      '“The bridge,” Mara Quill said, “is safe.”',
      'Mara Quill | Mara Quill | said | “The bridge,” … “is safe.”',
    ],
    [
      '“The bridge is safe,” Mara Quill told reporters on Monday. “It always was.”',
      'Mara Quill | Mara Quill | told | “The bridge is safe,” … “It always was.”',
    ],
    [
      '“The bridge is safe,” said Mara Quill, a spokeswoman for the port. “It always was.”',
      'Mara Quill | Mara Quill, a spokeswoman for the port | said | “The bridge is safe,” … “It always was.”',
    ],
    [
      '“The bridge is safe,” the port’s director, Mara Quill, said.',
      'Mara Quill | the port’s director, Mara Quill, | said | “The bridge is safe,”',
    ],
    [
      '“The bridge is safe,” Mara Quill thundered.',
      'Mara Quill | Mara Quill | thundered | “The bridge is safe,”',
    ],
    [
      '“The bridge is safe,” Mara Quill, the attorney general of Ostermark, one of the lands paying for it, said.',
      'Mara Quill | Mara Quill, the attorney general of Ostermark, one of the lands paying for it, | said | “The bridge is safe,”',
    ],
    ['“The bridge is safe.” Mara Quill said.', 'Mara Quill | Mara Quill | said | “The bridge is safe.”'],
    ['“The bridge is safe,” Quill notes.', 'Quill | Quill | notes | “The bridge is safe,”'],
    [
      'Mara Quill tweeted this: “The bridge is safe.”',
      'Mara Quill | Mara Quill | tweeted | “The bridge is safe.”',
    ],
    [
      'ALL IS WELL - Mara Quill: “The bridge is safe.”',
      'Mara Quill | Mara Quill | : | “The bridge is safe.”',
    ],
    [
      'The port invited Ann Orlo, Ida Vale and Mara Quill, who said, “The bridge is safe.”',
      'Mara Quill | who | said | “The bridge is safe.”',
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([`direct | ${expected}`]);
  });

  it('that nothing announces is its sentence’s subject’s', () => {
    expect(said('Mara Quill has gone after the bridge as “a trap that nobody sees”.')).toEqual([
      'mixed | Mara Quill | Mara Quill | gone | after the bridge as “a trap that nobody sees”',
    ]);
    expect(said('Mara Quill has never spoken of “a trap that nobody sees”.')).toEqual([]);
    expect(said('Mara Quill has gone to see “The Trap That Nobody Sees”.')).toEqual([]);
  });

  it('inside of another’s is told of its own speaker as well', () => {
    expect(who('“As Ida Vale told me in May, ‘It shakes.’ I agree,” Mara Quill said. “It does.”')).toEqual([
      'Ida Vale: ‘It shakes.’',
      'Mara Quill: “As Ida Vale told me in May, ‘It shakes.’ I agree,” … “It does.”',
    ]);
  });

  it('may be a post that a site has embedded', () => {
    expect(who('The bridge shakes. Keep off! — Mara Quill (@maraquill) May 2, 2024')).toEqual([
      'Mara Quill: The bridge shakes. Keep off!',
    ]);
    expect(who('The bridge — a small one (built in 1920) — shakes.')).toEqual([]);
  });

  it('goes on behind a word that joins it to what was said', () => {
    expect(who('“The bridge is safe,” Mara Quill said. But “nobody should jump on it.”')).toEqual([
      'Mara Quill: “The bridge is safe,”',
      'Mara Quill: But “nobody should jump on it.”',
    ]);
  });

  it('is nobody’s before a relative clause', () => {
    expect(who('Later Ida Vale met Mara Quill, who said that the bridge is safe.')).toEqual([
      'Mara Quill: that the bridge is safe',
    ]);
  });

  it('without a cue goes on with the speaker of its paragraph', () => {
    expect(who('Mara Quill warned that the bridge shakes. “It could fall.”')).toEqual([
      'Mara Quill: that the bridge shakes',
      'Mara Quill: “It could fall.”',
    ]);
  });

  it('without a cue goes on with the speaker of the paragraph before', () => {
    expect(who('“The bridge is safe,” Mara Quill said. “It always was.”', '“Nobody will fall.”')).toEqual([
      'Mara Quill: “The bridge is safe,” … “It always was.”',
      'Mara Quill: “Nobody will fall.”',
    ]);
  });

  it('is announced by the paragraph before', () => {
    expect(who('Mara Quill had this to say about the bridge:', '“It will not fall.”')).toEqual([
      'Mara Quill: “It will not fall.”',
    ]);
  });

  it('is announced by the sentence before', () => {
    expect(
      who('The ferries will stop, Oren Vale said. Engineer Mara Quill agreed. “The pier has to go.”'),
    ).toEqual(['Oren Vale: The ferries will stop', 'Mara Quill: “The pier has to go.”']);
    expect(who('The senator who replied left. “The pier has to go,” Mara Quill said.')).toEqual([
      'Mara Quill: “The pier has to go,”',
    ]);
  });

  it('is the last speaker’s behind the word that more of it follows', () => {
    expect(
      who(
        'Mara Quill said, “The pier is done.”',
        'Partial transcript as follows:',
        '“Look at it. It leans.',
        '“Mend it.”',
      ),
    ).toEqual([
      'Mara Quill: “The pier is done.”',
      'Mara Quill: “Look at it. It leans.',
      'Mara Quill: “Mend it.”',
    ]);
  });

  it('is spoken with any verb right behind it', () => {
    expect(said('“Captain, let me mend that pier,” the mayor riffed on the storm.')).toEqual([
      'direct | the mayor | the mayor | riffed | “Captain, let me mend that pier,”',
    ]);
    expect(said('On “The Long Pier,” the actor painted boats.')).toEqual([]);
  });

  it('goes on over paragraphs that are not closed', () => {
    expect(who('“The bridge is safe,” Mara Quill said. “It always was.', '“Nobody will fall.”')).toEqual([
      'Mara Quill: “The bridge is safe,” … “It always was.',
      'Mara Quill: “Nobody will fall.”',
    ]);
  });

  it('of a word or two in the story’s own sentence is nobody’s', () => {
    expect(said('The so-called “safe bridge” was closed on Monday.')).toEqual([]);
  });

  it('that ends a quoted question belongs to the speaker behind it', () => {
    expect(who('“Why not?” he asked.', 'Oren Vale laughed. “Why not?” he asked.').at(-1)).toBe(
      'Oren Vale: “Why not?”',
    );
  });

  it('in another’s sentence stays with its own speaker', () => {
    expect(who('Oren Vale likes it, but “it will fall,” Mara Quill said.')).toEqual([
      'Mara Quill: “it will fall,”',
    ]);
  });
});

describe('reported speech', () => {
  it.each([
    ['Mara Quill said the bridge was safe.', 'Mara Quill | said | the bridge was safe'],
    ['Mara Quill said that the bridge was safe.', 'Mara Quill | said | that the bridge was safe'],
    ['Mara Quill said on Monday that it was safe.', 'Mara Quill | said | that it was safe'],
    ['Mara Quill told The Harbour Post that it was safe.', 'Mara Quill | told | that it was safe'],
    ['The bridge was never safe, Mara Quill said.', 'Mara Quill | said | The bridge was never safe'],
    ['The bridge was never safe, said Mara Quill.', 'Mara Quill | said | The bridge was never safe'],
    [
      'The bridge was never safe, according to Mara Quill.',
      'Mara Quill | according to | The bridge was never safe',
    ],
    [
      'According to Mara Quill, the bridge was never safe.',
      'Mara Quill | According to | the bridge was never safe',
    ],
    ['Mara Quill vowed to close the bridge.', 'Mara Quill | vowed | to close the bridge'],
    ['Mara Quill called for a new bridge.', 'Mara Quill | called for | a new bridge'],
    ['Mara Quill pointed to the cracks in the bridge.', 'Mara Quill | pointed to | the cracks in the bridge'],
    ['Mara Quill asked whether the bridge was safe.', 'Mara Quill | asked | whether the bridge was safe'],
    ['Mara Quill went on to say that it was safe.', 'Mara Quill | went on to say | that it was safe'],
  ])('%s', (text, expected) => {
    expect(said(text).map((s) => s.split(' | ').toSpliced(0, 1).toSpliced(1, 1).join(' | '))).toEqual([
      expected,
    ]);
  });

  it.each([
    ['A study by Mara Quill found 12 cases of rust.', 'Mara Quill: 12 cases of rust'],
    [
      'The bridge needs a new deck, which the Port Bank says will cost a fortune.',
      'Port Bank: will cost a fortune',
    ],
    [
      'The bridge needs a new deck, which the Port Bank estimates would cost $3 million, he knows.',
      'Port Bank: would cost $3 million',
    ],
    ['Mara Quill’s answer was that the bridge is safe.', 'Mara Quill: that the bridge is safe'],
    ['Mara Quill reported having seen the bridge shake.', 'Mara Quill: having seen the bridge shake'],
    ['Mara Quill vowed not to cross the bridge again.', 'Mara Quill: not to cross the bridge again'],
    ['They paid less than the $3 million estimated by the Port Bank.', 'Port Bank: the $3 million'],
    ['The bridge shakes, according to show insiders.', 'show insiders: The bridge shakes'],
    [
      'The Academy of Bridges, Tunnels and Roads said that it shakes.',
      'Academy of Bridges, Tunnels and Roads: that it shakes',
    ],
  ])('%s', (text, expected) => {
    expect(who(text)).toEqual([expected]);
  });

  it('keeps what looks like a title in the name of a body', () => {
    expect(who('The National Bridge Association said that it shakes.')).toEqual([
      'National Bridge Association: that it shakes',
    ]);
  });

  it('may be that of two who are named together', () => {
    expect(
      who('Mara Quill, a lawyer, and Ida Vale sent a letter to the Senate.', '“It shakes,” they wrote.'),
    ).toEqual(['Mara Quill: “It shakes,”']);
    expect(who('Mara Quill sent a letter to the Senate.', '“It shakes,” they wrote.')).toEqual([
      '-: “It shakes,”',
    ]);
  });

  it('is mixed where part of it is quoted', () => {
    expect(said('Mara Quill said the bridge was “safe enough” for cars.')).toEqual([
      'mixed | Mara Quill | Mara Quill | said | the bridge was “safe enough” for cars',
    ]);
    expect(said('Mara Quill described the bridge as “a trap” on Monday.')).toEqual([
      'mixed | Mara Quill | Mara Quill | described | the bridge as “a trap”',
    ]);
  });

  it('shares its source with a verb that follows', () => {
    expect(who('Mara Quill said the bridge was safe, adding that it was old.')).toEqual([
      'Mara Quill: the bridge was safe',
      'Mara Quill: that it was old',
    ]);
    expect(who('Mara Quill praised the builders of the bridge and said it was safe.')).toEqual([
      'Mara Quill: the builders of the bridge',
      'Mara Quill: it was safe',
    ]);
  });

  it('is none where nobody said it', () => {
    expect(said('Mara Quill did not say that the bridge was safe.')).toEqual([]);
    expect(said('The mayor was told that the bridge was safe.')).toEqual([]);
    expect(said('The claims were settled. A report is due.')).toEqual([]);
  });
});

describe('a source', () => {
  it.each([
    ['A government statement said the bridge was safe.', 'A government statement', 'document'],
    ['Several engineers warned that the bridge shakes.', 'Several engineers', 'group'],
    [
      'Protesters marching through the town said the bridge shakes.',
      'Protesters marching through the town',
      'group',
    ],
    ['The ministry said the bridge was safe.', 'The ministry', 'organisation'],
    ['A spokesman for the port said the bridge was safe.', 'A spokesman for the port', 'group'],
  ])('may be nameless: %s', (text, name, kind) => {
    const { statements } = readStory(text);
    expect(statements.map((s) => [s.party?.name, s.party?.kind])).toEqual([[name, kind]]);
  });

  it.each([
    ['Ann Roe, Ida Vale and Mara Quill said that it shakes.', 'Ann Roe'],
    ['In Lyon, Ida Vale and Mara Quill said that it shakes.', 'Ida Vale'],
    ['Most voters in Lyon, Arles and Nice said that it shakes.', 'Most voters in Lyon, Arles and Nice'],
    [
      'The clerk of nearly four years, a mother of two, said that it shakes.',
      'The clerk of nearly four years',
    ],
    ['A former candidate – Mara Quill, who lost in May – said that it shakes.', 'Mara Quill'],
    ['Quill, 45, who lives by it, who knows the bridge, said that it shakes.', 'Quill'],
    ['In May the crowd booed Mara Quill when she said that it shakes.', 'Mara Quill'],
  ])('%s', (text, name) => {
    expect(who(text)).toEqual([`${name}: that it shakes`]);
  });

  it('takes in roles and appositions', () => {
    expect(said('Chief engineer Mara Quill, who built it, said the bridge was safe.')).toEqual([
      'indirect | Mara Quill | Chief engineer Mara Quill, who built it, | said | the bridge was safe',
    ]);
  });

  it('is a pronoun that means the last speaker whose gender fits', () => {
    expect(
      who('“It is safe,” said Susan Quill. “Never,” said Robert Vale. “But it is,” she said. “No,” he said.'),
    ).toEqual([
      'Susan Quill: “It is safe,”',
      'Robert Vale: “Never,”',
      'Susan Quill: “But it is,”',
      'Robert Vale: “No,”',
    ]);
  });

  it('is told apart from relatives of the same name', () => {
    const text = [
      'Susan Quill and her brother Robert Quill met.',
      '“It is safe,” Ms. Quill said. “No,” Mr. Quill said.',
    ];
    expect(who(...text)).toEqual(['Susan Quill: “It is safe,”', 'Robert Quill: “No,”']);
  });
});

describe('a body that is spelled out once', () => {
  it('speaks under its initials', () => {
    const story = 'The Harbour Tide Fund met in Lyon.\n\nThe HTF said the bridge was safe.';
    expect(said(story)).toEqual(['indirect | Harbour Tide Fund | The HTF | said | the bridge was safe']);
  });

  it('is not taken for another body of these initials', () => {
    const story =
      'The Harbour Tide Fund met the Holm Trade Forum in Lyon.\n\nThe HTF said the bridge was safe.';
    expect(said(story)).toEqual(['indirect | HTF | The HTF | said | the bridge was safe']);
  });
});

describe('"which"', () => {
  it('is the body named right before it', () => {
    expect(
      said('The ferry won a ruling from the Lyon Harbour Board, which said the bridge was safe.'),
    ).toEqual(['indirect | Lyon Harbour Board | which | said | the bridge was safe']);
  });
});

describe('a document', () => {
  it('says what it reads', () => {
    expect(said('“The bridge is safe,” the letter reads.')).toEqual([
      'direct | the letter | the letter | reads | “The bridge is safe,”',
    ]);
  });

  it('is named with whose it is', () => {
    expect(said('Ferries are late, according to an analysis of tides by Quillmark.')).toEqual([
      'indirect | an analysis of tides by Quillmark | an analysis of tides by Quillmark | according to | Ferries are late',
    ]);
  });
});

describe('what somebody is remembered as', () => {
  it('is what is said of them', () => {
    expect(said('Mara Quill remembered Anna Vale as fun to be around.')).toEqual([
      'indirect | Mara Quill | Mara Quill | remembered | Anna Vale as fun to be around',
    ]);
  });
});

describe('who is named beside a thing', () => {
  it.each([
    "A look at Mara Quill's ferries suggests that they leak.",
    "Mara Quill's victories continue her march to the harbour.",
    'Oren Vale welcomed a premium for boats labeled “built by our own hands in Lund.”',
  ])('does not speak: %s', (text) => {
    expect(who(text).filter((w) => !w.startsWith('Oren Vale'))).toEqual([]);
  });

  it('speaks behind “who”', () => {
    expect(who('There were attacks by Mara Quill, who called the pier “a trap for the old.”')).toEqual([
      'Mara Quill: the pier “a trap for the old.”',
    ]);
    expect(who('The pier has the support of a retired admiral, who said it was safe.')).toEqual([
      'a retired admiral: it was safe',
    ]);
  });

  it('is what shows something, inside of what does not', () => {
    expect(who('He left in the wake of a new poll showing that nobody wants a pier.')).toEqual([
      'a new poll: that nobody wants a pier',
    ]);
  });

  it('is not asked and answering at once', () => {
    expect(who('Mara Quill told the council when asked about the pier, “It will not fall.”')).toEqual([
      'Mara Quill: “It will not fall.”',
    ]);
  });

  it('speaks as a part or a number of them', () => {
    expect(who('A handful of voters say the pier is unsafe.', "Mara Quill's allies say it is safe.")).toEqual(
      ['A handful of voters: the pier is unsafe', "Mara Quill's allies: it is safe"],
    );
  });
});

describe('many who share a nation or a place', () => {
  it.each(['Norwegians', 'Ohioans', 'Nevadans', 'Danish Catholics'])('are nobody’s name: %s', (people) => {
    const reading = readStory(
      `Anna Vale came, and so did ${people}, who cheered. Then she warned that the pier leaks.`,
      `${people} who live there said that they want a bridge. “Mend it,” ${people} said.`,
    );
    expect(reading.parties.filter((p) => p.kind === 'person').map((p) => p.name)).toEqual(['Anna Vale']);
    expect(reading.statements.map((s) => s.party?.name)).toContain('Anna Vale');
  });
});
