/**
 * What answering meets while all stories are read anew: every one of them is changed, a refresh begins, and one question after another
 * is asked until it ends.
 *
 *   node refresh.mjs [--corpus DIR] [--articles 1000] [--json]
 */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask } from '../dist/search/ask.js';
import { Libraries } from '../dist/search/libraries.js';
import { emptyStore } from './store.mjs';
import { storiesUpTo } from './texts.mjs';

/** Between two questions, in milliseconds. */
const PAUSE = 20;
const QUESTIONS = [
  'What did the mayor say about the engineer?',
  'Who spoke of the harvest?',
  'When does the ferry sail?',
  'Why was the budget refused?',
];

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    articles: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
});

const root = mkdtempSync(join(tmpdir(), 'on-record-bench-'));
try {
  const figures = await measure(storiesUpTo(Number(options.articles), options.corpus), join(root, 'stories'));
  if (options.json) console.log(JSON.stringify(figures, null, 2));
  else console.table({ quiet: figures.quiet, refreshing: figures.refreshing });
  if (!options.json) console.log(`refresh of ${figures.articles} articles: ${figures.milliseconds} ms`);
} finally {
  rmSync(root, { recursive: true, force: true });
}

function write(stories, folder, more) {
  const past = new Date(Date.now() - 60_000);
  for (const { file, text } of stories) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text + more);
    utimesSync(join(folder, file), past, past);
  }
}

async function measure(stories, folder) {
  write(stories, folder, '');
  const libraries = await Libraries.open({
    folder,
    store: emptyStore(folder),
    warm: true,
    cache: join(root, 'cache'),
  });
  const library = libraries.of('operator');
  for (let round = 0; round < 3; round++) for (const text of QUESTIONS) ask(library.index, { text });
  await pause(3000);
  const quiet = await askUntil(library, pause(5000));
  write(stories, folder, '\n\nThe round is over, said the mayor.');
  const since = performance.now();
  const refresh = libraries.refresh('operator', 'the benchmark');
  const refreshing = await askUntil(library, refresh);
  const milliseconds = Math.round(performance.now() - since);
  const { difference } = await refresh;
  await libraries.close();
  return { articles: difference.changed.length, milliseconds, quiet, refreshing };
}

/** Asks steadily until something is over: how long each answer takes from when it was due. */
async function askUntil(library, end) {
  let isOver = false;
  void end.finally(() => (isOver = true));
  const times = [];
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 1);
    last = performance.now();
  }, 1);
  const over = () => isOver;
  for (let number = 0; !over(); number++) {
    const due = performance.now() + PAUSE;
    await pause(PAUSE);
    ask(library.index, { text: QUESTIONS[number % QUESTIONS.length] });
    times.push(performance.now() - due);
  }
  clearInterval(beat);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => Number(sorted[Math.floor(sorted.length * share)].toFixed(1));
  return {
    questions: times.length,
    p50: at(0.5),
    p99: at(0.99),
    slowest: at(0.9999),
    heldUp: Math.round(longest),
  };
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
