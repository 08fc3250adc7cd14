import type { Match } from '../search/check/match.js';
import { sentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { cutAtWord } from './escape.js';

/**
 * A stretch of the true wording beside a quotation of it: around it; the same in both; there, but not in the
 * quotation; or in the quotation, but not there.
 */
export interface WordingRun {
  readonly text: string;
  readonly mark: 'around' | 'same' | 'there' | 'not-there';
}

/** What is the same is shortened to its ends where there is too little room: the changes are what is looked for. */
const ENDS = 70;

/** The whole sentences that a match stands in, word for word, with what was changed. */
export function wordingRuns({ passage, span, pieces }: Match): WordingRun[] {
  const { text } = passage.article;
  const around = sentencesAround(text, passage, span);
  const runs: WordingRun[] = [];
  let at = around.start;
  for (const piece of pieces) {
    if (piece.own) {
      runs.push({ text: text.slice(at, piece.own.start), mark: 'around' });
      const mark = piece.kind === 'same' ? 'same' : piece.kind === 'skipped' ? 'around' : 'there';
      const own = text.slice(piece.own.start, piece.own.end);
      // Of paragraphs that are passed over, nobody needs to read more than where they begin and end.
      runs.push({ text: piece.kind === 'skipped' && own.includes('\n') ? endsOf(own) : own, mark });
      at = piece.own.end;
    }
    if (piece.kind === 'same' || piece.kind === 'skipped' || !piece.claimed) continue;
    const isFirst = runs.length === 0;
    if (isFirst) runs.push({ text: text.slice(at, span.start), mark: 'around' });
    else runs.push({ text: ' ', mark: 'around' });
    runs.push({ text: piece.claimed, mark: 'not-there' });
    if (!isFirst) continue;
    runs.push({ text: ' ', mark: 'around' });
    at = span.start;
  }
  runs.push({ text: text.slice(at, around.end), mark: 'around' });
  return runs.filter((run) => run.text);
}

function sentencesAround(text: string, passage: Span, span: Span): Span {
  const end = Math.max(passage.end, span.end);
  const all = sentences(text, passage.start, Math.min(text.length, end + (end === span.end ? 200 : 0)));
  const first = all.find((s) => s.end > span.start);
  const last = all.find((s) => s.end >= span.end);
  return {
    start: Math.min(first?.start ?? span.start, span.start),
    end: Math.max(last?.end ?? span.end, span.end),
  };
}

/** The runs with long stretches between the changes cut to their ends. */
export function shortened(runs: readonly WordingRun[]): WordingRun[] {
  return runs.map((run) => {
    return run.mark === 'there' || run.mark === 'not-there' ? run : { ...run, text: endsOf(run.text) };
  });
}

function endsOf(text: string): string {
  if (text.length <= 2 * ENDS + 3) return text;
  const tail = text.slice(-ENDS).replace(/^\S*\s|^[\uDC00-\uDFFF]/u, '');
  return `${cutAtWord(text, ENDS)} … ${tail}`;
}
