import { Worker } from 'node:worker_threads';
import type { Article } from '../../article/article.js';
import type { Entry } from '../../corpus/pack.js';
import { ArticleError } from '../../errors.js';
import type { StoryMessage } from './story-worker.js';

/** Tests run the sources, and a thread the code that was built of them. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/search/index/story-worker.js' : './story-worker.js',
  import.meta.url,
);

/** Limits of a reader's thread. */
export interface StoryReaderOptions {
  /** How long one article may take, in milliseconds. */
  readonly longest?: number;
  /** How long the thread waits for more, in milliseconds. */
  readonly idle?: number;
  /** The memory of its objects, in megabytes. */
  readonly memory?: number;
  /** The code that it runs. */
  readonly worker?: URL;
}

interface Job {
  readonly article: Article;
  readonly resolve: (entry: Entry) => void;
  readonly reject: (error: unknown) => void;
}

/** Articles that lie ready in the thread, so that it doesn't wait for this one. */
const AHEAD = 2;

/**
 * Reads articles in a thread of its own, which starts with the first one and ends when there was nothing to do for a
 * while. An article that takes too long, or that ends the thread, costs only itself.
 */
export class StoryReader {
  readonly #longest: number;
  readonly #idle: number;
  readonly #memory: number;
  readonly #code: URL;
  readonly #waiting: Job[] = [];
  /** What the thread has been given, in order: it is at the first. */
  #given: Job[] = [];
  #worker: Worker | null = null;
  #isReady = false;
  #timer: NodeJS.Timeout | null = null;

  constructor({ longest = 60_000, idle = 30_000, memory = 1024, worker = WORKER }: StoryReaderOptions = {}) {
    this.#longest = longest;
    this.#idle = idle;
    this.#memory = memory;
    this.#code = worker;
  }

  /**
   * The story of an article, packed.
   * @throws ArticleError where it can't be read: it takes too long, or more memory than there is
   */
  read(article: Article): Promise<Entry> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ article, resolve, reject });
      this.#go();
    });
  }

  /** Ends the thread; what is being read fails. */
  async close(): Promise<void> {
    const jobs = [...this.#given, ...this.#waiting.splice(0)];
    const worker = this.#worker;
    this.#forget();
    for (const { article, reject } of jobs)
      reject(new ArticleError(article.file, 'was not read: On Record is stopping'));
    await worker?.terminate();
  }

  #go(): void {
    this.#worker ??= this.#start();
    while (this.#given.length < AHEAD && this.#waiting.length > 0) {
      const job = this.#waiting.shift()!;
      this.#given.push(job);
      this.#worker.postMessage(job.article, []);
    }
    if (this.#given.length > 0) this.#worker.ref();
    else this.#worker.unref();
    this.#wind();
  }

  /** What is waited for next: the first article, or the end of idleness. */
  #wind(): void {
    if (this.#timer) clearTimeout(this.#timer);
    const worker = this.#worker;
    if (!worker) return;
    this.#timer =
      this.#given.length > 0
        ? setTimeout(() => {
            this.#fail(worker, `takes longer than ${this.#longest / 1000} s to read: split it`);
            void worker.terminate();
          }, this.#longest)
        : setTimeout(() => {
            this.#forget();
            void worker.terminate();
          }, this.#idle).unref();
  }

  #start(): Worker {
    const worker = new Worker(this.#code, { resourceLimits: { maxOldGenerationSizeMb: this.#memory } });
    worker.on('message', (message: StoryMessage) => this.#take(worker, message));
    worker.on('error', (error) => this.#fail(worker, reasonOf(error), error));
    worker.on('exit', () => this.#fail(worker, 'ended the thread that reads stories'));
    return worker;
  }

  #take(worker: Worker, message: StoryMessage): void {
    if (worker !== this.#worker) return;
    if (message === 'ready') {
      this.#isReady = true;
      return;
    }
    const job = this.#given.shift();
    if ('entry' in message) job?.resolve(message.entry);
    else job?.reject(message.error);
    this.#go();
  }

  /** The thread is lost: with it the article that it was at. The others are given to another thread. */
  #fail(worker: Worker, reason: string, cause?: unknown): void {
    if (worker !== this.#worker) return;
    const [first, ...others] = this.#given;
    const everStarted = this.#isReady;
    this.#forget();
    this.#waiting.unshift(...others);
    first?.reject(everStarted ? new ArticleError(first.article.file, reason, { cause }) : notStarted(cause));
    if (everStarted && this.#waiting.length > 0) this.#go();
    else for (const job of this.#waiting.splice(0)) job.reject(notStarted(cause));
  }

  #forget(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#worker = null;
    this.#isReady = false;
    this.#given = [];
  }
}

function notStarted(cause: unknown): Error {
  return new Error('The thread that reads stories can’t be started', { cause });
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'needs more memory than there is to be read: split it'
    : 'can’t be read: the thread that reads stories has failed at it';
}
