import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/search/ask.js';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { inquire } from '../../../src/search/inquire.js';
import { corpusOfFiles } from '../../stories.js';

const index = await indexCorpus(
  corpusOfFiles({
    'council.txt': `Council weighs a toll

“A toll pays for the bridge,” treasurer Otto Falk said. “Without a toll the bridge is a debt.”

“The toll is fair to those who never cross the bridge,” Otto Falk said.

“The toll will be small,” Otto Falk said of the bridge.

“The toll will go once the bridge is paid,” Otto Falk said.

“The toll money goes to the bridge alone,” Otto Falk said.

“A toll on the bridge is normal,” Otto Falk said.

“A toll booth at the bridge makes two jobs,” Otto Falk said.

“Other towns have a bridge toll,” Otto Falk said.

“The bridge toll needs a vote,” Otto Falk said.`,
    'market.txt': `Market fears a toll

“A toll on the bridge would ruin the market,” baker Mira Stolz said on Friday at the town hall.`,
    'wire.txt': `Bakers against the bridge toll

“A toll on the bridge would ruin the market,” baker Mira Stolz said Friday at the town hall.`,
    'figures.txt': `Two counts

The census counted 412 boats at the upper mooring in spring before the storm came.

The census counted 388 boats at the upper mooring in spring before the storm came.`,
  }),
);
const hits = (text: string) => inquire(index, { text, now: new Date(2025, 0, 1), last: null }).hits;

describe('the hits of an answer', () => {
  it('have no text twice, and tell how many stories print it', () => {
    const stolz = hits('What did Mira Stolz say about the toll?').filter((h) =>
      h.passage.text.includes('ruin'),
    );
    expect(stolz).toHaveLength(1);
    expect(stolz[0]?.alsoIn).toHaveLength(1);
    expect(hits('What did Otto Falk say about the toll?')[0]?.alsoIn).toEqual([]);
  });

  it('keep texts that differ in a figure', () => {
    expect(hits('How many boats did the census count?')).toHaveLength(2);
  });

  it('leave room for further stories', () => {
    const stories = ask(index, { text: 'toll on the bridge' }).hits.map((h) => h.passage.article.id);
    expect(stories).toHaveLength(9);
    expect(new Set(stories).size).toBe(2);
  });

  it.each([
    'What did they say about the toll on the bridge?',
    'What do people say about the toll on the bridge?',
    'what do both sides say about the bridge toll',
    'What do critics say about the toll on the bridge?',
    'reactions to the bridge toll',
  ])('begin with each speaker once: %s', (question) => {
    const speakers = hits(question).flatMap((h) => h.speakers.map((s) => s.name));
    expect(new Set(speakers.slice(0, 2))).toEqual(new Set(['Otto Falk', 'Mira Stolz']));
  });
});
