import type { Speaker } from '../corpus/speakers.js';
import { MOST_HITS, type Answer, type Hit, type NoAnswer, type Question } from './answer.js';
import { candidates } from './candidates.js';
import { decline } from './decline.js';
import type { Index } from './index-corpus.js';
import { understand } from './question.js';
import { rank, type Ranked } from './rank.js';

/** Answers a question with passages, or says why it can't. Deterministic, and safe with any text. */
export function ask(index: Index, question: Question): Answer {
  const asked = understand(question.text, index.vocabulary, index.book);
  const strictly = question.speaker ?? null;
  const speaker = strictly ?? asked.subject?.speakers[0] ?? null;
  const limits = { articleId: question.article?.id ?? null, speaker: strictly };
  const ranked = rank(index, asked, candidates(index, asked, limits), strictly);
  const reason: NoAnswer | null = decline(index, asked, ranked, strictly);
  return {
    question,
    found: reason === null,
    hits: ranked.slice(0, MOST_HITS).map((r) => toHit(index, r, speaker)),
    reason,
    speaker,
  };
}

function toHit(
  { corpus }: Index,
  { place, sentence, statements, score }: Ranked,
  asked: Speaker | null,
): Hit {
  const passage = corpus.passages[place]!;
  const own = statements.filter((s) => asked && corpus.speakerOf(s) === asked);
  const first = own[0] ?? statements[0];
  const speakers = [...own, ...statements].map((s) => corpus.speakerOf(s)).filter((s) => s !== null);
  return {
    passage,
    sentence,
    kind: first?.kind ?? 'narration',
    statements,
    speakers: [...new Set(speakers)],
    score,
  };
}
