import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change, Edit } from '../../../src/corpus/store/change.js';
import { checkStore } from '../../../src/corpus/store/check.js';
import { digestOf } from '../../../src/corpus/store/names.js';
import type { ScopeStore } from '../../../src/corpus/store/store.js';
import { RequestError } from '../../../src/errors.js';
import { BEA, place, SERVER, story } from './stores.js';

const MB = 1024 * 1024;
const LAST = 'Last\n\nIt rains.';
const NEW = 'New\n\nIt rains.';

/** A store whose server has a story that was replaced so often, with `last.txt` added before all that. */
function replaced(times: number) {
  const at = place();
  const versions = join(at.server, 'versions');
  const text = (version: number) => `Rain ${version}\n\nIt rains.`;
  const keep = (content: string) => {
    writeFileSync(join(versions, `${digestOf(content)}.txt`), content);
    return digestOf(content);
  };
  mkdirSync(versions, { recursive: true });
  mkdirSync(join(at.server, 'articles'));
  const edits: Edit[] = [{ kind: 'article', key: 'last.txt', before: null, after: keep(LAST) }];
  for (let version = 0; version <= times; version++)
    edits.push({
      kind: 'article',
      key: 'rain.txt',
      before: version ? digestOf(text(version - 1)) : null,
      after: keep(text(version)),
    });
  const changes = edits.map(
    (edit, index): Change => ({
      id: `change${index}`.slice(-8).padStart(8, '0'),
      at: '2026-05-23T10:00:00.000Z',
      by: BEA,
      action: 'replace',
      undoes: null,
      edits: [edit],
    }),
  );
  writeFileSync(join(at.server, 'history.jsonl'), changes.map((c) => `${JSON.stringify(c)}\n`).join(''));
  writeFileSync(join(at.server, 'applied'), `${changes.at(-1)?.id}\n`);
  writeFileSync(join(at.server, 'articles/last.txt'), LAST);
  writeFileSync(join(at.server, 'articles/rain.txt'), text(times));
  return { ...at, versions, text, kept: () => new Set(readdirSync(versions)) };
}

const idOf = (at: number) => `c${String(at).padStart(7, '0')}`;

/** The lines of so many changes of so many stories each, none of which is kept. */
function changesOf(many: number, stories: number): string {
  const text = (at: number, of: number) => (at < 0 ? null : digestOf(`${of} ${at}`));
  const changes = Array.from({ length: many }, (_, at): Change => {
    const edits = Array.from({ length: stories }, (_unused, of): Edit => {
      return { kind: 'article', key: `s${of}.txt`, before: text(at - 1, of), after: text(at, of) };
    });
    return { id: idOf(at), at: '2026-05-23T10:00:00.000Z', by: BEA, action: 'add', undoes: null, edits };
  });
  return changes.map((change) => `${JSON.stringify(change)}\n`).join('');
}

/** The largest story there may be, or nearly. */
const large = (mark: string) => `Large\n\n${mark.repeat((3.9 * MB) / mark.length)}`;

/** Replaces so many stories by large ones, each by another. */
function replace(scope: ScopeStore, many: number, mark: string): Promise<Change> {
  const wanted = Array.from({ length: many }, (_, at) => story(`rain${at}.txt`, large(`${at}${mark} `)));
  return scope.apply(BEA, 'replace', wanted);
}

const fileOf = (text: string) => `${digestOf(text)}.txt`;

