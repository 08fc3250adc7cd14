import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // Most files read articles, and the tagger takes a second to load: it is loaded once for all of them.
    isolate: false,
    // Three at least: much of the time goes into waiting for processes, threads and sockets.
    maxWorkers: Math.max(3, availableParallelism() - 1),
  },
});
