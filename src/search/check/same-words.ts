import type { Step } from './alignment.js';
import { mayStandFor } from './contractions.js';
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
    return isSame ? { ...step, kind: 'same' } : step;
  });
  const put = new Set(read.flatMap((s) => (s.kind !== 'same' && s.claimed !== null ? [s.claimed] : [])));
  for (const [at, { isInserted }] of claimed.entries())
    if (isInserted && claimed[at - 1]?.isInserted && put.has(at - 1)) put.add(at);
  for (const [at, { isInserted }] of [...claimed.entries()].toReversed())
    if (isInserted && claimed[at + 1]?.isInserted && put.has(at + 1)) put.add(at);
  return read.map((step) =>
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
    own.word.replace(/^[$€£]/u, '') === claimed.word ||
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
