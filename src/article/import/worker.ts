import { parentPort, workerData } from 'node:worker_threads';
import { ArticleError } from '../../errors.js';
import type { Draft } from '../draft.js';
import type { FeedContent, Job, Report } from './types.js';

const job: Job = workerData;

function say(report: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  parentPort?.postMessage(report);
}

/**
 * Loads what a job needs, and nothing else: the packages for pages take longer than reading a text. They are loaded before
 * the time of the reading counts, for a machine may be busy.
 */
async function load(): Promise<() => Draft | FeedContent | Promise<Draft>> {
  switch (job.kind) {
    case 'file': {
      const { file } = job;
      const { readFile, looksLikeHtml } = await import('./file.js');
      if (looksLikeHtml(file)) await import('./page.js');
      return () => readFile(file);
    }
    case 'page': {
      const { bytes, source } = job;
      const { readPage } = await import('./page.js');
      return () => readPage(bytes, source);
    }
    case 'feed': {
      const { bytes, source } = job;
      const { readFeed } = await import('./feed.js');
      return () => readFeed(bytes, source);
    }
  }
}

try {
  const read = await load();
  say({ kind: 'ready' });
  say({ kind: 'done', result: await read() });
} catch (error) {
  if (!(error instanceof ArticleError)) throw error;
  say({ kind: 'refused', reason: error.message });
}
