import { isStopWord } from '../index/stop-words.js';
import type { Step } from './alignment.js';
import type { Compared } from './changes.js';
import type { QuotedWord } from './quoted-words.js';
import { isSameWording } from './same-words.js';

/** So many words at an end may have been exchanged for as many; where there are more, they are added and nothing was there. */
const MOST_EXCHANGED = 3;
/** More words of an attribution than these were taken along. */
const MOST_STRAY = 2;

/**
 * The steps, with nothing of the story's own taken for what a quotation has before its first or behind its last word
 * that is the same: an alignment would lay a signature on whatever stands there. Words may have been exchanged only
 * where both sides go on without a mark.
 */
export function withinEdges(steps: readonly Step[], compared: Compared): Step[] {
  const first = withoutStray(steps, compared);
  if (first < 0) return [...steps];
  const backwards = steps.toReversed();
  const last = steps.length - 1 - withoutStray(backwards, compared);
  const before = edge(steps.slice(0, first).toReversed(), steps[first]!, -1, compared);
  const behind = edge(steps.slice(last + 1), steps[last]!, 1, compared);
  return [...before.toReversed(), ...steps.slice(first, last + 1), ...behind];
}

/**
 * The first step that is the same, but for a few words that stand by themselves outside the quotation marks that the
 * next ones are in: those are of the attribution. −1 where none is the same.
 */
function withoutStray(steps: readonly Step[], { own }: Compared): number {
  const first = steps.findIndex(isSame);
  if (first < 0) return first;
  const isQuoted = (at: number) => own[steps[at]!.own!]!.isQuoted;
  let end = first;
  while (end < steps.length && isSame(steps[end]!) && !isQuoted(end)) end++;
  const next = steps.findIndex((step, at) => at >= end && isSame(step));
  const isStray = end > first && end - first <= MOST_STRAY && next > end && isQuoted(next);
  const isAltered = first > 0 || steps.slice(end, next).some(({ kind }) => kind !== 'skipped');
  return isStray && isAltered ? next : first;
}

function isSame({ kind }: Step): boolean {
  return kind === 'same';
}

/** The steps beyond a word that is the same, from it outwards: those that stand, and the rest as words added. */
function edge(run: readonly Step[], same: Step, direction: 1 | -1, compared: Compared): Step[] {
  const [own, claimed] = sidesOf(run, compared);
  if (own.length > 0 && isSameWording(own, claimed)) return [...run];
  const kept = exchanged(run, same, direction, compared);
  const rest = run.slice(kept).filter((step) => step.claimed !== null);
  return [
    ...run.slice(0, kept),
    ...rest.map((step) => ({ kind: 'added' as const, claimed: step.claimed, own: null })),
  ];
}

function sidesOf(run: readonly Step[], compared: Compared): [QuotedWord[], QuotedWord[]] {
  return [
    run.flatMap((s) => (s.own === null ? [] : [compared.own[s.own]!])).toSorted((a, b) => a.start - b.start),
    run
      .flatMap((s) => (s.claimed === null ? [] : [compared.claimed[s.claimed]!]))
      .toSorted((a, b) => a.start - b.start),
  ];
}

/**
 * How many words from the one that is the same on were exchanged: one for one, up to a mark in the story; or a single
 * one inside its sentence, where it is no word that any other may stand beside.
 */
function exchanged(run: readonly Step[], same: Step, direction: 1 | -1, compared: Compared): number {
  const { quotation, text, own, claimed } = compared;
  let last = same;
  let count = 0;
  for (const step of run) {
    if (count > MOST_EXCHANGED || step.own === null || step.claimed === null) break;
    const goesOn =
      isUnmarked(text, own[last.own!]!, own[step.own]!) &&
      isUnmarked(quotation, claimed[last.claimed!]!, claimed[step.claimed]!);
    if (!goesOn) break;
    last = step;
    count++;
  }
  if (count === 0 || count > MOST_EXCHANGED) return 0;
  const outermost = own[last.own!]!;
  const next = own[last.own! + direction];
  if (!next || !isUnmarked(text, outermost, next)) return count;
  return count === 1 && !isStopWord(outermost.word) ? 1 : 0;
}

/** True where no mark stands between two neighbours, whichever comes first. */
function isUnmarked(text: string, a: QuotedWord, b: QuotedWord): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return /^[\s$[\]-]*$/u.test(text.slice(first.end, second.start));
}
