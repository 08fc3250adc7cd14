/**
 * How much each sign speaks for somebody whom "he" or "she" may mean: a choice among the candidates (softmax), fitted on
 * annotated news by `scripts/fit-pronouns.mjs`.
 */
export const WEIGHTS = {
  speaker: 1.2,
  subject: 0.7,
  acting: 1.5,
  named: 1.6,
  content: 0.3,
  quoted: -0.3,
  possessive: -0.8,
  'in the last sentence': 1.1,
  'gender is known': 0.7,
  'new in the paragraph': 1.1,
  'first in the paragraph': 0.2,
  'last to act': 0.6,
  'last named': 0.4,
  'first in the paragraph before': 0.5,
  'alone in the paragraph before': 0.2,
  'last to act in the paragraph before': 1,
  'last named in the paragraph before': 0.4,
} as const;

/** What may speak for a candidate. A manner counts the more, the nearer its paragraph is. */
export type Sign = keyof typeof WEIGHTS;
