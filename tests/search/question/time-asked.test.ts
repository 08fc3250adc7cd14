import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { timeAsked } from '../../../src/search/question/time-asked.js';

/** A Wednesday. */
const NOW = new Date(2025, 10, 26, 12);
const days = (text: string) => {
  const time = timeAsked(text, NOW);
  return time && `${time.days.from} ${time.days.to}`;
};

describe('a time that says which stories are asked', () => {
  it.each([
    ['What did the mayor say today?', '2025-11-26 2025-11-26'],
    ['what did he say yesterday', '2025-11-25 2025-11-25'],
    ['What did the mayor say the day before yesterday?', '2025-11-24 2025-11-24'],
    ['What did the mayor say about tolls last week?', '2025-11-17 2025-11-23'],
    ['What did the mayor say last week about tolls?', '2025-11-17 2025-11-23'],
    ['Last week, what did the mayor say about the vote?', '2025-11-17 2025-11-23'],
    ['What has the mayor said this week?', '2025-11-24 2025-11-30'],
    ['What has the mayor said in the past week?', '2025-11-19 2025-11-26'],
    ['What was said about the bridge in the last ten days?', '2025-11-16 2025-11-26'],
    ['What did she say last weekend?', '2025-11-22 2025-11-23'],
    ['What did she say last month?', '2025-10-01 2025-10-31'],
    ['What has Reyes said about ferries this year', '2025-01-01 2025-12-31'],
    ['what did Reyes say last year', '2024-01-01 2024-12-31'],
    ['Since Monday, what has the mayor said?', '2025-11-24 2025-11-26'],
    ['What has the mayor said about the vote since Thursday?', '2025-11-20 2025-11-26'],
    ['What has the mayor said since 3 September?', '2025-09-03 2025-11-26'],
    ['In October, what did Reyes say?', '2025-10-01 2025-10-31'],
    ['What did Reyes say in December?', '2024-12-01 2024-12-31'],
    ['What did Reyes say about the bridge in October 2023?', '2023-10-01 2023-10-31'],
    ['What did Reyes say on 3 September?', '2025-09-03 2025-09-03'],
    ['What did Reyes say on September 3rd about ferries?', '2025-09-03 2025-09-03'],
    ['What did Reyes say on 30 November?', '2024-11-30 2024-11-30'],
    ['What did Reyes say on 2025-05-23?', '2025-05-23 2025-05-23'],
    ['What did Reyes say in 2023 about ferries?', '2023-01-01 2023-12-31'],
    ['What happened in Lumeville last week?', '2025-11-17 2025-11-23'],
    ['what happened yesterday', '2025-11-25 2025-11-25'],
    ['stories from last month about the bridge', '2025-10-01 2025-10-31'],
    ['articles since 1 November', '2025-11-01 2025-11-26'],
    ['What does yesterday’s story say about the bridge?', '2025-11-25 2025-11-25'],
    ['quotes about the bridge from this week', '2025-11-24 2025-11-30'],
  ])('%s', (question, expected) => expect(days(question)).toBe(expected));
});

describe('a time that may belong to what is asked about', () => {
  it.each([
    'When did the mayor speak last week?',
    'What day in October did Reyes say that?',
    'How long did he speak yesterday?',
    'Will the bridge open in May?',
    'What did Reyes say would happen last week?',
    'What did Reyes say about the October vote?',
    'What did Reyes say about the vote in October?',
    'What did Reyes say about the meeting yesterday?',
    'What did Reyes say about last week’s vote?',
    'What did Reyes say about the ceremony opening in May?',
    'What did Reyes say about 2024?',
    'What did Reyes say may happen?',
    'What did Reyes say on Monday?',
    'What did Reyes say on 31 June?',
    'What did Reyes say about “the past week”?',
    'What did Reyes say today and yesterday?',
    'Who won the election last year?',
    'Who said it last week?',
    'How many fires did the brigade report this year?',
    'the march to the sea',
    'today',
  ])('%s', (question) => expect(timeAsked(question, NOW)).toBeNull());
});

describe('any question', () => {
  const pieces = fc.constantFrom(
    ...'what did Reyes say since in on last past the 3 31 week month year Monday May 2025 2024-02-30 , ? yesterday ’s story'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    fc.array(pieces, { maxLength: 14 }).map((words) => words.join(' ')),
  );

  test.prop([text, fc.date({ min: new Date(2000, 0, 1), max: new Date(2100, 0, 1), noInvalidDate: true })])(
    'names days that are there, in words that stand in it',
    (question, now) => {
      const time = timeAsked(question, now);
      if (!time) return;
      expect(time.days.from <= time.days.to).toBe(true);
      expect(question.slice(time.start, time.end)).toContain(time.words);
      for (const day of [time.days.from, time.days.to])
        expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
    },
  );
});
