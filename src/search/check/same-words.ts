import type { Step } from './alignment.js';
import { mayStandFor } from './contractions.js';
import { isNumeric } from './numbers.js';
import type { QuotedWord } from './quoted-words.js';

/**
 * The steps, with words that were only written otherwise taken for the same: for an alignment, no word is the same as two
 * others. Words in brackets are those of the story all together or not at all.
 */
export function recognised(
  steps: readonly Step[],
  own: readonly QuotedWord[],
  claimed: readonly QuotedWord[],
): Step[] {
  const read = steps.map((step): Step => {
    const isSame = step.kind === 'replaced' && isSameWord(own[step.own!]!, claimed[step.claimed!]!);
    return isSame ? { kind: 'same', claimed: step.claimed, own: step.own } : step;
  });
  return claimed.some(({ isInserted }) => isInserted) ? withWholeBrackets(read, claimed) : read;
}

function withWholeBrackets(steps: readonly Step[], claimed: readonly QuotedWord[]): Step[] {
  const put = new Set(steps.flatMap((s) => (s.kind !== 'same' && s.claimed !== null ? [s.claimed] : [])));
  const spread = (at: number, from: number) => {
    if (claimed[at]!.isInserted && claimed[from]?.isInserted && put.has(from)) put.add(at);
  };
  for (let at = 0; at < claimed.length; at++) spread(at, at - 1);
  for (let at = claimed.length - 1; at >= 0; at--) spread(at, at + 1);
  return steps.map((step) =>
    step.kind === 'same' && put.has(step.claimed!) ? { ...step, kind: 'replaced' } : step,
  );
}

/** True where a story's word and a quotation's are the same, though they are compared as others. */
function isSameWord(own: QuotedWord, claimed: QuotedWord): boolean {
  return (
    own.word === claimed.word ||
    own.written === claimed.written ||
    isVerbOf(own, claimed) ||
    isVerbOf(claimed, own) ||
    // Whoever quotes may leave a currency out, but not put it in.
    (isNumeric(own.word) && own.word.replace(/^[$€£]/u, '') === claimed.word) ||
    (own.word === 'one' && claimed.word === '1') ||
    (own.word === '1' && claimed.word === 'one')
  );
}

/** "She’s" is "she is" or "she has". */
function isVerbOf(part: QuotedWord, verb: QuotedWord): boolean {
  return part.word !== part.written && mayStandFor(part.word, verb.word);
}

/** True for words that are only parted otherwise ("e-mail", "email"), or drawn together ("the mayor’s", "the mayor is"). */
export function isSameWording(own: readonly QuotedWord[], claimed: readonly QuotedWord[]): boolean {
  const spellings = spellingsOf(claimed);
  return spellingsOf(own).some((spelling) => spellings.includes(spelling));
}

function spellingsOf(words: readonly QuotedWord[]): string[] {
  const compared = words.map(({ word }) => word).join('');
  const written = words.map((w, at) => (w.start === words[at - 1]?.start ? '' : w.written)).join('');
  const last = words.at(-1);
  if (!last?.isPossessive) return [compared, written];
  const before = compared.slice(0, -1);
  return [compared, written, `${before}is`, `${before}has`];
}
