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

describe('trouble with the disk', () => {
  it('a history that can’t grow is cut back to its last whole line, and says so', async () => {
    const { options, server, open } = place();
    const { name, message, changes } = runChild('ulimit -f 4;', options, '');
    expect(name).toBe('StoreError');
    expect(message).toMatch(/disk is full.*nothing was changed/u);
    expect(changes).toBeGreaterThan(3);
    expect(readFileSync(join(server, 'history.jsonl'), 'utf8').split('\n').length).toBe(changes + 1);
    expect(readdirSync(join(server, 'articles'))).toHaveLength(changes);
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
