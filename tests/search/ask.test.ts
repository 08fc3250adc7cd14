import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { read } from '../../src/attribution/attribute.js';
import { buildCorpus } from '../../src/corpus/corpus.js';
import { MOST_HITS } from '../../src/search/answer.js';
import { ask } from '../../src/search/ask.js';
import { indexCorpus } from '../../src/search/index/index-corpus.js';
import { completeStories, findStory } from '../../src/search/index/stories.js';
import { contains } from '../../src/text/span.js';
import { corpusOfFiles } from '../stories.js';

const files = {
  'harbour.txt': `---
title: Harbour town votes to raise its sea wall
outlet: The Tern
date: 2024-03-02
---
The council of Port Ellery voted 7 to 2 on Monday to raise the sea wall.

“The tide does not read our budget,” said Mayor Ines Calloway. “We either build now or we bail later.”

Engineer Tomas Brandt told reporters the wall would cost $4.2 million and take three years.

Fisherman Odd Larsen said the wall would spoil the view from the old quay.

The last great flood, in 1953, drowned the lower market.

Anders Moe, 61, from Sund, disagrees. “I like it, and the boats will be safer,” he said.`,
  'orchard.txt': `---
title: Orchard growers fear a late frost
outlet: Valley Post
date: 2024-04-11
---
Growers in the Lune valley lit fires among the pear trees on Wednesday night.

“A single hour at minus three and the blossom is gone,” said Petra Holm, who chairs the growers' association.

Holm said the association had asked the ministry for wind machines because the fires no longer suffice.

Minister Adrian Vale visited the valley but took no questions.`,
};
const index = await indexCorpus(
  buildCorpus(
    Object.entries(files).map(([file, text]) => read(readArticle(file, new TextEncoder().encode(text)))),
  ),
);
const { corpus } = index;
const speaker = (name: string) => corpus.speakers.find((s) => s.name === name)!;

function best(text: string): string {
  const [hit] = ask(index, { text }).hits;
  return hit ? hit.passage.article.text.slice(hit.sentence.start, hit.sentence.end) : '';
}

function reason(text: string): string | null {
  return ask(index, { text }).reason;
}

function ids(typed: string): string[] {
  return completeStories(index, typed, 5).map((a) => a.id);
}

describe('ranking', () => {
  it('puts what the speaker says before what is said of the same by others', () => {
    expect(best('What did Larsen say about the wall?')).toContain('spoil the view');
    expect(best('What did the engineer say about the wall?')).toContain('$4.2 million');
  });

  it('puts a quotation before the paragraph that introduces it with more of the question’s words', async () => {
    const told = await indexCorpus(
      corpusOfFiles({
        'dam.txt': `Spillway row
Engineer Wenche Strand blasted the county's plan for a second spillway at the dam, calling it a "toy."

“Nobody there needs a second spillway,” she said. “I have built two.”

“Spring is late,” she said.

The county's plan for a second spillway at the dam is Pål Rye's.`,
      }),
    );
    const { hits } = ask(told, {
      text: 'What did Strand say about the plan for a second spillway?',
    });
    expect(hits.slice(0, 2).map(({ passage }) => passage.text.split(' ')[0])).toEqual([
      '“Nobody',
      'Engineer',
    ]);
  });

  it('finds words that are remembered without marks, common as each of them is', async () => {
    const told = await indexCorpus(
      corpusOfFiles({
        'choir.txt': `Choir stays
“They can do whatever they want to do,” said Liv Roen.

“We will do what we can and say what we want,” said Ask Moe.

Whatever they do, they say.`,
      }),
    );
    const found = (text: string) => {
      const { found: isAnswer, hits } = ask(told, { text });
      return isAnswer ? hits[0]?.speakers.map((s) => s.name).join() : null;
    };
    expect(found('who said they can do whatever they want')).toBe('Liv Roen');
    expect(found('who was it that said we will do what we can?')).toBe('Ask Moe');
    expect(found('and say what we want')).toBe('Ask Moe');
    expect(found('who said we can do what you say')).not.toBe('Liv Roen');
    const byRoen = { speaker: told.corpus.speakers.find((s) => s.name === 'Liv Roen')! };
    for (const { passage } of ask(told, { text: 'and say what we want', ...byRoen }).hits)
      expect(passage.text).toContain('Roen');
  });

  it('takes a name that is the matter as the matter', () => {
    expect(best('What happened when Vale visited the valley?')).toContain('took no questions');
  });

  it('finds the kind of thing that is asked for', () => {
    expect(best('How much will the sea wall cost?')).toContain('$4.2 million');
    expect(best('When was the last great flood?')).toContain('1953');
    expect(best('Why did the association ask for wind machines?')).toContain('because the fires');
    expect(best('How long will the sea wall take?')).toContain('three years');
  });

  it('answers with the sentence of a passage that answers', () => {
    expect(best('who said we build now or bail later')).toBe('“We either build now or we bail later.”');
  });

  it('answers with what somebody says rather than with where they are named', () => {
    expect(best('anders moe boats')).toContain('boats');
  });

  it('tells which words no story holds where it finds nothing', () => {
    expect(ask(index, { text: 'does quantum chromodynamics explain gluons' }).missing).toEqual([
      'quantum',
      'chromodynamics',
      'gluons',
    ]);
    expect(ask(index, { text: 'who would spoil the view from the old quay' }).missing).toEqual([]);
  });

  it('says how the answering sentence is said', () => {
    expect(ask(index, { text: 'great flood lower market' }).hits[0]).toMatchObject({
      kind: 'narration',
      statements: [],
      speakers: [],
    });
    const [hit] = ask(index, { text: 'who said the tide does not read our budget' }).hits;
    expect(hit?.kind).toBe('direct');
    expect(hit?.speakers.map((s) => s.name)).toEqual(['Ines Calloway']);
  });
});

