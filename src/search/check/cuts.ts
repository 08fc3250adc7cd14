import type { Step } from './alignment.js';
import type { Compared } from './changes.js';
import type { OwnWord } from './own-words.js';
import type { QuotedWord } from './quoted-words.js';
import { isNegative } from './turns.js';

/** A negation so near to the words around a cut is of their clause; so is any in a cut of few words. */
const NEAR = 2;
const SHORT = 5;
/** "Not only a bridge but …" denies nothing. */
const NO_DENIAL = /^(?:only|just|merely|simply|least)$/u;

/**
 * For each step the marked cut that it belongs to, where that leaves out a word that denies what is around it; null for all
 * others. Whoever cuts whole sentences or clauses may leave out what these deny.
 */
export function denyingCuts(steps: readonly Step[], compared: Compared): (QuotedWord | null)[] {
  const cuts = steps.map((): QuotedWord | null => null);
  for (let at = 0; at < steps.length; at++) {
    const from = at;
    while (at < steps.length && steps[at]!.kind === 'skipped') at++;
    const [before, after] = [steps[from - 1], steps[at]];
    if (at === from || !before || !after) continue;
    const cut = cutBetween(before, after, compared.claimed);
    if (cut && leavesDenialOut(before, steps.slice(from, at), after, compared)) cuts.fill(cut, from, at);
  }
  return cuts;
}

function cutBetween(before: Step, after: Step, claimed: readonly QuotedWord[]): QuotedWord | null {
  if (before.claimed === null || after.claimed === null) return null;
  return claimed.slice(before.claimed + 1, after.claimed).find(({ word }) => word === '') ?? null;
}

function leavesDenialOut(before: Step, skipped: readonly Step[], after: Step, compared: Compared): boolean {
  const { own, text } = compared;
  if (before.own === null || after.own === null) return false;
  const [first, last] = [own[before.own]!, own[after.own]!];
  const between = text.slice(first.end, last.start);
  if (/[.!?]["”’')\]]*\s|\n/u.test(between)) return false;
  const words = skipped.map((step) => own[step.own!]!);
  const isAside = /^\s*[,;:(–—-]/u.test(between) && /[,;:)–—-]\s*$/u.test(between);
  return words.some((word, at) => {
    if (!isNegative(word.word) || word.isQuoted !== first.isQuoted) return false;
    if (NO_DENIAL.test(words[at + 1]?.word ?? '')) return false;
    // ", not the road," denies the road; ", by no means," all of it.
    if (isAside) return word.word !== 'not' && word.word !== 'nor' && !isMarkBehind(text, word);
    return words.length <= SHORT
      ? !isMarked(text, first, word) || !isMarked(text, word, last)
      : (at < NEAR && !isMarked(text, first, word)) ||
          (at >= words.length - NEAR && !isMarked(text, word, last));
  });
}

function isMarkBehind(text: string, { end }: OwnWord): boolean {
  return /^[,;:!)–—]/u.test(text.slice(end, end + 1));
}

/** True where a mark parts two words. */
function isMarked(text: string, a: OwnWord, b: OwnWord): boolean {
  return /[,;:()–—]|\s-/u.test(text.slice(a.end, b.start));
}
