import { lastAnswer, type LastAnswer } from '../search/question/follow-up.js';
import type { Index } from '../search/index/index-corpus.js';
import type { Outcome } from './command.js';

/** What a next question may point back to, once this has come of a command. */
export function lastOf(outcome: Outcome, before: LastAnswer | null, index: Index): LastAnswer | null {
  if (outcome.kind === 'answer') return lastAnswer(outcome.answer, before, index);
  if (outcome.kind !== 'who' || outcome.result.status !== 'found') return before;
  return { speakers: [outcome.result.speaker.key], named: [], article: null, topic: '' };
}
