import { Worker } from 'node:worker_threads';
import { ArticleError } from '../../errors.js';
import type { Draft } from '../draft.js';
import type { FeedContent, Job, Report } from './types.js';

/** How long reading may take once the worker has begun, in milliseconds. */
const LONGEST = 5000;
/** How long a worker may take to begin: it loads its packages, on a machine that may be busy. */
const LONGEST_START = 20_000;
const RESOURCES = { maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Limits of a worker. */
interface Limits {
  /** The memory of its objects, in megabytes. */
  readonly memory: number;
}
const LIMITS: Limits = { memory: 256 };

/** Where this is run from source (in tests), the worker is the one that was built: Node reads no TypeScript. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/article/import/worker.js' : './worker.js',
  import.meta.url,
);

/** The reading that is going on: one at a time, for each may take as much memory as it is allowed. */
let current: Promise<unknown> = Promise.resolve();

/**
 * Does a job in a thread of its own, which is ended where it takes too much time or memory.
 * @param name what is read, for errors
 * @throws ArticleError where it can't be done
 */
export function inWorker(
  name: string,
  job: Extract<Job, { kind: 'feed' }>,
  limits?: Limits,
): Promise<FeedContent>;
export function inWorker(name: string, job: Exclude<Job, { kind: 'feed' }>, limits?: Limits): Promise<Draft>;
export function inWorker(name: string, job: Job, limits = LIMITS): Promise<Draft | FeedContent> {
  const result = current.then(() => run(name, job, limits));
  current = result.catch(() => {});
  return result;
}

async function run(name: string, job: Job, { memory }: Limits): Promise<Draft | FeedContent> {
  const worker = new Worker(WORKER, {
    workerData: job,
    resourceLimits: { ...RESOURCES, maxOldGenerationSizeMb: memory },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const within = (time: number) => {
        clearTimeout(timer);
        timer = setTimeout(
          () => reject(new ArticleError(name, 'takes too long to read: paste its text instead')),
          time,
        );
      };
      within(LONGEST_START);
      worker.on('message', (report: Report) => {
        if (report.kind === 'ready') within(LONGEST);
        else if (report.kind === 'done') resolve(report.result);
        else reject(new ArticleError(name, report.reason));
      });
      worker.once('error', (error) => reject(asArticleError(name, error)));
      worker.once('exit', () => reject(new Error('The reading of a file ended without a word.')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function asArticleError(name: string, error: Error): Error {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new ArticleError(name, 'takes too much memory to read: paste its text instead', { cause: error });
}
