import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkMessage } from '../../../src/search/check/check-message.js';
import type { Check } from '../../../src/search/check/check.js';
import { indexCorpus, type Index } from '../../../src/search/index/index-corpus.js';
import { verdictText, verdictTitle } from '../../../src/replies/verdict.js';
import { slice } from '../../../src/text/span.js';
import { corpusOf, corpusOfFiles } from '../../stories.js';

const STORY = `A bridge for the valley

“No toll will ever be charged on the bridge,” Mayor Ana Duarte said. “We can not build it before 2031, and 40 percent of it is paid.”

The council of Lumeville voted on Monday to build a bridge over the river Lume, and the ferry stops in April.

“Nobody asked the farmers about the bridge, and nobody ever will,” farmer Tomas Reyes said.

Reyes added that the old ferry carried his grandfather to school every single morning of the winter.

“My mother told me that rivers never forget a debt,” the mayor’s friend said, or somebody like her.

“Bridges are what valleys dream about at night when nobody is looking,” Ana Duarte told the crowd in the square.
`;
let index: Index;
beforeAll(async () => {
  index = await indexCorpus(
    corpusOf(STORY, [
      { by: 'Ana Duarte', words: '“No toll will ever be charged on the bridge,”' },
      { by: 'Ana Duarte', words: '“We can not build it before 2031, and 40 percent of it is paid.”' },
      { by: 'Tomas Reyes', words: '“Nobody asked the farmers about the bridge, and nobody ever will,”' },
      {
        by: 'Tomas Reyes',
        kind: 'indirect',
        words: 'the old ferry carried his grandfather to school every single morning of the winter',
      },
      { by: 'Ana Duarte', words: '“Bridges are what valleys dream about at night when nobody is looking,”' },
    ]),
  );
});
const check = (message: string, speaker: string | null = null): Check =>
  checkMessage(index, message, speaker);
const speakers = ({ match }: Check) => match?.speakers.map((s) => s.name);
const changes = ({ match }: Check) =>
  match?.pieces.flatMap((p) =>
    p.kind === 'changed' ? [[p.own && slice(match.passage.article.text, p.own), p.claimed, p.turns]] : [],
  );

describe('an exact quotation', () => {
  it.each([
    'No toll will ever be charged on the bridge',
    '"no TOLL will ever be charged — on the bridge!!"',
    'Ana Duarte: "No toll will ever be charged"',
    'Duarte said: no toll will ever be charged on the bridge',
    'No toll will ever … on the bridge. - Ana Duarte',
    'wow duarte said this?? "No toll will ever be charged on the bridge"',
    'duarte told the council: no toll will ever be charged on the bridge',
    'duarte on tolls - no toll will ever be charged on the bridge',
    'the mayor Ana Duarte: “No toll will ever be charged on the bridge. We cannot build it before 2031”',
    '"No toll will ever be charged on the bridge," Duarte said. "We can not build it before 2031."',
    '“We can not build it before 2031, and 40% of it is paid”',
  ])('is %j', (message) => {
    expect(check(message)).toMatchObject({ verdict: 'exact', isAnothers: false });
    expect(speakers(check(message))).toEqual(['Ana Duarte']);
  });

  it('tells where it stands, word for word', () => {
    const { match } = check('we can not build it before 2031');
    expect(slice(STORY, match!.span)).toBe('We can not build it before 2031');
    expect(match!.passage.paragraph).toBe(1);
  });

  it('says what it passes over', () => {
    const kinds = check('"No toll will ever … on the bridge"').match?.pieces.map((p) => p.kind);
    expect(kinds).toEqual(['same', 'skipped', 'same']);
  });

  it('of words without a speaker is nobody’s, whoever is claimed', () => {
    const found = check('Ana Duarte: "rivers never forget a debt"');
    expect(found).toMatchObject({ verdict: 'exact', match: { kind: 'unattributed', speakers: [] } });
  });
});

