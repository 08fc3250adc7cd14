import { FUNCTION_WORD, GROUP_NOUN, PERSON_NOUN, TIME_WORD } from './lexicon.js';
import type { Token } from './tokens.js';

/** Token indices, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'SYM', 'X']);
const NOUNISH: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM', 'X']);
const ATTACHING = new Set(
  'of for from at in on with to under against by about near inside among between behind over into within across'.split(
    ' ',
  ),
);
const PRONOUN = new Set('he she it they we i you who one'.split(' '));
const POSSESSIVE = new Set('his her their its our my your whose'.split(' '));
const INDEFINITE = new Set(
  'some many most several few all both each one two three four five six seven eight nine ten others another everyone everybody someone somebody nobody none those half much other these this that'.split(
    ' ',
  ),
);
const CLITIC = new Set(["'s", '’s', "'", '’', 'n’t', "n't"]);
/** The longest source in tokens: what is longer is a clause. */
const LONGEST = 45;

/** "the 46-year-old" */
export const AGED = /^\p{N}+-year-olds?$/u;

/** True for a preposition that ties a phrase to a noun ("of", "in"). */
export function isAttaching(word: string): boolean {
  return ATTACHING.has(word);
}

export function isVerbal(token: Token): boolean {
  return token.pos === 'VERB' || token.pos === 'AUX';
}

function isPossessiveMark(token: Token | undefined): boolean {
  return token !== undefined && CLITIC.has(token.text) && token.pos !== 'AUX' && !/n.t/u.test(token.text);
}

/** True for a token that a noun phrase can hold, determiners apart. */
function isNominal(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || token.quoted) return false;
  if (NOMINAL.has(token.pos) && !/^(?:earlier|later)$/u.test(token.lower))
    return (
      !FUNCTION_WORD.has(token.lower) ||
      /^\d/u.test(token.text) ||
      INDEFINITE.has(token.lower) ||
      isModifier(token) ||
      (token.pos === 'PROPN' &&
        (token.text === 'Will' || tokens[i - 1]?.pos === 'PROPN' || tokens[i + 1]?.pos === 'PROPN'))
    );
  if (isPossessiveMark(token)) return true;
  // "Roe's earlier letter"
  if (/^(?:earlier|later)$/u.test(token.lower)) return tokens[i + 1]?.pos === 'NOUN';
  if (token.pos === 'ADV' && isModifier(token)) return NOMINAL.has(tokens[i + 1]?.pos ?? 'PUNCT');
  // "a leading economist", "retired officers": participles between determiner and noun.
  if (token.pos === 'VERB' && /(?:ing|ed)$/u.test(token.lower)) {
    const before = tokens[i - 1];
    return (
      NOMINAL.has(tokens[i + 1]?.pos ?? 'PUNCT') &&
      (before === undefined ||
        before.lower === 'of' ||
        before.pos === 'DET' ||
        before.pos === 'ADJ' ||
        before.pos === 'NUM' ||
        POSSESSIVE.has(before.lower))
    );
  }
  return false;
}

function isModifier(token: Token): boolean {
  return /^(?:former|current|new|old|first|second|third|last|next|such|same|own|other|ex|former|great|good|big|high|white|black|right|left|more|less)$/u.test(
    token.lower,
  );
}

/**
 * The noun phrase that ends before `end` (exclusive), not reaching below `low`: with its determiner, and with the
 * phrases that hang on it ("a spokesman for the mayor of Lyon").
 */
