import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { read } from '../../src/attribution/attribute.js';
import type { Reading, Statement } from '../../src/attribution/statement.js';
import { buildCorpus, type Corpus } from '../../src/corpus/corpus.js';
import type { Correction, SpeakerRef } from '../../src/corpus/corrections.js';
import { refOf } from '../../src/corpus/statement-ref.js';
import { ask } from '../../src/search/ask.js';
import { check } from '../../src/search/check/check.js';
import { indexCorpus } from '../../src/search/index/index-corpus.js';
import { who } from '../../src/search/who/who.js';

const story = (id: string, ...paragraphs: string[]): Reading =>
  read(readArticle(`${id}.txt`, new TextEncoder().encode(['A headline', ...paragraphs].join('\n\n'))));

const dam = story(
  'dam',
  '“The dam will hold,” said Ada Stone, an engineer.',
  '“Nobody asked the farmers,” said Ben Ruthven, the harbour master.',
);
const harvest = story('harvest', '“The harvest was poor,” said Ada Stone, a farmer.');
const said = (reading: Reading, words: string): Statement => {
  const found = reading.statements.find((s) => s.passage.text.includes(words));
  if (!found) throw new Error(`nobody said "${words}"`);
  return found;
};
const refTo = (corpus: Corpus, name: string): SpeakerRef => {
  const speaker = corpus.speakers.find((s) => s.name === name);
  if (!speaker) throw new Error(`nobody is called ${name}`);
  return { key: speaker.key, name };
};
const sayings = (corpus: Corpus) =>
  corpus.readings.flatMap((r) =>
    r.statements.map((s) => `${corpus.speakerOf(s)?.name}: ${s.passage.text.slice(1, 12)}`),
  );

describe('a statement that is reattributed', () => {
  const asks: Correction = {
    kind: 'reattribute',
    statement: refOf(said(dam, 'Nobody asked')),
    speaker: 'Ada Stone',
  };

  it('is said by whom the article names so', () => {
    const corpus = buildCorpus([dam], { corrections: [asks] });
    expect(sayings(corpus)).toEqual(['Ada Stone: The dam wil', 'Ada Stone: Nobody aske']);
    expect(corpus.unmatched).toEqual([]);
    expect(corpus.readings[0]!.statements.map(corpus.isCorrected)).toEqual([false, true]);
    expect(corpus.speakers.map((s) => [s.name, s.corrected])).toEqual([
      ['Ada Stone', true],
      ['Ben Ruthven', false],
    ]);
  });

  it('can be somebody’s whom no article names', () => {
    const corpus = buildCorpus([dam], { corrections: [{ ...asks, speaker: 'Cleo Marsh' }] });
    expect(sayings(corpus)[1]).toMatch(/^Cleo Marsh/u);
  });

  it('leaves the reading as it was, for those without the correction', () => {
    buildCorpus([dam], { corrections: [asks] });
    expect(sayings(buildCorpus([dam]))[1]).toMatch(/^Ben Ruthven/u);
  });

  it('is the same object in the next corpus, so that little is made anew', () => {
    const [first, second] = [1, 2].map(() => buildCorpus([dam], { corrections: [asks] }));
    expect(first!.readings[0]).toBe(second!.readings[0]);
  });

  it('is found again in an article that has changed around it', () => {
    const edited = story(
      'dam',
      'A new first paragraph.',
      '“Nobody asked the farmers,” said Ben Ruthven, the harbour master, on Monday.',
    );
    expect(sayings(buildCorpus([edited], { corrections: [asks] }))).toEqual(['Ada Stone: Nobody aske']);
  });

  it('is found again where a rule begins or ends it elsewhere', () => {
    const shorter = { ...asks.statement, content: 'Nobody asked the farm' };
    expect(sayings(buildCorpus([dam], { corrections: [{ ...asks, statement: shorter }] }))[1]).toMatch(
      /^Ada/u,
    );
  });

  it('is found again by its words where no rule finds a statement', () => {
    const silent = { ...dam, statements: [] };
    const corpus = buildCorpus([silent], { corrections: [asks] });
    expect(sayings(corpus)).toEqual(['Ada Stone: Nobody aske']);
    expect(corpus.readings[0]!.statements[0]!.kind).toBe('direct');
  });

  it('is reported where its words are gone, or its article', () => {
    expect(buildCorpus([story('dam', 'Nothing.')], { corrections: [asks] }).unmatched).toEqual([asks]);
    expect(buildCorpus([harvest], { corrections: [asks] }).unmatched).toEqual([asks]);
  });
});

