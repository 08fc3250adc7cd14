import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from './child.js';
import { BEA, place, SERVER, story } from './stores.js';

/** Adds stories until that fails, then says how, and what it has. As nobody, where the test runs as root. */
const UNTIL_IT_FAILS = `
import { openStore } from '${ROOT}dist/corpus/store/open.js';
const [, folder, operatorArticles, drop] = process.argv;
const store = await openStore({ folder, operatorArticles });
if (drop && process.getuid() === 0) process.setuid(65534);
const scope = await store.scope('${SERVER}');
const by = { id: '1', name: 'Bea' };
const error = await (async () => {
  for (let at = 0; at < 500; at++)
    await scope.apply(by, 'add', [{ kind: 'article', key: 'n' + at + '.txt', after: 'Rain ' + at }]);
})().catch((error) => error);
console.log(JSON.stringify({ name: error?.name, message: error?.message, changes: scope.history.length }));
process.exit(0);`;

function runChild(before: string, options: { folder: string; operatorArticles: string }, drop: string) {
  const { stdout, stderr } = spawnSync(
    'bash',
    [
      '-c',
      `${before} exec "$@"`,
      '-',
      process.execPath,
      '--input-type=module',
      '--eval',
      UNTIL_IT_FAILS,
      options.folder,
      options.operatorArticles,
      drop,
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return z.object({ name: z.string(), message: z.string(), changes: z.number() }).parse(JSON.parse(stdout));
}

/** Starts a command that has a disk of its own where \$DISK is, of 8 MB: nobody else sees it, and it goes with the command. */
const SMALL_DISK = [
  'unshare',
  '--user',
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  'mount -t tmpfs -o size=8m tmpfs "$DISK" && exec "$@"',
  '-',
] as const;
const [unshare, ...mounting] = SMALL_DISK;
const canMount =
  spawnSync(unshare, [...mounting, 'true'], { env: { ...process.env, DISK: '/mnt' } }).status === 0;

/** What scripts on a small disk have. */
const ON_DISK = `
import { createHash } from 'node:crypto';
import { mkdirSync, openSync, readdirSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { openStore } from '${ROOT}dist/corpus/store/open.js';
import { checkStore } from '${ROOT}dist/corpus/store/check.js';
const [, disk] = process.argv;
const options = { folder: disk + '/store', operatorArticles: disk + '/data' };
const server = disk + '/store/servers/${SERVER}';
const by = { id: '1', name: 'Bea' };
for (const folder of [disk + '/data', server + '/versions', server + '/articles']) mkdirSync(folder, { recursive: true });
const tell = async (more) => {
  const [{ problems, notes }] = await checkStore(options);
  console.log(JSON.stringify({ ...more, problems, notes, texts: readdirSync(server + '/versions').length }));
};
`;

/** Has a server replace a story so often that texts are beyond the bound, as long as none were let go; then fills the disk. */
const FILL = `
let [before, history, text] = [null, '', ''];
for (let at = 0; at < 1010; at++) {
  text = 'Rain ' + at + '\\n\\nIt rains.';
  const after = createHash('sha256').update(text).digest('hex');
  writeFileSync(server + '/versions/' + after + '.txt', text);
  const edits = [{ kind: 'article', key: 'rain.txt', before, after }];
  history += JSON.stringify({ id: 'c' + String(at).padStart(7, '0'), at: '2026-05-23T10:00:00.000Z', by, action: 'replace', undoes: null, edits }) + '\\n';
  before = after;
}
writeFileSync(server + '/articles/rain.txt', text);
writeFileSync(server + '/history.jsonl', history);
writeFileSync(server + '/applied', 'c0001009\\n');
const filling = openSync(disk + '/filling', 'w');
try { for (;;) writeSync(filling, Buffer.alloc(4096)); } catch ({ code }) { if (code !== 'ENOSPC') throw code; }
`;

function onSmallDisk(script: string): unknown {
  const { root } = place();
  const [command, ...rest] = SMALL_DISK;
  const { stdout, stderr } = spawnSync(
    command,
    [...rest, process.execPath, '--input-type=module', '--eval', ON_DISK + script, root],
    { encoding: 'utf8', env: { ...process.env, DISK: root } },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe.skipIf(!canMount)('a disk that old texts have filled', () => {
  it('has room again when the store is opened', () => {
    const told = onSmallDisk(`${FILL}
      const store = await openStore(options);
      const scope = await store.scope('${SERVER}');
      await scope.apply(by, 'add', [{ kind: 'article', key: 'new.txt', after: 'New' }]);
      const undone = await scope.undo(scope.history[0].id, by);
      await store.close();
      await tell({ undoes: undone.undoes !== null });`);
    expect(told).toEqual({
      undoes: true,
      problems: [],
      notes: ['the texts of the oldest 10 changes are no longer kept'],
      texts: 1002,
    });
  });

  it('has room again after a repair', () => {
    const told = onSmallDisk(`${FILL}
      const check = ['check', '--repair', '--data', options.folder, '--corpus', options.operatorArticles];
      const { status } = spawnSync(process.execPath, ['${ROOT}dist/terminal/corpus.js', ...check], { cwd: '${ROOT}' });
      await tell({ status });`);
    expect(told).toEqual({
      status: 0,
      problems: [],
      notes: ['the texts of the oldest 10 changes are no longer kept'],
      texts: 1001,
    });
  });
});

describe.skipIf(!canMount)('a change that a full disk refuses', () => {
  it('takes no room', () => {
    const told = onSmallDisk(`
      const store = await openStore(options);
      const scope = await store.scope('${SERVER}');
      const add = (key, after) => scope.apply(by, 'add', [{ kind: 'article', key, after }]);
      await add('a.txt', 'One\\n\\nText.');
      const before = statfsSync(disk).bavail;
      const refused = [];
      for (const mark of ['b', 'c', 'd'])
        await add(mark + '.txt', mark.repeat(5 * 1024 * 1024)).catch(({ message }) => refused.push(message));
      const taken = before - statfsSync(disk).bavail;
      await store.close();
      await tell({ refused, taken });`);
    expect(told).toMatchObject({
      refused: Array<unknown>(3).fill(expect.stringMatching(/disk is full.*nothing was changed/u)),
      taken: 0,
      problems: [],
      texts: 1,
    });
  });
});

describe('trouble with the disk', () => {
  it('a history that can’t grow is cut back to its last whole line, and says so', async () => {
    const { options, server, open } = place();
    const { name, message, changes } = runChild('ulimit -f 4;', options, '');
    expect(name).toBe('StoreError');
    expect(message).toMatch(/disk is full.*nothing was changed/u);
    expect(changes).toBeGreaterThan(3);
    expect(readFileSync(join(server, 'history.jsonl'), 'utf8').split('\n').length).toBe(changes + 1);
    expect(readdirSync(join(server, 'articles'))).toHaveLength(changes);
    // The text of the change that was refused is gone with it.
    expect(readdirSync(join(server, 'versions'))).toHaveLength(changes);
    const scope = await (await open()).scope(SERVER);
    await scope.apply(BEA, 'add', [story('more.txt', 'More')]);
    expect(scope.history).toHaveLength(changes + 1);
  });

  it('a folder that can’t be written says so, and stays as it is', async () => {
    const { root, options, server, open } = place();
    const store = await open();
    await (await store.scope(SERVER)).apply(BEA, 'add', [story('a.txt', 'One')]);
    await store.close();
    for (const path of [root, options.folder]) chmodSync(path, 0o755);
    for (const path of ['versions', 'articles', '.']) chmodSync(join(server, path), 0o555);
    const { name, message, changes } = runChild('', options, 'drop');
    for (const path of ['versions', 'articles', '.']) chmodSync(join(server, path), 0o755);
    expect(name).toBe('StoreError');
    expect(message).toMatch(/may not write.*nothing was changed/u);
    expect(changes).toBe(1);
    expect(readdirSync(join(server, 'articles'))).toEqual(['a.txt']);
  });
});
