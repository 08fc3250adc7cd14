import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../src/search/ask.js';
import { Library } from '../../../src/search/library.js';
import { who } from '../../../src/search/who/who.js';

/** Enough text to be worth keeping. */
const FILLING =
  'The market in Oakmere opens at dawn and closes when the last boat has left the pier. '.repeat(800);
const QUESTIONS = [
  'What did Ada Stone say about the dam?',
  'Who spoke of the harvest?',
  'When does the ferry sail?',
];
const NAMES = ['Stone', 'Ben Ruthven', 'the harbour master'];

function story(number: number): string {
  return [
    `Dam ${number} holds`,
    `“The dam will hold for ${number + 3} years,” said Ada Stone, an engineer. She spoke on Monday.`,
    `Ben Ruthven, the harbour master, told reporters the ferry sails at ${number} o'clock.`,
    `According to farmer Cleo Marsh, the harvest of field ${number} was “better than feared.”`,
    FILLING,
  ].join('\n\n');
}

/** A file bears its checksum as its name. */
function isWhole(file: string): boolean {
  const name = basename(file);
  return `${createHash('sha256').update(readFileSync(file)).digest('hex')}.pack` === name;
}

/** Everything that is answered, as text. */
function answers({ index }: Library): unknown {
  return [
    QUESTIONS.map((text) => {
      const { found, hits, reason } = ask(index, { text });
      return [
        found,
        reason,
        hits.map((h) => [h.passage.id, h.sentence, h.kind, h.speakers.map((s) => s.name)]),
      ];
    }),
    NAMES.map((name) => {
      const result = who(index, name);
      if (result.status !== 'found') return result.status;
      const { name: found, names, roles, statements, mentions } = result.speaker;
      return [
        found,
        names,
        roles.map((r) => r.text),
        statements.map((s) => [s.passage.id, s.content]),
        mentions,
      ];
    }),
  ];
}

describe('what was read of stories', () => {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-stories-'));
  const cache = mkdtempSync(join(tmpdir(), 'on-record-cache-'));
  let expected: unknown;

  const open = async () => {
    const warnings: string[] = [];
    const library = await Library.open(folder, { cache, onWarning: (message) => warnings.push(message) });
    return { library, warnings };
  };
  const files = () =>
    readdirSync(cache).flatMap((shelf) =>
      readdirSync(join(cache, shelf)).map((file) => join(cache, shelf, file)),
    );

  beforeAll(async () => {
    for (let number = 0; number < 4; number++)
      writeFileSync(join(folder, `dam-${number}.txt`), story(number));
    expected = answers(await Library.open(folder));
    await open();
  });
  afterAll(() => {
    for (const path of [folder, cache]) rmSync(path, { recursive: true, force: true });
  });

  it('is kept, and gives the same answers at the next start', async () => {
    expect(files().length).toBeGreaterThan(0);
    const before = files().map((file) => statSync(file).mtimeMs);
    const { library, warnings } = await open();
    expect(answers(library)).toEqual(expected);
    expect(warnings).toEqual([]);
    // Nothing was read anew, so that nothing was written.
    expect(files().map((file) => statSync(file).mtimeMs)).toEqual(before);
  });

  test.prop(
    [fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ maxLength: 40 }), fc.nat(60)],
    {
      numRuns: 5,
    },
  )(
    'changes no answer where it is damaged',
    async (which, where, bytes, cut) => {
      const all = files();
      const file = all[which % all.length]!;
      const whole = readFileSync(file);
      const at = Math.floor(where * whole.length);
      writeFileSync(file, Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + cut)]));
      const { library, warnings } = await open();
      expect(answers(library)).toEqual(expected);
      expect(warnings).toEqual([]);
      // What was damaged is mended: every file is whole, and the next start writes nothing.
      expect(files().every(isWhole)).toBe(true);
      const mended = files();
      await open();
      expect(files()).toEqual(mended);
    },
    60_000,
  );

  it.each([
    ['noise', (file: string) => writeFileSync(file, Buffer.alloc(5000, 0xff))],
    ['empty', (file: string) => writeFileSync(file, '')],
    ['a folder', (file: string) => mkdirSync(file)],
    ['gone', () => {}],
  ])('is mended where a file is %s', async (_, put) => {
    const [file] = files();
    rmSync(file!);
    put(file!);
    const { library, warnings } = await open();
    expect(answers(library)).toEqual(expected);
    expect(warnings).toEqual([]);
    expect(files().length).toBeGreaterThan(0);
    expect(files().every(isWhole)).toBe(true);
  });

  it('is written anew as one file, not one for each change', async () => {
    const library = await Library.open(folder, { cache });
    for (let round = 0; round < 4; round++) {
      writeFileSync(join(folder, 'dam-3.txt'), `${story(3)}\n\nRound ${round} is over.`);
      await library.refresh('Dana');
    }
    expect(files()).toHaveLength(1);
    writeFileSync(join(folder, 'dam-3.txt'), story(3));
    await open();
  });

  it('forgets a story that is gone', async () => {
    const size = () => files().reduce((sum, file) => sum + statSync(file).size, 0);
    writeFileSync(join(folder, 'more.txt'), story(99));
    await open();
    const larger = size();
    rmSync(join(folder, 'more.txt'));
    await open();
    expect(size()).toBeLessThan(larger);
  });

  it('is told of, and nothing else, where the folder can’t be written', async () => {
    const blocked = join(folder, 'not-a-folder.md');
    writeFileSync(blocked, '');
    const warnings: string[] = [];
    const library = await Library.open(folder, {
      cache: blocked,
      onWarning: (message) => warnings.push(message),
    });
    expect(answers(library)).toEqual(expected);
    expect(warnings).toEqual([expect.stringMatching(/can't be kept/u)]);
  });

  it.runIf(process.getuid?.() !== 0)('… or not be read', async () => {
    chmodSync(cache, 0o000);
    const { library } = await open();
    chmodSync(cache, 0o700);
    expect(answers(library)).toEqual(expected);
  });
});

describe('few stories', () => {
  it('are read as quickly as they are kept, and leave nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'on-record-few-'));
    writeFileSync(join(folder, 'a.txt'), 'A\n\nText.');
    await Library.open(folder, { cache: join(folder, 'cache') });
    expect(readdirSync(folder)).toEqual(['a.txt']);
    rmSync(folder, { recursive: true });
  });
});
