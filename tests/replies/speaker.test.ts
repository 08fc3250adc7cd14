import { describe, expect, it } from 'vitest';
import { times } from '../../src/text/list.js';
import { speakerReply, whoReply } from '../../src/replies/speaker.js';
import { corpusOf } from '../stories.js';
import { lengthOf, textsOf } from './discord-text.js';

const OWNER = '123456789012345678';
const lines = Array.from({ length: 12 }, (_, at) => `“Statement number ${at} is this,” she said.`);
const corpus = corpusOf(
  `Headline\n\nEngineer Ada Stone spoke.\n\n${lines.join('\n\n')}`,
  lines.map((line) => ({ by: 'Ada Stone', words: line.slice(0, line.indexOf('”') + 1), role: 'Engineer' })),
);
const stone = corpus.speakers[0]!;
const show = (page: number) => speakerReply(stone, { page, owner: OWNER, private: false });

describe('a speaker', () => {
  it('is introduced by name, role and counts, with statements and their places', () => {
    const [head, first] = textsOf(show(0));
    expect(head).toMatch(/^\*\*Ada Stone\*\*\nEngineer\nQuoted 12 times in one story\./u);
    expect(first).toBe('> “Statement number 0 is this,”\n-# Headline · paragraph 2');
  });

  it('has all statements over the pages, each once', () => {
    const shown = [0, 1, 2].flatMap((page) => textsOf(show(page)).slice(1));
    expect(shown.map((text) => /number (\d+)/u.exec(text)?.[1])).toEqual(lines.map((_, at) => String(at)));
  });

  it('shows the last page where a page is gone', () => {
    expect(textsOf(show(99))).toEqual(textsOf(show(2)));
  });

  it('says plainly that somebody is mentioned but never quoted', () => {
    const silent = { ...stone, statements: [], mentions: 2 };
    expect(textsOf(speakerReply(silent, { page: 0, owner: OWNER, private: false }))[0]).toContain(
      'Mentioned, but never quoted or reported',
    );
  });

  it('fits into a message however long names, roles and statements are', () => {
    const long = corpusOf(`Headline\n${`“${'_'.repeat(1180)}”\n`.repeat(8)}`, [
      { by: '*'.repeat(400), words: `“${'_'.repeat(1180)}”`, role: '_'.repeat(900) },
    ]);
    const speaker = long.speakers[0]!;
    const many = {
      ...speaker,
      roles: Array.from({ length: 30 }, () => speaker.roles[0]!),
      names: Array.from({ length: 30 }, (_, i) => `${i}${'_'.repeat(300)}`),
    };
    const reply = speakerReply(many, { page: 0, owner: OWNER, private: false });
    expect(lengthOf(reply)).toBeLessThanOrEqual(4000);
  });
});

describe('a name that is not clear', () => {
  it('asks which one, with a button each', () => {
    const reply = whoReply(
      {
        status: 'ambiguous',
        query: 'St*ne',
        candidates: [stone, { ...stone, key: 'abcdefgh', name: 'Max Stone' }],
      },
      OWNER,
    );
    expect(textsOf(reply)[0]).toBe('**“St\\*ne” fits 2 speakers. Which one?**');
    expect(JSON.stringify(reply).match(/"custom_id"/gu)).toHaveLength(2);
    expect(reply.private).toBe(true);
  });

  it('is told to be unknown, with the names that come near', () => {
    expect(textsOf(whoReply({ status: 'not-found', query: 'Zed', nearest: [stone] }, OWNER))[0]).toContain(
      'name nobody called “Zed”',
    );
    expect(textsOf(whoReply({ status: 'not-found', query: 'Zed', nearest: [] }, OWNER))).toEqual([
      '**The stories name nobody called “Zed”.**',
    ]);
  });

  it('fits into a message however many fit', () => {
    const candidates = Array.from({ length: 300 }, (_, at) => ({
      ...stone,
      key: `k${String(at).padStart(7, '0')}`,
      name: `${'~'.repeat(200)}${at}`,
    }));
    const reply = whoReply({ status: 'ambiguous', query: '~'.repeat(100), candidates }, OWNER);
    expect(lengthOf(reply)).toBeLessThanOrEqual(4000);
    expect(textsOf(reply).at(-1)).toContain('290 more');
  });
});

describe('times', () => {
  it('counts in words', () => {
    expect([0, 1, 2, 3].map(times)).toEqual(['never', 'once', 'twice', '3 times']);
  });
});
