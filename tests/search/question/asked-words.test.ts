import { describe, expect, it } from 'vitest';
import { askedWords } from '../../../src/search/question/asked-words.js';
import { meets } from '../../../src/search/question/expectation.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { kin, relatives } from '../../../src/search/index/word-families.js';
import { corpusOf } from '../../stories.js';

const { vocabulary } = await indexCorpus(
  corpusOf(
    'An urgent bridge\n\nThe president decided on a campaign to mend the bridge, an urgent matter for the government. Nobody was deported to Cuba.',
    [],
  ),
);

/** The likeliest term that each word stands for. */
function meant(text: string): (string | undefined)[] {
  return askedWords(text, vocabulary).map(({ ids }) => {
    const [best] = [...ids].toSorted(([, a], [, b]) => b - a);
    return best && vocabulary.termOf(best[0]);
  });
}

describe('a word with a slip', () => {
  it('is found where two letters are swapped', () => {
    expect(meant('brigde')).toEqual(['bridg']);
  });

  it('is found where the slip hides its ending, or makes one', () => {
    expect(meant('preisdent campaing goverment')).toEqual(['presid', 'campaign', 'govern']);
    expect(meant('deportatons')).toEqual(['deport']);
  });

  it('is found where it is a form that stands for another word', () => {
    expect(meant('cubin')).toEqual(['cuba']);
  });
});

describe('a slip in a word of grammar', () => {
  const isGrammar = (text: string) => askedWords(text, vocabulary)[0]?.stop;
  it('is grammar still, and nothing to be found', () => {
    expect(isGrammar('wil')).toBe(true);
    expect(isGrammar('becuase')).toBe(true);
  });

  it('is none in a name or in a word of its own', () => {
    expect(isGrammar('Wil')).toBe(false);
    expect(isGrammar('thorough')).toBe(false);
  });
});

describe('a word of the same family', () => {
  it('counts for less than the word itself', () => {
    const [word] = askedWords('urgency', vocabulary);
    const likeness = word?.ids.get(vocabulary.idOf('urgent')!) ?? 0;
    expect(likeness).toBeGreaterThan(0);
    expect(likeness).toBeLessThan(1);
  });

  it.each([
    ['decis', 'decid'],
    ['explos', 'explod'],
    ['receiv', 'recept'],
    ['musician', 'music'],
    ['settlement', 'settl'],
  ])('joins %s and %s, both ways', (one, other) => {
    expect(relatives(one)).toContain(other);
    expect(relatives(other)).toContain(one);
  });

  it('needs more than an ending', () => {
    expect(relatives('ent')).toEqual([]);
  });
});

describe('kin', () => {
  it('begin alike and mean much the same', () => {
    expect(kin('nomine')).toContain('nomin');
    expect(kin('deter')).toContain('deterr');
    expect(kin('threat')).toContain('threaten');
  });

  it('are not whatever begins alike', () => {
    expect(kin('polic')).not.toContain('polici');
    expect(kin('convers')).not.toContain('convert');
    expect(kin('qxzjqv')).toEqual([]);
  });
});

describe('what is expected of an answer', () => {
  const strength = (expects: Parameters<typeof meets>[0], sentence: string) =>
    meets(expects, sentence, new Set());

  it('is an age where a sentence tells one, and no share', () => {
    expect(strength('age', 'She died on Monday. She was 92.')).toBe(1);
    expect(strength('age', 'Turnout was 92 percent.')).toBe(0);
  });

  it('grades reasons by how plainly they are told', () => {
    const sentence = [
      'They closed the bridge because it swayed.',
      'They closed the bridge over cracks.',
      'They might close the bridge.',
      'The bridge opened.',
    ];
    const found = sentence.map((s) => strength('reason', s));
    expect(found).toEqual(found.toSorted((a, b) => b - a));
    expect(new Set(found).size).toBe(4);
  });

  it('takes a clock’s time for the time of day, and a dateline for none', () => {
    expect(strength('clock', 'It fell at 8:30 p.m. on Mill Street.')).toBe(1);
    expect(strength('clock', 'It fell on Monday.')).toBe(0);
    expect(strength('time', 'HOBART, May 3 (AP) — The bridge fell.')).toBe(0);
    expect(strength('time', 'HOBART, May 3 (AP) — The bridge fell on Monday.')).toBe(1);
  });

  it('takes no time that has passed since for how long something took', () => {
    expect(strength('duration', 'It fell six years after the flood.')).toBe(0);
    expect(strength('duration', 'It stood for six years.')).toBe(1);
    expect(strength('duration', 'She has been mayor since 2009.')).toBe(1);
    expect(strength('duration', 'It was closed until further notice.')).toBe(1);
    expect(strength('duration', 'It was closed until next spring.')).toBe(1);
    expect(strength('duration', 'It was her first speech since taking office.')).toBe(0);
  });
});
