import { slice, type Span } from '../../text/span.js';
import type { Step } from './alignment.js';
import { denyingCuts } from './cuts.js';
import type { OwnWord } from './own-words.js';
import type { QuotedWord } from './quoted-words.js';
import { isSameWording } from './same-words.js';
import { turnOf, type Side, type Turn } from './turns.js';

/** A stretch of a passage beside a quotation of it, in the order of the passage. */
export type Piece =
  /** The same words in both. */
  | { readonly kind: 'same'; readonly own: Span }
  /** Passed over: where the quotation marks a cut, or the attribution between two parts of it. */
  | { readonly kind: 'skipped'; readonly own: Span }
  | Insertion
  | Change;

/** Words that the quotation has in square brackets. */
export interface Insertion {
  readonly kind: 'inserted';
  /** The passage's own words, which they are in place of; null where they were only added. */
  readonly own: Span | null;
  /** The words as typed, with the brackets. */
  readonly claimed: string;
}

/** Where the wording differs. */
export interface Change {
  readonly kind: 'changed';
  /** The passage's own words; null where something was only added. */
  readonly own: Span | null;
  /** The quotation's words, as typed, or its cut that leaves out a "not"; empty where something was only left out. */
  readonly claimed: string;
  /** Why the change turns the meaning, if it plainly does. */
  readonly turns: Turn | null;
}

/** What was compared: the quotation and its words, the story's text and its words. */
export interface Compared {
  readonly quotation: string;
  readonly claimed: readonly QuotedWord[];
  readonly text: string;
  readonly own: readonly OwnWord[];
}

/** The steps of an alignment, neighbours of one kind together. Words that are only parted otherwise are the same ("e-mail", "email"). */
export function piecesOf(steps: readonly Step[], compared: Compared): Piece[] {
  const pieces: Piece[] = [];
  const cuts = denyingCuts(steps, compared);
  const kinds = kindsOf(steps, cuts, compared);
  for (let at = 0; at < steps.length; ) {
    const kind = kinds[at]!;
    const from = at;
    while (at < steps.length && kinds[at] === kind) at++;
    const run = steps.slice(from, at);
    const own = run.flatMap((s) => (s.own === null ? [] : [compared.own[s.own]!]));
    const claimed = run.flatMap((s, i) =>
      s.claimed === null ? (cuts[from + i] ?? []) : [compared.claimed[s.claimed]!],
    );
    const isOuter = from === 0 || at === steps.length;
    const piece = pieceOf(kind, own, claimed, compared, isOuter);
    const last = pieces.at(-1);
    if (piece.kind === 'same' && last?.kind === 'same')
      pieces[pieces.length - 1] = { kind: 'same', own: { start: last.own.start, end: piece.own.end } };
    else pieces.push(piece);
  }
  return pieces;
}

/** What the piece of each step is. Both words of a contraction are of one piece, and of what was changed if one of them was. */
function kindsOf(
  steps: readonly Step[],
  cuts: readonly (QuotedWord | null)[],
  { own, claimed }: Compared,
): Piece['kind'][] {
  const kinds = steps.map((step, at) => (cuts[at] ? 'changed' : kindOf(step, claimed)));
  // What stands in brackets may be in place of more words than it has.
  joinLeftOut(steps, kinds);
  for (const [words, side] of [
    [own, 'own'],
    [claimed, 'claimed'],
    [own, 'own'],
  ] as const) {
    for (const [from, to] of contractions(steps, words, side)) {
      const found = new Set(kinds.slice(from, to + 1));
      if (found.has('changed')) kinds.fill('changed', from, to + 1);
      else if (side === 'own' && found.has('same')) kinds.fill('same', from, to + 1);
    }
  }
  return kinds;
}

function kindOf({ kind, claimed: at }: Step, claimed: readonly QuotedWord[]): Piece['kind'] {
  if (kind === 'same' || kind === 'skipped') return kind;
  return at !== null && claimed[at]!.isInserted ? 'inserted' : 'changed';
}

/** Counts words that are left out beside an insertion as what it is in place of. */
function joinLeftOut(steps: readonly Step[], kinds: Piece['kind'][]): void {
  for (const order of [[...kinds.keys()], [...kinds.keys()].toReversed()]) {
    let before: Piece['kind'] | null = null;
    for (const at of order) {
      if (steps[at]!.kind === 'left-out' && before === 'inserted') kinds[at] = 'inserted';
      before = kinds[at]!;
    }
  }
}

/** From where to where the steps of contractions run. */
function contractions(
  steps: readonly Step[],
  words: readonly QuotedWord[],
  side: 'own' | 'claimed',
): [from: number, to: number][] {
  const found: [number, number][] = [];
  let last = -1;
  for (let at = 0; at < steps.length; at++) {
    const word = steps[at]![side];
    if (word === null) continue;
    const before = steps[last]?.[side] ?? null;
    if (before !== null && words[before]!.start === words[word]!.start) found.push([last, at]);
    last = at;
  }
  return found;
}

function pieceOf(
  kind: Piece['kind'],
  own: readonly OwnWord[],
  claimed: readonly QuotedWord[],
  { quotation, text }: Compared,
  isOuter: boolean,
): Piece {
  const span = around(own);
  if ((kind === 'same' || kind === 'skipped') && span) return { kind, own: span };
  if (span && isSameWording(own, claimed)) return { kind: 'same', own: span };
  const typed = around(claimed);
  const sides = [
    { text, words: own },
    { text: quotation, words: claimed },
  ] as const;
  if (typed && kind === 'inserted' && !hidesMeaning(...sides))
    return { kind, own: span, claimed: slice(quotation, withBrackets(quotation, typed)) };
  const turns = turnOf(...sides);
  // A name before the words or behind them is in place of no other: most often it says whose they are.
  const isSignature = turns === 'name' && isOuter && span === null;
  return {
    kind: 'changed',
    own: span,
    claimed: typed ? slice(quotation, typed) : '',
    turns: isSignature ? null : turns,
  };
}

/** True where brackets are no help to the reader: they deny or number something, or are in place of a name. */
function hidesMeaning(own: Side, claimed: Side): boolean {
  const turns = turnOf(own, claimed);
  return turns === 'negation' || turns === 'number' || turnOf(own, { ...claimed, words: [] }) === 'name';
}

function withBrackets(text: string, { start, end }: Span): Span {
  return text[start - 1] === '[' && text[end] === ']' ? { start: start - 1, end: end + 1 } : { start, end };
}

function around(words: readonly Span[]): Span | null {
  const [first] = words;
  const last = words.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}