export function phraseBefore(tokens: readonly Token[], end: number, low: number): Range | null {
  let i = end - 1;
  const last = tokens[i];
  if (i < low || !last || last.quoted) return null;
  if (PRONOUN.has(last.lower) || last.lower === 'which' || (INDEFINITE.has(last.lower) && last.pos !== 'ADJ'))
    return { from: i, to: end };
  if (!isNominal(tokens, i) && last.text !== ')') return null;
  let from = end;
  const floor = Math.max(low, end - LONGEST);
  while (i >= floor) {
    const token = tokens[i]!;
    if (token.text === ')') {
      const open = matching(tokens, i, floor);
      if (open === null) break;
      i = open - 1;
      continue;
    }
    if (isNominal(tokens, i)) {
      from = i--;
      continue;
    }
    if (token.quoted) break;
    const next = tokens[i + 1];
    const isDegree =
      (next?.pos === 'NUM' && tokens[i - 1]?.pos === 'ADP') ||
      (next?.pos === 'ADJ' && tokens[i - 1]?.pos === 'DET');
    if (token.pos === 'ADV' && from < end && isDegree) {
      from = i--;
      continue;
    }
    if (token.pos === 'DET' || POSSESSIVE.has(token.lower) || (INDEFINITE.has(token.lower) && from < end)) {
      from = i--;
      const before = tokens[i];
      // "all the president's men"
      if (before && i >= floor && (before.pos === 'DET' || /^(?:all|both|half)$/u.test(before.lower)))
        from = i--;
      if (!attaches(tokens, i, floor)) break;
      i--;
      continue;
    }
    if (attaches(tokens, i, floor) && from < end) {
      i--;
      continue;
    }
    if (
      (token.lower === 'and' || token.lower === '&' || token.lower === 'or') &&
      from < end &&
      joins(tokens, i, floor)
    ) {
      i--;
      continue;
    }
    break;
  }
  return from < end ? { from: listStart(tokens, from, end, floor), to: end } : null;
}

/** "Roe, Vale and Quill", "voters in Lyon, Arles and Nice": where the names begin that a list of names goes on. */
function listStart(tokens: readonly Token[], from: number, end: number, floor: number): number {
  if (!tokens.slice(from, end).some((t) => t.lower === 'and') || tokens[from]!.pos !== 'PROPN') return from;
  let start = from;
  while (tokens[start - 1]?.text === ',') {
    let i = start - 2;
    while (i >= floor && tokens[i]!.pos === 'PROPN' && !tokens[i]!.quoted && !TIME_WORD.has(tokens[i]!.lower))
      i--;
    if (i === start - 2) break;
    start = i + 1;
  }
  const before = tokens[start - 1];
  if (start === from || start <= floor || before?.pos !== 'ADP') return start;
  // "In Lyon, Roe and Vale said": the first is no part of the list.
  return attaches(tokens, start - 1, floor) ? (phraseBefore(tokens, start - 1, floor)?.from ?? from) : from;
}

/** True for a preposition at `i` that ties what follows to a noun before it. */
function attaches(tokens: readonly Token[], i: number, floor: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || i - 1 < floor || !before || token.quoted || before.quoted) return false;
  if (!ATTACHING.has(token.lower)) return false;
  if (isPossessiveMark(before)) return false;
  return (
    (NOUNISH.has(before.pos) && !TIME_WORD.has(before.lower)) ||
    PERSON_NOUN.has(before.lower) ||
    (token.lower === 'of' && INDEFINITE.has(before.lower)) ||
    (/^(?:in|at|from|near|with)$/u.test(token.lower) &&
      /^(?:some|any|every)(?:one|body)$/u.test(before.lower)) ||
    before.text === ')'
  );
}

/** True where "and" joins two noun phrases and not two clauses: no verb between it and the clause's beginning. */
function joins(tokens: readonly Token[], i: number, floor: number): boolean {
  const before = tokens[i - 1];
  if (!before || before.quoted || !(NOUNISH.has(before.pos) || before.text === ')')) return false;
  for (let j = i - 1; j >= floor; j--) {
    const token = tokens[j]!;
    if (isVerbal(token) && !isNominal(tokens, j)) return false;
    if (/^[,;:—–]$/u.test(token.text) || token.quoted) return true;
  }
  return true;
}

/** The index of the bracket or dash that the one at `i` closes. */
function matching(tokens: readonly Token[], i: number, floor: number): number | null {
  for (let j = i - 1; j >= floor; j--) if (tokens[j]!.text === '(') return j;
  return null;
}

