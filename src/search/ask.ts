import { sentences } from '../text/sentences.js';
import { MOST_HITS, type Answer, type Hit, type Question } from './answer.js';
import type { Index } from './index-corpus.js';

/** Answers a question with passages, or says why it can't. */
export function ask(index: Index, question: Question): Answer {
  const { corpus } = index;
  const hits: Hit[] = [];
  for (const result of index.passages.search(question.text)) {
    const passage = corpus.passageByKey.get(String(result.id));
    if (!passage) continue;
    const statements = corpus.statementsIn(passage);
    const speakers = [...new Set(statements.map(corpus.speakerOf).filter((s) => s !== null))];
    hits.push({
      passage,
      sentence: sentences(passage.article.text, passage.start, passage.end)[0] ?? passage,
      kind: statements[0]?.kind ?? 'narration',
      statements,
      speakers,
      score: result.score,
    });
    if (hits.length === MOST_HITS) break;
  }
  return {
    question,
    found: hits.length > 0,
    hits,
    reason: hits.length ? null : 'not-in-stories',
    speaker: question.speaker ?? null,
  };
}
