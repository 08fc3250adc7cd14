import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ROOT } from './child.js';
import { place, SERVER } from './stores.js';
import { expectWhole } from './whole.js';

const KILLS = 50;

/** Adds, replaces, removes, corrects and undoes for as long as it lives, and says what it was told is done. */
const BUSY = `
import { openStore } from '${ROOT}dist/corpus/store/open.js';
const round = await new Promise((go) => process.stdin.once('data', (text) => go(String(text).trim())));
const [, folder, operatorArticles] = process.argv;
const scope = await (await openStore({ folder, operatorArticles })).scope('${SERVER}');
const by = { id: '1', name: 'Bea' };
console.log('open');
for (let at = 0; ; at++) {
  const text = 'Story ' + round + '/' + at + '\\n\\n' + 'It rains. '.repeat(1 + (at % 7) * 400);
  const correction = { kind: 'rename', speaker: { key: 'k', name: 'A' }, name: 'B' + round + '/' + at };
  const change = await scope.apply(by, 'add', [
    { kind: 'article', key: 'a' + (at % 5) + '.txt', after: text },
    { kind: 'article', key: 'b/c' + (at % 3) + '.txt', after: at % 2 ? text : null },
    { kind: 'correction', key: 'c' + (at % 4), after: correction },
  ]);
  console.log(change.id);
  if (at % 3 === 0) console.log((await scope.undo(change.id, by)).id);
}`;

it(`loses nothing that was confirmed, and has nothing half, killed at ${KILLS} moments`, async () => {
  // A killed process loses nothing that the system has: a folder in memory lets more happen between two kills.
  if (existsSync('/dev/shm')) vi.stubEnv('TMPDIR', '/dev/shm');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { open, options, server } = place();
  mkdirSync(join(server, 'articles'), { recursive: true });
  const confirmed: string[] = [];
  const busyProcess = () =>
    spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      BUSY,
      options.folder,
      options.operatorArticles,
    ]);
  let next = busyProcess();
  onTestFinished(() => void next.kill('SIGKILL'));
  for (let round = 0; round < KILLS; round++) {
    const child = next;
    // The next process starts while this one works, and waits for its turn.
    next = busyProcess();
    let said = '';
    let wrong = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (wrong += text));
    child.stdin.write(`${round}\n`);
    // At the earliest when it is open; at any moment of its first few changes.
    const enough = 1 + Math.floor(Math.random() * 5);
    while (child.exitCode === null && said.split('\n').length <= enough)
      await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
    await sleep(Math.random() * 20);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(wrong).toBe('');
    confirmed.push(...said.split('\n').slice(1, -1));

    const store = await open();
    const scope = await store.scope(SERVER);
    const done = new Set(scope.history.map((change) => change.id));
    expect(confirmed.filter((id) => !done.has(id))).toEqual([]);
    expectWhole(scope, server);
    await store.close();
  }
  expect(confirmed.length).toBeGreaterThan(KILLS);
}, 60_000);
