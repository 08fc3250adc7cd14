import { singular } from './can-speak.js';
import { DOCUMENT_NOUN, OFFICE, ORGANISATION_NOUN, PERSON_NOUN, PLACE, TIME_WORD } from './lexicon.js';
import { headOf, isVerbal, phraseAfter, type Range } from './noun-phrase.js';
import type { Source } from './source.js';
import { isTitle } from './titles.js';
import type { Token } from './tokens.js';

const HANGING = /^(?:familiar|close|who|that|made|led|seen|shown|known|briefed)$/u;

/** The source that follows a verb ("…," said Mark Roe, a lawyer for the club.). */
export function sourceAfter(tokens: readonly Token[], from: number, high: number): Source | null {
  let i = from;
  while (i < high && tokens[i]!.pos === 'ADV') i++;
  const phrase = phraseAfter(tokens, i, high);
  if (!phrase || TIME_WORD.has(tokens[phrase.from]!.lower)) return null;
  const first = tokens[phrase.from]!;
  if (/^(?:it|you|that|this)$/u.test(first.lower)) return null;
  if (first.lower === 'one' && phrase.to === phrase.from + 1) return null;
  let to = hangingEnd(tokens, phrase, high);
  let core: Range = phrase;
  while (tokens[to]?.text === ',' && to + 1 < high && !tokens[to + 1]!.quoted) {
    const close = closeOf(tokens, to + 1, high);
    if (!describes(tokens, core, to + 1, close)) break;
    if (core === phrase) core = coreOf(tokens, phrase, { from: to + 1, to: close });
    to = close;
  }
  return { from: phrase.from, to: to > phrase.to && tokens[to]?.text === ',' ? to + 1 : to, core };
}

/** Where what hangs on a noun ends: "a memo released Friday by the club", "a person familiar with the plan". */
function hangingEnd(tokens: readonly Token[], phrase: Range, high: number): number {
  const next = tokens[phrase.to];
  const head = headOf(tokens, phrase);
  if (!next || phrase.to >= high || next.quoted || head?.pos !== 'NOUN') return phrase.to;
  const hangs =
    HANGING.test(next.lower) ||
    (next.lower === 'by' && DOCUMENT_NOUN.has(head.lower)) ||
    (next.pos === 'VERB' && /(?:ed|en)$/u.test(next.lower));
  return hangs ? closeOf(tokens, phrase.to, high) : phrase.to;
}

/** True for what a name is followed by to tell who it is: a role, an age, a relative clause; or the name after its role. */
export function describes(tokens: readonly Token[], core: Range, from: number, to: number): boolean {
  const first = tokens[from];
  const head = headOf(tokens, core);
  if (!first || !head || to <= from) return false;
  if (/^(?:who|whose)$/u.test(first.lower)) return true;
  if (first.pos === 'NUM' && to - from === 1) return head.pos === 'PROPN';
  const name = nameIn(tokens, from, to);
  if (name && head.pos === 'NOUN' && (name.from > from || PERSON_NOUN.has(head.lower))) return true;
  if (tokens.slice(from, to).every((t) => t.pos === 'PROPN') && to - from <= 5)
    return PERSON_NOUN.has(head.lower) || (PLACE.has(first.lower) && to - from === 1);
  if (head.pos !== 'PROPN') return false;
  const phrase = phraseAfter(tokens, from, to);
  // "according to the Post, officials looked into …": a clause.
  if (
    phrase &&
    isVerbal(tokens[phrase.to] ?? first) &&
    phrase.to < to &&
    !tokens[phrase.to]!.lower.endsWith('ing')
  )
    return false;
  const role = phrase && headOf(tokens, phrase);
  return (
    role !== null &&
    (PERSON_NOUN.has(singular(role.lower)) || ORGANISATION_NOUN.has(role.lower) || OFFICE.has(role.lower))
  );
}

function closeOf(tokens: readonly Token[], from: number, high: number): number {
  let i = from;
  while (i < high && !/^[,.;:—–]$/u.test(tokens[i]!.text) && !tokens[i]!.quoted) i++;
  return i;
}

/** "Mark Roe of the firm Vale", "the actress Ida Vale": the full name that an apposition begins with, a role before it left out. */
function nameIn(tokens: readonly Token[], from: number, to: number): Range | null {
  let start = from;
  while (start < to && start - from < 3 && /^(?:DET|ADJ|NOUN)$/u.test(tokens[start]!.pos)) start++;
  if (start > from && !PERSON_NOUN.has(tokens[start - 1]!.lower)) return null;
  let end = start;
  while (end < to && tokens[end]!.pos === 'PROPN') end++;
  const isFull = end - start > 1 && end - start <= 5 && !ORGANISATION_NOUN.has(tokens[end - 1]!.lower);
  const isApart = end === to || /^(?:of|from|with|at|[(])$/u.test(tokens[end]!.lower);
  return isFull && isApart ? { from: start, to: end } : null;
}

/** "the police chief, Mark Roe,": the name after its role is who speaks. */
export function coreOf(tokens: readonly Token[], before: Range, apposition: Range): Range {
  const head = headOf(tokens, before);
  const full = head?.pos === 'NOUN' ? nameIn(tokens, apposition.from, apposition.to) : null;
  if (full && (full.from > apposition.from || PERSON_NOUN.has(head!.lower))) return full;
  const end = tokens.findIndex((t, i) => i > apposition.from && i < apposition.to && /^[,(]$/u.test(t.text));
  const name = { from: apposition.from, to: end < 0 ? apposition.to : end };
  const slice = tokens.slice(name.from, name.to);
  const isName =
    slice.length > 0 && slice.length <= 5 && slice.every((t) => t.pos === 'PROPN' || /^\p{Lu}/u.test(t.text));
  const isNamed = tokens
    .slice(before.from, before.to)
    .some((t, k, all) => t.pos === 'PROPN' && k === all.length - 1);
  // "After a speech in Lund, Gov. Mark Roe (D-Ohio), said": a place is no more than where.
  const isTitled = slice.length > 2 && slice[0]!.text.endsWith('.') && isTitle(slice[0]!.lower);
  return isName && (!isNamed || isTitled) ? name : before;
}
