import MiniSearch from 'minisearch';
import type { Corpus } from '../corpus/corpus.js';

/** A corpus that can be searched. Immutable, as the corpus is. */
export interface Index {
  readonly corpus: Corpus;
  readonly passages: MiniSearch<{ key: string; text: string }>;
}

/** Indexes a corpus; yields to the event loop between chunks, so that answers go on meanwhile. */
export async function indexCorpus(corpus: Corpus): Promise<Index> {
  const passages = new MiniSearch<{ key: string; text: string }>({ idField: 'key', fields: ['text'] });
  await passages.addAllAsync(
    corpus.passages.map(({ key, text }) => ({ key, text })),
    { chunkSize: 100 },
  );
  return { corpus, passages };
}
