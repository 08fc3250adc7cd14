#!/usr/bin/env node
/**
 * Checks quotations whose verdicts are known: takes what people say in the stories of a folder, changes it in one way or
 * another, writes a message around it, and counts how often the built product is right.
 *
 *   node bench/quotations.mjs --corpus DIR [--cases 60] [--seed 1] [--misses] [--json]
 *
 * Who said what is taken from the product's own reading: a case asks whether the check finds the place and keeps to
 * what stands there, not whether the reading is right. Every tenth story is kept out, and what is said in it has to be
 * not found; what shares six words in a row with the rest is left aside.
 */
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { read } from '../dist/attribution/attribute.js';
import { readArticle } from '../dist/article/read.js';
import { Library } from '../dist/search/library.js';
import { checkMessage } from '../dist/search/check/check-message.js';
import { BARE, NAMED } from './messages.mjs';
import { randomFrom } from './random.mjs';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    cases: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    misses: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
if (!options.corpus) {
  console.error('usage: node bench/quotations.mjs --corpus DIR [--cases N] [--seed N] [--misses] [--json]');
  process.exit(2);
}
const LEAST_WORDS = 7;
const KEPT_OUT = 10;
const SHARED = 6;
const AUXILIARY = /\b(is|are|was|were|will|would|can|could|should|have|has|do|does|did)\b(?! not)/iu;
const DENYING = /n['’]t\b|\b(?:no|not|never|none|nobody|nothing|neither|nor|without|hardly|cannot)\b/iu;
const random = randomFrom(Number(options.seed));
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const files = (await readdir(options.corpus)).filter((name) => name.endsWith('.txt')).toSorted();
const folder = await mkdtemp(join(tmpdir(), 'quotations-'));
try {
  const out = files.filter((_, at) => at % KEPT_OUT === 0);
  for (const name of files)
    if (!out.includes(name)) await copyFile(join(options.corpus, name), join(folder, name));
  const library = await Library.open(folder);
  report(await casesFor(library.index, out), library.index);
} finally {
  await rm(folder, { recursive: true });
}

/** So many cases of each kind: a message, and what is to be found. */
async function casesFor(index, keptOut) {
  const { corpus } = index;
  const said = corpus.readings.flatMap((r) => r.statements).flatMap((s) => saying(s, corpus.speakerOf(s)));
  const quoted = said.filter((s) => s.kind === 'direct' && isNamed(s.speaker));
  const people = corpus.speakers.filter((s) => s.kind === 'person' && s.name.includes(' '));
  const known = runs(corpus.passages.map((p) => p.text));
  const elsewhere = [];
  for (const name of keptOut) {
    const { statements } = read(readArticle(name, await readFile(join(options.corpus, name))));
    elsewhere.push(
      ...statements
        .flatMap((s) => saying(s, s.party))
        .filter((s) => s.kind === 'direct' && isNew(s.text, known)),
    );
  }
  const kinds = {
    exact: () => whole(pick(quoted), (text) => text),
    lower: () => whole(pick(quoted), (text) => text.toLowerCase().replace(/[.,!?;]/gu, '')),
    part: () => whole(pick(quoted), partOf),
    cut: () => whole(pick(quoted), cutOf),
    reported: () =>
      whole(pick(said.filter((s) => s.kind === 'indirect' && isNamed(s.speaker))), (text) => text),
    drop: () => changed(pick(quoted), (words) => words.toSpliced(place(words), 1)),
    swap: () => changed(pick(quoted), (words) => swapped(words, wordsOf(pick(quoted).text))),
    reworded: () => changed(pick(quoted), (words) => reworded(words, () => wordsOf(pick(quoted).text))),
    negate: () => changed(pick(quoted), negated),
    number: () => changed(pick(quoted), renumbered),
    halves: () => spliced(quoted, 0.5),
    splice: () => spliced(quoted, 1),
    reattribute: () => {
      const from = pick(quoted);
      const other = pick(people.filter((p) => isOther(p, from.speaker)));
      return { text: from.text, verdict: 'misattributed', from: [from], name: other.name };
    },
    elsewhere: () => {
      const from = pick(elsewhere);
      return {
        text: from.text,
        verdict: 'not-found',
        from: [],
        name: random() < 0.5 ? pick(people).name : null,
      };
    },
  };
  return Object.entries(kinds).flatMap(([kind, make]) =>
    Array.from({ length: Number(options.cases) }, () => {
      for (let tries = 0; tries < 2000; tries++) {
        const made = make();
        if (made) return { kind, ...made, ...messageOf({ ...made, kind }) };
      }
      throw new Error(`The folder has nothing to make a case of kind "${kind}" from`);
    }),
  );
}

function isNamed(speaker) {
  return speaker?.kind === 'person' && speaker.name.includes(' ');
}

/** What a statement says, without the marks around it; nothing where it is short. */
function saying(statement, speaker) {
  const { text: article } = statement.passage.article;
  const pieces = statement.content.map(({ start, end }) => article.slice(start, end).trim());
  const text = pieces
    .map((p) => p.replace(/^["“”'‘]+|["“”'’]+$/gu, ''))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .replace(/,$/u, '');
  if (/["“”]/u.test(text) || wordsOf(text).length < LEAST_WORDS || text.length > 600) return [];
  return [
    { text, speaker, kind: statement.kind, passage: statement.passage, pieces: statement.content.length },
  ];
}

function whole(from, change) {
  const text = change(from.text);
  return text && { text, verdict: 'exact', from: [from], name: from.speaker.name };
}

function changed(from, change) {
  const words = from.text.split(' ');
  const text = change(words)?.join(' ');
  return text && text !== from.text && { text, verdict: 'altered', from: [from], name: from.speaker.name };
}

function partOf(text) {
  const words = text.split(' ');
  const length = Math.max(5, Math.floor(words.length * (0.4 + random() * 0.4)));
  const start = Math.floor(random() * Math.max(1, words.length - length));
  return words.slice(start, start + length).join(' ');
}

function cutOf(text) {
  const words = text.split(' ');
  if (words.length < 12) return null;
  const start = 4 + Math.floor(random() * (words.length - 11));
  const length = 2 + Math.floor(random() * (words.length - start - 6));
  // Who cuts a "not" out alters what is said, marked or not.
  if (words.slice(start, start + length).some((word) => DENYING.test(word))) return null;
  return words.toSpliced(start, length, pick(['…', '...', '[…]'])).join(' ');
}

/** The place of a word that tells something, not at an end: cutting there is quoting a part. */
function place(words) {
  const telling = [...words.keys()].slice(1, -1).filter((at) => /^\p{L}{4,}$/u.test(words[at]));
  return telling.length ? pick(telling) : 1;
}

function swapped(words, others) {
  const at = place(words);
  const other = pick(others.filter((w) => w.length > 4)) ?? 'something';
  return words[at].toLowerCase() === other ? null : words.toSpliced(at, 1, other);
}

/** A fifth of the words is other words. */
function reworded(words, others) {
  let text = words;
  for (let n = 0; n < Math.max(2, words.length / 5); n++) text = swapped(text, others()) ?? text;
  return text;
}

function negated(words) {
  const text = words.join(' ');
  if (/ not /u.test(text)) return text.replace(/\bnot /u, '').split(' ');
  return AUXILIARY.test(text) ? text.replace(AUXILIARY, '$1 not').split(' ') : null;
}

function renumbered(words) {
  const at = words.findIndex((w) => /\d/u.test(w));
  if (at < 0) return null;
  return words.toSpliced(
    at,
    1,
    words[at].replace(/\d+/u, (digits) => String(Number(digits) + 1 + Math.floor(random() * 40))),
  );
}

/** Two sayings in one, or a half of each: of one speaker's where there are two, from two passages. */
function spliced(quoted, part) {
  const a = pick(quoted);
  const others = quoted.filter((q) => isApart(q.passage, a.passage) && q.speaker === a.speaker);
  const b = pick(others.length ? others : quoted);
  const [head, tail] = [a.text.split(' '), b.text.split(' ')];
  if (a === b || !isApart(a.passage, b.passage) || head.length < 12 || tail.length < 12) return null;
  const text = [
    ...head.slice(0, Math.ceil(head.length * part)),
    ...tail.slice(Math.floor(tail.length * (1 - part))),
  ].join(' ');
  return { text, verdict: 'altered', from: [a, b], name: a.speaker.name };
}

/** Sayings of one speaker side by side are quoted as one, "she said" left out. */
function isApart(a, b) {
  return a.article !== b.article || Math.abs(a.paragraph - b.paragraph) > 1;
}

/** True for somebody with no word of the name in common. */
function isOther(person, speaker) {
  const own = new Set(speaker.names.flatMap(wordsOf));
  return !person.names.flatMap(wordsOf).some((word) => own.has(word));
}

/** Every run of words in some texts. */
function runs(texts) {
  const found = new Set();
  for (const text of texts) {
    const words = wordsOf(text);
    for (let at = 0; at + SHARED <= words.length; at++) found.add(words.slice(at, at + SHARED).join(' '));
  }
  return found;
}

function isNew(text, known) {
  const words = wordsOf(text);
  return words.every((_, at) => !known.has(words.slice(at, at + SHARED).join(' ')));
}

/** A message as people write them, with the name in most of them, and its style. */
function messageOf({ text, name, kind }) {
  const styles = name && (kind === 'reattribute' || random() < 0.8) ? NAMED : BARE;
  const style = pick(Object.keys(styles));
  return { style, message: styles[style](text, name) };
}

function report(cases, index) {
  const rows = new Map();
  const times = [];
  const misses = [];
  for (const made of cases) {
    const start = performance.now();
    const found = checkMessage(index, made.message);
    times.push(performance.now() - start);
    const both = [made.kind, made.style].map((name) => {
      const row = rows.get(name) ?? { cases: 0, verdict: 0, placed: 0, named: 0, wrong: {} };
      rows.set(name, row);
      return row;
    });
    // Who is named in a message that keeps the name to itself can't be said to be another.
    const wanted =
      made.verdict === 'misattributed' &&
      !made.message.toLowerCase().includes(made.name.split(' ').at(-1).toLowerCase())
        ? 'exact'
        : made.verdict;
    const isRight = found.verdict === wanted;
    const isPlaced = made.from.length === 0 ? !found.match : made.from.some((f) => isAt(found, f, index));
    const isRead = made.style in NAMED ? isNameIn(found.claimed, made.name) : found.claimed === null;
    for (const row of both) {
      row.cases++;
      if (isRight) row.verdict++;
      else row.wrong[found.verdict] = (row.wrong[found.verdict] ?? 0) + 1;
      if (isPlaced) row.placed++;
      if (isRead) row.named++;
    }
    if (!isRight || !isPlaced || !isRead)
      misses.push({
        kind: made.kind,
        style: made.style,
        got: found.verdict,
        claimed: found.claimed,
        message: made.message,
        quotation: found.quotation,
        likeness: found.match?.likeness,
        match: found.match?.passage.text,
        speakers: found.match?.speakers.map((s) => s.name),
        source: made.from.map((f) => f.passage.text),
      });
  }
  times.sort((a, b) => a - b);
  const table = [...rows].map(([kind, r]) => ({
    kind,
    cases: r.cases,
    verdict: share(r.verdict, r.cases),
    'source and speaker': share(r.placed, r.cases),
    'who is claimed': share(r.named, r.cases),
    instead: JSON.stringify(r.wrong),
  }));
  const sum = (key) => [...rows.values()].reduce((total, r) => total + r[key], 0) / 2;
  const all = {
    cases: sum('cases'),
    verdict: share(sum('verdict'), sum('cases')),
    'source and speaker': share(sum('placed'), sum('cases')),
    'who is claimed': share(sum('named'), sum('cases')),
  };
  const at = (q) => Math.round(100 * times[Math.min(times.length - 1, Math.floor(q * times.length))]) / 100;
  const milliseconds = { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
  if (options.misses) for (const miss of misses) console.log(JSON.stringify(miss));
  if (options.json)
    console.log(JSON.stringify({ kinds: table, all, milliseconds, passages: index.corpus.passages.length }));
  else {
    console.table(table);
    console.log(all, milliseconds, `${index.corpus.passages.length} passages`);
  }
}

/** Per cent, with one decimal. */
function share(part, total) {
  return Math.round((1000 * part) / total) / 10;
}

/** The match is the saying's own passage, or another that has its words, and names its speaker. */
function isAt({ match, second }, from, index) {
  return [match, second].some(
    (m) =>
      m && m.speakers.includes(from.speaker) && (m.passage === from.passage || sameWords(m, from, index)),
  );
}

function isNameIn(claimed, name) {
  const [last] = wordsOf(name.replace(/,? (?:Jr\.?|Sr\.?|II|III|IV)$/u, '')).slice(-1);
  return wordsOf(claimed ?? '').includes(last);
}

function sameWords({ passage }, from) {
  const own = wordsOf(passage.text).join(' ');
  const words = wordsOf(from.text);
  return own.includes(words.slice(0, 6).join(' ')) || own.includes(words.slice(-6).join(' '));
}

function pick(list) {
  return list[Math.floor(random() * list.length)];
}