describe('words that are nobody’s quotation', () => {
  it('may have who said them in their midst', async () => {
    const pier = await indexCorpus(
      corpusOfFiles({
        'pier.txt': 'The pier\n\nIt was, Kim Orr said on Monday, one of the worst piers of the valley.\n',
      }),
    );
    expect(checkMessage(pier, 'It was one of the worst piers of the valley').verdict).toBe('exact');
  });

  it('are told to be reported speech', () => {
    const found = check('the old ferry carried his grandfather to school');
    expect(found).toMatchObject({ verdict: 'exact', match: { kind: 'reported' } });
    expect(speakers(found)).toEqual(['Tomas Reyes']);
  });

  it('are told to be the article’s own, and not the claimed speaker’s', () => {
    expect(check('The council of Lumeville voted on Monday')).toMatchObject({
      verdict: 'exact',
      match: { kind: 'narration', speakers: [] },
    });
    expect(check('Tomas Reyes: "the council of Lumeville voted on Monday"')).toMatchObject({
      verdict: 'misattributed',
      match: { kind: 'narration', speakers: [] },
    });
  });

  it('are the whole message where that stands in a story', () => {
    const message = 'Reyes added that the old ferry carried his grandfather to school';
    expect(check(message)).toMatchObject({ verdict: 'exact', quotation: message, claimed: null });
  });
});

describe('an altered quotation', () => {
  it.each<[string, [string | null, string, string | null]]>([
    ['We can build it before 2031', ['not', '', 'negation']],
    ['We can not build it before 2041', ['2031', '2041', 'number']],
    ['No toll will ever be charged on the Danube', ['bridge', 'Danube', 'name']],
    ['No toll should ever be charged on the bridge', ['will', 'should', 'modal verb']],
    ['No toll will ever be charged on the road', ['bridge', 'road', null]],
    ['No toll will probably ever be charged on the bridge', [null, 'probably', null]],
    ['No toll will be charged on the bridge', ['ever', '', null]],
  ])('shows word by word what %j changes', (message, change) => {
    const found = check(message);
    expect(found.verdict).toBe('altered');
    expect(changes(found)).toEqual([change]);
    expect(speakers(found)).toEqual(['Ana Duarte']);
  });

  it('is one that was put together from two places', () => {
    const found = check(
      '“Bridges are what valleys dream about at night. Nobody asked the farmers about the bridge”',
    );
    expect(found).toMatchObject({ verdict: 'altered', isSpliced: true });
    expect(new Set([found.match, found.second].map((m) => m?.speakers[0]?.name))).toEqual(
      new Set(['Ana Duarte', 'Tomas Reyes']),
    );
  });

  it('says that another said it, too', () => {
    expect(check('Tomas Reyes: “We can build it before 2031”')).toMatchObject({
      verdict: 'altered',
      isAnothers: true,
    });
  });
});

describe('what stands between two parts of what one says', () => {
  it('is no part of it, and has its own words, all of them', async () => {
    const between = await indexCorpus(
      corpusOf(
        'A letter\n\n“It was late,” said Tomas Reyes. The old council of Lumeville has not replied to his many letters. “And it was cold,” he said.\n',
        [
          { by: 'Tomas Reyes', words: '“It was late,”' },
          { by: 'Tomas Reyes', words: '“And it was cold,”' },
        ],
      ),
    );
    const of = (words: string) => checkMessage(between, words);
    expect(of('It was late and it was cold').verdict).toBe('exact');
    expect(of('the old council of Lumeville has not replied to his many letters').verdict).toBe('exact');
    const found = of('the old council of Lumeville has replied to his many letters');
    expect(found.verdict).toBe('altered');
    expect(found.match!.pieces.flatMap((p) => (p.kind === 'changed' ? [p.turns] : []))).toEqual(['negation']);
  });
});

