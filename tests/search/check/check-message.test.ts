import { beforeAll, describe, expect, it } from 'vitest';
import { checkMessage } from '../../../src/search/check/check-message.js';
import { indexCorpus, type Index } from '../../../src/search/index/index-corpus.js';
import { corpusOfFiles } from '../../stories.js';

let index: Index;
beforeAll(async () => {
  index = await indexCorpus(
    corpusOfFiles({
      'ferry.txt': `A ferry

Reyes, Duarte, pledge to keep the ferry; a bridge may come.

LUMEVILLE – Mayor Ana Duarte told the farmers of the valley that the old ferry will run through the winter until a bridge is built.

Tomas Reyes said Duarte has not replied to his letters about the old landing stage.

“Duarte has promised the farmers a road, and nobody has seen it yet,” Reyes said.

“No toll will ever be charged on the bridge,” Mayor Ana Duarte said. “We can not build it before 2031.”

“Duarte tweeted all night,” Reyes said. “She should be asleep, ladies and gentlemen, Lumeville.”

“And she sings, ‘the river is wide and old’, in the winter,” Reyes said. “So she said, ‘the river is wide and old’.”

Noor de Souza told the council: “The landing stage is rotten from one end to the other.”
`,
      'toll.txt': `Poll says Duarte would beat Reyes on every hill

Surveys suggest the bridge has the better chance in the valley.

Most of those who were asked in spring want a bridge.`,
    }),
  );
});
const check = (message: string) => {
  const { quotation, claimed, verdict, match } = checkMessage(index, message);
  return [verdict, claimed, quotation, match?.speakers[0]?.name ?? match?.kind ?? null];
};

describe('a message that stands in a story as it is', () => {
  it.each([
    ['Reyes, Duarte, pledge to keep the ferry; a bridge may come.', 'narration'],
    ['Surveys suggest the bridge has the better chance in the valley', 'Surveys'],
    ['Duarte has not replied to his letters about the old landing stage', 'Tomas Reyes'],
    ['Duarte has promised the farmers a road, and nobody has seen it yet', 'Tomas Reyes'],
    [
      'Ana Duarte told the farmers of the valley that the old ferry will run through the winter',
      'Ana Duarte',
    ],
  ])('is what is quoted, whatever word of saying it has: %j', (message, whose) => {
    expect(check(message)).toEqual(['exact', null, message, whose]);
  });

  it.each([
    ['Duarte has replied to his letters about the old landing stage', null, 'Tomas Reyes'],
    ['Surveys say the bridge has the worse chance in the valley', 'Surveys', 'Surveys'],
    [
      'Ana Duarte has told the farmers of the valley that the old ferry will stop in the winter',
      'Ana Duarte',
      'Ana Duarte',
    ],
  ])('is altered where a word differs: %j', (message, claimed, whose) => {
    const [verdict, by, , said] = check(message);
    expect([verdict, by, said]).toEqual(['altered', claimed, whose]);
  });

  it('may be a headline that begins like a claim', () => {
    const found = checkMessage(index, 'Poll says Duarte would beat Reyes on every hill');
    expect(found).toMatchObject({
      headline: { title: 'Poll says Duarte would beat Reyes on every hill' },
      claimed: null,
    });
  });

  it('may have single marks of its own', () => {
    expect(check('Noor de Souza: it is said that ‘no toll will ever be charged’')[2]).toBe(
      'no toll will ever be charged',
    );
    expect(check('Reyes: she sings, ‘the river is wide and old’, in the winter')).toEqual([
      'exact',
      'Reyes',
      'she sings, ‘the river is wide and old’, in the winter',
      'Tomas Reyes',
    ]);
    expect(check('Reyes: she said, ‘the river is wide and old’')).toEqual([
      'exact',
      'Reyes',
      'she said, ‘the river is wide and old’',
      'Tomas Reyes',
    ]);
  });

  it('keeps the signature that it has', () => {
    expect(check('Duarte has replied to his letters about the old landing stage - Reyes')).toEqual([
      'altered',
      'Reyes',
      'Duarte has replied to his letters about the old landing stage',
      'Tomas Reyes',
    ]);
  });
});

describe('a message that says who said it', () => {
  it.each([
    ['Ana Duarte said no toll will ever be charged', 'exact', 'Ana Duarte', 'Ana Duarte'],
    ['Tomas Reyes said no toll will ever be charged', 'misattributed', 'Tomas Reyes', 'Ana Duarte'],
    ['de Souza: the landing stage is rotten', 'exact', 'de Souza', 'Noor de Souza'],
    ['no toll will ever be charged on the bridge - Ana Duarte', 'exact', 'Ana Duarte', 'Ana Duarte'],
    [
      'Ana Duarte told the council the landing stage is rotten',
      'misattributed',
      'Ana Duarte',
      'Noor de Souza',
    ],
    ['Ana Duarte told reporters the landing stage is rotten', 'misattributed', 'Ana Duarte', 'Noor de Souza'],
    [
      'Reyes told the farmers of the valley that the old ferry will run',
      'misattributed',
      'Reyes',
      'Ana Duarte',
    ],
  ])('is compared without that: %j', (message, verdict, claimed, whose) => {
    const [found, by, , said] = check(message);
    expect([found, by, said]).toEqual([verdict, claimed, whose]);
  });

  it('is not found for words of its introduction alone', () => {
    expect(check('Ana Duarte told the farmers of the valley that pigs can swim')).toEqual([
      'not-found',
      'Ana Duarte',
      'pigs can swim',
      null,
    ]);
  });
});
