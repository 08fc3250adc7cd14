import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lockFolder } from '../../../src/corpus/store/lock.js';
import { StoreError } from '../../../src/errors.js';
import { folderWith } from '../../folder.js';
import { ROOT } from './child.js';

const lockOf = (folder: string) =>
  z.looseObject({}).parse(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')));
const leave = (folder: string, holder: object, secondsAgo = 0) => {
  const path = join(folder, 'lock');
  writeFileSync(path, JSON.stringify(holder));
  const at = Date.now() / 1000 - secondsAgo;
  utimesSync(path, at, at);
};
/** What a lock of this process looks like, when it is gone. */
async function left(folder: string): Promise<object> {
  const lock = await lockFolder(folder);
  const holder = lockOf(folder);
  await lock.release();
  return holder;
}

describe('lockFolder', () => {
  it('refuses a second one, and says who has it; a release makes room', async () => {
    const folder = folderWith({});
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.pid} on `);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
    await (await lockFolder(folder)).release();
  });

  it('refuses a folder that another process has, until that is killed', async () => {
    const folder = folderWith({});
    const child = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { z } from 'zod';
import { lockFolder } from '${ROOT}dist/corpus/store/lock.js';
       await lockFolder(process.argv[1]); console.log('locked'); setInterval(() => {}, 1000);`,
      folder,
    ]);
    await once(child.stdout, 'data');
    await expect(lockFolder(folder)).rejects.toThrow(`process ${child.pid} on `);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lockFolder(folder)).release();
  });

  it('takes over from a process whose id another has by now', async () => {
    const folder = folderWith({});
    leave(folder, { ...(await left(folder)), started: '1' });
    const lock = await lockFolder(folder);
    expect(lockOf(folder)).not.toMatchObject({ started: '1' });
    await lock.release();
  });

  it('waits for a sign of life from another host, and takes over when none comes', async () => {
    const folder = folderWith({});
    leave(folder, { ...(await left(folder)), host: 'elsewhere', system: 'x' }, 19);
    const began = Date.now();
    await (await lockFolder(folder)).release();
    expect(Date.now() - began).toBeGreaterThan(500);
  });

  it('refuses a folder where another host gives a sign of life', async () => {
    const folder = folderWith({});
    const holder = { ...(await left(folder)), host: 'elsewhere', system: 'x' };
    leave(folder, holder, 10);
    setTimeout(() => leave(folder, holder), 300);
    await expect(lockFolder(folder)).rejects.toThrow(/on elsewhere/u);
  });

  it('notices that another has taken over', async () => {
    const folder = folderWith({});
    const lock = await lockFolder(folder);
    await lock.check();
    leave(folder, { ...lockOf(folder), token: 'another' });
    await expect(lock.check()).rejects.toThrow(StoreError);
    await lock.release();
    expect(readdirSync(folder)).toEqual(['lock']);
  });
});
