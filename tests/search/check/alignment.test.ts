import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { align, AMID, BESIDE, CUT, type Step } from '../../../src/search/check/alignment.js';

/** What became of each word, "=not" for one that is the same, "+not" for one left out, and so on. */
function aligned(
  claimed: string,
  own: string,
  beside: readonly number[] = [],
  amid: readonly number[] = [],
): string {
  const words = own.split(' ');
  const asked = claimed.split(' ');
  const all = [...new Set([...words, ...asked])];
  const free = Uint8Array.from(words, (_, at) =>
    beside.includes(at) ? BESIDE : amid.includes(at) ? AMID : 0,
  );
  const steps = align(
    Int32Array.from(asked, (w) => (w === '…' ? CUT : all.indexOf(w))),
    { ids: Int32Array.from(words, (w) => all.indexOf(w)), passable: free },
  );
  return steps.map((step) => shown(step, asked, words)).join(' ');
}

function shown({ kind, claimed, own }: Step, asked: readonly string[], words: readonly string[]): string {
  if (kind === 'same') return `=${words[own!]}`;
  if (kind === 'replaced') return `${words[own!]}>${asked[claimed!]}`;
  if (kind === 'added') return `-${asked[claimed!]}`;
  return `${kind === 'skipped' ? '~' : '+'}${words[own!]}`;
}

describe('an alignment', () => {
  it.each([
    ['the same, anywhere in a passage', 'bridge opens', 'so the bridge opens in May', '=bridge =opens'],
    ['a word left out', 'we do see', 'we do not see it', '=we =do +not =see'],
    ['a word added', 'we do not see', 'we do see it', '=we =do -not =see'],
    ['a word replaced', 'a lower share of us', 'a higher share of us', '=a higher>lower =share =of =us'],
    ['the last word replaced', 'than oil', 'than coal', '=than coal>oil'],
    ['a marked cut', 'we … it', 'we have long seen it', '=we ~have ~long ~seen =it'],
    ['the nearer of two ends', 'a … b', 'a x b y b', '=a ~x =b'],
  ])('shows %s', (_, claimed, own, steps) => {
    expect(aligned(claimed, own)).toBe(steps);
  });

  it('passes over words of attribution for nothing, and only over those', () => {
    expect(aligned('no toll ever', 'no toll she said ever', [2, 3])).toBe('=no =toll ~she ~said =ever');
    expect(aligned('no toll ever', 'no toll she said ever')).toBe('=no =toll +she +said =ever');
  });

  it('lays words on what was said, before it lays them on words of attribution', () => {
    const own = 'long years said analyst and author ada stone x and y need us';
    const between = [2, 3, 4, 5, 6, 7];
    expect(aligned('y and x need us', own, between)).toBe('x>y =and y>x =need =us');
    expect(aligned('years said analyst and author', own, between)).toBe('=years =said =analyst =and =author');
  });

  it('passes over what may be left out, and lays words on it as on others', () => {
    expect(aligned('the end', 'of the town who are the end', [], [3, 4, 5, 6])).toBe('=the =end');
    expect(aligned('town end', 'of the town who are the end', [], [3, 4, 5])).toBe(
      '=town ~who ~are ~the =end',
    );
  });

  const words = fc.array(fc.integer({ min: CUT, max: 4 }), { maxLength: 30 });
  test.prop([words, words])('has every claimed word once, and own words in a row', (claimed, own) => {
    const ids = Int32Array.from(own, (id) => Math.max(0, id));
    const steps = align(Int32Array.from(claimed), { ids, passable: new Uint8Array(ids.length) });
    const asked = [...claimed.keys()].filter((at) => claimed[at] !== CUT);
    expect(steps.flatMap((s) => s.claimed ?? [])).toEqual(asked);
    const used = steps.flatMap((s) => s.own ?? []);
    expect(used).toEqual(used.map((_, at) => used[0]! + at));
  });
});
