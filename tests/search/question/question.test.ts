import { describe, expect, it } from 'vitest';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { understand } from '../../../src/search/question/question.js';
import { termsOf } from '../../../src/search/index/terms.js';
import { corpusOf } from '../../stories.js';

const index = await indexCorpus(
  corpusOf(
    `Ferry crews walk out

“The night crossings are too long,” said union leader Maren Dahl.

“We will not pay for rest,” said harbour minister Jonas Weil of Norwegian ferries.

The Norwegian ferries carried 3,500 passengers to counter-clockwise islands.`,
    [
      { by: 'Maren Dahl', words: 'The night crossings are too long,', role: 'union leader' },
      { by: 'Jonas Weil', words: 'We will not pay for rest,', role: 'harbour minister' },
    ],
  ),
);
const read = (text: string) => understand(text, index.vocabulary, index.book);
const speakerOf = (text: string) => read(text).subject?.speakers[0]?.name ?? null;
const topicOf = (text: string) => read(text).topic.map((w) => w.word);

function terms(text: string): string[] {
  return termsOf(text).map((t) => t.term);
}

describe('who is asked to have spoken', () => {
  it.each([
    ['What did Dahl say about the crossings?', 'Maren Dahl'],
    ['what did maren dahl think of rest', 'Maren Dahl'],
    ['According to Jonas Weil, who pays?', 'Jonas Weil'],
    ['Weil on night crossings', 'Jonas Weil'],
    ["Dahl's reaction to Weil", 'Maren Dahl'],
    ['remind me what Weil said about rest', 'Jonas Weil'],
    ['What does the union leader say about Weil?', 'Maren Dahl'],
    ['What did the harbour minister tell Dahl?', 'Jonas Weil'],
    ['what did dall say about the crossings', 'Maren Dahl'],
    ['When was Dahl quoted on rest?', 'Maren Dahl'],
  ])('%s', (question, name) => expect(speakerOf(question)).toBe(name));

  it.each([
    ['who said the night crossings are too long'],
    ['Who criticised Jonas Weil?'],
    ['how many passengers did the ferries carry'],
    ['night crossings'],
    ['night crossings joke'],
    ['what was Dahl told about the crossings'],
    ['why was Weil accused of lying'],
    ['How often were the ferries mentioned on the islands?'],
    ["why wasn't Weil on the ferries"],
  ])('nobody in: %s', (question) => expect(speakerOf(question)).toBeNull());

  it('leaves the name out of the matter, and keeps another one in', () => {
    expect(topicOf('What did Dahl say about Weil and the night crossings?')).toEqual([
      'weil',
      'night',
      'crossings',
    ]);
  });
});

describe('a first name', async () => {
  const { vocabulary, book } = await indexCorpus(
    corpusOf('Ferries\n\n“Too long,” said Maria Dahl of the ferries.\n\n“No,” said Thomas Weil.', [
      { by: 'Maria Dahl', words: 'Too long,' },
      { by: 'Thomas Weil', words: 'No,' },
    ]),
  );
  const meantBy = (question: string) =>
    understand(question, vocabulary, book).topic.map((w) =>
      [...w.ids.keys()].map((id) => vocabulary.termOf(id)),
    );

  it('stands for the surname where it is alone', () => {
    expect(meantBy('what did Weil say about maria')).toEqual([['maria', 'dahl']]);
    expect(meantBy('ferries of maria dahl')).toEqual([['ferri'], ['maria'], ['dahl']]);
    expect(meantBy('maria zzyzx')[0]).toEqual(['maria']);
  });

  it('in a short or long form is the one that the stories have', () => {
    expect(meantBy('ferries of tom weil')).toEqual([['ferri'], ['thoma'], ['weil']]);
    expect(meantBy('ferries of tom dahl')[1]).toEqual([]);
  });
});

