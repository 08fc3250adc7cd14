/**
 * How fast articles are read: a file's bytes to its statements, on one core.
 *
 *   npm run --silent build && node bench/attribution.mjs [FOLDER]
 *
 * FOLDER holds text files as `data/` does; without it, articles are made up. Prints articles a second, then how the time
 * grows with the length of an article. Times are the process's own, so that other programs on the machine count little.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../dist/article/read.js';
import { read } from '../dist/attribution/attribute.js';

const ROUNDS = 5;
const LENGTHS = [1, 4, 10, 40];
/** The shortest text of the table, in characters: some 750 words. */
const SHORTEST = 4500;

const folder = process.argv[2];
const articles = folder ? articlesOf(folder) : Array.from({ length: 200 }, (_, at) => madeUp(at));
const words = articles.reduce((sum, bytes) => sum + new TextDecoder().decode(bytes).split(/\s+/u).length, 0);

const best = fastest(() => articles.forEach(readBytes));
console.log(
  `${articles.length} articles of ${Math.round(words / articles.length)} words, ${folder ?? 'made up'}`,
);
console.log(`${Math.round((articles.length / best) * 1000)} articles a second`);
console.log(`${Math.round((words / best / 750) * 1000)} articles of 750 words a second\n`);

const text = articles.map((bytes) => new TextDecoder().decode(bytes)).join('\n\n');
console.log('length   milliseconds   for each length');
let one = null;
for (const length of LENGTHS) {
  const bytes = new TextEncoder().encode(`A headline\n\n${text.slice(0, SHORTEST * length)}`);
  const times = LENGTHS.at(-1) / length;
  const each = fastest(() => Array.from({ length: times }, () => readBytes(bytes))) / times;
  one ??= each;
  console.log(
    `${String(length).padStart(4)} x ${each.toFixed(1).padStart(14)} ${(each / one / length).toFixed(2).padStart(17)}`,
  );
}

function readBytes(bytes) {
  return read(readArticle('article.txt', bytes));
}

/** The shortest time that some work took, in milliseconds. */
function fastest(work) {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

function articlesOf(path) {
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(path, name)));
}

/** An article of some 750 words with names, roles, quotations and reported speech. */
function madeUp(seed) {
  let state = seed + 1;
  const pick = (list) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return list[(state >>> 8) % list.length];
  };
  const first = ['Ada', 'Bo', 'Carla', 'Dirk', 'Edna', 'Finn', 'Greta', 'Hugo'];
  const last = ['Stone', 'Reed', 'Quill', 'Vale', 'Marsh', 'Thorne', 'Birch', 'Lund'];
  const roles = ['engineer', 'Mayor', 'spokesman', 'council member', 'police chief', 'analyst'];
  const things = ['the dam', 'the new bridge', 'the old mill', 'the budget', 'the vote', 'the road to Lund'];
  const deeds = [
    'will hold',
    'must be closed',
    'costs too much',
    'is not safe',
    'came too late',
    'helps nobody',
  ];
  const claim = () => `${pick(things)} ${pick(deeds)} and ${pick(things)} ${pick(deeds)}`;
  const people = Array.from({ length: 4 }, () => ({
    first: pick(first),
    last: pick(last),
    role: pick(roles),
  }));
  const paragraph = () => {
    const { first: f, last: l, role } = pick(people);
    return pick([
      `“I think ${claim()},” ${role} ${f} ${l} said. “Everybody knows that ${claim()}.”`,
      `${l} said that ${claim()}, adding that ${claim()}.`,
      `According to ${role} ${f} ${l}, ${claim()}.`,
      `The meeting began on Monday in the town hall. Some 200 people came, and ${claim()}.`,
      `${f} ${l}, a ${role} since 2004, called the plan “a mistake.” The paper of the town wrote that ${claim()}.`,
      `“Why?” asked ${l}. “Nobody can tell us whether ${claim()}.”`,
    ]);
  };
  const lines = Array.from({ length: 33 }, paragraph);
  return new TextEncoder().encode(`Town talks about ${pick(things)}\n\n${lines.join('\n\n')}\n`);
}
