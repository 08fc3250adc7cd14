/**
 * Our whole `ask` beside other search libraries, each in a process of its own: how long a question takes, how long the
 * index takes to build, and what it holds in memory, at three sizes.
 *
 *   node search.mjs [--corpus DIR] [--questions FILE] [--passages 35000] [--only NAME] [--json]
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LIBRARIES, onRecord } from './engines.mjs';
import { grown, paragraphsOf, questionsOf, storiesOf } from './texts.mjs';

const OURS = 'On Record';
const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    questions: { type: 'string' },
    passages: { type: 'string', default: '35000' },
    only: { type: 'string' },
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
      for (const option of ['corpus', 'questions'])
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
  if (isFirst) row(['', 'passages', 'p50 ms', 'p99 ms', 'build ms', 'memory MB']);
  row([
    result.name,
    result.passages,
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
  const times = [];
  for (let round = 0; round < 3; round++) {
    for (const question of questions) {
      const since = performance.now();
      await search(question);
      // The first round warms up.
      if (round) times.push(performance.now() - since);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor((times.length - 1) * share)];
  return {
    name,
    passages: ours?.passages ?? paragraphs.length,
    questions: questions.length,
    p50: at(0.5),
    p99: at(0.99),
    build,
    memory: held,
  };
}

/** What is in use after the garbage is gone, in megabytes. */
function memory() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
