#!/usr/bin/env node
/**
 * Fits the weights of src/attribution/pronoun-weights.ts and prints them.
 *
 *   npm run build && node scripts/fit-pronouns.mjs ANNOTATED.jsonl
 *
 * Each line is an article: `{id, text, attributions: [{source: {text, start}, canonical: {name}}]}`, the sources that are
 * "he" or "she" with the name of whom they mean. A quarter of the articles, by their ids, is kept apart to judge the fit.
 */
import { readFileSync } from 'node:fs';
import { readArticle } from '../dist/article/read.js';
import { read } from '../dist/attribution/attribute.js';
import { nameWords, sameFullName } from '../dist/attribution/person-names.js';
import { WEIGHTS } from '../dist/attribution/pronoun-weights.js';
import { Memory } from '../dist/attribution/pronouns.js';

const SIGNS = Object.keys(WEIGHTS);
const STEPS = 600;
const RATE = 0.5;
const DECAY = 0.003;

/** The choices of an article: the values of the signs for each candidate, and which candidates are right. */
function choicesIn({ id, text, attributions }) {
  const meant = new Map(
    attributions
      .filter((a) => /^(?:he|she)$/iu.test(a.source?.text ?? '') && a.canonical?.name)
      .filter((a) => !['low', 'none'].includes(a.canonical.conf))
      .map((a) => [a.source.start, nameWords(a.canonical.name)]),
  );
  const choices = [];
  const resolve = Reflect.get(Memory.prototype, 'resolve');
  Memory.prototype.resolve = function record(pronoun, place, told) {
    const name = meant.get(place.at);
    if (name && /^s?he$/u.test(pronoun)) {
      const candidates = this.candidates(pronoun, place, told);
      choices.push({
        values: candidates.map(({ signs }) => SIGNS.map((s) => signs.get(s) ?? 0)),
        right: candidates.map(({ draft }) => isNamed(draft, name)),
      });
    }
    return resolve.call(this, pronoun, place, told);
  };
  read(readArticle(`${id}.txt`, new TextEncoder().encode(text)));
  Memory.prototype.resolve = resolve;
  return choices.filter((c) => c.right.includes(true));
}

function isNamed({ words }, name) {
  return name.length > 1 && words.length > 1 ? sameFullName(words, name) : words.at(-1) === name.at(-1);
}

const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);

function shares(values, weights, right) {
  const scores = values.map((v, i) => (right && !right[i] ? 0 : Math.exp(dot(v, weights))));
  const total = scores.reduce((a, b) => a + b, 0);
  return scores.map((s) => s / total);
}

function fit(choices) {
  const weights = SIGNS.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((w) => DECAY * w);
    for (const { values, right } of choices) {
      const is = shares(values, weights);
      const should = shares(values, weights, right);
      for (const [i, value] of values.entries())
        for (const [k, x] of value.entries()) slope[k] += ((is[i] - should[i]) * x) / choices.length;
    }
    for (const k of weights.keys()) weights[k] -= RATE * slope[k];
  }
  return weights;
}

function accuracy(choices, weights) {
  const hits = choices.filter(({ values, right }) => {
    const scores = values.map((v) => dot(v, weights));
    return right[scores.indexOf(Math.max(...scores))];
  });
  return `${((100 * hits.length) / choices.length).toFixed(1)} % of ${choices.length}`;
}

function isKeptApart(id) {
  let hash = 2166136261;
  for (const c of id) hash = Math.imul(hash ^ c.charCodeAt(0), 16777619) >>> 0;
  return (hash >>> 3) % 4 === 0;
}

const articles = readFileSync(process.argv[2], 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const learned = articles.filter((a) => !isKeptApart(a.id)).flatMap(choicesIn);
const apart = articles.filter((a) => isKeptApart(a.id)).flatMap(choicesIn);
const weights = fit(learned);
console.error(`learned from: ${accuracy(learned, weights)}; kept apart: ${accuracy(apart, weights)}`);
console.log(
  JSON.stringify(Object.fromEntries(SIGNS.map((s, i) => [s, Number(weights[i].toFixed(1))])), null, 2),
);