/** The noun phrase that begins at `from`, with what hangs on it, its appositions and relative clauses left out. */
export function phraseAfter(tokens: readonly Token[], from: number, high: number): Range | null {
  let i = from;
  const limit = Math.min(high, from + LONGEST);
  const first = tokens[i];
  if (!first || i >= high || first.quoted) return null;
  if (PRONOUN.has(first.lower) && first.lower !== 'one') return { from, to: from + 1 };
  let nouns = 0;
  let to = from;
  while (i < limit) {
    const token = tokens[i]!;
    if (token.quoted) break;
    if (token.text === '(') {
      let close = i;
      while (close < limit && tokens[close]!.text !== ')') close++;
      if (close >= limit || !nouns) break;
      i = close + 1;
      to = i;
      continue;
    }
    if (token.pos === 'DET' || POSSESSIVE.has(token.lower)) {
      if (nouns && !ATTACHING.has(tokens[i - 1]!.lower)) break;
      i++;
      continue;
    }
    if (TIME_WORD.has(token.lower) && nouns && tokens[i - 1]?.lower !== 'of') break;
    if (
      isNominal(tokens, i) ||
      (INDEFINITE.has(token.lower) && !nouns) ||
      (token.pos === 'ADV' && tokens[i + 1]?.pos === 'ADJ' && !nouns)
    ) {
      if (
        NOUNISH.has(token.pos) ||
        isPossessiveMark(token) ||
        AGED.test(token.lower) ||
        INDEFINITE.has(token.lower) ||
        GROUP_NOUN.has(token.lower) ||
        PERSON_NOUN.has(token.lower)
      ) {
        nouns++;
        to = i + 1;
      }
      i++;
      continue;
    }
    if (nouns && ATTACHING.has(token.lower) && hangs(tokens, i, limit)) {
      i++;
      continue;
    }
    if (
      nouns &&
      (token.lower === 'and' || token.lower === '&') &&
      (NOUNISH.has(tokens[i + 1]?.pos ?? 'PUNCT') ||
        (tokens[i + 1]?.pos === 'ADJ' && NOUNISH.has(tokens[i + 2]?.pos ?? 'PUNCT')))
    ) {
      i++;
      continue;
    }
    break;
  }
  return nouns ? { from, to } : null;
}

/** True for a preposition that says which ("of Lyon", "for the mayor"), not when or where something was said. */
function hangs(tokens: readonly Token[], i: number, limit: number): boolean {
  const preposition = tokens[i]!.lower;
  let j = i + 1;
  while (
    j < limit &&
    (tokens[j]!.pos === 'DET' || POSSESSIVE.has(tokens[j]!.lower) || tokens[j]!.pos === 'ADJ')
  )
    j++;
  const noun = tokens[j];
  if (!noun || noun.quoted || !NOUNISH.has(noun.pos) || TIME_WORD.has(noun.lower)) return false;
  if (preposition === 'of' || preposition === 'for' || preposition === 'from') return true;
  if (preposition === 'at' || preposition === 'with' || preposition === 'to')
    return noun.pos === 'PROPN' || tokens[i + 1]?.pos === 'DET';
  if (preposition === 'in')
    return (
      !/^(?:interview|statement|comment|remark|speech|letter|email|tweet|e-mail|release|appearance|testimony|address|response|reply|court|front|report|phone|telephone|comments|remarks|press)s?$/u.test(
        noun.lower,
      ) &&
      !tokens
        .slice(i + 1, j + 3)
        .some((t) => /^(?:interview|statement|release|comments|remarks|speech|email)$/u.test(t.lower))
    );
  return false;
}

/** The head of a phrase: the last noun before what hangs on it. */
export function headOf(tokens: readonly Token[], { from, to }: Range): Token | null {
  let head: Token | null = null;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (
      head &&
      (ATTACHING.has(token.lower) || token.text === ',' || token.text === '(' || token.lower === 'who')
    )
      break;
    if (isPossessiveMark(token) || token.pos === 'PUNCT') continue;
    head = token;
  }
  return head;
}
