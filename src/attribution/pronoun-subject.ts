import { isVerbal, type Range } from './noun-phrase.js';
import type { Marked } from './passage-tokens.js';
import { mainSubject, sourceBefore, type Source } from './source.js';

/** "Roe said Vale was right when he called it a trap": who does what the clause before a pronoun tells of; null for none. */
export function subjectBefore({ tokens, units }: Marked, pronoun: number): Source | null {
  if (!/^(?:when|because|while|as)$/u.test(tokens[pronoun - 1]?.lower ?? '')) return null;
  const low = units.findLast((u) => u.from <= pronoun)?.from ?? 0;
  for (let i = pronoun - 2; i > low; i--) {
    const token = tokens[i]!;
    if (token.quoted) continue;
    if (token.text === ',') return null;
    if (isVerbal(token) && !token.lower.endsWith('ing')) return sourceBefore(tokens, i, low);
  }
  return null;
}

/** "Roe saw it otherwise: “…,” she said": who does something before the colon that a quotation stands behind; null for none. */
export function subjectLeading({ tokens, units }: Marked, [first]: readonly Range[]): Source | null {
  if (!first || tokens[first.from - 1]?.text !== ':' || !tokens[first.from]!.quoted) return null;
  const unit = units.findLast((u) => u.from < first.from);
  const subject = unit ? mainSubject(tokens, unit) : null;
  return subject && subject.to < first.from ? subject : null;
}
