import type { Match, MatchKind } from './match.js';

const KINDS: readonly MatchKind[] = ['quoted', 'unattributed', 'reported', 'narration'];

/** What comes within this share of the best is as good as it, but for who says it. */
export const ALIKE = 0.85;

/** Puts the better match first: exact words before others, then the likest, then somebody's words before the article's. */
export function better(a: Match, b: Match): number {
  return (
    Number(b.isExact) - Number(a.isExact) ||
    b.likeness - a.likeness ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
  );
}
