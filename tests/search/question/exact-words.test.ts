import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/search/ask.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { corpusOfFiles } from '../../stories.js';

const index = await indexCorpus(
  corpusOfFiles({
    'quay.txt': `The old quay

“We will not sell the old quay,” said Mayor Ines Calloway.

“The old quay we will sell, not the new,” said broker Odd Larsen.

Calloway called the e-mail “an insult”.

“They’d rush the CAFÉ’S sale,” said Larsen.`,
  }),
);
const paragraphs = (text: string) => ask(index, { text }).hits.map((h) => h.passage.paragraph);
const missing = (text: string) => ask(index, { text }).notes.map((n) => n.about === 'words' && n.words);

describe('words between quotation marks', () => {
  it.each([
    ['who said “we will not sell the old quay”?', [1]],
    ['who said "We will not sell the old quay,"', [1]],
    ['Who said ‘the old quay we will sell’?', [2]],
  ])('mean these words in this order: %s', (question, places) =>
    expect(paragraphs(question)).toEqual(places),
  );

  it('are said to stand nowhere where they do, and the nearest is shown', () => {
    expect(missing('who said “we shall not sell the old quay”?')).toEqual(['we shall not sell the old quay']);
    expect(paragraphs('who said “we shall not sell the old quay”?')[0]).toBe(1);
    expect(missing('who said “quay old the sell not will we”?')).toHaveLength(1);
  });

  it('may be written in other marks, cases and hyphens', () => {
    expect(missing('Who called the «E mail» “AN INSULT”?')).toEqual([]);
    expect(missing('who said "theyd rush the"')).toEqual([]);
    expect(missing('who said "rush the cafes sale"')).toEqual([]);
  });

  it('of one or two are only mentioned: the rest of the question decides', () => {
    expect(paragraphs('What did Larsen say of the “old quay”?')[0]).toBe(2);
  });

  it('of marks alone are none', () => expect(missing('Who said “… !” of the quay?')).toEqual([]));
});
