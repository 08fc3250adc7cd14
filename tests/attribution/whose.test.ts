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

describe('a quotation is whose words it gives', () => {
  it.each([
    [
      '“It leaks and leaks,” the judge said, according to the Harbour Post.',
      'the judge: “It leaks and leaks,”',
    ],
    ['Another commenter said, “We all know how it ends.”', 'Another commenter: “We all know how it ends.”'],
    ['“No one knows,” reacted Mara Quill.', 'Mara Quill: “No one knows,”'],
    [
      '“It is time for a pier,” said the port’s guest, actress Ida Vale.',
      'Ida Vale: “It is time for a pier,”',
    ],
    [
      '“It is time,” said another leading advocate of piers, Ida K. Vale of the firm Orlo Brook.',
      'Ida K. Vale: “It is time,”',
    ],
    [
      '“It is bad,” Mara Quill said of people whose boats were taken, “but they will come back.”',
      'Mara Quill: “It is bad,” … “but they will come back.”',
    ],
  ])('%s', (text, expected) => {
    expect(who(text)[0]).toBe(expected);
  });

  it('and goes on with them, not with the paper that has them', () => {
    expect(who('“It leaks and leaks,” the judge said, according to the Harbour Post. “I do mind.”')).toEqual([
      'the judge: “It leaks and leaks,”',
      'Harbour Post: “It leaks and leaks,” the judge said',
      'the judge: “I do mind.”',
    ]);
  });
});

describe('what somebody calls a claim is the sentence’s subject’s', () => {
  it.each([
    [
      'Ann Roe will win. Former keeper Mara Quill, a Roe supporter, caused a stir over her remark that “the pier is a trap.”',
      'Mara Quill: that “the pier is a trap.”',
    ],
    [
      'The harbour asked Harald Brenn. Brenn’s first letter was mocked for its claim that the pier was “the best in all of the land.”',
      'Harald Brenn: that the pier was “the best in all of the land.”',
    ],
    [
      'As the crowd cheered, Tom Orlo’s neighbour whispered to him: “They are with you.”',
      'Tom Orlo’s neighbour: “They are with you.”',
    ],
  ])('%s', (text, expected) => {
    expect(who(text).at(-1)).toBe(expected);
  });
});

describe('somebody whose surname is a word', () => {
  it('is that person, under the full name and the surname', () => {
    expect(
      who('The columnist Anton Will was there. “It is a trap,” Will wrote. “Leave it,” said Will.'),
    ).toEqual(['Anton Will: “It is a trap,”', 'Anton Will: “Leave it,”']);
  });
});

describe('a text without a name', () => {
  it.each([
    [
      'The letter continues: “As a sailor, please explain your view.”',
      'The letter: “As a sailor, please explain your view.”',
    ],
    [
      'In May a Harbour Times article hailed Ben Vale as a hero. “There is nobody like him,” the article read.',
      'Harbour Times: “There is nobody like him,”',
    ],
    [
      'Ben Vale sent out an email on Monday. Ida Orlo’s campaign sent out an email that looked ahead. “We must win,” the email said.',
      'Ida Orlo’s campaign: “We must win,”',
    ],
    [
      'Thursday’s memo from the panel was long. “Fifty sailors had never been heard by Congress,” it stated.',
      'Thursday’s memo from the panel: “Fifty sailors had never been heard by Congress,”',
    ],
  ])('%s', (text, expected) => {
    expect(who(text).at(-1)).toBe(expected);
  });
});

it('somebody who stands somewhere is no less somebody', () => {
  expect(who('Then someone in the audience shouted, “Harbour!”')).toEqual([
    'someone in the audience: “Harbour!”',
  ]);
});

it('“when he said” tells of who does what the clause before tells of', () => {
  expect(
    who('Mark Vale said Ben Orlo was right when he called the pier “a trap for all of us.”').at(-1),
  ).toBe('Ben Orlo: the pier “a trap for all of us.”');
});

describe('a paragraph that does nothing but sign', () => {
  it('tells whose the quotation before it is', () => {
    expect(
      who(
        '“It is a bold plan, and all should see it.”',
        '- Mara Quill.',
        'Nobody had asked.',
        '“It is none, and nobody should.”',
        '-Mayor Orlo, tweeting after the vote.',
      ),
    ).toEqual([
      'Mara Quill: “It is a bold plan, and all should see it.”',
      'Orlo: “It is none, and nobody should.”',
    ]);
  });

  it('signs nothing that somebody has said', () => {
    expect(who('“It is a plan,” said Ben Vale.', '- Mara Quill, a guest, left.')).toEqual([
      'Ben Vale: “It is a plan,”',
    ]);
  });
});

it('a quoted sentence is whose the next one says it is', () => {
  expect(
    who(
      'Ida Vale is here. “I would rather swim than sail.” That line from harbour master Tom Kressel is an old one.',
    ),
  ).toEqual(['Tom Kressel: “I would rather swim than sail.”']);
});

describe('who puts out a statement', () => {
  it('is whose the quotation in the next paragraph is, whoever else the sentence tells of', () => {
    expect(
      who(
        'The Harbour Guild issued a statement apologizing for the letters, which included staff members suggesting that it was Vale’s fault.',
        '“We are sorry. It will not happen again.”',
      ).at(-1),
    ).toBe('Harbour Guild: “We are sorry. It will not happen again.”');
  });
});

it('a quotation is taken up again behind a letter that tells why', () => {
  expect(
    who(
      '“Many are uncertain,” Ida Orlo wrote in a letter explaining why she speaks, “but most agree with us.”',
    )[0],
  ).toBe('Ida Orlo: “Many are uncertain,” … “but most agree with us.”');
});
