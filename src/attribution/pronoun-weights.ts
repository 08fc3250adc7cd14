/**
 * How much each sign speaks for somebody whom "he" or "she" may mean: a choice among the candidates (softmax), fitted on
 * annotated news by `scripts/fit-pronouns.mjs`. That of `named in what is said` is set by grammar: "he said Roe would leave" is hardly
 * ever said by Roe, though some annotations have it so.
 */
export const WEIGHTS = {
  speaker: 1,
  subject: 0.7,
  acting: 1.4,
  named: 1.5,
  content: 0.9,
  quoted: 0,
  possessive: -0.8,
  'last to speak': 0.4,
  'named in what is said': -2.5,
  'in the sentence': 0.6,
  'in the last sentence': 1.1,
  'gender is known': 0.7,
  'new in the paragraph': 0.9,
  'first in the paragraph': 0.5,
  'last to act': 0.3,
  'last named': 0.3,
  'first in the paragraph before': 0.4,
  'alone in the paragraph before': 0.2,
  'last to act in the paragraph before': 0.9,
  'last named in the paragraph before': 0.2,
} as const;

/** What may speak for a candidate. A manner counts the more, the nearer its paragraph is. */
export type Sign = keyof typeof WEIGHTS;
