import { expect, test } from 'vitest';
import { readyInTime } from '../../src/discord/ready-in-time.js';
import { CorpusError } from '../../src/errors.js';
import type { Library } from '../../src/search/library.js';

const reading = () => {
  throw new CorpusError('The stories of this server are still being read.');
};

test('stories that are being read for longer than Discord waits are told of', async () => {
  const never = () => new Promise<Library>(() => {});
  await expect(readyInTime({ ready: never, of: reading }, '1', 10)).rejects.toThrow('still being read');
});

test('stories that can’t be read are told of at once', async () => {
  const failed = () => Promise.reject(new CorpusError('They can’t be read.'));
  await expect(readyInTime({ ready: failed, of: reading }, '1')).rejects.toThrow('They can’t be read');
});
