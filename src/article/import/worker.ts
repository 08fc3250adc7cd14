import { parentPort, workerData } from 'node:worker_threads';
import { ArticleError } from '../../errors.js';
import type { Draft } from '../draft.js';
import { readFeed } from './feed.js';
import { readFile } from './file.js';
import { readPage } from './page.js';
import type { FeedContent, Job, Report } from './types.js';

const job: Job = workerData;

function say(report: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  parentPort?.postMessage(report);
}

function work(): Draft | FeedContent {
  switch (job.kind) {
    case 'file':
      return readFile(job.file);
    case 'page':
      return readPage(job.bytes, job.source);
    case 'feed':
      return readFeed(job.bytes, job.source);
  }
}

say({ kind: 'ready' });
try {
  say({ kind: 'done', result: work() });
} catch (error) {
  if (!(error instanceof ArticleError)) throw error;
  say({ kind: 'refused', reason: error.message });
}
