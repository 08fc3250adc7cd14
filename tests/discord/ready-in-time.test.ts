import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readyInTime } from '../../src/discord/ready-in-time.js';
import { CorpusError } from '../../src/errors.js';
import type { Library } from '../../src/search/library.js';

const reading = () => {
  throw new CorpusError('The stories of this server are still being read.');
};

/** Stories that are read some milliseconds from now. */
function readyAfter(time: number) {
  // What a Library holds is nothing to who waits for it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const library = {} as Library;
  const done = sleep(time, library);
  return { library, ready: () => done };
}

test('stories that are being read for longer than Discord waits are told of', async () => {
  const never = () => new Promise<Library>(() => {});
  await expect(readyInTime({ ready: never, of: reading }, '1', 10)).rejects.toThrow('still being read');
});

test('stories that can’t be read are told of at once', async () => {
  const failed = () => Promise.reject(new CorpusError('They can’t be read.'));
  await expect(readyInTime({ ready: failed, of: reading }, '1')).rejects.toThrow('They can’t be read');
});

test('stories that are read while Discord waits are given', async () => {
  const { ready, library } = readyAfter(5);
  expect(await readyInTime({ ready, of: reading }, '1', 5000)).toBe(library);
});

test('stories that are read after Discord has stopped waiting are told of, and given to who asks again', async () => {
  const { ready, library } = readyAfter(60);
  const inTime = () => readyInTime({ ready, of: reading }, '1', 10);
  await expect(inTime()).rejects.toThrow('still being read');
  await ready();
  expect(await inTime()).toBe(library);
});