describe('a statement that is hidden', () => {
  const hides: Correction = { kind: 'hide', statement: refOf(said(dam, 'Nobody asked')) };

  it('is in no answer, of no command', async () => {
    const index = await indexCorpus(buildCorpus([dam, harvest], { corrections: [hides] }));
    const shown = ask(index, { text: 'Who asked the farmers?' }).hits.map((h) => h.passage.text);
    expect(shown.join()).not.toContain('Nobody asked');
    expect(who(index, 'Ben Ruthven').status).not.toBe('found');
    expect(check(index, 'Nobody asked the farmers').match).toBeNull();
    expect(index.corpus.passageByKey.has(hides.statement.passage)).toBe(false);
  });

  it('leaves what else stands in its passage, as passages of their own', async () => {
    const council = story(
      'council',
      'The council met on Monday. “The bridge is lost,” said Ada Stone, an engineer. “We shall build a ferry,” said Ben Ruthven, the harbour master. It will cost a million crowns.',
      'Nobody else spoke.',
    );
    const lost: Correction = { kind: 'hide', statement: refOf(council.statements[0]!) };
    const index = await indexCorpus(buildCorpus([council], { corrections: [lost] }));
    const { corpus } = index;
    expect(corpus.passages.map((p) => p.text)).toEqual([
      'The council met on Monday.',
      '“We shall build a ferry,” said Ben Ruthven, the harbour master. It will cost a million crowns.',
      'Nobody else spoke.',
    ]);
    expect(corpus.passages.map((p) => p.paragraph)).toEqual([1, 1, 2]);
    expect(new Set(corpus.passages.flatMap((p) => [p.id, p.key])).size).toBe(6);
    expect(sayings(corpus)).toEqual(['Ben Ruthven: We shall bu']);
    expect(check(index, 'We shall build a ferry', 'Ben Ruthven').verdict).toBe('exact');
    expect(check(index, 'The bridge is lost').match).toBeNull();
    const ferry = ask(index, { text: 'Who shall build a ferry?' });
    expect(ferry.hits[0]?.speakers.map((s) => s.name)).toEqual(['Ben Ruthven']);
  });

  it('goes with the words that say whose it is, where nobody else speaks in their sentence', () => {
    const apart = story(
      'apart',
      '“Is the mill to close?” asked Ada Stone. That was all. “It is,” said Ben Ruthven. “It has to.”',
    );
    const hideAt = (at: number) =>
      buildCorpus([apart], {
        corrections: [{ kind: 'hide', statement: refOf(apart.statements[at]!) }],
      }).passages.map((p) => p.text);
    expect(hideAt(0)).toEqual(['That was all. “It is,” said Ben Ruthven. “It has to.”']);
    expect(hideAt(apart.statements.length - 1).join(' ')).toContain(
      '“Is the mill to close?” asked Ada Stone.',
    );
  });

  it('can be hidden beside another of its passage, and each be taken back', () => {
    const both = story('both', '“One,” said Ada Stone. “Two,” said Ben Ruthven. “Three,” said Cleo Marsh.');
    const hide = (at: number): Correction => ({ kind: 'hide', statement: refOf(both.statements[at]!) });
    const texts = (...corrections: Correction[]) =>
      buildCorpus([both], { corrections }).passages.map((p) => p.text);
    expect(texts(hide(0), hide(2))).toEqual(['“Two,” said Ben Ruthven.']);
    expect(texts(hide(2))).toEqual(['“One,” said Ada Stone. “Two,” said Ben Ruthven.']);
    expect(texts(hide(0), hide(1), hide(2))).toEqual([]);
    expect(texts()).toEqual(both.passages.map((p) => p.text));
  });

  it('is still found when it was hidden in what another had left of its passage', () => {
    const both = story('both', '“One,” said Ada Stone. “Two,” said Ben Ruthven. “Three,” said Cleo Marsh.');
    const first: Correction = { kind: 'hide', statement: refOf(both.statements[0]!) };
    const left = buildCorpus([both], { corrections: [first] });
    const second: Correction = { kind: 'hide', statement: refOf(left.readings[0]!.statements[0]!) };
    const corpus = buildCorpus([both], { corrections: [first, second] });
    expect(corpus.passages.map((p) => p.text)).toEqual(['“Three,” said Cleo Marsh.']);
    expect(corpus.unmatched).toEqual([]);
  });

  it('is not shown between the words of a quotation that runs over its passage', async () => {
    const long = story(
      'long',
      '“The old dam above Oakmere will hold through the winter,” said Ada Stone.',
      '“Hidden words,” said Ben Ruthven.',
      '“The narrow bridge below Oakmere is closed until the spring,” said Ada Stone.',
    );
    const hidden: Correction = { kind: 'hide', statement: refOf(said(long, 'Hidden')) };
    const index = await indexCorpus(buildCorpus([long], { corrections: [hidden] }));
    const claim =
      'The old dam above Oakmere will hold through the winter. The narrow bridge below Oakmere is closed';
    const { match, second } = check(index, claim);
    const [first, , last] = long.passages;
    for (const found of [match, second].filter((m) => m !== null))
      expect(found.span.end <= first!.end || found.span.start >= last!.start).toBe(true);
    expect(match).not.toBeNull();
  });

  it('may be all that its story has', async () => {
    const only: Correction = { kind: 'hide', statement: refOf(said(harvest, 'poor')) };
    const index = await indexCorpus(buildCorpus([harvest, dam], { corrections: [only] }));
    expect(ask(index, { text: 'Was the harvest poor?' }).found).toBe(false);
    expect(ask(index, { text: 'Will the dam hold?' }).hits[0]!.speakers[0]!.name).toBe('Ada Stone');
  });
});

