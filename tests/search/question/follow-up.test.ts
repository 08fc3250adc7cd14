import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { follow, lastAnswer, type LastAnswer } from '../../../src/search/question/follow-up.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { inquire } from '../../../src/search/inquire.js';
import { corpusOfFiles } from '../../stories.js';

const index = await indexCorpus(
  corpusOfFiles({
    'mill.txt': `The mill will close

“The mill has no water and no oil,” Minister Adam Brandt said. “He who wants flour must look elsewhere.”

“I shall bake with rye,” baker Mary Stolz said. She added that oil was dear.

The Millers Union said the mill could be saved.

Farmers said the weir leaks.`,
    'weir.txt': `Weir repaired

“The weir holds,” engineer Peter Lang said. Mayor Ruth Amsel thanked him.

Mrs. Ruth Amsel opened the sluice on Monday.

Mr. Hugo Bast and Mr. Otto Cray carried the gate.`,
    'quarry.txt': `Quarry flooded

“The quarry is full of slate,” said foreman Zorvan Quell. “The pumps have failed,” he said.`,
  }),
);
const NOW = new Date(2025, 0, 1);
const asked = (text: string, last: LastAnswer | null = null) => inquire(index, { text, now: NOW, last });
const after = (text: string, before: LastAnswer | null = null) =>
  lastAnswer(asked(text, before), before, index);
const followed = (text: string, before: string) => follow(text, after(before), index).text;

const BRANDT = 'What did Brandt say about the mill?';
const STOLZ = 'What did Stolz say about rye?';
const UNION = 'What did the Millers Union say about the mill?';

describe('words that point back to the last answer', () => {
  it.each([
    [BRANDT, 'and what did he say about oil?', 'and what did Adam Brandt say about oil?'],
    [BRANDT, 'what does he think of oil', 'what does Adam Brandt think of oil'],
    [
      BRANDT,
      'Why did he really say that the mill had no water?',
      'Why did Adam Brandt really say that the mill had no water?',
    ],
    [BRANDT, 'and his view on oil?', 'and Adam Brandt’s view on oil?'],
    [BRANDT, 'who criticised him?', 'who criticised Adam Brandt?'],
    [BRANDT, 'what did the minister say about oil?', 'what did the minister say about oil?'],
    [BRANDT, 'What did he say about Stolz?', 'What did Adam Brandt say about Stolz?'],
    [STOLZ, 'what did she say about oil', 'what did Mary Stolz say about oil'],
    [STOLZ, 'What about her oil?', 'What about Mary Stolz’s oil?'],
    [STOLZ, 'who asked her about oil?', 'who asked Mary Stolz about oil?'],
    // Nobody speaks there, and one who fits is named.
    ['Who opened the sluice?', 'what did she say about the weir', 'what did Ruth Amsel say about the weir'],
    [UNION, 'What did they say about saving it?', 'What did Millers Union say about saving it?'],
    [BRANDT, 'what did Stolz say about that?', 'what did Stolz say about mill?'],
  ])('after “%s”: %s', (before, question, text) => expect(followed(question, before)).toBe(text));

  it.each([
    // Somebody else is named, or described, before.
    [BRANDT, 'What did Lang say about his weir?'],
    [BRANDT, 'When Lang came, what did he say?'],
    [BRANDT, 'When Zorbo came, what did he say?'],
    [STOLZ, 'What did the engineer say to her about the weir?'],
    // It fits nobody there.
    [BRANDT, 'What did they say about the weir?'],
    [BRANDT, 'who said he would go'],
    [BRANDT, 'who said “he who wants flour must look elsewhere”'],
    [BRANDT, 'How much will it cost?'],
  ])('after “%s”, nothing in: %s', (before, question) => expect(followed(question, before)).toBe(question));

  it('are told with the answer', () => {
    const answer = asked('and what did he say about oil?', after(BRANDT));
    expect(answer.hits[0]?.speakers[0]?.name).toBe('Adam Brandt');
    expect(answer.notes).toEqual([{ about: 'pointer', words: 'he', meant: 'Adam Brandt' }]);
    expect(answer.question.text).toBe('and what did he say about oil?');
  });

  it('keep to the story of the last answer', () => {
    const { hits } = asked('What did Lang say in that story?', after(BRANDT));
    expect(hits.every((h) => h.passage.article.id === 'mill')).toBe(true);
  });

  it('go on from follow-up to follow-up', () => {
    const second = after('and what did he say about oil?', after(BRANDT));
    expect(asked('what did he say about flour?', second).hits[0]?.speakers[0]?.name).toBe('Adam Brandt');
  });

  it('go on after a “no” that names somebody, and after one that names nobody', () => {
    const last = after(BRANDT);
    expect(after('What did he say about the weir?', last)?.speakers).toEqual(last?.speakers);
    expect(after('Who discovered penicillin?', last)).toEqual(last);
  });

  it('don’t mean somebody by a part of a role', async () => {
    const one = await indexCorpus(
      corpusOfFiles({ 'a.txt': 'Rye\n\n“Rye is dear,” council member Adam Brandt said.' }),
    );
    const last = { speakers: one.corpus.speakers.map((s) => s.key), named: [], article: 'a', topic: '' };
    expect(follow('What did the council say about rye?', last, one).notes).toEqual([]);
    expect(follow('What did the member say about rye?', last, one).text).not.toContain('council');
  });

  it('mean a role before all others who have it', async () => {
    const two = await indexCorpus(
      corpusOfFiles({
        'a.txt':
          'Ministers meet\n\n“Rye is dear,” Minister Adam Brandt said.\n\n“Rye is cheap,” Minister Paul Oder said. “Rye is plenty.”',
      }),
    );
    const last = {
      speakers: [two.corpus.speakers.find((s) => s.name === 'Adam Brandt')?.key ?? ''],
      named: [],
      article: 'a',
      topic: '',
    };
    expect(follow('What did the minister say about rye?', last, two).text).toBe(
      'What did Adam Brandt say about rye?',
    );
  });
});

