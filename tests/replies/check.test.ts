import { beforeAll, describe, expect, it } from 'vitest';
import { checkReply } from '../../src/replies/check.js';
import { changesInWords } from '../../src/replies/changes.js';
import { verdictText } from '../../src/replies/verdict.js';
import { checkMessage } from '../../src/search/check/check-message.js';
import type { Check } from '../../src/search/check/check.js';
import { indexCorpus, type Index } from '../../src/search/index/index-corpus.js';
import { corpusOf } from '../stories.js';
import { activeMarks, lengthOf, quotations, read, textsOf } from './discord-text.js';

const OWNER = '123456789012345678';
const STORY = `---
outlet: The Daily
url: https://example.org/bridge
---
A bridge for the valley

“No toll will ever be charged on the bridge,” Mayor Ana Duarte said. “We will not build it before 2031.”

“Nobody asked *the farmers* about the bridge, and nobody ever will,” farmer Tomas Reyes said.

The council of Lumeville voted on Monday to build it.

He added that the ferry carried his grandfather to school.

“Rivers never forget a debt,” somebody shouted.
`;
let index: Index;
beforeAll(async () => {
  index = await indexCorpus(
    corpusOf(STORY, [
      { by: 'Ana Duarte', words: '“No toll will ever be charged on the bridge,”', role: 'Mayor' },
      { by: 'Ana Duarte', words: '“We will not build it before 2031.”' },
      { by: 'Tomas Reyes', words: '“Nobody asked *the farmers* about the bridge, and nobody ever will,”' },
      { by: 'Tomas Reyes', words: 'the ferry carried his grandfather to school', kind: 'indirect' },
    ]),
  );
});
const check = (message: string): Check => checkMessage(index, message);
const texts = (message: string) => textsOf(checkReply(check(message), OWNER));

