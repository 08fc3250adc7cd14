/**
 * Fits what `src/search/decline/decline.ts` holds evidence to be worth, by logistic regression; prints the weights, and what
 * declining would come to, each fifth of the stories judged by weights fitted to the others.
 *
 *   npm run build && node scripts/fit-decline.mjs QUESTIONS.jsonl STORIES [QUESTIONS.jsonl STORIES …]
 *
 * A line of QUESTIONS is an object: `question`, `kind` ("unanswerable", or any other), and `article`, or null.
 */
import { readFileSync } from 'node:fs';
import { readFolder } from '../dist/corpus/folder.js';
import { candidates } from '../dist/search/rank/candidates.js';
import { evidence, EVIDENCE } from '../dist/search/decline/evidence.js';
import { indexCorpus } from '../dist/search/index/index-corpus.js';
import { rankInOtherWords, sharesFewWords } from '../dist/search/rank/other-words.js';
import { understand } from '../dist/search/question/question.js';
import { rank } from '../dist/search/rank/rank.js';

const FOLDS = 5;
const STEPS = 3000;
const STEP = 2;
const RIDGE = 0.003;
const LIMITS = { articles: null, speaker: null };

const items = [];
for (let i = 2; i + 1 < process.argv.length; i += 2)
  items.push(...(await read(process.argv[i], process.argv[i + 1])));
if (!items.length) throw new Error('usage: node scripts/fit-decline.mjs QUESTIONS.jsonl STORIES …');

const judged = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fit(items.filter((item) => item.fold !== fold));
  for (const item of items)
    if (item.fold === fold) judged.push({ ...item, score: dot(item.values, weights) });
}
const refused = judged.filter((j) => !j.answerable).map((j) => j.score);
for (const share of [0.7, 0.75, 0.8, 0.85, 0.9]) {
  const least = refused.toSorted((a, b) => a - b)[Math.floor(share * refused.length)];
  const answerable = judged.filter((j) => j.answerable);
  const lost = answerable.filter((j) => j.score < least).length / answerable.length;
  process.stdout.write(
    `least ${least.toFixed(2)}: ${100 * share} % of the unanswerable declined, ${(100 * lost).toFixed(1)} % of the rest\n`,
  );
}
const weights = fit(items);
for (const [at, name] of [...EVIDENCE, 'constant'].entries())
  process.stdout.write(`${name} ${weights[at].toFixed(2)}\n`);

/** The evidence for each question that the rules about speakers leave to be weighed. */
async function read(file, folder) {
  const index = await indexCorpus(await readFolder(folder));
  const found = [];
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { question, kind, article } = JSON.parse(line);
    const asked = understand(question, index.vocabulary, index.book);
    const { subject } = asked;
    const isPerson = subject?.surely && subject.speakers[0]?.kind === 'person' && subject.sureness >= 0.6;
    if (!asked.topic.length || isPerson) continue;
    const byWords = rank(index, asked, candidates(index, asked, LIMITS), null);
    const ranked = sharesFewWords(asked, byWords) ? rankInOtherWords(index, asked, byWords, LIMITS) : byWords;
    const weighed = evidence(index, asked, ranked);
    if (!weighed) continue;
    found.push({
      values: [...EVIDENCE.map((name) => weighed[name]), 1],
      answerable: kind !== 'unanswerable',
      fold: hash(article ?? question) % FOLDS,
    });
  }
  return found;
}

/** Both kinds of questions count alike, however many there are of each. */
function fit(from) {
  const answerable = from.filter((item) => item.answerable).length;
  const found = Array.from({ length: EVIDENCE.length + 1 }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = found.map((w, at) => (at < EVIDENCE.length ? RIDGE * w : 0));
    for (const { values, answerable: yes } of from) {
      const odds = 1 / (1 + Math.exp(-dot(values, found)));
      const share = (odds - (yes ? 1 : 0)) / (2 * (yes ? answerable : from.length - answerable));
      for (const [at, value] of values.entries()) slope[at] += share * value;
    }
    for (const [at, value] of slope.entries()) found[at] -= STEP * value;
  }
  return found;
}

function dot(a, b) {
  return a.reduce((sum, value, at) => sum + value * b[at], 0);
}

function hash(text) {
  let sum = 3;
  for (const letter of text) sum = (sum * 33 + letter.charCodeAt(0)) >>> 0;
  return sum;
}
