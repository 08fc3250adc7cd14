/**
 * Our whole `ask` beside other search libraries, each in a process of its own: how long a question takes, how long the
 * index takes to build, and what it holds in memory, at three sizes.
 *
 *   node search.mjs [--corpus DIR] [--questions FILE] [--passages 35000] [--seconds 60] [--only NAME] [--json]
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LIBRARIES, onRecord } from './engines.mjs';
import { grown, paragraphsOf, questionsOf, storiesOf } from './texts.mjs';

const OURS = 'On Record';
/** Questions that tell how slow a library is, and how few it is asked at least. */
const WARMING = 10;
const FEWEST = 30;
/** Each question is asked so often; the first time warms up. */
const ROUNDS = 3;
const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    questions: { type: 'string' },
    passages: { type: 'string', default: '35000' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
    measure: { type: 'string' },
    size: { type: 'string' },
  },
});

if (options.measure) console.log(JSON.stringify(await measure(options.measure, Number(options.size))));
else run();

function run() {
  const most = Number(options.passages);
  const names = [OURS, ...Object.keys(LIBRARIES)].filter((name) => !options.only || name === options.only);
  const results = [];
  for (const size of [most / 16, most / 4, most].map(Math.round)) {
    for (const name of names) {
      const args = [
        '--expose-gc',
        '--max-old-space-size=8192',
        fileURLToPath(import.meta.url),
        '--measure',
        name,
        '--size',
        String(size),
      ];
      for (const option of ['corpus', 'questions', 'seconds'])
        if (options[option]) args.push(`--${option}`, options[option]);
      const result = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
      results.push(result);
      if (!options.json) print(result, results.length === 1);
    }
  }
  if (options.json) console.log(JSON.stringify(results, null, 2));
}

function row(cells) {
  console.log(cells.map((cell, at) => (at ? String(cell).padStart(11) : cell.padEnd(33))).join(''));
}

function print(result, isFirst) {
  if (isFirst) row(['', 'passages', 'asked', 'p50 ms', 'p99 ms', 'build ms', 'memory MB']);
  row([
    result.name,
    result.passages,
    result.asked,
    result.p50.toFixed(2),
    result.p99.toFixed(2),
    result.build.toFixed(0),
    result.memory.toFixed(0),
  ]);
}

async function measure(name, size) {
  const source = storiesOf(options.corpus);
  const stories = grown(source, size);
  const questions = questionsOf(options.questions, source);
  const paragraphs = stories.flatMap(({ text }) => paragraphsOf(text));
  const ours = name === OURS ? await onRecord(stories) : null;
  const before = memory();
  const started = performance.now();
  const search = await (ours ? ours.build() : LIBRARIES[name](paragraphs));
  const build = performance.now() - started;
  const held = memory() - before;
  const times = await timesOf(search, questions);
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor((times.length - 1) * share)];
  return {
    name,
    passages: ours?.passages ?? paragraphs.length,
    asked: times.length,
    p50: at(0.5),
    p99: at(0.99),
    build,
    memory: held,
  };
}

/**
 * How long each of the questions takes, asked twice after a round that warms up. Who is slow is asked fewer of them, evenly
 * chosen: as many as take the time that each library has.
 */
async function timesOf(search, questions) {
  const some = questions.slice(0, WARMING);
  const began = performance.now();
  for (const question of some) await search(question);
  const each = (performance.now() - began) / some.length;
  const most = (1000 * Number(options.seconds)) / each / ROUNDS;
  const step = Math.max(1, questions.length / Math.max(most, FEWEST));
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < questions.length; at += step) {
      const since = performance.now();
      await search(questions[Math.floor(at)]);
      if (round) times.push(performance.now() - since);
    }
  }
  return times;
}

/** What is in use after the garbage is gone, in megabytes. */
function memory() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