describe('quotes, comments and the like', () => {
  it.each([
    ['quotes about night crossings', ['night', 'crossings']],
    ['any comments on the night crossings?', ['night', 'crossings']],
    ['night crossings quotes', ['night', 'crossings']],
    ['reactions to night crossings', ['night', 'crossings']],
  ])('are what is asked for, and no matter: %s', (question, topic) => {
    expect(topicOf(question)).toEqual(topic);
    expect(read(question).asksWhatSaid).toBe(true);
  });

  it('of a name are surely theirs', () => {
    expect(read('Dahl quotes').subject).toMatchObject({ surely: true, speakers: [{ name: 'Maren Dahl' }] });
    expect(topicOf('dahl comments on night crossings')).toEqual(['night', 'crossings']);
  });

  it('are the matter where they are asked about', () => {
    expect(topicOf('Which night crossings statement was read?')).toContain('statement');
    expect(topicOf('What did Weil say of the night crossings comments?')).toContain('comments');
  });
});

describe('a verb that nobody says anything with', () => {
  it.each([
    ['How many troops would Dahl send against the night state'],
    ['Why did Dahl turn down West Point?'],
    ['Which ferry was supposed to speak for itself?'],
    ['Why can the crews get away with saying nothing?'],
  ])('makes nobody the one who surely speaks: %s', (question) => {
    expect(read(question).subject?.surely ?? false).toBe(false);
  });

  it('is one that is said with where its form tells so', () => {
    expect(speakerOf('What did Dahl state about the crossings?')).toBe(speakerOf('What did Dahl say?'));
    expect(speakerOf('What did Dahl point out about the crossings?')).toBe(speakerOf('What did Dahl say?'));
    expect(speakerOf('why are the crossings long, per Dahl')).toBe(speakerOf('What did Dahl say?'));
  });
});

describe('what is asked for', () => {
  it.each([
    ['When did they walk out?', 'time'],
    ['Where do the ferries go?', 'place'],
    ['How many passengers were carried?', 'number'],
    ['How much did the ferries cost?', 'money'],
    ['what share of crews walked out', 'share'],
    ['how long is a crossing', 'duration'],
    ['How old is the ferry?', 'age'],
    ['Why did the crews walk out?', 'reason'],
    ['by whom was it built', 'person'],
    ['night crossings', null],
  ])('%s', (question, expected) => expect(read(question).expects).toBe(expected));

  it('takes what follows "who said" as a quotation', () => {
    expect(read('who said "the crossings are too long"').asksWhoSaid).toBe(true);
    expect(read('who said the night crossings are too long').quotation.map((w) => w.word)).toEqual([
      'the',
      'night',
      'crossings',
      'are',
      'too',
      'long',
    ]);
  });
});

describe('words as they are searched for', () => {
  it.each([
    ['Norwegian', 'Norway'],
    ['said', 'says'],
    ['children', "child's"],
    ['São', 'Sao'],
    ['US', 'American'],
    ['U.S.', 'US'],
    ['3,500', '3500'],
    ['parliamentary', 'parliament'],
    ['seven', '7'],
  ])('%s is %s', (a, b) => expect(terms(a)).toEqual(terms(b)));

  it('reads a compound in parts and as one', () => {
    expect(terms('counter-clockwise')).toEqual(
      expect.arrayContaining(terms('counter clockwise counterclockwise')),
    );
  });

  it('matches a compound however it is typed', () => {
    for (const typed of ['counterclockwise', 'counter clockwise', 'counter-clockwise'])
      expect(read(typed).topic.every((w) => !w.unknown)).toBe(true);
  });

  it('takes a word that no story holds for one spelt or sounding like it', () => {
    const [word] = read('passangers').topic;
    expect([...(word?.ids.keys() ?? [])].map((id) => index.vocabulary.termOf(id))).toContain('passeng');
    expect(read('zebra').topic[0]?.unknown).toBe(true);
  });
});

describe('British and American spellings', () => {
  it.each([
    ['criticised', 'criticized'],
    ['organisations', 'organizations'],
    ['emphasising', 'emphasizing'],
    ['realise', 'realize'],
  ])('%s is %s', (british, american) => expect(terms(british)).toEqual(terms(american)));

  it.each([['promise'], ['advised'], ['raising'], ['arise'], ['surprised']])('%s has no other', (word) =>
    expect(terms(word)).not.toEqual(terms(word.replace(/is(?=e|i)/u, 'iz'))),
  );
});