describe('keeping to a speaker or a story', () => {
  it('shows only what that speaker says', () => {
    const { hits } = ask(index, { text: 'the wall', speaker: speaker('Odd Larsen') });
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) expect(hit.speakers).toContain(speaker('Odd Larsen'));
  });

  it('shows all that a speaker says where nothing else is asked', () => {
    const answer = ask(index, { text: '', speaker: speaker('Petra Holm') });
    expect(answer.found).toBe(true);
    expect(answer.hits).toHaveLength(2);
  });

  it('shows only that story', () => {
    const article = corpus.articles.get('orchard')!;
    const answer = ask(index, { text: 'the sea wall', article });
    expect(answer.hits.every((h) => h.passage.article === article)).toBe(true);
    expect(answer.found).toBe(false);
  });
});

describe('declining', () => {
  it('tells why', () => {
    expect(reason('What did Adrian Vale say about the frost?')).toBe('never-quoted');
    expect(reason('What did Petra Holm say about the sea wall?')).toBe('not-said-by-speaker');
    expect(reason('How many pear trees were lost?')).toBe('not-in-stories');
    expect(reason('Who discovered penicillin?')).toBe('not-in-stories');
    expect(reason('so what is it')).toBe('asks-nothing');
  });
});

describe('stories by what is typed', () => {
  it('offers the newest first where nothing is typed', () => expect(ids('')).toEqual(['orchard', 'harbour']));

  it.each([
    ['harb', 'harbour'],
    ['sea wall', 'harbour'],
    ['the tern', 'harbour'],
    ['frost orch', 'orchard'],
    ['orchrad growers', 'orchard'],
  ])('%s', (typed, id) => {
    expect(ids(typed)[0]).toBe(id);
    expect(findStory(index, typed)?.id).toBe(id);
  });

  it('finds none that is not there', () => expect(findStory(index, 'zeppelin race')).toBeNull());
});

const question = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...'who said what did Calloway Holm say about the sea wall " “ ” cost when where according to why frost'.split(
          ' ',
        ),
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join(' ')),
);

describe('any question', () => {
  test.prop([question])('is answered inside its passages, and alike each time', (text) => {
    const answer = ask(index, { text });
    expect(answer.hits.length).toBeLessThanOrEqual(MOST_HITS);
    for (const hit of answer.hits) expect(contains(hit.passage, hit.sentence)).toBe(true);
    expect(answer.found).toBe(answer.reason === null);
    expect(ask(index, { text })).toEqual(answer);
  });

  it.each([
    ['one word', 'x'.repeat(4000)],
    ['many words', 'wall tide '.repeat(400)],
    ['many misspelt words', Array.from({ length: 500 }, (_, i) => `qzwal${i}l`).join(' ')],
    ['quotation marks', '“'.repeat(4000)],
    ['apostrophes', "'".repeat(4000)],
    ['hyphens', 'a-'.repeat(2000)],
    ['saying', 'who said '.repeat(440)],
  ])('of 4,000 characters, %s, is quick', (_, text) => {
    ask(index, { text });
    const start = process.cpuUsage();
    ask(index, { text });
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(250);
  });
});

describe('a signed text', () => {
  const signed = read(
    readArticle(
      'letters.txt',
      new TextEncoder().encode(
        'Letters\n\nThe ferry bell kept my whole street awake.\n\nOwen Brandt.\n\nA ferry needs a louder bell.\n\nTessa Marlow.',
      ),
    ),
  );
  const ofLetters = indexCorpus(buildCorpus([signed]));

  it('answers what its writer says, as their own words', async () => {
    const { found, hits } = ask(await ofLetters, { text: 'What does Tessa Marlow say about the bell?' });
    expect(found).toBe(true);
    expect(hits[0]).toMatchObject({ kind: 'narration', speakers: [{ name: 'Tessa Marlow' }] });
    expect(hits[0]?.passage.text).toBe('A ferry needs a louder bell.');
  });

  it('is searched where its writer alone is', async () => {
    const letters = await ofLetters;
    const owen = letters.corpus.speakers.find((s) => s.name === 'Owen Brandt')!;
    const { found, hits } = ask(letters, { text: 'the bell', speaker: owen });
    expect(found).toBe(true);
    expect(hits.map((h) => h.passage.text)).toEqual(['The ferry bell kept my whole street awake.']);
  });
});
