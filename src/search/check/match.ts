import type { Passage } from '../../article/passages.js';
import type { Statement } from '../../attribution/statement.js';
import type { Corpus } from '../../corpus/corpus.js';
import type { Speaker } from '../../corpus/speakers.js';
import type { Span } from '../../text/span.js';
import type { Step } from './alignment.js';
import { piecesOf, type Compared, type Piece } from './changes.js';
import type { OwnWord } from './own-words.js';

/**
 * What the words are where they stand: somebody's, in quotation marks; in quotation marks, and the article doesn't
 * say whose; what somebody is reported to have said; or the article's own voice.
 */
export type MatchKind = 'quoted' | 'unattributed' | 'reported' | 'narration';

/** A place in the stories that has a quotation's words, or nearly. */
export interface Match {
  /** Where the words begin. */
  readonly passage: Passage;
  /** From the first of the words to the last, in the article's text. */
  readonly span: Span;
  readonly kind: MatchKind;
  /** The statements that the words belong to, those with most of them first. */
  readonly statements: readonly Statement[];
  /** Whose words they are; several only where they run on from one's words into another's. */
  readonly speakers: readonly Speaker[];
  readonly pieces: readonly Piece[];
  /** No word differs. */
  readonly isExact: boolean;
  /** How much of the wording is the same, from 0 to 1, rare words counting for more. */
  readonly likeness: number;
  /** The most words in a row that are the same. */
  readonly longestRun: number;
}

/** How much the words of both sides tell. */
export interface Weights {
  readonly claimed: (at: number) => number;
  readonly own: (word: OwnWord) => number;
}

/** A word that the claim leaves out counts for less than one that it makes up. */
const LEFT_OUT = 0.5;
/** Words of a second voice below this share, or this number, are no splice but an accident. */
const LEAST_VOICE = 0.15;
const LEAST_VOICE_WORDS = 3;

/** What an alignment comes to; null where no word is the same. */
export function matchOf(
  corpus: Corpus,
  steps: readonly Step[],
  compared: Compared,
  weights: Weights,
): Match | null {
  const same = steps.flatMap((s) => (s.kind === 'same' ? [compared.own[s.own!]!] : []));
  const [first] = same;
  if (!first) return null;
  const pieces = piecesOf(steps, compared);
  const own = pieces.flatMap((p) => (p.own ? [p.own] : []));
  const statements = statementsOf(same);
  return {
    passage: (compared.own[steps.find((s) => s.own !== null)?.own ?? 0] ?? first).passage,
    span: { start: own[0]!.start, end: own.at(-1)!.end },
    statements,
    ...voiceOf(corpus, same, statements),
    pieces,
    isExact: pieces.every((p) => p.kind !== 'changed'),
    likeness: likenessOf(steps, compared, weights),
    longestRun: longestRun(steps),
  };
}

function likenessOf(steps: readonly Step[], { own }: Compared, weights: Weights): number {
  let same = 0;
  let other = 0;
  for (const { kind, claimed, own: at } of steps) {
    if (kind === 'same') same += weights.claimed(claimed!);
    else if (kind === 'left-out') other += LEFT_OUT * weights.own(own[at!]!);
    else if (kind !== 'skipped') other += weights.claimed(claimed!);
  }
  return same / (same + other);
}

function longestRun(steps: readonly Step[]): number {
  let longest = 0;
  let run = 0;
  for (const { kind } of steps) {
    if (kind === 'skipped') continue;
    run = kind === 'same' ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** The statements that hold enough of the words, those with most of them first. */
function statementsOf(words: readonly OwnWord[]): Statement[] {
  const counts = new Map<Statement, number>();
  for (const { statement } of words) if (statement) counts.set(statement, (counts.get(statement) ?? 0) + 1);
  const least = Math.max(Math.min(LEAST_VOICE_WORDS, ...counts.values()), LEAST_VOICE * words.length);
  const [most] = [...counts.values()].toSorted((a, b) => b - a);
  return [...counts]
    .filter(([, count]) => count === most || count >= least)
    .toSorted(([, a], [, b]) => b - a)
    .map(([statement]) => statement);
}

/** Whose words they are, by what most of them are. */
function voiceOf(
  corpus: Corpus,
  words: readonly OwnWord[],
  statements: readonly Statement[],
): { kind: MatchKind; speakers: Speaker[] } {
  const share = (isSuch: (w: OwnWord) => boolean) => words.filter(isSuch).length / words.length;
  const speakers = [...new Set(statements.map(corpus.speakerOf))].filter((s) => s !== null);
  if (share((w) => w.isQuoted) >= 0.5) return { kind: speakers.length > 0 ? 'quoted' : 'unattributed', speakers };
  if (share((w) => w.statement !== null) >= 0.5) return { kind: 'reported', speakers };
  return { kind: 'narration', speakers: [] };
}
