import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BEA, place, SERVER, story } from '../corpus/store/stores.js';
import { ROOT } from '../corpus/store/child.js';

const HIDE = { kind: 'hide', statement: { article: 'a', passage: 'p', content: 'it rains' } } as const;

function corpus(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${ROOT}dist/terminal/corpus.js`, ...args],
    { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env['PATH'] } },
  );
  return { status, stdout, stderr };
}

async function filled() {
  const { open, options, server } = place();
  const store = await open();
  const scope = await store.scope(SERVER);
  const change = await scope.apply(BEA, 'add', [
    story('a.txt', 'One'),
    { kind: 'correction', key: 'c1', after: HIDE },
  ]);
  await scope.apply(BEA, 'replace', [story('a.txt', 'Two')]);
  await store.close();
  const first = String(change.edits.find((edit) => edit.kind === 'article')?.after);
  return {
    server,
    args: ['check', '--data', options.folder, '--corpus', options.operatorArticles],
    first,
    open,
  };
}

describe('npm run corpus -- check', () => {
  it('says that all is well', async () => {
    const { args } = await filled();
    expect(corpus(...args)).toEqual({ status: 0, stdout: `${SERVER}: 2 changes, all is well\n`, stderr: '' });
  });

  it('tells what was edited by hand, which is nothing wrong', async () => {
    const { args, server } = await filled();
    writeFileSync(join(server, 'articles/a.txt'), 'By hand');
    expect(corpus(...args)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('(a.txt was edited by hand)'),
    });
  });

  it('finds what is damaged or missing, and mends it', async () => {
    const { args, server, open } = await filled();
    rmSync(join(server, 'articles/a.txt'));
    writeFileSync(join(server, 'corrections.jsonl'), '{"id":\n');
    writeFileSync(join(server, 'articles/.on-record-abcdefgh.tmp'), 'half');
    appendFileSync(join(server, 'history.jsonl'), '{"id":"abc');
    const { status, stdout } = corpus(...args);
    expect(status).toBe(1);
    expect(stdout).toMatch(/3 wrong/u);
    for (const text of ['a.txt is missing', 'corrections.jsonl, line 1', 'left over', 'half a line'])
      expect(stdout).toContain(text);
    expect(corpus(...args, '--repair')).toMatchObject({ status: 0 });
    expect(corpus(...args)).toMatchObject({ status: 0 });
    expect(readFileSync(join(server, 'articles/a.txt'), 'utf8')).toBe('Two');
    expect(readFileSync(join(server, 'corrections.jsonl.damaged'), 'utf8')).toBe('{"id":\n');
    expect(readdirSync(join(server, 'articles'))).toEqual(['a.txt']);
    expect((await (await open()).scope(SERVER)).corrections.get('c1')).toEqual(HIDE);
  });

  it('says what can’t be mended', async () => {
    const { args, server, first } = await filled();
    writeFileSync(join(server, `versions/${first}.txt`), 'Another');
    const { status, stdout } = corpus(...args, '--repair');
    expect(status).toBe(1);
    expect(stdout).toContain(`  versions/${first}.txt, a text of a.txt, is missing or damaged`);
  });

  it('mends nothing while a bot has the folder', async () => {
    const { args, open } = await filled();
    await open();
    expect(corpus(...args)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('In use by process'),
    });
    expect(corpus(...args, '--repair')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('in use by'),
    });
  });

  it.each([[[]], [['mend']], [['check', '--fix']], [['check', 'more']]])('explains itself for %j', (args) => {
    expect(corpus(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('--repair') });
  });
});
