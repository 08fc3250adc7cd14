import { describe, expect, it } from 'vitest';
import { readStory, who } from './reading.js';

/** Who speaks last in a story. */
function last(...paragraphs: readonly string[]): string | undefined {
  return readStory(...paragraphs).statements.at(-1)?.party?.name;
}

describe('a description means the one of the story whom it fits', () => {
  const senators = 'Sen. Oren Vale (R-Ariz.) met Sen. Tom Pell, D-N.Y., on Monday. Pell sang.';
  it.each([
    ['by nation', 'Norwegian President Oren Vale met Mara Quill.', '“It shakes,” the Norwegian leader said.'],
    ['by state', senators, '“It shakes,” the Arizona senator said.'],
    ['by state, named behind', senators, 'The senator from Arizona said it shakes.'],
    ['by party', senators, 'The GOP lawmaker said it shakes.'],
    [
      'by what else it says',
      'Port director Oren Vale met bank director Mara Quill. Quill wept.',
      'The port director said it shakes.',
    ],
    [
      'as nobody else has been',
      'Guests met President Oren Vale and former President Mara Quill. Vale wept.',
      '“It shakes,” the former president said.',
    ],
  ])('%s', (how, first, second) => {
    expect(last(first, second)).toBe(how === 'as nobody else has been' ? 'Mara Quill' : 'Oren Vale');
  });

  it('by its noun alone where a pronoun would mean the same person', () => {
    expect(last('Chancellor Oren Vale sat down.', '“It shakes,” the veteran leader said.')).toBe('Oren Vale');
  });
});

describe('a description of somebody whom the story calls nothing', () => {
  it('means the only one around', () => {
    expect(
      last('Tom Vale crossed the bridge on Monday.', '“It shakes,” the New York businessman said.'),
    ).toBe('Tom Vale');
  });

  it.each([
    ['where two are around', 'Tom Vale met Susan Quill.', 'the New York developer'],
    [
      'where another without a name is called so',
      'A businessman sang. Tom Vale slept.',
      'the New York businessman',
    ],
    ['where they are called something else', 'Professor Tom Vale slept.', 'the New York businessman'],
    ['where it is of another party', 'Sen. Tom Vale (R-Ariz.) slept.', 'the Democratic senator'],
    ['where it is of another nation', 'Norwegian President Tom Vale slept.', 'the Danish president'],
    [
      'where the holder of an office would be called so',
      'Tom Vale, the nominee, slept.',
      'the Ohio governor',
    ],
    ['where it is somebody else’s', 'Tom Vale crossed the bridge.', 'the bank’s owner'],
    ['where it is true of too many', 'Tom Vale crossed the bridge.', 'the New York official'],
  ])('means nobody %s', (_, first, description) => {
    expect(last(first, `“It shakes,” ${description} said.`)).toBe(description);
  });

  it('means nobody who was something else before', () => {
    expect(
      last(
        'Former judge Susan Quill, the president of the club, wept. Tom Vale sang.',
        '“It shakes,” the former president said.',
      ),
    ).toBe('the former president');
  });

  it('means nobody who is named beside it', () => {
    expect(last('In an interview with host Susan Quill, the Danish writer said it shakes.')).toBe(
      'the Danish writer',
    );
  });

  it('means nobody of another gender than the rest of its sentence says, whomever else it tells', () => {
    expect(last('Susan Quill won.', 'The New York developer told Canadians that he would sue.')).toBe(
      'The New York developer',
    );
  });

  it('means whom the rest of its sentence calls he or she', () => {
    expect(
      last(
        'Susan Quill won. Tom Vale’s friends wept.',
        'The independent Ohio businessman vowed to take his boat out.',
      ),
    ).toBe('Tom Vale');
  });
});

describe('a role behind a name', () => {
  it('is none where a verb of saying makes it a clause', () => {
    expect(last('In a letter to Susan Quill, the port director stated that the bridge shakes.')).toBe(
      'the port director',
    );
  });
});

describe('an office with “the”', () => {
  it('is its one holder’s, though others were spoken of since', () => {
    expect(
      who(
        'A port judge closed the pier on Monday.',
        'The order by Judge Emma Sollen came late. “It is good,” said Tom Fitch.',
        '“There has been a drip of claims,” the judge said.',
      ).at(-1),
    ).toBe('Emma Sollen: “There has been a drip of claims,”');
  });

  it('is nobody’s where the story has told of another one since', () => {
    expect(
      who(
        'The order by Judge Emma Sollen came late. Another judge had closed the pier before.',
        '“It is good,” said Tom Fitch.',
        '“There has been a drip of claims,” the judge said.',
      ).at(-1),
    ).toBe('the judge: “There has been a drip of claims,”');
  });
});
