import type { Corpus } from '../corpus/corpus.js';
import type { NoAnswer } from './answer.js';
import type { Understood } from './question.js';
import type { Ranked } from './rank.js';

/**
 * Why what was found is no answer, or null where it is one.
 *
 * A wrong answer costs more than none, yet each answerable question that is turned away costs as well.
 */
export function decline(corpus: Corpus, asked: Understood, ranked: readonly Ranked[]): NoAnswer | null {
  const [best] = ranked;
  if (!asked.topic.length && !asked.subject && !asked.quotation.length) return 'asks-nothing';
  if (asked.subject) {
    const [speaker] = asked.subject.speakers;
    if (speaker && asked.subject.speakers.every((s) => s.statements.length === 0)) return 'never-quoted';
    if (speaker && best && best.features.speaker < 0.5) return 'not-said-by-speaker';
  }
  if (!best) return 'not-in-stories';
  if (best.features.passage < 0.3) return 'not-in-stories';
  return corpus.passages.length ? null : 'not-in-stories';
}
