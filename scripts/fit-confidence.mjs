#!/usr/bin/env node
/**
 * Measures how often attributions are right, and prints src/attribution/confidence-table.ts.
 *
 *   npm run build && node scripts/fit-confidence.mjs ANNOTATED.jsonl > table.ts && mv table.ts src/attribution/confidence-table.ts
 *   npm run build && node scripts/fit-confidence.mjs --check OTHER.jsonl
 *
 * Each line is an article: `{id, text, attributions: [{content: [{start, end}], source: {text}, sourceClass, canonical: {name, conf}}]}`.
 * A statement is right where at least half of its words lie in one annotated content and its speaker is the annotated
 * one. Statements whose speaker the annotation leaves open are left out. `--check` compares what the table in use says
 * of another set with what is true there.
 */
import { readFileSync } from 'node:fs';
import { readArticle } from '../dist/article/read.js';
import { read } from '../dist/attribution/attribute.js';
import { nameWords, sameFullName } from '../dist/attribution/person-names.js';
import { isTitle } from '../dist/attribution/titles.js';
import { words } from '../dist/text/words.js';

const KINDS = ['direct', 'mixed', 'indirect'];
/** How many statements the cell's rule, speaker and kind by themselves are worth against those seen in it. */
const PRIOR = 12;
const STEPS = 400;
const RATE = 2;
const DECAY = 0.0005;

/** The statements of an article that can be judged: what is known of each, and whether it is right. */
function judged({ id, text, attributions }) {
  const gold = attributions.map((a) => ({
    ...a,
    words: new Set(a.content.flatMap((s) => wordsIn(text, s))),
  }));
  const { statements } = read(readArticle(`${id}.txt`, new TextEncoder().encode(text)));
  return statements
    .filter((s) => s.party)
    .flatMap((statement) => {
      const own = statement.content.flatMap((s) => wordsIn(text, s));
      const shared = (g) => own.filter((w) => g.words.has(w)).length;
      const best = gold.reduce((a, b) => (a && shared(a) >= shared(b) ? a : b), null);
      const isFound = best !== null && shared(best) >= own.length / 2;
      const names = isFound ? namesOf(best) : [];
      if (isFound && names.length === 0) return [];
      return [{ ...statement, isRight: names.some((name) => isSame(statement.party.name, name)) }];
    });
}

function wordsIn(text, { start, end }) {
  return words(text, start, end).map((w) => w.start);
}

const PRONOUN = /^(?:s?he|they|it|we|i|you|who|whom|which|that)$/iu;

/** The names that the annotation takes for a source. */
function namesOf({ source, canonical, sourceClass = '' }) {
  const name = canonical?.name && !['low', 'none'].includes(canonical.conf) ? [canonical.name] : [];
  const isSourceName =
    source?.text &&
    !PRONOUN.test(source.text) &&
    !sourceClass.startsWith('pronoun') &&
    !(sourceClass === 'surname-only' && name[0]?.includes(' '));
  return isSourceName ? [...name, source.text] : name;
}

const SMALL =
  /^(?:the|a|an|of|for|and|in|on|at|to|by|with|his|her|their|its|this|that|these|those|some|other|one)$/u;

/** The words that tell who somebody is: of the phrase up to its first comma or relative clause, titles left out. */
function telling(name) {
  const [head] = name.split(/(?<=\S)\s*(?:[,;—]|\s(?:who|which|that|from|at|with|in|on|for|by|to|of|as)\s)/u);
  const all = nameWords(head.replace(/['’]s\b/gu, ''));
  const own = all.filter((w) => !SMALL.test(w) && !isTitle(w));
  return own.length > 0 ? own : all;
}

/** True for two descriptions of one speaker: the same words, a name and its part, or most words shared. */
function isSame(a, b) {
  return a.split(/[,;—]/u).some((x) => b.split(/[,;—]/u).some((y) => fits(telling(x), telling(y))));
}

function fits(a, b) {
  if (a.length === 0 || b.length === 0) return false;
  const shared = a.filter((w) => b.includes(w)).length;
  if (a.at(-1) !== b.at(-1)) return shared > 1 && shared / (a.length + b.length - shared) >= 0.6;
  return (
    a.length === 1 || b.length === 1 || sameFullName(a, b) || shared / Math.min(a.length, b.length) >= 0.6
  );
}

const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** What rule, speaker and kind say by themselves: one weight each, fitted together. */
function fit(statements) {
  const weights = new Map();
  for (let step = 0; step < STEPS; step++) {
    const slopes = new Map([...weights].map(([sign, w]) => [sign, DECAY * w]));
    for (const s of statements) {
      const error = (sigmoid(sum(weights, s)) - Number(s.isRight)) / statements.length;
      for (const sign of signs(s)) slopes.set(sign, (slopes.get(sign) ?? 0) + error);
    }
    for (const [sign, slope] of slopes) weights.set(sign, (weights.get(sign) ?? 0) - RATE * slope);
  }
  return weights;
}

const signs = ({ rule, by, kind }) => ['any', rule, by, kind];
const sum = (weights, s) => signs(s).reduce((total, sign) => total + (weights.get(sign) ?? 0), 0);

/** Rows of the table: what was seen in each cell, pulled to what the fit says. */
function tableOf(statements) {
  const weights = fit(statements);
  const rules = unique(statements.map((s) => s.rule));
  const ways = unique(statements.map((s) => s.by));
  return rules.flatMap((rule) =>
    ways
      .filter((by) => statements.some((s) => s.rule === rule && s.by === by))
      .map((by) => [
        `${rule} | ${by}`,
        KINDS.map((kind) => {
          const seen = statements.filter((s) => s.rule === rule && s.by === by && s.kind === kind);
          const right = seen.filter((s) => s.isRight).length;
          const expected = sigmoid(sum(weights, { rule, by, kind }));
          return ((right + PRIOR * expected) / (seen.length + PRIOR)).toFixed(2);
        }),
      ]),
  );
}

const unique = (list) => [...new Set(list)].toSorted((a, b) => (a < b ? -1 : 1));

function check(statements) {
  console.log('said        is      statements');
  let off = 0;
  for (const [low, high] of [
    [0, 0.2],
    [0.2, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
    [0.8, 1.01],
  ]) {
    const own = statements.filter((s) => low <= s.confidence && s.confidence < high);
    if (own.length === 0) continue;
    const said = own.reduce((total, s) => total + s.confidence, 0) / own.length;
    const is = own.filter((s) => s.isRight).length / own.length;
    off += (Math.abs(said - is) * own.length) / statements.length;
    console.log(`${said.toFixed(3)}     ${is.toFixed(3)}     ${own.length}`);
  }
  console.log(`${off.toFixed(3)} off on average`);
}

const isCheck = process.argv[2] === '--check';
const file = process.argv[isCheck ? 3 : 2];
const statements = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => judged(JSON.parse(line)));
const right = statements.filter((s) => s.isRight).length;
console.error(`${statements.length} statements, ${((100 * right) / statements.length).toFixed(1)} % right`);
if (isCheck) check(statements);
else
  console.log(`/**
 * How often a statement is right, in words and speaker, by its rule and how its speaker was found: for direct, mixed and
 * indirect ones. Measured on annotated news by \`scripts/fit-confidence.mjs\`.
 */
export const CONFIDENCE: Readonly<Record<string, readonly [direct: number, mixed: number, indirect: number]>> = {
${tableOf(statements)
  .map(([key, shares]) => `  '${key}': [${shares.map(Number).join(', ')}],`)
  .join('\n')}
};`);
