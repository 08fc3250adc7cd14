import { describe, expect, it } from 'vitest';
import { readStory, who } from './reading.js';

/** Who is said to speak, and how that was found, for each statement of a story. */
function found(...paragraphs: readonly string[]): string[] {
  return readStory(...paragraphs).statements.map((s) => `${s.party?.name ?? '-'}: ${s.by}`);
}

/** Who speaks last in a story. */
function last(...paragraphs: readonly string[]): string | undefined {
  return readStory(...paragraphs).statements.at(-1)?.party?.name;
}

describe('how a speaker was found', () => {
  it.each([
    ['Mara Quill said the bridge was safe.', 'Mara Quill: full name'],
    ['The bridge was closed by Mara Quill. Quill said it was unsafe.', 'Mara Quill: short name'],
    ['The bridge was closed by Mara Quill. She said it was unsafe.', 'Mara Quill: pronoun'],
    ['The harbour ministry said the bridge was safe.', 'The harbour ministry: phrase'],
    ['“It is safe.” A lorry crossed the bridge. “It will fall,” he said.', '-: nobody'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('is that a quotation goes on', () => {
    expect(found('“The bridge is safe,” Mara Quill said. “It always was.', '“It will not fall.”')).toEqual([
      'Mara Quill: full name',
      'Mara Quill: carried',
    ]);
  });
});

describe('he and she', () => {
  it('mean the last speaker rather than somebody spoken of', () => {
    expect(last('Oren Vale said Tom Pell should resign. “He is late,” he said.')).toBe('Oren Vale');
  });

  it('mean somebody who is new in the paragraph rather than the speaker before', () => {
    expect(
      last('“It shakes,” Oren Vale said.', 'Tom Pell, 45, lives by the bridge. “It does not,” he said.'),
    ).toBe('Tom Pell');
  });

  it('go on with the paragraph before where theirs names nobody', () => {
    expect(last('“It shakes,” Oren Vale said of the bridge of Tom Pell.', '“It will fall,” he added.')).toBe(
      'Oren Vale',
    );
  });

  it('pass over whoever is of the other gender', () => {
    expect(last('Susan Vale met Robert Pell. “He was late,” she said.')).toBe('Susan Vale');
    expect(last('Susan Vale met Robert Pell. “She was late,” he said.')).toBe('Robert Pell');
  });

  it('mean nobody where nobody fits', () => {
    expect(last('Susan Vale crossed the bridge.', '“It is safe,” he said.')).toBeUndefined();
  });
});

describe('he and she behind a paragraph that tells who speaks', () => {
  it('mean whoever gave a view, and nobody who is named in quotation marks', () => {
    expect(
      last(
        'To Lund pilot Oren Vale, the song about Mayor Ned Crane, whoever wrote it, was funny.',
        '“I can hear Ned Crane hum it at sea,” he said.',
      ),
    ).toBe('Oren Vale');
  });

  it('mean whoever spoke in it last, even behind another’s name', () => {
    expect(
      last(
        'Mara Quill’s design was praised by Sen. Dora Crane of Lund, who said none of its arches fits Quill.',
        '“I would have Mara Quill build them all,” she said.',
      ),
    ).toBe('Dora Crane');
  });

  it('mean whoever goes on speaking in quotations without a name', () => {
    expect(
      last(
        '“The bridge is safe,” Oren Vale said as Ned Crane left the hall. “It always was.',
        '“It will stand.',
        '“It will stand for years,” he added.',
      ),
    ).toBe('Oren Vale');
  });

  it('mean who does something before the colon that leads to the words', () => {
    expect(
      last(
        'The pilot, Ned Crane, argued that it was safe. Vale saw the bridge otherwise: “It shakes,” he said.',
        'Oren Vale was tired.',
      ),
    ).toBe('Oren Vale');
  });

  it('don’t mean whom their words name', () => {
    expect(last('Ned Crane came to Lund with Mayor Oren Vale. He said Crane would leave.')).toBe('Oren Vale');
  });

  it('mean somebody without a name who has just spoken', () => {
    expect(last('Oren Vale came.', 'A pilot said it was late. “We were tired,” he said.')).toBe('A pilot');
    expect(last('Mara Quill came.', 'A spokesman said it was late. “We were tired,” she said.')).toBe(
      'Mara Quill',
    );
  });
});

describe('a place that is a first name too', () => {
  it('is nobody whom a pronoun or a role may mean', () => {
    expect(last('The fire was set, Mayor Oren Vale said.', 'In Savannah, the mayor said: “It is out.”')).toBe(
      'Oren Vale',
    );
  });
});

describe('they', () => {
  it('mean two people who do something together, who are given by the first', () => {
    expect(last('Karl Bremer and Lena Moss came home. They said it was late.')).toBe('Karl Bremer');
    expect(last('Karl Bremer and Lena Moss came home. It rained. They said it was late.')).toBe(
      'Karl Bremer',
    );
  });

  it.each([
    [
      'whom others came behind',
      'Karl Bremer and Lena Moss were found. Neighbors ran out. They said it was late.',
    ],
    ['whom a crowd came behind', 'Karl Bremer and Lena Moss left. A crowd cheered. They said it was late.'],
    ['who are met', 'The council met Karl Bremer and Lena Moss. They said it was late.'],
    ['who are spoken of', 'A friend of Karl Bremer and Lena Moss came. They said it was late.'],
  ])('mean nobody of two people %s', (_, text) => {
    expect(found(text)).toEqual(['-: nobody']);
  });
});

describe('an age', () => {
  it('means whom the words call he or she', () => {
    expect(last('Lena Moss called Karl Bremer. The 46-year-old said he was ill.')).toBe('Karl Bremer');
    expect(last('Lena Moss called Karl Bremer. The 46-year-old said that she was ill.')).toBe('Lena Moss');
    expect(last('Karl Bremer called Lena Moss. The 46-year-old said that he was ill.')).toBe('Karl Bremer');
    expect(last('Lena Moss was ill. The 46-year-old said it was cold.')).toBe('Lena Moss');
  });
});

describe('a role', () => {
  it.each([
    ['behind a name', 'Mara Quill, 45, a retiree in Quillport, said the bridge shakes.'],
    ['before a name', 'The head of the port office, Mara Quill, said the bridge shakes.'],
    ['with a clause', 'Mara Quill, a lawyer who knows the bridge, said it shakes.'],
    ['of two words of office', 'Former secretary of state Mara Quill said the bridge shakes.'],
    ['of a relative', 'His wife, the writer Mara Quill, said the bridge shakes.'],
  ])('leads to its bearer: %s', (_, text) => {
    expect(last(text)).toBe('Mara Quill');
  });

  it('alone means the one who was called so', () => {
    expect(found('“It shakes,” said Mara Quill, the mayor of Lund. “It does,” the mayor added.')).toEqual([
      'Mara Quill: full name',
      'Mara Quill: phrase',
    ]);
  });

  it('alone means nobody of the names where two were called so', () => {
    const text = 'Mayor Mara Quill met Mayor Oren Vale. “It shakes,” the mayor said.';
    expect(last(text)).toBe('the mayor');
  });

  it('alone means nobody of the names where another was spoken of since', () => {
    expect(
      last('Mayor Mara Quill left.', 'Peter Vale stayed.', 'Peter Vale wept. “It shakes,” the mayor said.'),
    ).toBe('the mayor');
  });

  it('that everybody knows means whom the story spoke of last, of people of note alone', () => {
    expect(last('Mara Quill sang on Monday.', '“It shakes,” the singer said.')).toBe('Mara Quill');
    expect(last('Mara Quill sang on Monday.', '“It shakes,” the official said.')).toBe('the official');
    expect(last('Mara Quill sang on Monday.', '“It shakes,” a singer said.')).toBe('a singer');
  });

  it('is none where the sentence goes on with its own verb', () => {
    expect(last('In Lund, Oregon, the mayor said the bridge shakes.')).toBe('the mayor');
  });
});

describe('several who speak together', () => {
  it.each([
    'Mara Quill and Oren Vale said the bridge shakes.',
    'Mara Quill and her supporters said the bridge shakes.',
    'Both Mara Quill and the ministry said the bridge shakes.',
  ])('are given by the first: %s', (text) => {
    expect(last(text)).toBe('Mara Quill');
  });

  it('are not whoever is the object of a sentence before', () => {
    expect(last('The council met Mara Quill and the mayor said the bridge shakes.')).toBe('the mayor');
  });
});

describe('a surname', () => {
  it('that is another word too is its bearer’s', () => {
    expect(last('The flour was bought by Tom Baker.', 'Baker said it was wet.')).toBe('Tom Baker');
  });

  it('means the one of a family who is named first', () => {
    expect(
      who(
        'Mara Quill came with Ida Quill. Ida Quill sat down, and Ida Quill slept.',
        'Quill said that the bridge is safe.',
      ),
    ).toEqual(['Mara Quill: that the bridge is safe']);
  });

  it('may stand behind an office that is a first name too', () => {
    expect(who('Ida Quill, dean of the college, came.', 'Dean Quill said that the bridge is safe.')).toEqual([
      'Ida Quill: that the bridge is safe',
    ]);
  });

  it('behind such an office is another person’s where the article tells of no such office', () => {
    expect(last('Mara Quill married actor Dean Quill.', '“We are glad,” Dean Quill said.')).toBe(
      'Dean Quill',
    );
  });

  it('means the one of a family who has spoken, and not whoever is named first', () => {
    expect(
      last('Ida Vale was found. Her aunt, Dora Vale, said it was dark.', '“I looked for her,” Vale said.'),
    ).toBe('Dora Vale');
    expect(last('Ida Vale was found. “It was dark,” said Dora Vale.', '“I looked for her,” Vale said.')).toBe(
      'Dora Vale',
    );
    expect(
      last('Ida Vale was found. Dora Vale, her aunt, quickly told the police.', '“It was dark,” Vale said.'),
    ).toBe('Dora Vale');
  });

  it('stays with whoever goes by it before the others come', () => {
    expect(
      last('Ida Vale won. Vale slept well.', 'Her aunt, Dora Vale, said it was late.', '“I won,” Vale said.'),
    ).toBe('Ida Vale');
  });

  it('means the one of a family whom the same sentence calls he or she', () => {
    expect(
      last(
        'Robert Vale was killed. Vale was six.',
        'Robert Vale was the son of Susan Vale. Vale said she would sue.',
      ),
    ).toBe('Susan Vale');
  });

  it('means the one of a family of whom a single pronoun tells', () => {
    expect(
      last(
        'Robert Vale, 6, was killed by a car. His mother, Susan Vale, was at work.',
        '“He was my light,” Vale said.',
        'Vale said she would sue.',
      ),
    ).toBe('Susan Vale');
  });

  it('means the one of a family of whom the pronouns tell', () => {
    const text = [
      'Susan Vale and Robert Vale were there.',
      'Vale said she was late. Vale said she had lost her way.',
      '“I am sorry,” Vale said.',
    ];
    expect(last(...text)).toBe('Susan Vale');
  });

  it('may come before the full name', () => {
    expect(who('Quill said the bridge shakes.', 'Mara Quill is the mayor.')).toEqual([
      'Mara Quill: the bridge shakes',
    ]);
  });
});
