import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { read } from '../../src/attribution/attribute.js';
import type { Reading } from '../../src/attribution/statement.js';
import { buildCorpus, type Corpus } from '../../src/corpus/corpus.js';
import type { Correction } from '../../src/corpus/corrections.js';
import { refOf } from '../../src/corpus/statement-ref.js';
import { indexCorpus } from '../../src/search/index/index-corpus.js';
import { completeSpeakers, who } from '../../src/search/who/who.js';
import { contains } from '../../src/text/span.js';

const story = (...paragraphs: string[]): Reading =>
  read(readArticle('mill.txt', new TextEncoder().encode(paragraphs.join('\n\n'))));

/** Hides the sentence with these words, or what is said in it. */
function hiding(reading: Reading, words: string): Correction {
  const passage = reading.passages.find((p) => p.text.includes(words))!;
  const start = passage.start + passage.text.indexOf(words);
  const span = { start, end: start + words.length };
  const said = reading.statements.find((s) => s.content.some((c) => contains(c, span)));
  return { kind: 'hide', statement: refOf(said ?? { passage, content: [span] }) };
}
const named = ({ speakers }: Corpus) => speakers.map((s) => [s.name, ...s.roles.map((r) => r.text)]);

describe('who is named', () => {
  const mill = story(
    'A headline',
    '“The mill is rotten,” said Otto Brandt, the disgraced engineer. The crowd went home.',
    '“The mill will stand,” said Otto Brandt on Monday.',
    '“The weir is next,” said Lena Vogt, the mayor.',
  );

  it('has no role that only hidden sentences give', () => {
    expect(named(buildCorpus([mill]))).toContainEqual(['Otto Brandt', 'the disgraced engineer']);
    const corpus = buildCorpus([mill], { corrections: [hiding(mill, 'rotten')] });
    expect(named(corpus)).toEqual([['Lena Vogt', 'the mayor'], ['Otto Brandt']]);
    const [, otto] = corpus.speakers;
    expect([otto!.mentions, otto!.statements.map((s) => s.passage.text)]).toEqual([
      1,
      ['“The mill will stand,” said Otto Brandt on Monday.'],
    ]);
  });

  describe('under several forms of a name', () => {
    const weir = story(
      'A headline',
      '“The weir is rotten,” said Otto Franz Brandt. The crowd went home.',
      '“The mill will stand,” said Brandt on Monday.',
      '“It will,” said Otto Brandt.',
      '“The ferry is late,” said Lena Vogt.',
      '“The ferry is old,” Vogt said.',
    );
    const formsOf = ({ speakers }: Corpus) => Object.fromEntries(speakers.map((s) => [s.name, s.names]));

    it('has none that only hidden sentences give', async () => {
      expect(formsOf(buildCorpus([weir]))).toEqual({
        'Otto Franz Brandt': ['Otto Franz Brandt', 'Otto Brandt', 'Brandt'],
        'Lena Vogt': ['Lena Vogt', 'Vogt'],
      });
      const corpus = buildCorpus([weir], {
        corrections: [hiding(weir, 'rotten'), hiding(weir, 'The ferry is old')],
      });
      expect(formsOf(corpus)).toEqual({
        'Otto Brandt': ['Otto Brandt', 'Brandt'],
        'Lena Vogt': ['Lena Vogt'],
      });
      const index = await indexCorpus(corpus);
      expect(completeSpeakers(index, 'franz', 5)).toEqual([]);
      expect(completeSpeakers(index, 'otto', 5).map((s) => s.name)).toEqual(['Otto Brandt']);
      expect(who(index, 'Otto Franz')).toMatchObject({ status: 'not-found' });
      expect(who(index, 'Brandt')).toMatchObject({ status: 'found', speaker: { name: 'Otto Brandt' } });
    });

    it('stays who it was: moderators’ corrections hold, and other stories’ words are theirs', () => {
      const short = story(
        'A headline',
        '“The weir is rotten,” said Otto Brandt. The crowd went home.',
        '“The mill will stand,” said Brandt on Monday.',
      );
      const others = ['Otto Brandt', 'Ida Brandt'].map((speaker) => {
        const text = `About ${speaker}\n\n“It leaks,” said ${speaker}.`;
        return read(readArticle(`${speaker}.txt`, new TextEncoder().encode(text)));
      });
      const { key, name } = buildCorpus([short]).speakers[0]!;
      const rename: Correction = { kind: 'rename', speaker: { key, name }, name: 'The engineer' };
      const hides = hiding(short, 'rotten');
      const renamed = buildCorpus([short], { corrections: [rename, hides] });
      expect([renamed.unmatched, formsOf(renamed)]).toEqual([
        [],
        { 'The engineer': ['The engineer', 'Brandt'] },
      ]);
      const all = buildCorpus([short, ...others], { corrections: [hides] });
      expect(all.speakerByKey.get(key)).toMatchObject({ name: 'Otto Brandt', statements: { length: 2 } });
      expect(Object.keys(formsOf(all))).toEqual(['Otto Brandt', 'Ida Brandt']);
    });

    it('has that which moderators give, though all else that has it is hidden', () => {
      const corpus = buildCorpus([weir], {
        corrections: [
          { kind: 'reattribute', statement: refOf(weir.statements.at(-1)!), speaker: 'Otto Franz Brandt' },
          hiding(weir, 'rotten'),
        ],
      });
      expect(formsOf(corpus)).toMatchObject({
        'Otto Franz Brandt': ['Otto Franz Brandt', 'Otto Brandt', 'Brandt'],
      });
    });

    it('has one where all that name them are hidden, and other words of theirs are not', () => {
      const on = story('A headline', '“We wait,” said Ada Stone. Nobody came.', '“It will rain,” she said.');
      const corpus = buildCorpus([on], { corrections: [hiding(on, 'We wait')] });
      expect(corpus.speakers.map((s) => [s.names, s.mentions, s.statements.length])).toEqual([
        [['Ada Stone'], 0, 1],
      ]);
    });
  });

  it('is nobody where hidden sentences alone name them', () => {
    const corpus = buildCorpus([mill], { corrections: [hiding(mill, 'weir')] });
    expect(named(corpus)).toEqual([['Otto Brandt', 'the disgraced engineer']]);
  });

  it('stays, if moderators have named them, or given what they said to another', () => {
    const weir = story(
      'A headline',
      '“The weir is next,” villagers said.',
      '“The mill is rotten,” said Otto Brandt.',
    );
    const statement = refOf(weir.statements[0]!);
    const uma: Correction = { kind: 'reattribute', statement, speaker: 'Uma Field' };
    const corpus = buildCorpus([weir], { corrections: [uma, hiding(weir, 'rotten')] });
    expect(named(corpus)).toEqual([['Uma Field'], ['villagers']]);
  });

  it('speaks on in other sentences, the words that name them hidden', () => {
    const on = story(
      'A headline',
      '“We wait,” said Ada Stone when the crowd went home. “It will rain and the weir will not hold.”',
    );
    const { readings } = buildCorpus([on], { corrections: [hiding(on, 'crowd went home')] });
    const left = readings[0]!.statements.map(({ content, source, cue }) => ({ content, source, cue }));
    expect(left).toEqual([{ content: on.statements[0]!.content.slice(1), source: null, cue: null }]);
  });
});

describe('a letter', () => {
  const letter = story(
    'Letter: I love the old weir',
    'I have lived by the weir for forty years and I love it. Our council is corrupt and I can prove it to anybody. We should mend it before the winter comes to my door.',
    'My neighbours and I would pay for it ourselves.',
    'Mara Quill is a retired judge who lives in Lower Marsh.',
  );

  it('is its writer’s in what is left of a paragraph, too', () => {
    const words = 'Our council is corrupt and I can prove it to anybody.';
    const whole = buildCorpus([letter]);
    const writer = whole.writerOf(whole.passages[0]!)?.name;
    expect(writer).toBe('Mara Quill');
    const corpus = buildCorpus([letter], { corrections: [hiding(letter, words)] });
    expect(corpus.passages.map((p) => [p.text.split(' ', 2).join(' '), corpus.writerOf(p)?.name])).toEqual([
      ['I have', writer],
      ['We should', writer],
      ['My neighbours', writer],
      ['Mara Quill', whole.writerOf(whole.passages.at(-1)!)?.name],
    ]);
  });
});
