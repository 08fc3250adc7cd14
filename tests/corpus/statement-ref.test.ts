import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { read } from '../../src/attribution/attribute.js';
import type { Reading } from '../../src/attribution/statement.js';
import { buildCorpus, type Corpus } from '../../src/corpus/corpus.js';
import type { Correction, StatementRef } from '../../src/corpus/corrections.js';
import { findStatement, findWords, refOf } from '../../src/corpus/statement-ref.js';

const story = (...paragraphs: string[]): Reading =>
  read(readArticle('quay.txt', new TextEncoder().encode(['A headline', ...paragraphs].join('\n\n'))));
const hide = (statement: StatementRef): Correction => ({ kind: 'hide', statement });

/** The statement of somebody, as a correction made now names it. */
function refBy(corpus: Corpus, speaker: string): StatementRef {
  const statement = corpus.readings[0]!.statements.find((s) => corpus.speakerOf(s)?.name === speaker);
  if (!statement) throw new Error(`${speaker} says nothing`);
  return refOf(statement);
}
/** Whom each passage quotes. */
const quoted = (corpus: Corpus) =>
  corpus.passages.map((p) => [p.text, ...corpus.statementsIn(p).map((s) => corpus.speakerOf(s)?.name)]);

describe('a statement of what is left of a passage', () => {
  const quay = story(
    '“We will not leave,” said Ada Stone.',
    '“The quay is rotten,” said Ben Ruthven. “We will not leave,” said Cleo Marsh. The crowd went home.',
  );
  const benHidden = hide(refBy(buildCorpus([quay]), 'Ben Ruthven'));
  const left = buildCorpus([quay], { corrections: [benHidden] });
  const ada = ['“We will not leave,” said Ada Stone.', 'Ada Stone'];

  it('is hidden, and not who says the same in another passage', () => {
    const corpus = buildCorpus([quay], { corrections: [benHidden, hide(refBy(left, 'Cleo Marsh'))] });
    expect(quoted(corpus)).toEqual([ada, ['The crowd went home.']]);
  });

  it('is reattributed, and not what is the same in another passage', () => {
    const uma = { kind: 'reattribute', statement: refBy(left, 'Cleo Marsh'), speaker: 'Uma Field' } as const;
    const corpus = buildCorpus([quay], { corrections: [benHidden, uma] });
    expect(quoted(corpus)).toEqual([
      ada,
      ['“We will not leave,” said Cleo Marsh. The crowd went home.', 'Uma Field'],
    ]);
  });

  it('is named as before, however often its passage was cut', () => {
    const three = story('“One,” said Ada Stone. “Two,” said Ben Ruthven. “Three,” said Cleo Marsh.');
    const whole = buildCorpus([three]);
    const corrections = [hide(refBy(whole, 'Ada Stone'))];
    expect(refBy(buildCorpus([three], { corrections }), 'Cleo Marsh')).toEqual(refBy(whole, 'Cleo Marsh'));
    corrections.push(hide(refBy(whole, 'Ben Ruthven')));
    expect(refBy(buildCorpus([three], { corrections }), 'Cleo Marsh')).toEqual(refBy(whole, 'Cleo Marsh'));
  });

  it('is named by all of its words, where some stand beyond what is hidden', () => {
    const broken = story('“We wait,” said Ada Stone. It rained. The crowd went home.');
    const [whole] = broken.statements;
    const { passage } = whole!;
    const content = ['We wait', 'The crowd went home.'].map((words) => {
      const start = passage.start + passage.text.indexOf(words);
      return { start, end: start + words.length };
    });
    const reading = { ...broken, statements: [{ ...whole!, content }] };
    const at = passage.start + passage.text.indexOf('It rained.');
    const rain = refOf({ passage, content: [{ start: at, end: at + 10 }] });
    const { statements } = buildCorpus([reading], { corrections: [hide(rain)] }).readings[0]!;
    expect(statements.map((s) => s.content)).toEqual(content.map((span) => [span]));
    for (const statement of statements) expect(refOf(statement)).toEqual(refOf(reading.statements[0]!));
  });
});

describe('words that stand in a passage more than once', () => {
  const twice = story('“No,” said Ada Stone. “No,” said Ben Ruthven. It rained. Nobody spoke. It rained.');
  const ben = refBy(buildCorpus([twice]), 'Ben Ruthven');

  it('are who says them there', () => {
    const corpus = buildCorpus([twice], { corrections: [hide(ben)] });
    expect(quoted(corpus)).toEqual([
      ['“No,” said Ada Stone.', 'Ada Stone'],
      ['It rained. Nobody spoke. It rained.'],
    ]);
  });

  it('are still theirs when somebody’s before them are hidden', () => {
    const adaHidden = hide(refBy(buildCorpus([twice]), 'Ada Stone'));
    const left = buildCorpus([twice], { corrections: [adaHidden] });
    expect(refBy(left, 'Ben Ruthven')).toEqual(ben);
  });

  it('are nobody else’s where a rule finds them no more', () => {
    const silent = { ...twice, statements: twice.statements.slice(0, 1) };
    expect(findStatement(silent, ben)).toBeNull();
    expect(findWords(silent, ben)?.span).toEqual(twice.statements[1]!.content[0]);
  });

  it('are these where no statement is', () => {
    const [passage] = twice.passages;
    const at = passage!.start + passage!.text.lastIndexOf('It rained.');
    const last = refOf({ passage: passage!, content: [{ start: at, end: at + 10 }] });
    const { passages } = buildCorpus([twice], { corrections: [hide(last)] });
    expect(passages.map((p) => p.text)).toEqual([passage!.text.slice(0, -11)]);
  });
});

describe('a passage that still stands', () => {
  it('is where its statement is, even if its words are found elsewhere alone', () => {
    const two = story('“It will hold,” said Ada Stone.', '“It will hold,” said Ben Ruthven, on Monday.');
    const ref = refBy(buildCorpus([two]), 'Ben Ruthven');
    const silent = { ...two, statements: two.statements.slice(0, 1) };
    expect(findStatement(silent, ref)).toBeNull();
    expect(quoted(buildCorpus([silent], { corrections: [hide(ref)] }))).toEqual([
      ['“It will hold,” said Ada Stone.', 'Ada Stone'],
    ]);
  });
});
