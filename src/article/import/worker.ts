import { parentPort, workerData } from 'node:worker_threads';
import { ArticleError } from '../../errors.js';
import type { Draft } from '../draft.js';
import type { FeedContent, Job, Report } from './types.js';

const job: Job = workerData;

function say(report: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  parentPort?.postMessage(report);
}

/** What a job doesn't need isn't loaded: the packages for pages take longer than reading a text. */
async function work(): Promise<Draft | FeedContent> {
  switch (job.kind) {
    case 'file':
      return (await import('./file.js')).readFile(job.file);
    case 'page':
      return (await import('./page.js')).readPage(job.bytes, job.source);
    case 'feed':
      return (await import('./feed.js')).readFeed(job.bytes, job.source);
  }
}

say({ kind: 'ready' });
try {
  say({ kind: 'done', result: await work() });
} catch (error) {
  if (!(error instanceof ArticleError)) throw error;
  say({ kind: 'refused', reason: error.message });
}
