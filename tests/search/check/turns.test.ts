import { describe, expect, it } from 'vitest';
import { quotedWords } from '../../../src/search/check/quoted-words.js';
import { turnOf } from '../../../src/search/check/turns.js';

/** A sentence with the changed words between bars: only they are compared. */
function side(marked: string) {
  const [before = '', words = ''] = marked.split('|');
  const text = marked.replaceAll('|', '');
  return { text, words: quotedWords(text, before.length, before.length + words.length) };
}

describe('a change that turns the meaning', () => {
  it.each([
    ['we |do not| go', 'we |do| go', 'negation'],
    ["we |can't| go", 'we |can| go', 'negation'],
    ['there is |no| way', 'there is |a| way', 'negation'],
    ['it is |unbearable|', 'it is |bearable|', 'negation'],
    ['an |illegal| toll', 'a |legal| toll', 'negation'],
    ['|9| of us', '|19| of us', 'number'],
    ['|two| of us', '|three| of us', 'number'],
    ['we meet |Ada Stone| there', 'we meet |her| there', 'name'],
    ['we go to |Lumeville|', 'we go to |town|', 'name'],
    ['we |might| go', 'we |will| go', 'modal verb'],
  ])('is seen between %j and %j: %s', (own, claimed, turn) => {
    expect(turnOf(side(own), side(claimed))).toBe(turn);
    expect(turnOf(side(claimed), side(own))).toBe(turn);
  });

  it.each([
    ['we |never| go', 'we |do not| go'],
    ['|nine| of us', '|9| of us'],
    ['an |uneven| road', 'an |unequal| road'],
    ['an |important| road', 'an |importance| road'],
    ['we |want| it', 'we |have| it'],
    ['So it is. |Bridges| rise', 'So it is. |They| rise'],
    ['today |I| go', 'today |we| go'],
    ["we |can't| go", 'we |cannot| go'],
  ])('is not seen between %j and %j', (own, claimed) => {
    expect(turnOf(side(own), side(claimed))).toBeNull();
  });
});
