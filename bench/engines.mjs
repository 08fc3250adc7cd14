import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import { Index as FlexSearchIndex } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import bm25 from 'wink-bm25-text-search';
import utils from 'wink-nlp-utils';

/** How many results are asked for, of every library that lets one ask. */
const MOST = 10;

/**
 * The libraries: each is given paragraphs and comes back with a search. What isn't said here is as the library has it
 * by default; all of them find documents with any of the words.
 */
export const LIBRARIES = {
  minisearch: (paragraphs) => miniSearch(paragraphs, {}),
  'minisearch, stems and stop words': async (paragraphs) => {
    const { stem } = await import('../dist/text/stem.js');
    const { isStopWord } = await import('../dist/search/index/stop-words.js');
    return miniSearch(paragraphs, {
      processTerm: (term) => (isStopWord(term.toLowerCase()) ? null : stem(term.toLowerCase())),
    });
  },
  flexsearch: (paragraphs) => {
    const index = new FlexSearchIndex();
    for (const [id, text] of paragraphs.entries()) index.add(id, text);
    return (question) => index.search(question, { limit: MOST, suggest: true });
  },
  orama: async (paragraphs) => {
    const index = create({ schema: { text: 'string' } });
    await insertMultiple(
      index,
      paragraphs.map((text) => ({ text })),
    );
    return (question) => oramaSearch(index, { term: question, limit: MOST });
  },
  lunr: (paragraphs) => {
    const index = lunr(function build() {
      this.field('text');
      for (const [id, text] of paragraphs.entries()) this.add({ id, text });
    });
    // A query built by hand, for a question mark or a colon means something in lunr's own language.
    return (question) => index.query((query) => query.term(lunr.tokenizer(question), {}));
  },
  'wink-bm25-text-search': (paragraphs) => {
    const index = bm25();
    index.defineConfig({ fldWeights: { text: 1 } });
    index.definePrepTasks([
      utils.string.lowerCase,
      utils.string.tokenize0,
      utils.tokens.removeWords,
      utils.tokens.stem,
      utils.tokens.propagateNegations,
    ]);
    for (const [id, text] of paragraphs.entries()) index.addDoc({ text }, id);
    index.consolidate();
    return (question) => index.search(question, MOST);
  },
};

function miniSearch(paragraphs, options) {
  const index = new MiniSearch({ fields: ['text'], ...options });
  index.addAll(paragraphs.map((text, id) => ({ id, text })));
  return (question) => index.search(question);
}

/** On Record: the whole of `ask`, from understanding to the decision that there is no answer. */
export async function onRecord(stories) {
  const { readArticle } = await import('../dist/article/read.js');
  const { read } = await import('../dist/attribution/attribute.js');
  const { buildCorpus } = await import('../dist/corpus/corpus.js');
  const { indexCorpus } = await import('../dist/search/index/index-corpus.js');
  const { ask } = await import('../dist/search/ask.js');
  const bytes = new TextEncoder();
  const readings = stories.map(({ file, text }) => read(readArticle(file, bytes.encode(text))));
  return {
    passages: readings.reduce((sum, { passages }) => sum + passages.length, 0),
    build: async () => {
      const index = await indexCorpus(buildCorpus(readings));
      return (question) => ask(index, { text: question });
    },
  };
}
