import type { Passage } from '../../article/passages.js';
import type { Statement } from '../../attribution/statement.js';
import type { Corpus } from '../../corpus/corpus.js';
import type { Speaker } from '../../corpus/speakers.js';
import { overlaps, type Span } from '../../text/span.js';
import type { Hit } from '../answer.js';
import { belongsTo } from '../index/passage-terms.js';

/** The hit that a sentence of a passage makes: how it is said, and by whom. */
export function hitAt(
  corpus: Corpus,
  passage: Passage,
  sentence: Span,
  { score = 0, alsoIn = [] }: Partial<Pick<Hit, 'score' | 'alsoIn'>> = {},
): Hit {
  const statements = corpus.statementsIn(passage).filter((s) => belongsTo(s, sentence));
  return {
    passage,
    sentence: withWords(sentence, statements),
    statements,
    speakers: statements.length ? speakersOf(corpus, statements) : writerOf(corpus, passage),
    kind: kindOf(statements),
    corrected: statements.some(corpus.isCorrected),
    score,
    alsoIn,
  };
}

/** “Why?” Roe said on Monday: a sentence that tells who said the words right beside it is shown with them. */
function withWords(sentence: Span, statements: readonly Statement[]): Span {
  let { start, end } = sentence;
  for (const { passage, content } of statements) {
    if (content.some((words) => overlaps(words, sentence))) continue;
    const before = content.findLast((words) => words.end <= sentence.start);
    const behind = content.find((words) => words.start >= sentence.end);
    const isBeside = (from: number, to: number) => passage.article.text.slice(from, to).trim() === '';
    if (before && isBeside(before.end, sentence.start)) start = Math.min(start, before.start);
    else if (behind && isBeside(sentence.end, behind.start)) end = Math.max(end, behind.end);
  }
  return { start, end };
}

function speakersOf(corpus: Corpus, statements: readonly Statement[]): Speaker[] {
  return [...new Set(statements.map(corpus.speakerOf))].filter((s) => s !== null);
}

/** Who signed the passage: narration in it is theirs. */
function writerOf(corpus: Corpus, passage: Passage): Speaker[] {
  const writer = corpus.writerOf(passage);
  return writer ? [writer] : [];
}

function kindOf(statements: readonly Statement[]): Hit['kind'] {
  const kinds = new Set(statements.map((s) => s.kind));
  if (kinds.size === 0) return 'narration';
  if (kinds.has('mixed') || (kinds.has('direct') && kinds.has('indirect'))) return 'mixed';
  return kinds.has('direct') ? 'direct' : 'indirect';
}