describe('speakers', () => {
  const plain = buildCorpus([dam, harvest]);
  const ada = refTo(plain, 'Ada Stone');
  const ben = refTo(plain, 'Ben Ruthven');

  it('that are merged are one, found by both keys', () => {
    const corpus = buildCorpus([dam, harvest], { corrections: [{ kind: 'merge', speaker: ben, into: ada }] });
    expect(corpus.speakers.map((s) => [s.key, s.name, s.statements.length])).toEqual([
      [ada.key, 'Ada Stone', 3],
    ]);
    expect(corpus.speakerByKey.get(ben.key)).toBe(corpus.speakers[0]);
    const isCorrected = corpus.readings.flatMap((r) => r.statements.map(corpus.isCorrected));
    expect(isCorrected).toEqual([false, true, false]);
  });

  it('that are merged are called as the second, however often the first is named', () => {
    const corpus = buildCorpus([dam, harvest], { corrections: [{ kind: 'merge', speaker: ada, into: ben }] });
    expect(corpus.speakers.map((s) => [s.key, s.name])).toEqual([[ben.key, 'Ben Ruthven']]);
    expect(corpus.speakers[0]!.names).toContain('Ada Stone');
  });

  it('that are renamed keep key and names', () => {
    const corpus = buildCorpus([dam], {
      corrections: [{ kind: 'rename', speaker: ada, name: 'Adah Stone' }],
    });
    const speaker = corpus.speakerByKey.get(ada.key)!;
    expect(speaker.names).toEqual(['Adah Stone', 'Ada Stone']);
    expect(speaker.corrected).toBe(true);
  });

  it('that are split are two, the second with a key that stays', () => {
    const split: Correction = {
      kind: 'split',
      speaker: ada,
      articles: ['harvest'],
      name: 'Ada Stone (farmer)',
    };
    const corpus = buildCorpus([dam, harvest], { corrections: [split] });
    expect(corpus.speakerByKey.get(ada.key)?.articles.map((a) => a.id)).toEqual(['dam']);
    const other = corpus.speakers.find((s) => s.name === 'Ada Stone (farmer)')!;
    expect(other.articles.map((a) => a.id)).toEqual(['harvest']);
    const later = buildCorpus([harvest, dam, story('new', '“New,” said Finn Oak.')], {
      corrections: [split],
    });
    expect(later.speakerByKey.get(other.key)?.name).toBe('Ada Stone (farmer)');
  });

  it('that have a given name are meant by it in other corrections', () => {
    const corpus = buildCorpus([dam, harvest], {
      corrections: [
        { kind: 'rename', speaker: ada, name: 'Doctor Stone-Hill' },
        { kind: 'reattribute', statement: refOf(said(dam, 'Nobody asked')), speaker: 'Doctor Stone-Hill' },
      ],
    });
    expect(corpus.speakerByKey.get(ada.key)?.statements).toHaveLength(3);
  });

  it('are found by name where their key has changed, and reported where nobody has it', () => {
    const renamed = (name: string): Correction => ({
      kind: 'rename',
      speaker: { key: 'changed!', name },
      name: 'B',
    });
    const corpus = buildCorpus([dam], { corrections: [renamed('Ben Ruthven'), renamed('Nobody Atall')] });
    expect(corpus.speakerByKey.get(ben.key)?.name).toBe('B');
    expect(corpus.unmatched).toEqual([renamed('Nobody Atall')]);
  });

  it('are what they were when corrections are taken back', () => {
    const corrections: Correction[] = [{ kind: 'merge', speaker: ben, into: ada }];
    const before = buildCorpus([dam, harvest], { corrections });
    const after = buildCorpus([dam, harvest], { before });
    const told = (corpus: Corpus) => corpus.speakers.map((s) => [s.key, s.name, s.names, s.corrected]);
    expect(told(after)).toEqual(told(plain));
    expect(after.version).toBe(plain.version);
    expect(before.version).not.toBe(plain.version);
  });
});