describe('a misattributed quotation', () => {
  it.each(['Tomas Reyes: "No toll will ever be charged"', '"no toll will ever be charged" (Winston Vale)'])(
    'is %j',
    (message) => {
      expect(check(message)).toMatchObject({ verdict: 'misattributed', isAnothers: true });
      expect(speakers(check(message))).toEqual(['Ana Duarte']);
    },
  );

  it('is never one of a word or two, which anybody may have said', () => {
    expect(check('Tomas Reyes: "no toll"')).toMatchObject({ verdict: 'not-found', isAnybodys: true });
    expect(check('Tomas Reyes: "be charged on the"')).toMatchObject({ isAnybodys: true });
    expect(verdictTitle(check('Tomas Reyes: "no toll"'))).toBe('Too little to tell');
    expect(verdictText(check('Tomas Reyes: "no toll"'))).toContain('Give me more of the quotation');
    expect(check('Ana Duarte: "no toll"').verdict).toBe('exact');
  });

  it('is none where an office or a calling is claimed, and nobody by name', () => {
    const words = '"Nobody asked the farmers about the bridge"';
    expect(check(`the Senator said ${words}`)).toMatchObject({ verdict: 'exact', isAnothers: false });
    expect(check(`${words} - Senator Stone`)).toMatchObject({ verdict: 'misattributed' });
  });

  it('is none where both are told to have said it', async () => {
    const joint = await indexCorpus(
      corpusOfFiles({
        'pier.txt': 'The pier\n\n“The pier was never safe for children,” Jo Vale and Kim Orr wrote in May.',
      }),
    );
    expect(checkMessage(joint, '"The pier was never safe for children" - Kim Orr').verdict).toBe('exact');
    expect(checkMessage(joint, '"The pier was never safe for children" - Lee Moss').verdict).toBe(
      'misattributed',
    );
  });

  it('is none where the paper that has it is named, or whose name follows on the words that tell who', async () => {
    const pier = await indexCorpus(
      corpusOfFiles({
        'pier.txt':
          '---\ntitle: The pier\noutlet: The Valley Herald\n---\n“The pier was never safe for children,” said another harbour lawyer, Kim Orr of the old firm.',
      }),
    );
    const words = '"The pier was never safe for children"';
    expect(checkMessage(pier, `${words} - Kim Orr`).verdict).toBe('exact');
    expect(checkMessage(pier, `${words}\nSource: Valley Herald`).verdict).toBe('exact');
    expect(checkMessage(pier, `${words} - Lee Moss`).verdict).toBe('misattributed');
  });

  it('is one where a whole name of the stories is claimed, though its words are callings', async () => {
    const pier = await indexCorpus(
      corpusOfFiles({
        'pier.txt':
          'The pier\n\n“The pier was never safe for children,” said Kim Orr.\n\n“I sold my boat in May,” said Don Baker. “It leaked,” Baker said.',
      }),
    );
    const found = checkMessage(pier, 'Don Baker: "The pier was never safe for children"');
    expect(found.verdict).toBe('misattributed');
  });

  it('is one where only somebody of the speaker’s is claimed', () => {
    const words = '"No toll will ever be charged on the bridge"';
    expect(check(`Duarte's spokesman: ${words}`)).toMatchObject({ verdict: 'misattributed' });
  });

  it('goes by the speaker that is given, before the one in the message', () => {
    expect(check('"No toll will ever be charged" - Ana Duarte', 'Tomas Reyes').verdict).toBe('misattributed');
    expect(check('"No toll will ever be charged" - Tomas Reyes', 'A. Duarte').verdict).toBe('exact');
  });
});

describe('a headline', () => {
  it('is told to be one, whole or in part', () => {
    const found = check('"A bridge for the valley"');
    expect(found).toMatchObject({
      verdict: 'not-found',
      match: null,
      headline: { title: 'A bridge for the valley' },
    });
    expect(verdictTitle(found)).toBe('No quotation');
    expect(verdictText(found)).toContain('from a headline, “A bridge for the valley”');
    expect(check('a bridge for the').headline).not.toBeNull();
    expect(check('no bridge for the valley').headline).toBeNull();
  });
});

