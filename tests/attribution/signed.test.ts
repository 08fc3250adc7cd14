import { describe, expect, it } from 'vitest';
import { read } from '../../src/attribution/attribute.js';
import { readArticle } from '../../src/article/read.js';
import { readStory } from './reading.js';

/** Who signed which passages, each by its first words. */
function written(...paragraphs: readonly string[]): string[] {
  return readStory(...paragraphs).written.map(
    ({ passage, party }) => `${party.name} (${party.kind}): ${passage.text.slice(0, 20)}`,
  );
}

describe('a piece with a line about its writer', () => {
  const piece = [
    'The valley has waited nine years for a bridge, and we are tired of waiting.',
    'I have watched three councils promise one. “It will come,” Mayor Ines Calloway told me.',
  ];

  it('is the words of whoever the last line tells about', () => {
    expect(written(...piece, 'Mara Quill is a retired judge in Port Ellery.')).toEqual([
      'Mara Quill (person): The valley has waite',
      'Mara Quill (person): I have watched three',
    ]);
    expect(written(...piece, 'Mara Quill, a member of the river board, is editor of the Tern.')).toHaveLength(
      2,
    );
    expect(written(...piece, 'Mara Quill teaches law at Ostermark University.')).toHaveLength(2);
    expect(written(...piece, 'Mara Quill is founder of the Ferry Club.')).toHaveLength(2);
  });

  it('leaves what others are quoted with to them', () => {
    const reading = readStory(...piece, 'Mara Quill is a retired judge in Port Ellery.');
    expect(reading.statements.map((s) => s.party?.name)).toEqual(['Ines Calloway']);
  });

  it.each([
    ['somebody named before', ['Mara Quill has waited, and so have we.'], 'Mara Quill is a retired judge.'],
    ['what somebody is doing', piece, 'Mara Quill is running third.'],
    ['what somebody was', piece, 'Mara Quill was the only one to vote no.'],
    ['what somebody is accused of', piece, 'Mara Quill is accused of theft.'],
    [
      'a word to the readers',
      ['The roof came off.', 'Residents told us so.', 'Reach us at the desk.', 'We have more on Sunday.'],
      'Mara Quill is a referee from Lund.',
    ],
    ['a war', ['The bridge stood since World War I.', 'It fell.'], 'Mara Quill is a retired judge.'],
    ['what somebody said', piece, '“I am a judge,” Mara Quill said.'],
    [
      'a story that nobody tells in the first person',
      ['The bridge opened.'],
      'Mara Quill is a retired judge.',
    ],
  ])('isn’t told by %s', (_, before, last) => {
    expect(written(...before, last)).toEqual([]);
  });
});

describe('letters', () => {
  it('are the words of who signed them, up to the signature before', () => {
    expect(
      written(
        'LETTERS.',
        'The bridge is late, and nobody is sorry.',
        'Who will pay for it?',
        'Owen Brandt.',
        'Fargo, N.D.',
        'Give the river back its ferry.',
        'Tessa Marlow.',
      ),
    ).toEqual([
      'Owen Brandt (person): The bridge is late, ',
      'Owen Brandt (person): Who will pay for it?',
      'Tessa Marlow (person): Give the river back ',
    ]);
  });

  it('may be signed by nobody with a name', () => {
    expect(
      written(
        'FACEBOOK.',
        'The bridge is late.',
        'Owen Brandt.',
        'We asked our readers about it.',
        'It is ugly, too.',
        '@tern_reader.',
        'Follow us there.',
      ),
    ).toEqual(['Owen Brandt (person): The bridge is late.']);
  });

  it('may be one alone, under such a title or in the first person', () => {
    const bytes = new TextEncoder();
    const page = (title: string, text: string) =>
      read(readArticle('a.txt', bytes.encode(`${title}\n\n${text}\n\nOwen Brandt`))).written.length;
    expect(page('Letters to the editor', 'The bridge is late.')).toBe(1);
    expect(page('A late bridge', 'I have waited long enough for that bridge.')).toBe(1);
    expect(page('A late bridge', 'The bridge opened late.')).toBe(0);
  });

  it('aren’t a story with bylines below it, or a list of names', () => {
    const story = ['The bridge opened.', 'A spokesman declined to comment on what readers of Facebook say.'];
    expect(written(...story, 'Owen Brandt')).toEqual([]);
    expect(written(...story, 'Owen Brandt', 'Tessa Marlow')).toEqual([]);
    expect(written('I saw it open.', ...story, 'Owen Brandt', 'Tessa Marlow')).toEqual([]);
    expect(written('The winners are:', 'Owen Brandt', 'Tessa Marlow', 'Lena Moss')).toEqual([]);
  });

  it('aren’t the sections of a story that are headed by names', () => {
    expect(
      written('Owen Brandt', 'He wants a bridge.', 'Tessa Marlow', 'She wants a ferry.', 'So it goes.'),
    ).toEqual([]);
  });
});

describe('the answers of an interview', () => {
  const introduction = 'Mayor Ines Calloway has run Port Ellery for nine years. She spoke with the Tern.';
  const asked = [
    'Q: Will there be a bridge?',
    'A: I promised one.',
    'And it will be red.',
    'Q: When?',
    'A: Not before 2031.',
  ];

  it('are the words of who is introduced, up to the next question', () => {
    expect(written(introduction, ...asked)).toEqual([
      'Ines Calloway (person): A: I promised one.',
      'Ines Calloway (person): And it will be red.',
      'Ines Calloway (person): A: Not before 2031.',
    ]);
  });

  it('end where the paper goes on', () => {
    const whole = written(introduction, ...asked).length;
    expect(written(introduction, ...asked, 'This interview has been edited.')).toHaveLength(whole);
    expect(written(introduction, ...asked, 'Calloway’s rival wants a ferry.', 'So it goes.')).toHaveLength(
      whole,
    );
    expect(written(introduction, ...asked, '“A ferry,” said Owen Brandt.', 'So it goes.')).toHaveLength(
      whole,
    );
  });

  it.each([
    ['nobody is introduced', asked],
    ['two are', ['Lena Moss of the Tern spoke with biologist Paul Harker.', ...asked]],
    [
      'the paper answers its own questions',
      [
        'Mayor Ines Calloway set the dates.',
        'Q: When does it open?',
        'A: At seven.',
        'Q: Where?',
        'A: Here.',
      ],
    ],
    [
      'names begin with these letters',
      [
        introduction,
        'QAnon believers filled my square.',
        'A.J. Hopper said I am late.',
        'A. B. Quill left me.',
      ],
    ],
  ])('are nobody’s where %s', (_, paragraphs) => {
    expect(written(...paragraphs)).toEqual([]);
  });
});
