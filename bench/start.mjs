/**
 * What a start costs, from the process's beginning to its first answer: with nothing kept, and with what the start
 * before has kept; and what a refresh costs after one story has changed, by the number of stories.
 *
 *   node start.mjs [--corpus DIR] [--articles 250,1000] [--json]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { storiesUpTo } from './texts.mjs';

/** Refreshes that are measured: the middle one counts. */
const REFRESHES = 9;

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    articles: { type: 'string', default: '250,1000' },
    json: { type: 'boolean', default: false },
    measure: { type: 'string' },
    folder: { type: 'string' },
    cache: { type: 'string' },
  },
});

if (options.measure === 'start') console.log(JSON.stringify(await start()));
else if (options.measure === 'refresh') console.log(JSON.stringify(await refresh()));
else run();

function row(cells) {
  console.log(cells.map((cell) => String(cell).padStart(16)).join(''));
}

function run() {
  const results = options.articles.split(',').map((count) => measureAll(Number(count)));
  if (options.json) return console.log(JSON.stringify(results, null, 2));
  row(['articles', 'passages', 'first start ms', 'next start ms', 'share', 'refresh ms', 'held up ms']);
  for (const r of results)
    row([r.articles, r.passages, r.first, r.next, (r.next / r.first).toFixed(2), r.refresh, r.heldUp]);
}

function measureAll(count) {
  const root = mkdtempSync(join(tmpdir(), 'on-record-bench-'));
  try {
    const folder = join(root, 'stories');
    const past = new Date(Date.now() - 60_000);
    for (const { file, text } of storiesUpTo(count, options.corpus)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
      utimesSync(join(folder, file), past, past);
    }
    const child = (measure) => {
      const args = [
        fileURLToPath(import.meta.url),
        '--measure',
        measure,
        '--folder',
        folder,
        '--cache',
        join(root, 'cache'),
      ];
      return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    };
    const first = child('start');
    const next = Math.min(child('start').milliseconds, child('start').milliseconds);
    return {
      articles: count,
      passages: first.passages,
      first: first.milliseconds,
      next,
      ...child('refresh'),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function open() {
  const { Library } = await import('../dist/search/library.js');
  const { ask } = await import('../dist/search/ask.js');
  const library = await Library.open(options.folder, { cache: options.cache });
  return { library, ask: (text) => ask(library.index, { text }) };
}

async function start() {
  const { library, ask } = await open();
  ask('What did the mayor say about the engineer?');
  return {
    passages: library.index.corpus.passages.length,
    milliseconds: Math.round(Date.now() - performance.timeOrigin),
  };
}

async function refresh() {
  const { library, ask } = await open();
  const [first] = library.index.corpus.articles.values();
  const times = [];
  let heldUp = 0;
  // Files that have only just been written are read again, to be safe: the files above are old enough in a moment.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  for (let round = 0; round <= REFRESHES; round++) {
    writeFileSync(
      join(options.folder, first.file),
      `${first.text}\n\nRound ${round} is over, said the mayor.`,
    );
    let last = performance.now();
    let longest = 0;
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const since = performance.now();
    await library.refresh('the benchmark');
    const took = performance.now() - since;
    clearInterval(beat);
    ask('What did the mayor say about the round?');
    // The first one warms up.
    if (round) {
      times.push(took);
      heldUp = Math.max(heldUp, longest);
    }
  }
  const middle = times.toSorted((a, b) => a - b)[REFRESHES >> 1];
  return { refresh: Math.round(middle), heldUp: Math.round(heldUp) };
}
