import { readFolder } from '../corpus/folder.js';
import { ask } from '../search/ask.js';
import { indexCorpus } from '../search/index-corpus.js';
const index = await indexCorpus(await readFolder('data'));
console.log(
  ask(index, { text: process.argv[3] ?? '' }).hits.map((h) => [h.passage.id, h.kind, h.passage.text]),
);
