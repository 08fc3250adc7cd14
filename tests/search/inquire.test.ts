import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { daysText } from '../../src/replies/days-text.js';
import { noteTexts } from '../../src/replies/notes.js';
import { whyNot } from '../../src/replies/why-not.js';
import { indexCorpus } from '../../src/search/index/index-corpus.js';
import { inquire } from '../../src/search/inquire.js';
import { corpusOfFiles } from '../stories.js';

const bridge = `---
date: 2025-11-20
---
A bridge for the valley

The council voted for a bridge.

“The bridge will open in May,” Mayor Ana Vale said.`;
const toll = `---
date: 2025-10-04
---
Toll talk

“Every car should pay a toll,” treasurer Otto Falk said.`;
const olives = `A poor year for olives

“Oil will cost nine euros,” Rui Santos said.`;
const index = await indexCorpus(
  corpusOfFiles({ 'bridge.txt': bridge, 'toll.txt': toll, 'olives.txt': olives }),
);
const NOW = new Date(2025, 10, 26, 12);
const asked = (text: string, of = index) => inquire(of, { text, now: NOW, last: null });
const stories = (text: string) => asked(text).hits.map((h) => h.passage.article.id);

describe('a question for a time', () => {
  it('is kept to the stories of that time, and says so', () => {
    const answer = asked('What did Vale say about the bridge last week?');
    expect(answer.hits.every((h) => h.passage.article.id === 'bridge')).toBe(true);
    expect(noteTexts(answer)).toEqual(['Only stories of 17–23 November 2025.']);
  });

  it('says that no story of that time speaks of it, and shows what another does', () => {
    const answer = asked('What did Falk say about the toll last week?');
    expect(answer.found).toBe(false);
    expect(whyNot(answer)).toBe('No story of 17–23 November 2025 speaks of that.');
    expect(answer.hits[0]?.passage.article.id).toBe('toll');
    expect(noteTexts(answer)).toEqual([]);
  });

  it('says nothing of the time where no story of any time answers: the nearest passages are of any', () => {
    const answer = asked('What did Falk say about submarines last week?');
    expect(answer).toMatchObject({ found: false, reason: 'not-said-by-speaker' });
    expect(noteTexts(answer)).toEqual([]);
  });

  it('falls back to a story without a date, and says so', () => {
    const answer = asked('What did Santos say about oil last week?');
    expect(answer.hits[0]?.passage.article.id).toBe('olives');
    expect(noteTexts(answer)).toEqual([
      'No story dated 17–23 November 2025 answers that; this one bears no date.',
    ]);
  });

  it('of which there is no story asks all, where the date may be that of the matter', () => {
    const answer = asked('What did Falk say about the toll in 2019?');
    expect(noteTexts(answer)).toEqual(['No story is dated 2019, so all were asked.']);
    expect(answer.hits[0]?.passage.article.id).toBe('toll');
  });

  it('narrows nothing where no story has a date', async () => {
    const undated = await indexCorpus(corpusOfFiles({ 'olives.txt': olives }));
    const answer = asked('What did Santos say about oil last week?', undated);
    expect(answer.found).toBe(true);
    expect(noteTexts(answer)).toEqual(['The stories bear no dates, so “last week” narrows nothing.']);
  });

  it('alone gets the openings of its stories, the newest first', () => {
    expect(stories('What happened in the last two months?')).toEqual(['bridge', 'toll']);
    expect(asked('What happened yesterday?')).toMatchObject({ found: false, reason: 'not-of-that-time' });
  });
});

describe('a question for a story', () => {
  it('is kept to it', () => {
    expect(new Set(stories('In the bridge story, what will open?'))).toEqual(new Set(['bridge']));
  });

  it('says that it doesn’t answer', () => {
    const answer = asked('In the bridge story, what did Falk say about the toll?');
    expect(answer.found).toBe(false);
    expect(whyNot(answer)).toBe('The story “A bridge for the valley” doesn’t answer that.');
  });

  it('that there isn’t asks all, and says so', () => {
    expect(noteTexts(asked('In the zeppelin story, what did Falk say?'))).toEqual([
      'No story goes by “zeppelin story”, so all were asked.',
    ]);
  });

  it('alone gets its opening', () => {
    const answer = asked('What does the bridge story say?');
    expect(answer.hits.map((h) => h.passage.paragraph)).toEqual([1, 2]);
  });

  it('leaves the option story as it is', () => {
    const article = index.corpus.articles.get('toll') ?? null;
    const text = 'In the bridge story, what did Falk say about the toll?';
    const { hits } = inquire(index, { text, article, now: NOW, last: null });
    expect(hits.every((h) => h.passage.article === article)).toBe(true);
  });
});

const pieces = fc.constantFrom(
  ...'What did Vale Falk he she they the mayor people say about in bridge toll story article last week October since 2019 “ ” , that ?'.split(
    ' ',
  ),
);

describe('any question', () => {
  test.prop([fc.array(pieces, { maxLength: 20 }).map((words) => words.join(' '))])(
    'is answered alike each time, with a reason where it isn’t',
    (text) => {
      const answer = asked(text);
      expect(answer.found).toBe(answer.reason === null);
      expect(answer.question.text).toBe(text);
      expect(whyNot(answer)).not.toMatch(/undefined|null/u);
      expect(asked(text)).toEqual(answer);
    },
  );

  it.each([
    ['stories', 'in the bridge story '.repeat(200)],
    ['headlines', 'in "bridge" '.repeat(330)],
    ['times', 'say last week '.repeat(280)],
    ['a time in words', 'what did he say since '.repeat(180)],
    ['pronouns', 'what did he say about her '.repeat(160)],
    ['roles', `did the ${'minister '.repeat(440)}`],
    ['white space', ' '.repeat(4000)],
  ])('of 4,000 characters, %s, is quick', (_, text) => {
    asked(text);
    const start = process.cpuUsage();
    asked(text);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(250);
  });
});

describe('days', () => {
  it.each([
    ['2025-05-23', '2025-05-23', '23 May 2025'],
    ['2025-05-01', '2025-05-31', 'May 2025'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
    ['2025-01-01', '2025-12-31', '2025'],
    ['2025-05-05', '2025-05-11', '5–11 May 2025'],
    ['2025-04-28', '2025-05-04', '28 April 2025 to 4 May 2025'],
  ])('%s to %s are “%s”', (from, to, text) => expect(daysText({ from, to })).toBe(text));
});

describe('a question all in capitals', () => {
  it('is read as if it were in small letters, and told of as it was typed', () => {
    const typed = 'WHAT DID VALE SAY ABOUT THE BRIDGE?';
    const answer = asked(typed);
    expect(answer.speaker?.name).toBe('Ana Vale');
    expect(answer.question.text).toBe(typed);
    expect(answer.hits[0]?.passage.id).toBe(asked('What did Vale say about the bridge?').hits[0]?.passage.id);
  });
});