describe('what the stories don’t have', () => {
  it.each([
    'We shall fight on the beaches',
    'Ana Duarte: "Every farmer gets a new barn from me"',
    'We can not sell boats',
    '…',
    '',
    '😂',
  ])('is not found, and is given no speaker: %j', (message) => {
    expect(check(message)).toMatchObject({
      verdict: 'not-found',
      match: null,
      second: null,
      others: [],
      stories: 1,
    });
  });

  const hostile = fc.oneof(
    fc
      .constantFrom('the ', '"', 'a. ', '> a\n', '… the ', '“a” ', 'Duarte said ', 'a: ')
      .map((s) => s.repeat(4000 / s.length)),
    fc.string({ unit: 'grapheme', maxLength: 500 }),
  );
  test.prop([hostile], { numRuns: 60 })('is never an error, whatever is pasted', (text) => {
    const { match, verdict, others } = check(text);
    expect(match === null).toBe(verdict === 'not-found');
    for (const m of match ? [match, ...others] : []) {
      expect(slice(STORY, m.span).length).toBeGreaterThan(0);
    }
  });
});

describe('the same words in several places', () => {
  const TWICE = `Twice

“Nothing is lost before the evening,” said Ana Duarte.

It rained on the valley.

“Nothing is lost before the evening!” cried Tomas Reyes.
`;

  it('are the claimed speaker’s first, and the others are listed', async () => {
    const twice = await indexCorpus(
      corpusOf(TWICE, [
        { by: 'Ana Duarte', words: '“Nothing is lost before the evening,”' },
        { by: 'Tomas Reyes', words: '“Nothing is lost before the evening!”' },
      ]),
    );
    const found = (message: string) => {
      const { verdict, match, others } = checkMessage(twice, message);
      return [verdict, ...[match, ...others].map((m) => m?.speakers[0]?.name)];
    };
    expect(found('Ana Duarte: "nothing is lost before the evening"')).toEqual([
      'exact',
      'Ana Duarte',
      'Tomas Reyes',
    ]);
    expect(found('Tomas Reyes: "nothing is lost before the evening"')).toEqual([
      'exact',
      'Tomas Reyes',
      'Ana Duarte',
    ]);
    expect(found('Max Ruin: "nothing is lost before the evening"')[0]).toBe('misattributed');
  });
});

describe('words of a text that somebody signed', () => {
  let letters: Index;
  beforeAll(async () => {
    letters = await indexCorpus(
      corpusOfFiles({
        'letters.txt': `Letters

The council has hidden the price of it from the town.

Owen Brandt.

Give the river back its old ferry.

Tessa Marlow.`,
      }),
    );
  });

  it('are theirs, and nobody else’s', () => {
    const words = 'the council has hidden the price of it from the town';
    expect(checkMessage(letters, `Owen Brandt: "${words}"`)).toMatchObject({
      verdict: 'exact',
      match: { kind: 'narration', speakers: [{ name: 'Owen Brandt' }] },
    });
    const found = checkMessage(letters, `Tessa Marlow: "${words}"`);
    expect(found.verdict).toBe('misattributed');
    expect(verdictText(found)).toContain('The words are Owen Brandt’s own, not Tessa Marlow’s');
  });
});

describe('a quotation that runs over the edge of what somebody says', () => {
  it('is whose it is for the most part', async () => {
    const other = await indexCorpus(
      corpusOf(
        'A bridge\n\nTom Vale says he will not take the “low road” in the race for the old town hall, and Ana Duarte agrees.\n',
        [
          {
            by: 'Tom Vale',
            kind: 'mixed',
            words: 'he will not take the “low road” in the race for the old town hall',
          },
          { by: 'Ana Duarte', kind: 'indirect', words: 'for the old town hall' },
        ],
      ),
    );
    const checked = checkMessage(other, 'he will not take the “low road” in the race for the old town hall');
    expect(checked.match?.speakers.map((s) => s.name)).toEqual(['Tom Vale']);
  });
});
