import { slice, type Span } from '../../text/span.js';
import type { Step } from './alignment.js';
import type { OwnWord } from './own-words.js';
import type { QuotedWord } from './quoted-words.js';
import { turnOf, type Turn } from './turns.js';

/** A stretch of a passage beside a quotation of it, in the order of the passage. */
export type Piece =
  /** The same words in both. */
  | { readonly kind: 'same'; readonly own: Span }
  /** Passed over: where the quotation marks a cut, or the attribution between two parts of it. */
  | { readonly kind: 'skipped'; readonly own: Span }
  | Change;

/** Where the wording differs. */
export interface Change {
  readonly kind: 'changed';
  /** The passage's own words; null where something was only added. */
  readonly own: Span | null;
  /** The quotation's words, as typed; empty where something was only left out. */
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
  for (let at = 0; at < steps.length; ) {
    const kind = groupOf(steps[at]!);
    const from = at;
    while (at < steps.length && groupOf(steps[at]!) === kind) at++;
    const run = steps.slice(from, at);
    const own = run.flatMap((s) => (s.own === null ? [] : [compared.own[s.own]!]));
    const claimed = run.flatMap((s) => (s.claimed === null ? [] : [compared.claimed[s.claimed]!]));
    const isOuter = from === 0 || at === steps.length;
    const piece = pieceOf(kind, own, claimed, compared, isOuter);
    const last = pieces.at(-1);
    if (piece.kind === 'same' && last?.kind === 'same')
      pieces[pieces.length - 1] = { kind: 'same', own: { start: last.own.start, end: piece.own.end } };
    else pieces.push(piece);
  }
  return pieces;
}

function groupOf({ kind }: Step): Piece['kind'] {
  return kind === 'same' || kind === 'skipped' ? kind : 'changed';
}

function pieceOf(
  kind: Piece['kind'],
  own: readonly OwnWord[],
  claimed: readonly QuotedWord[],
  { quotation, text }: Compared,
  isOuter: boolean,
): Piece {
  const span = around(own);
  if (kind !== 'changed' && span) return { kind, own: span };
  if (span && isSameWording(own, claimed)) return { kind: 'same', own: span };
  const typed = around(claimed);
  const turns = turnOf({ text, words: own }, { text: quotation, words: claimed });
  // A name before the words or behind them is in place of no other: most often it says whose they are.
  const isSignature = turns === 'name' && isOuter && span === null;
  return {
    kind: 'changed',
    own: span,
    claimed: typed ? slice(quotation, typed) : '',
    turns: isSignature ? null : turns,
  };
}

function around(words: readonly Span[]): Span | null {
  const [first] = words;
  const last = words.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** True for words that are only parted otherwise. */
export function isSameWording(own: readonly QuotedWord[], claimed: readonly QuotedWord[]): boolean {
  return joined(own) === joined(claimed);
}

function joined(words: readonly QuotedWord[]): string {
  return words.map(({ word }) => word).join('');
}
