import { describe, expect, it } from 'vitest';
import { indexCorpus } from '../../../src/search/index/index-corpus.js';
import { storyAsked } from '../../../src/search/question/story-asked.js';
import { corpusOfFiles } from '../../stories.js';

const index = await indexCorpus(
  corpusOfFiles({
    'bridge.txt': `---
outlet: The Daily
---
A bridge for the valley

The council of Lumeville voted to build a bridge over the river Lume.

“No toll will ever be charged on the bridge,” Ana Duarte said.`,
    'toll.txt': `---
outlet: Lume Courier
---
Toll talk divides Lumeville

“Every car should pay a toll on the bridge,” treasurer Otto Falk said.`,
    'olives.txt': `---
outlet: The Daily
---
A poor year for growers

“The olives froze in March,” Rui Duarte said.

Not one tree is left in the upper groves.

A pipeline for water would help, he said. The pipeline was promised long ago.

The pipeline has no money.`,
  }),
);

function asked(text: string): { stories: string[]; rest: string } | null {
  const story = storyAsked(text, index);
  return (
    story && {
      stories: story.articles.map((a) => a.id),
      rest: `${text.slice(0, story.start)}|${text.slice(story.end)}`,
    }
  );
}

describe('a story that is named', () => {
  it.each([
    // By its headline.
    ['What did Duarte say in the bridge story?', ['bridge'], 'What did Duarte say |?'],
    ['In the article about the bridge, who spoke?', ['bridge'], '|, who spoke?'],
    ['According to the piece on tolls who should pay', ['toll'], '| who should pay'],
    ['What does the toll article say about cars?', ['toll'], 'What does | say about cars?'],
    ['in the pipline story, what froze?', ['olives'], '|, what froze?'],
    ['What did Duarte say in “A bridge for the valley”?', ['bridge'], 'What did Duarte say |?'],
    ['in the story titled "Toll talk divides Lumeville", who spoke', ['toll'], '|, who spoke'],
    // By what it is about.
    ['in the pipeline story, what froze?', ['olives'], '|, what froze?'],
    ['in the frozen olives story, who spoke?', ['olives'], '|, who spoke?'],
    ['in the groves article, who spoke?', ['olives'], '|, who spoke?'],
    // By its outlet.
    ['What did Falk say in the Lume Courier article?', ['toll'], 'What did Falk say |?'],
    ['in the Daily piece about the bridge, who spoke', ['bridge'], '|, who spoke'],
    [
      'What did Duarte say in the Daily’s report about frost?',
      ['bridge', 'olives'],
      'What did Duarte say | about frost?',
    ],
    ['What did Duarte say in The Daily?', ['bridge', 'olives'], 'What did Duarte say |?'],
    ['in the story from the Lume Courier, who spoke', ['toll'], '|, who spoke'],
    // What follows a name is the matter.
    [
      'What did Duarte say in the bridge story about tolls?',
      ['bridge'],
      'What did Duarte say | about tolls?',
    ],
  ])('%s', (question, stories, rest) => expect(asked(question)).toEqual({ stories, rest }));

  it('that there isn’t is told apart from none', () => {
    expect(asked('in the zeppelin story, who spoke?')?.stories).toEqual([]);
  });

  it.each([
    'What did Duarte say about the bridge?',
    'What did Duarte say about the story of the bridge?',
    'What did Duarte say in the article?',
    'According to the report on tolls, who should pay?',
    'What was said in the latest story?',
    'In a piece of the bridge, who worked?',
    'the bridge story',
    'story',
    'the daily toll',
  ])('none in: %s', (question) => expect(asked(question)).toBeNull());
});