describe('the texts that a history names', () => {
  it('are kept of the newest 1,000 changes; older ones stay in the history, and say so', async () => {
    const { open, options, kept, text } = replaced(1004);
    const scope = await (await open()).scope(SERVER);
    // The oldest that is kept replaced version 4 by version 5.
    expect([3, 4, 5].map((version) => kept().has(fileOf(text(version))))).toEqual([false, true, true]);
    const [oldest, letGo] = scope.history.slice(999);
    expect([scope.isTextKept(oldest!), scope.isTextKept(letGo!)]).toEqual([true, false]);
    await expect(scope.undo(letGo!.id, BEA)).rejects.toThrow(RequestError);
    await expect(scope.undo(letGo!.id, BEA)).rejects.toThrow(/no longer kept.*newest 1,000 changes.*64 MB/u);
    await expect(scope.contentOf(digestOf(text(3)))).rejects.toThrow(RequestError);
    expect(await scope.contentOf(digestOf(text(4)))).toBe(text(4));
    expect(scope.history).toHaveLength(1006);
    const [finding] = await checkStore(options);
    expect(finding?.problems).toEqual([]);
    expect(finding?.notes).toEqual(['the texts of the oldest 6 changes are no longer kept']);
  });

  it('are let go while the bot runs, those of 20 changes at once', async () => {
    const { open, options, kept, text } = replaced(1004);
    const scope = await (await open()).scope(SERVER);
    const before = kept().size;
    for (let at = 0; at < 19; at++)
      await scope.apply(BEA, 'add', [story(`new${at}.txt`, `New ${at}\n\nIt rains.`)]);
    expect(kept().size).toBe(before + 19);
    expect(kept().has(fileOf(text(4)))).toBe(true);
    await scope.apply(BEA, 'add', [story('new.txt', NEW)]);
    expect([23, 24].map((version) => kept().has(fileOf(text(version))))).toEqual([false, true]);
    const [finding] = await checkStore(options);
    expect(finding?.problems).toEqual([]);
    expect(finding?.notes).toEqual(['the texts of the oldest 26 changes are no longer kept']);
  });

  it('are known to be let go though the line is damaged that they are kept from', async () => {
    const { open, options, server, kept, text } = replaced(1004);
    await (await open()).close();
    const [id = ''] = readFileSync(join(server, 'kept-from'), 'utf8').split(' ');
    const history = readFileSync(join(server, 'history.jsonl'), 'utf8').split('\n');
    const at = history.findIndex((line) => line.includes(`"id":"${id}"`));
    // One before it is damaged too.
    const damaged = history.map((line, index) => ([2, at].includes(index) ? line.slice(0, -5) : line));
    writeFileSync(join(server, 'history.jsonl'), damaged.join('\n'));
    const problems = async () => (await checkStore(options))[0]?.problems.map((problem) => problem.text);
    const lines = [
      expect.stringContaining('history.jsonl, line 3 '),
      expect.stringContaining(`history.jsonl, line ${at + 1} `),
    ];
    expect(await problems()).toEqual(lines);
    const scope = await (await open()).scope(SERVER);
    // The one after it replaced version 5 by version 6.
    expect(scope.history.slice(998).map((change) => scope.isTextKept(change))).toEqual([
      true,
      ...Array<false>(4).fill(false),
      true,
    ]);
    expect([4, 5, 6].map((version) => kept().has(fileOf(text(version))))).toEqual([true, true, true]);
    // Nor is it forgotten when somebody takes the damaged lines out.
    writeFileSync(
      join(server, 'history.jsonl'),
      history.filter((_, index) => ![2, at].includes(index)).join('\n'),
    );
    expect(await problems()).toEqual([]);
  });

  it('cost a change no more where the history is long', async () => {
    const scopes = [];
    for (const length of [1, 3000]) {
      const { open, server } = place();
      mkdirSync(server, { recursive: true });
      writeFileSync(join(server, 'history.jsonl'), changesOf(length, 20));
      writeFileSync(join(server, 'applied'), idOf(length - 1));
      scopes.push({ scope: await (await open()).scope(SERVER), times: [] as number[] });
    }
    for (let at = 0; at < 9; at++)
      for (const { scope, times } of scopes) {
        const start = performance.now();
        await scope.apply(BEA, 'replace', [story('a.txt', `Text ${at}`)]);
        times.push(performance.now() - start);
      }
    const [short = 0, long = 0] = scopes.map(({ times }) => times.toSorted((a, b) => a - b)[4]);
    expect(long).toBeLessThan(3 * short);
  });

  it('come to 64 MB besides the stories as they are', async () => {
    const { open, server, options } = place();
    const scope = await (await open()).scope(SERVER);
    await scope.apply(BEA, 'add', [story('still.txt', large('s'))]);
    const marks = ['a', 'b', 'c', 'd'];
    for (const mark of marks) await replace(scope, 3, mark);
    const names = () => new Set(readdirSync(join(server, 'versions')));
    // Three stories are 11.7 MB: five times that is kept. What is there now doesn’t count.
    expect(names().size).toBe(1 + 12);
    for (const mark of ['e', 'f', 'g']) await replace(scope, 3, mark);
    expect(names().size).toBe(1 + 15 + 3);
    expect(marks.map((mark) => names().has(fileOf(large(`0${mark} `))))).toEqual([false, true, true, true]);
    expect((await checkStore(options))[0]?.problems).toEqual([]);
  });

  it('are kept of the newest change however large they are', async () => {
    const { open } = place();
    const scope = await (await open()).scope(SERVER);
    const add = await replace(scope, 20, 'a');
    const second = await replace(scope, 20, 'b');
    expect([scope.isTextKept(add), scope.isTextKept(second)]).toEqual([true, true]);
    await scope.undo(second.id, BEA);
    expect(await scope.article('rain17.txt')).toBe(large('17a '));
  });

  it('are kept of stories that are there: one that is lost comes back, and one that is taken out too', async () => {
    const { open, options, server, kept } = replaced(1004);
    const store = await open();
    const scope = await store.scope(SERVER);
    await scope.apply(BEA, 'add', [story('new.txt', NEW)]);
    const add = scope.history.at(-1)!;
    expect([kept().has(fileOf(LAST)), scope.isTextKept(add)]).toEqual([true, true]);
    rmSync(join(server, 'articles/last.txt'));
    for (const { mend } of (await checkStore(options))[0]?.problems ?? []) await mend?.();
    expect(readFileSync(join(server, 'articles/last.txt'), 'utf8')).toBe(LAST);
    const undo = await scope.undo(add.id, BEA);
    await scope.undo(undo.id, BEA);
    expect(await scope.article('last.txt')).toBe(LAST);
  });

  it('are let go though the process died before all were removed, and what another lost is still told', async () => {
    const { open, options, versions, kept, text } = replaced(1004);
    const first = await open();
    await (await first.scope(SERVER)).apply(BEA, 'add', [story('new.txt', NEW)]);
    await first.close();
    writeFileSync(join(versions, fileOf(text(3))), text(3));
    expect((await checkStore(options))[0]?.problems).toEqual([]);
    rmSync(join(versions, fileOf(text(900))));
    const lost = [`versions/${fileOf(text(900))}, a text of rain.txt, is missing or damaged`];
    expect((await checkStore(options))[0]?.problems.map((p) => p.text)).toEqual(lost);
    const scope = await (await open()).scope(SERVER);
    expect(scope.isTextKept(scope.history[1003]!)).toBe(false);
    expect([kept().has(fileOf(text(3))), kept().has(fileOf(text(5)))]).toEqual([false, true]);
    expect((await checkStore(options))[0]?.problems.map((p) => p.text)).toEqual(lost);
  });

  it('are left alone where no line that can be read names them', async () => {
    const { open, server, versions, kept, text } = replaced(1004);
    const [first = '', second = '', ...rest] = readFileSync(join(server, 'history.jsonl'), 'utf8').split(
      '\n',
    );
    writeFileSync(join(server, 'history.jsonl'), [first, second.replace('"by"', '"of"'), ...rest].join('\n'));
    writeFileSync(join(versions, fileOf('Of nobody')), 'Of nobody');
    const scope = await (await open()).scope(SERVER);
    await scope.apply(BEA, 'add', [story('new.txt', NEW)]);
    expect([text(0), text(1), 'Of nobody'].map((one) => kept().has(fileOf(one)))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are all kept where it isn’t known which were let go', async () => {
    const { open, server } = replaced(3);
    appendFileSync(join(server, 'kept-from'), 'unknown0\n');
    const scope = await (await open()).scope(SERVER);
    expect(scope.history.map((change) => scope.isTextKept(change))).not.toContain(false);
  });
});

it('a text that a hand put back is kept when that is taken back', async () => {
  const { open, server } = place();
  const scope = await (await open()).scope(SERVER);
  const add = await scope.apply(BEA, 'add', [story('a.txt', 'One')]);
  await scope.apply(BEA, 'replace', [story('a.txt', 'Two')]);
  rmSync(join(server, 'versions', fileOf('One')));
  writeFileSync(join(server, 'articles/a.txt'), 'One');
  const undo = await scope.undo(add.id, BEA);
  await scope.undo(undo.id, BEA);
  expect(await scope.article('a.txt')).toBe('One');
});
