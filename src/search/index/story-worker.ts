import { parentPort } from 'node:worker_threads';
import type { Article } from '../../article/article.js';
import { read } from '../../attribution/attribute.js';
import { loadTagger } from '../../attribution/tokens.js';
import { buildCorpus } from '../../corpus/corpus.js';
import type { Entry } from '../../corpus/pack.js';
import { indexCorpus } from './index-corpus.js';
import { packStory } from './story-codec.js';

/** What a thread answers for an article: its story, packed, or why it can't be read. */
export type StoryMessage = { readonly entry: Entry } | { readonly error: unknown } | 'ready';

/** Articles are answered in the order in which they came. */
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (article: Article) => {
  last = last.then(() => answer(article));
});
// Loaded before an article's time counts.
loadTagger();
send('ready');

async function answer(article: Article): Promise<void> {
  try {
    const entry = await storyOf(article);
    send({ entry }, [entry.words.places, entry.numbers]);
  } catch (error) {
    send({ error });
  }
}

/** Indexed with the names and roles that the story alone gives: mostly they are those of the whole corpus. */
async function storyOf(article: Article): Promise<Entry> {
  const { stories, lexicon } = await indexCorpus(buildCorpus([read(article)]));
  return packStory(stories[0]!, lexicon);
}

function send(message: StoryMessage, numbers: readonly Uint32Array[] = []): void {
  parentPort?.postMessage(
    message,
    numbers.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer),
  );
}
