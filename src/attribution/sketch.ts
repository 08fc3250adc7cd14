import type { Span } from '../text/span.js';
import { words } from '../text/words.js';
import { confidenceOf } from './confidence.js';
import type { Draft } from './draft.js';
import type { Range } from './noun-phrase.js';
import type { Marked } from './passage-tokens.js';
import type { Rule } from './rule.js';
import type { By, Party, Statement, StatementKind } from './statement.js';

/** A statement in the making: its parts in tokens, and whose it is. */
export interface Sketch {
  readonly marked: Marked;
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly content: readonly Range[];
  readonly draft: Draft | null;
  readonly rule: Rule;
  readonly by: By;
}

/** True where all of what is said is in quotation marks. */
export function isDirect(marked: Marked, sketch: Sketch): boolean {
  return sketch.content.every((c) => marked.tokens[c.from]!.quoted && marked.tokens[c.to - 1]!.quoted);
}

export function toStatements(sketches: readonly Sketch[], finished: ReadonlyMap<Draft, Party>): Statement[] {
  return sketches.map((sketch) => toStatement(sketch, finished)).filter((s) => s !== null);
}

function toStatement(sketch: Sketch, finished: ReadonlyMap<Draft, Party>): Statement | null {
  const { marked } = sketch;
  const spanOf = (r: Range): Span => ({
    start: marked.tokens[r.from]!.start,
    end: marked.tokens[r.to - 1]!.end,
  });
  const content: Span[] = [];
  for (const span of sketch.content.map(spanOf).toSorted((a, b) => a.start - b.start)) {
    const last = content.at(-1);
    if (last && span.start <= last.end)
      content[content.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else content.push(span);
  }
  if (!content.length) return null;
  const source = sketch.source ? spanOf(sketch.source) : null;
  const statement = {
    passage: marked.passage,
    kind: kindOf(marked, content),
    source,
    cue: sketch.cue ? spanOf(sketch.cue) : null,
    content,
    party: sketch.draft ? (finished.get(sketch.draft) ?? null) : null,
    rule: sketch.rule,
    by: sketch.by,
  };
  return { ...statement, confidence: confidenceOf(statement) };
}

function kindOf(marked: Marked, content: readonly Span[]): StatementKind {
  let inside = 0;
  let total = 0;
  for (const span of content) {
    for (const word of words(marked.passage.article.text, span.start, span.end)) {
      total++;
      if (marked.quotations.some((q) => q.start <= word.start && word.end <= q.end)) inside++;
    }
  }
  if (inside === 0) return 'indirect';
  return inside === total ? 'direct' : 'mixed';
}
