import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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
    story('a.txt', 'One\n\nText.'),
    { kind: 'correction', key: 'c1', after: HIDE },
  ]);
  await scope.apply(BEA, 'replace', [story('a.txt', 'Two\n\nText.')]);
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
    writeFileSync(join(server, 'articles/a.txt'), 'By hand\n\nText.');
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
    expect(readFileSync(join(server, 'articles/a.txt'), 'utf8')).toBe('Two\n\nText.');
    expect(readFileSync(join(server, 'corrections.jsonl.damaged'), 'utf8')).toBe('{"id":\n');
    expect(readdirSync(join(server, 'articles'))).toEqual(['a.txt']);
    expect((await (await open()).scope(SERVER)).corrections.get('c1')).toEqual(HIDE);
  });

  it('lays aside all that is damaged, and looks on where something can’t be looked at', async () => {
    const { args, server } = await filled();
    const other = server.replace(/\d$/u, (digit) => String((Number(digit) + 1) % 10));
    mkdirSync(join(other, 'feeds.jsonl'), { recursive: true });
    appendFileSync(join(server, 'corrections.jsonl'), 'not JSON\n{"id":"c2"}\n');
    writeFileSync(join(server, 'articles/bad.txt'), Buffer.from([0x4d, 0xff, 0x0a]));
    writeFileSync(join(server, 'articles/picture.png'), '');
    symlinkSync('loop.txt', join(server, 'articles/loop.txt'));
    writeFileSync(join(server, 'notes.odt'), '');
    const { status, stdout } = corpus(...args);
    expect(status).toBe(1);
    for (const text of [
      'corrections.jsonl, line 2',
      'corrections.jsonl, line 3',
      'bad.txt is not UTF-8',
      'loop.txt is a link',
      '(notes.odt is none of my files',
      '(articles/picture.png is no .txt file',
      'feeds.jsonl is a folder, where a file should be',
    ])
      expect(stdout).toContain(text);
    const repaired = corpus(...args, '--repair');
    expect(repaired.status).toBe(1);
    expect(repaired.stdout).toContain('mended: corrections.jsonl, line 3');
    expect(repaired.stderr).toContain('feeds.jsonl');
    const aside = readFileSync(join(server, 'corrections.jsonl.damaged'), 'utf8');
    expect(aside).toContain('not JSON\n{"id":"c2"}\n');
    expect(readFileSync(join(server, 'corrections.jsonl'), 'utf8')).toMatch(/^\{"id":"c1".*\}\n$/u);
  });

  it('says of each server that can’t be opened why, and mends the others', async () => {
    const { args, server } = await filled();
    const at = (number: number) => join(server, '..', `10000000000000000${number}`);
    mkdirSync(join(at(1), 'history.jsonl'), { recursive: true });
    mkdirSync(at(2));
    writeFileSync(join(at(2), 'articles'), '');
    mkdirSync(at(3));
    symlinkSync('settings.json', join(at(3), 'settings.json'));
    writeFileSync(join(server, 'articles/.on-record-abcdefgh.tmp'), 'half');
    const checked = corpus(...args);
    const reasons = [
      'history.jsonl is a folder, where a file should be',
      "The folder of stories can't be used: it is not a folder.",
      'settings.json is a link that leads back to itself',
    ];
    for (const [index, reason] of reasons.entries())
      expect(checked.stdout).toContain(`10000000000000000${index + 1}: 0 changes, 1 wrong\n  ${reason}\n`);
    expect(checked.status).toBe(1);
    const { status, stdout, stderr } = corpus(...args, '--repair');
    expect(stderr).toBe(
      reasons.map((reason, index) => `10000000000000000${index + 1}: ${reason}\n`).join(''),
    );
    expect(status).toBe(1);
    expect(stdout).toContain('mended: .on-record-abcdefgh.tmp');
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
