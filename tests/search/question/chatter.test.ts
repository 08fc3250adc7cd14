import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { withoutChatter } from '../../../src/search/question/chatter.js';

describe('what is only said around a question', () => {
  it.each([
    ['hey guys, what did Roe say?', 'what did Roe say?'],
    ['@On Record what did Roe say', 'what did Roe say'],
    ['@everyone what did Roe say', 'what did Roe say'],
    ['<@1234567890> what did Roe say', 'what did Roe say'],
    ['quick question: what did Roe say thx!', 'what did Roe say'],
    ['i forgot, what did Roe say', 'what did Roe say'],
    ['lol so can someone tell me what did Roe say haha', 'what did Roe say'],
    ['what did Roe say, guys?', 'what did Roe say,'],
    ['does anyone know how many voted in the article pls', 'how many voted'],
    ['just wondering who won tho', 'who won'],
    ['what was it about lol', 'what was it about'],
    ['who did Roe talk to, dude', 'who did Roe talk to,'],
  ])('goes: %s', (text, asked) => {
    expect(withoutChatter(text).trim()).toBe(asked);
  });

  it.each([
    'what did Roe say about the bad guys',
    'man of the year',
    'Hello Kitty lawsuit',
    'OK governor on oil',
    'I don’t recall saying that',
    'What did Roe say in the pipeline story?',
    'hello',
    'thanks!',
    'lol',
    'everyone votes',
    'so-called experts',
    'Oh-Ji Park quote',
    'who said thank you',
    'what did Roe say about giving thanks',
    'what happened in Imo',
    'what was in the news',
    'wanted: a mayor',
  ])('leaves what may be meant, or is all there is: %s', (text) => {
    expect(withoutChatter(text)).toBe(text);
  });

  test.prop([
    fc.string({ unit: 'binary' }),
    fc.constantFrom('lol ', 'hey guys ', ''),
    fc.constantFrom(' thx', ' haha!', ''),
  ])('keeps every word that stays where it was', (text, before, behind) => {
    const whole = before + text + behind;
    const rest = withoutChatter(whole);
    expect(rest).toHaveLength(whole.length);
    for (let at = 0; at < whole.length; at++) if (rest[at] !== ' ') expect(rest[at]).toBe(whole[at]);
  });

  it('is soon told of a long text', () => {
    const start = process.cpuUsage();
    for (const text of [
      'lol '.repeat(1000),
      ' '.repeat(4000),
      'ha'.repeat(2000),
      ', '.repeat(2000),
      '@'.repeat(4000),
    ])
      withoutChatter(text);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(200);
  });
});
