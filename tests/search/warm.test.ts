import { describe, expect, it } from 'vitest';
import { inquire } from '../../src/search/inquire.js';
import { indexCorpus } from '../../src/search/index/index-corpus.js';
import { warm } from '../../src/search/warm.js';
import { completeSpeakers, who } from '../../src/search/who/who.js';
import { corpusOfFiles } from '../stories.js';

const FILES = {
  'a.txt': 'Lamps for the quay\n\n“The lamps will burn all night,” said Nora Tillbrook, the harbour master.',
  'b.txt': 'Mill wheel mended\n\nThe miller, Osric Fenn, said the wheel would turn again by spring.',
};

async function answers(makeReady: boolean) {
  const index = await indexCorpus(corpusOfFiles(FILES));
  if (makeReady) await warm(index);
  const ask = (text: string) => {
    const { found, reason, hits } = inquire(index, { text, now: new Date(0), last: null });
    return { found, reason, hits: hits.map((hit) => [hit.passage.key, hit.score]) };
  };
  return [
    ask('What did Nora Tilbrok say about the lamps?'),
    ask('which lights shine until morning'),
    ask('What is in the mill wheel story?'),
    who(index, 'fenn').status,
    completeSpeakers(index, 'til', 5).map((speaker) => speaker.name),
  ];
}

describe('an index that was made ready', () => {
  it('answers as one that was not', async () => {
    expect(await answers(true)).toEqual(await answers(false));
  });

  it('has its words learnt', async () => {
    const index = await indexCorpus(corpusOfFiles(FILES));
    await warm(index);
    expect(index.lexicon.learnSpellings()).toBe(false);
  });

  it('lets others go on, and stops where another takes its place', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`s${at}.txt`, `Title ${at}\n\n${wordsOf(at).join(' ')}`]),
    );
    const index = await indexCorpus(corpusOfFiles(many));
    let asked = 0;
    await warm(index, () => asked++ > 0);
    expect(asked).toBe(1);
    expect(index.lexicon.learnSpellings()).toBe(true);
  });
});

/** Words of letters alone that no other story has. */
function wordsOf(story: number): string[] {
  return Array.from({ length: 60 }, (_, at) =>
    (story * 60 + at)
      .toString()
      .replace(/\d/gu, (digit) => 'bcdfghjklm'[Number(digit)]!)
      .padStart(5, 'ae'),
  );
}