describe('a checked quotation', () => {
  it('shows the true wording, what was changed marked, and the changes in words', () => {
    expect(texts('Duarte: "We will surely build it before 2041"')).toEqual([
      '-# checked: “We will surely build it before 2041” – Duarte',
      '**Altered.** The story has Ana Duarte saying this, but not in these words. The change turns the meaning: a negation, a number.',
      '> “We will **not** ~~surely~~ build it before **2031** ~~2041~~.”',
      '**Ana Duarte**, Mayor\n-# A bridge for the valley · The Daily · paragraph 1',
      '-# bold: in the story; struck out: not there\n\\- replaced: “not” became “surely” (turns the meaning: negation)\n\\- replaced: “2031” became “2041” (turns the meaning: number)',
    ]);
  });

  it('has words for each kind of change, for those who see no marks', () => {
    const words = (message: string) => changesInWords(check(message).match!);
    expect(words('we will build it before 2031')).toEqual(['left out: “not” (turns the meaning: negation)']);
    expect(words('no toll will probably ever be charged')).toEqual(['added: “probably”']);
  });

  it('tells what was put in, and by whom', () => {
    const [, verdict, wording, , changes] = texts('"No [such] toll will ever be [asked] on the bridge"');
    expect(verdict).toBe(
      '**Exact.** Ana Duarte said it, word for word. What stands in square brackets isn’t the speaker’s: whoever quotes it has put it in.',
    );
    expect(read(wording!)).toContain(
      '**No** ~~[such]~~ **toll will ever be** **charged** ~~[asked]~~ **on the bridge**',
    );
    expect(changes).toContain('put in by whoever quotes it: “\\[asked\\]” for “charged”');
  });

  it('tells of a cut that leaves out a denial', () => {
    const [, verdict, wording, , changes] = texts('"We will … build it before 2031"');
    expect(verdict).toBe(
      '**Altered.** The story has Ana Duarte saying this, but not in these words. Its cut leaves out “not”, which turns the meaning.',
    );
    expect(wording).toBe('> “We will **not** ~~…~~ build it before 2031.”');
    expect(changes).toContain('\\- cut out: “not” (turns the meaning: negation)');
  });

  it('shows an exact one in bold where it stands', () => {
    const [, verdict, wording] = texts('"no toll will ever be charged"');
    expect(verdict).toBe('**Exact.** Ana Duarte said it, word for word.');
    expect(wording).toBe('> “**No toll will ever be charged** on the bridge,” Mayor Ana Duarte said.');
  });

  it.each([
    [
      'Reyes: "No toll will ever be charged"',
      'The story gives it to Ana Duarte, word for word, not to Reyes.',
    ],
    ['"Rivers never forget a debt"', 'but the story doesn’t name who said it.'],
    ['the ferry carried his grandfather to school', 'it reports what Tomas Reyes said, and quotes nobody.'],
    ['the council of Lumeville voted on Monday', 'The words are the article’s own: it quotes nobody there.'],
    [
      'Reyes: "the council of Lumeville voted on Monday"',
      'The words are the article’s own, not Reyes’s: it quotes nobody there.',
    ],
    ['No toll … on the bridge', 'Where it has “…”, words are left out.'],
    ['no toll will ever be charged on the bridge. we will not build it', 'that stand between its parts'],
    [
      'We will not build it before 2031. Nobody asked the farmers about the bridge',
      'It runs on from the words of Ana Duarte into those of Tomas Reyes.',
    ],
    [
      'No toll will ever be charged on the bridge. Rivers never forget a debt',
      'It makes one quotation of words from two places',
    ],
    ['We shall fight on the beaches', 'I searched 1 story and found nothing like it.'],
    ['😂', 'I see no words there'],
    ['hi', 'A single word may be anybody’s. Give me what is quoted'],
    ['hi there', 'I searched 1 story and found nothing like it.'],
  ])('says of %j: %s', (message, sentence) => {
    expect(verdictText(check(message))).toContain(sentence);
  });

  it('never calls anything false, and names nobody where nothing is found', () => {
    const all = texts('Ana Duarte: "We shall fight on the beaches"').join('\n');
    expect(all).not.toMatch(/false|fake|lie/iu);
    expect(all.replace(/^-# checked.*$/mu, '')).not.toContain('Duarte');
  });

  it.each(['', '  ', '😂 <@100000000000000001>', 'hi', '<:smile:100000000000000001>'])(
    'says that there is nothing to check in %j, and what to do',
    (message) => {
      const shown = texts(message);
      expect(shown.join('\n')).toMatch(/^\*\*Nothing to check\.\*\*.*\n-# \/check takes the words/mu);
      expect(shown).not.toContain('');
      expect(JSON.stringify(checkReply(check(message), OWNER))).not.toContain('"label":"Share"');
      expect(shown.join('\n')).not.toContain('“”');
    },
  );

  it('is private, can be shared, and leads on', () => {
    const reply = checkReply(check('no toll will ever be charged'), OWNER);
    expect(reply.private).toBe(true);
    const labels = [...JSON.stringify(reply).matchAll(/"label":"([^"]*)"/gu)].map((m) => m[1]);
    expect(labels).toEqual(['In context', 'Who is Ana Duarte?', 'Article', 'Share']);
  });

  it('shows the article’s words verbatim, with nothing in them that Discord would act on', () => {
    const [wording = ''] = quotations(
      texts('nobody asked *the* farmers @everyone about the bridge').join('\n'),
    );
    const own = wording.replace(/ ~~(?:\\.|[^~\\])*~~/gu, '').replace(/(\\[\s\S])|\*\*/gu, '$1');
    expect(activeMarks(own)).toEqual([]);
    expect(STORY).toContain(read(own));
    expect(read(own)).toContain('*the farmers*');
  });

  it('fits into a message however long everything is', async () => {
    const words = `“${'so *many* _words_ '.repeat(60)}”`;
    const long = await indexCorpus(
      corpusOf(`${'T'.repeat(290)}\n\n${words}\n\n${words.replace('so', 'too')}`, [
        { by: `${'*'.repeat(300)} Stone`, words, role: 'words' },
      ]),
    );
    for (const message of [
      'so many words '.repeat(250),
      `${'so many words '.repeat(20)} and more ${'so many things '.repeat(200)}`,
      words.replaceAll('many', 'few'),
    ]) {
      const reply = checkReply(checkMessage(long, message.slice(0, 4000)), OWNER);
      expect(lengthOf(reply)).toBeLessThanOrEqual(3900);
    }
  });
});
