import type { Passage } from '../../article/passages.js';
import type { Reading, Statement } from '../../attribution/statement.js';
import { statementsByPassage } from '../../corpus/corpus.js';
import { once } from '../../once.js';
import { overlaps, slice, type Span } from '../../text/span.js';
import { type Expectation, holds, KINDS } from '../question/expectation.js';
import { ofPassage, type StoryTerms } from './story-terms.js';

/** A passage, taken apart once so that a question costs nothing but comparing numbers. */
export interface PassageTerms {
  readonly passage: Passage;
  /** Every term of the passage in order, stop words too, as numbers of the lexicon. */
  readonly ids: Uint32Array;
  /** Its sentences, as stretches of the article's text. */
  readonly sentences: readonly Span[];
  /** For each sentence, where its terms start in `ids`; one more entry closes the last. */
  readonly starts: Uint32Array;
  /** The terms of the title and heading above it. */
  readonly above: Uint32Array;
  /** The statements in the passage. */
  readonly statements: readonly Statement[];
  /** For each sentence, the statements that it belongs to; empty where there are none at all. */
  readonly said: readonly (readonly Statement[])[];
  /** How surely a sentence, by its number, holds a kind of thing, from 0 to 1; looked for once. */
  readonly holds: (at: number, kind: Expectation) => number;
}

/** A story's terms, and the lexicon's number for each of them. */
interface Numbered {
  readonly terms: StoryTerms;
  readonly numbers: Uint32Array;
}

/** A story's passages as an index holds them; its terms are asked for when a passage is first looked at. */
export function passagesApart(reading: Reading, numbered: () => Numbered): readonly PassageTerms[] {
  const story: Story = {
    reading,
    taken: once(() => {
      const { terms, numbers } = numbered();
      return { terms, numbers, ids: terms.ids.map((id) => numbers[id >>> 1]!) };
    }),
  };
  return reading.passages.map((passage, place) => new PassageOfStory(story, passage, place));
}

interface Story {
  readonly reading: Reading;
  /** … with the lexicon's numbers for the terms of all passages. */
  readonly taken: () => Numbered & { readonly ids: Uint32Array };
}

/** What passages of narration share. */
const NOTHING: readonly never[] = [];

/** A passage in its story's arrays. Most passages are never looked at: their parts are cut out when they are. */
class PassageOfStory implements PassageTerms {
  readonly passage: Passage;
  readonly #story: Story;
  readonly #place: number;
  #ids: Uint32Array | null = null;
  #statements: readonly Statement[] | null = null;
  /** One more than the tenths of how surely each sentence holds each kind of thing; 0 where nobody has asked. */
  #held: Uint8Array | null = null;
  #parts: Pick<PassageTerms, 'sentences' | 'starts' | 'above' | 'said'> | null = null;

  constructor(story: Story, passage: Passage, place: number) {
    this.#story = story;
    this.passage = passage;
    this.#place = place;
  }

  get ids(): Uint32Array {
    return (this.#ids ??= this.#idsOf(this.#story.taken()));
  }

  #idsOf({ terms: { first, starts }, ids }: ReturnType<Story['taken']>): Uint32Array {
    return ids.subarray(starts[first[this.#place]!], starts[first[this.#place + 1]!]);
  }

  get sentences(): readonly Span[] {
    return this.#taken.sentences;
  }

  get starts(): Uint32Array {
    return this.#taken.starts;
  }

  get above(): Uint32Array {
    return this.#taken.above;
  }

  get statements(): readonly Statement[] {
    return (this.#statements ??= statementsByPassage(this.#story.reading).get(this.passage) ?? NOTHING);
  }

  get said(): readonly (readonly Statement[])[] {
    return this.#taken.said;
  }

  holds(at: number, kind: Expectation): number {
    const { sentences } = this;
    const known = (this.#held ??= new Uint8Array(sentences.length * KINDS.length));
    const cell = at * KINDS.length + KINDS.indexOf(kind);
    known[cell] ||= 1 + Math.round(10 * holds(kind, slice(this.passage.article.text, sentences[at]!)));
    return (known[cell] - 1) / 10;
  }

  get #taken() {
    return (this.#parts ??= this.#take());
  }

  #take() {
    const { terms, numbers } = this.#story.taken();
    const from = terms.first[this.#place]!;
    const to = terms.first[this.#place + 1]!;
    const sentences: Span[] = [];
    for (let at = from; at < to; at++)
      sentences.push({ start: terms.sentences[2 * at]!, end: terms.sentences[2 * at + 1]! });
    const base = terms.starts[from]!;
    const { statements } = this;
    return {
      sentences,
      starts: terms.starts.slice(from, to + 1).map((start) => start - base),
      above: ofPassage(terms, this.#place).above.map((id) => numbers[id]!),
      said: statements.length ? sentences.map((s) => statements.filter((one) => belongsTo(one, s))) : NOTHING,
    };
  }
}

/** Whether a sentence holds any of what is said, or tells that it was said or by whom. */
export function belongsTo(statement: Statement, sentence: Span): boolean {
  return (
    statement.content.some((c) => overlaps(c, sentence)) ||
    (statement.cue !== null && overlaps(statement.cue, sentence)) ||
    (statement.source !== null && overlaps(statement.source, sentence))
  );
}
