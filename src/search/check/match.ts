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
  /** Whether whose words they are rests on what moderators have set right. */
  readonly corrected: boolean;
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
  readonly claimed: readonly number[];
  readonly own: (word: OwnWord) => number;
}

/** A word that the claim leaves out counts for less than one that it makes up. */
const LEFT_OUT = 0.5;
/** Words of a second voice below this share, or this number, are no splice but an accident. */
const LEAST_VOICE = 0.15;
const LEAST_VOICE_WORDS = 3;
/** A statement with so many of the words has them all: a word of attribution may be among them. */
const NEARLY_ALL = 0.9;

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
  const voice = voiceOf(corpus, same);
  return {
    passage: (compared.own[steps.find((s) => s.own !== null)?.own ?? 0] ?? first).passage,
    span: { start: own[0]!.start, end: own.at(-1)!.end },
    ...voice,
    corrected: voice.statements.some(corpus.isCorrected),
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
    if (kind === 'same') same += weights.claimed[claimed!]!;
    else if (kind === 'left-out') other += LEFT_OUT * weights.own(own[at!]!);
    else if (kind !== 'skipped') other += weights.claimed[claimed!]!;
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

/** Whose words they are, by what most of them are. */
function voiceOf(
  corpus: Corpus,
  words: readonly OwnWord[],
): { kind: MatchKind; statements: readonly Statement[]; speakers: Speaker[] } {
  const share = (isSuch: (w: OwnWord) => boolean) => words.filter(isSuch).length / words.length;
  const isQuoted = share((w) => w.isQuoted) >= 0.5;
  const statements = statementsOf(words, isQuoted);
  const speakers = [...new Set(statements.map(corpus.speakerOf))].filter((s) => s !== null);
  if (isQuoted) return { kind: speakers.length > 0 ? 'quoted' : 'unattributed', statements, speakers };
  return share((w) => w.statements.length > 0) >= 0.5
    ? { kind: 'reported', statements, speakers }
    : { kind: 'narration', statements: [], speakers: writersOf(corpus, words) };
}

/** Who signed the passages that the words stand in. */
function writersOf(corpus: Corpus, words: readonly OwnWord[]): Speaker[] {
  const writers = [...new Set(words.map((w) => w.passage))].map(corpus.writerOf);
  return [...new Set(writers)].filter((s) => s !== null);
}

/** The statement that holds the words, the narrowest if several do; else those that share them, the one with most first. */
function statementsOf(words: readonly OwnWord[], isQuoted: boolean): Statement[] {
  const counts = new Map<Statement, number>();
  for (const { statements } of words) for (const s of statements) counts.set(s, (counts.get(s) ?? 0) + 1);
  // What is reported around a quotation is somebody else's; what has few of the words is no more than beside them.
  const isSuch = (s: Statement) =>
    Number((s.kind !== 'indirect') === isQuoted && counts.get(s)! >= words.length / 2);
  const sorted = [...counts.keys()].toSorted(
    (a, b) => isSuch(b) - isSuch(a) || counts.get(b)! - counts.get(a)! || lengthOf(a) - lengthOf(b),
  );
  const [whole] = sorted
    .filter((s) => isSuch(s) && counts.get(s)! >= NEARLY_ALL * words.length)
    .toSorted((a, b) => lengthOf(a) - lengthOf(b));
  if (whole) return [whole];
  const chosen: Statement[] = [];
  for (const statement of sorted) {
    const own = words.filter(
      (w) => w.statements.includes(statement) && !w.statements.some((s) => chosen.includes(s)),
    );
    const isVoice = own.length >= LEAST_VOICE_WORDS && own.length >= LEAST_VOICE * words.length;
    if (chosen.length === 0 || isVoice) chosen.push(statement);
  }
  return chosen;
}

function lengthOf({ content }: Statement): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}
