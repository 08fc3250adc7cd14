import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Correction } from '../../../src/corpus/corrections.js';
import { KeptSpeaker } from '../../../src/corpus/joined-speaker.js';
import { ask } from '../../../src/search/ask.js';
import { Library } from '../../../src/search/library.js';
import { who } from '../../../src/search/who/who.js';

/** More stories than one file of the cache takes, and enough text to be worth keeping. */
const STORIES = 132;
const FILLING =
  'The market in Oakmere opens at dawn and closes when the last boat has left the pier. '.repeat(20);
const RENAMED: Correction = {
  kind: 'rename',
  speaker: { key: '', name: 'Ada Stone' },
  name: 'Ada Boulder',
};

function story(number: number): string {
  return [
    `Dam ${number} holds`,
    `“The dam will hold for ${number + 3} years,” said Ada Stone, an engineer. She spoke on Monday.`,
    `The Harbour`,
    `Ben Ruthven ${number % 7}, the harbour master, told reporters the ferry sails at ${number} o'clock.`,
    FILLING,
  ].join('\n\n');
}

describe('an index that was kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-stories-'));
  const cache = mkdtempSync(join(tmpdir(), 'on-record-cache-'));
  const open = (corrections: readonly Correction[] = []) => Library.open(folder, { cache, corrections });
  const put = (number: number, text = story(number)) =>
    writeFileSync(join(folder, `dam-${number}.txt`), text);

  beforeAll(async () => {
    for (let number = 0; number < STORIES; number++) put(number);
    await open();
  });
  afterAll(() => {
    for (const path of [folder, cache]) rmSync(path, { recursive: true, force: true });
  });

  it('is the index that would be built', async () => {
    const kept = await open();
    expect(isKept(kept)).toBe(true);
    expect(contentOf(kept)).toEqual(contentOf(await Library.open(folder)));
  });

  it('is built anew where a story has changed or is gone', async () => {
    const changes = [() => put(3, story(700)), () => rmSync(join(folder, 'dam-4.txt'))];
    for (const change of changes) {
      change();
      const built = await open();
      expect(isKept(built)).toBe(false);
      const again = await open();
      expect(isKept(again)).toBe(true);
      expect(contentOf(again)).toEqual(contentOf(built));
    }
    for (const number of [3, 4]) put(number);
    await open();
  });

  it('is not used where there are corrections, and used again when they are taken back', async () => {
    const corrected = await open([RENAMED]);
    expect(isKept(corrected)).toBe(false);
    expect(who(corrected.index, 'Ada Boulder').status).toBe('found');
    const plain = await open();
    expect(isKept(plain)).toBe(true);
    expect(who(plain.index, 'Ada Boulder').status).not.toBe('found');
  });

  it('is built anew where stories were lost that it is of', async () => {
    const expected = contentOf(await open());
    const files = () =>
      readdirSync(cache, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.pack'))
        .toSorted()
        .map((file) => join(cache, file));
    expect(files().length).toBeGreaterThan(1);
    for (const at of files().keys()) {
      writeFileSync(files()[at]!, 'lost');
      const mended = await open();
      expect(isKept(mended)).toBe(false);
      expect(contentOf(mended)).toEqual(expected);
      expect(isKept(await open())).toBe(true);
    }
  });

  it('is shared by what a refresh builds, but for what has changed', async () => {
    const library = await open();
    const before = library.index;
    put(5, `${story(5)}\n\nIt rained, said Ada Stone.`);
    await library.refresh('Dana');
    const { stories, corpus } = library.index;
    const same = stories.filter((each, number) => each === before.stories[number]);
    expect(same).toHaveLength(STORIES - 1);
    const others = corpus.speakers.filter((speaker) => before.corpus.speakers.includes(speaker));
    expect(others).toHaveLength(corpus.speakers.length - corpus.speakers.filter(isIn('dam-5')).length);
    expect(contentOf(library)).toEqual(contentOf(await Library.open(folder)));
    put(5);
  });
});

function isIn(id: string) {
  return ({ articles }: { readonly articles: readonly { readonly id: string }[] }) =>
    articles.some((article) => article.id === id);
}

/** Whether nobody was joined anew. */
function isKept({ index }: Library): boolean {
  return index.corpus.speakers.every((speaker) => speaker instanceof KeptSpeaker);
}

/** All of a library that answers hang on, with terms instead of their numbers. */
function contentOf({ index }: Library): unknown {
  const { corpus, lexicon, postings, outlines, stories, terms, storyOf, book } = index;
  const words = (ids: Iterable<number>) => Array.from(ids, (id) => lexicon.termOf(id));
  const postingsOf = (id: number) => {
    const found: number[][] = [];
    postings.each(id, (...posting) => found.push(posting));
    return found;
  };
  return {
    version: corpus.version,
    articles: corpus.readings.map(({ article }) => ({ ...article })),
    passages: corpus.passages.map((p) => [p.id, p.key, p.heading, p.paragraph, p.text, p.start, p.end]),
    speakers: corpus.speakers.map((s) => ({
      ...[s.key, s.name, s.kind, s.names, s.wrote, s.mentions, s.corrected],
      roles: s.roles.map(({ text, span, article }) => [text, span, article.id]),
      statements: s.statements.map(({ passage, ...rest }) => ({ ...rest, passage: passage.id })),
      articles: s.articles.map(({ id }) => id),
      book: words(book.idsOfNames(s)),
      places: [...index.spokenBy(s)],
    })),
    whose: corpus.readings.map(({ statements }) => statements.map((s) => corpus.speakerOf(s)?.key)),
    postings: Object.fromEntries(lexicon.terms.map((term, id) => [term, postingsOf(id)])),
    lengths: postings.averageLengths,
    sizes: [...terms.keys()].map((place) => outlines.sizeOf(place)),
    storyOf: [...storyOf],
    stories: stories.map(({ speakers, ids, reading }) => [
      reading.article.id,
      speakers,
      words(ids).toSorted(),
    ]),
    terms: terms.map((t) => [t.passage.id, words(t.ids), words(t.above), t.sentences, t.said.length]),
    answers: ['What did Ada Stone say about the dam?', 'When does the ferry sail?'].map((text) =>
      ask(index, { text }).hits.map((hit) => [hit.passage.id, hit.sentence]),
    ),
  };
}
