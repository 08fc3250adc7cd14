import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { read } from '../../src/attribution/attribute.js';
import { buildCorpus } from '../../src/corpus/corpus.js';
import { ask } from '../../src/search/ask.js';
import { candidates } from '../../src/search/candidates.js';
import { evidence } from '../../src/search/evidence.js';
import { indexCorpus } from '../../src/search/index-corpus.js';
import { understand } from '../../src/search/question.js';
import { rank } from '../../src/search/rank.js';

const files = {
  'quarry.txt': `Quarry at Stenholm to close
The quarry at Stenholm will close in June after 62 years, its owner said on Friday.

“We sold 900 tons last year; we used to sell that in a week,” said Marta Hollis, the manager.

Twelve workers lose their jobs. Three of them are older than 60.

The union asked the county for a training course. “No gravel, no roads,” said Idris Al-Wafi, a driver.`,
  'lake.txt': `Lake Orrin too warm for trout
Water in Lake Orrin reached 24 degrees in July, biologist Sten Aker said.

Aker, 58, has measured the lake since 1991.

Anglers caught nine trout in all of August.`,
};
const index = await indexCorpus(
  buildCorpus(
    Object.entries(files).map(([file, text]) => read(readArticle(file, new TextEncoder().encode(text)))),
  ),
);

function weighed(text: string) {
  const asked = understand(text, index.vocabulary, index.book);
  const limits = { articles: null, speaker: null };
  return evidence(index, asked, rank(index, asked, candidates(index, asked, limits), null));
}

describe('evidence', () => {
  it('sees that all words stand in the best passage', () =>
    expect(weighed('training course county union')).toMatchObject({
      plainWords: 1,
      weakest: 1,
      strangers: 0,
    }));

  it('sees a word that stands nowhere', () => expect(weighed('quarry pensions June')?.weakest).toBe(0));

  it('takes a capitalised word that no story holds for a stranger’s name', () =>
    expect(weighed('the quarry and Vibeke Rolvsen')?.strangers).toBeGreaterThan(0.3));

  it('misses a figure that is asked for', () => {
    expect(weighed('How many training courses did the union ask the county for?')?.lacksFigure).toBe(1);
    expect(weighed('How many workers lose their jobs?')?.lacksFigure).toBe(0);
  });

  it('counts a remembered quotation', () =>
    expect(weighed('who said "we used to sell that in a week"')?.quotation).toBeGreaterThan(0.9));

  it('is none where nothing was found', () => expect(weighed('?!')).toBeNull());
});

describe('declining', () => {
  it.each([
    ['a name alone, of whom something else is asked', 'Where did Marta Hollis go to university?'],
    ['another subject that shares a word', 'What is the best recipe for trout in cream sauce?'],
    ['strangers', 'Did Vibeke Rolvsen win the chess final?'],
    ['a number that isn’t told', 'How many training courses are there?'],
    ['an age that isn’t told', 'How old is Marta Hollis?'],
    ['names alone of a short question', 'Who did Marta Hollis marry?'],
    ['somebody whose name shares only its “al” with others', 'what did al-tamimi say about gravel'],
    ['a relative whom no story quotes', "What did Marta Hollis's husband say about the quarry?"],
    ['a price that isn’t told', 'How much did the quarry at Stenholm sell for?'],
  ])('%s', (_, text) => expect(ask(index, { text }).found).toBe(false));

  it.each([
    ['When will the quarry close?', 'in June'],
    ['How many workers lose their jobs?', 'Twelve'],
    ['How old is Aker?', '58'],
    ['trout', 'nine trout'],
    ['How warm was the water in Lake Orrin?', '24 degrees'],
  ])('answers: %s', (text, words) => {
    const { found, hits } = ask(index, { text });
    expect(found).toBe(true);
    expect(hits[0]?.passage.text).toContain(words);
  });
});