describe('words that point back to nothing', () => {
  it.each([
    ['what did he say about oil?', null],
    ['What does she think of oil?', null],
    ['his opinion on oil', null],
    ['what did she say about oil?', BRANDT],
    ['what did he say about oil?', STOLZ],
    // His first name tells nothing, but the story calls him "he".
    ['what did she say about oil?', 'What did Quell say about slate?'],
    // Two are named, and either may be meant.
    ['what did he say about oil?', 'Who carried the gate?'],
  ])('are not guessed: %s', (question, before) => {
    const answer = asked(question, before === null ? null : after(before));
    expect(answer).toMatchObject({ found: false, reason: 'unclear', hits: [] });
  });

  it('are left where the rest of the question may tell who is meant', () => {
    expect(asked('Why did he report that the weir leaks?').reason).not.toBe('unclear');
  });

  it('leave a question that doesn’t hang on them', () => {
    expect(asked('Who said he who wants flour must look elsewhere?').found).toBe(true);
    expect(asked('What did they say about the mill?').found).toBe(true);
  });

  it('don’t matter where the option names the speaker', () => {
    const speaker = index.corpus.speakers.find((s) => s.name === 'Adam Brandt') ?? null;
    expect(inquire(index, { text: 'What did he say about oil?', speaker, now: NOW, last: null }).found).toBe(
      true,
    );
  });

  it('nor do speakers who are gone from the stories', () => {
    const last = { speakers: ['AAAAAAAA'], named: [], article: 'gone', topic: 'mill' };
    expect(asked('what did he say in that story?', last).reason).toBe('unclear');
  });
});

describe('any question', () => {
  const words = fc.constantFrom(
    ...'and what did does he she they the minister his her say said about that story in it Brandt Lang oil “ ” ? ,'.split(
      ' ',
    ),
  );
  test.prop([
    fc.array(words, { maxLength: 20 }).map((w) => w.join(' ')),
    fc.constantFrom(BRANDT, STOLZ, UNION),
  ])(
    'is followed alike each time, and in the option’s stead names nobody new without a note',
    (question, before) => {
      const last = after(before);
      const first = follow(question, last, index);
      expect(follow(question, last, index)).toEqual(first);
      if (!first.notes.length) expect(first.text).toBe(question);
    },
  );
});
