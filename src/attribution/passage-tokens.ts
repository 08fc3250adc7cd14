import type { Passage } from '../article/passages.js';
import { sentences } from '../text/sentences.js';
import type { Name } from './names.js';
import { findNames } from './names.js';
import type { Quotation } from './quotations.js';
import { tokenize, type Token } from './tokens.js';

/** A sentence as far as attribution goes: quotations of several sentences stay whole. Token indices, half-open. */
export interface Unit {
  readonly from: number;
  readonly to: number;
}

/** A passage made ready for the rules. */
export interface Marked {
  readonly passage: Passage;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
  readonly units: readonly Unit[];
  readonly names: readonly Name[];
}

/**
 * Tags a passage and cuts it into units.
 * @param lowered words that the article writes with a small letter somewhere
 * @param written the passage's text, or the same with other capitals
 */
export function mark(
  passage: Passage,
  quotations: readonly Quotation[],
  lowered: ReadonlySet<string> = new Set(),
  written = passage.text,
): Marked {
  const tokens = tokenize(written, passage.start, quotations);
  const starts = new Set<number>();
  const text = passage.article.text;
  const spans = sentences(text, passage.start, passage.end);
  let at = 0;
  for (const span of spans) {
    while (at < tokens.length && tokens[at]!.start < span.start) at++;
    starts.add(at);
  }
  const nameStarts = new Set(starts);
  const unitStarts: number[] = [];
  let region = 0;
  for (const [i, token] of tokens.entries()) {
    while (region < quotations.length && quotations[region]!.end <= token.start) region++;
    const here = quotations[region];
    const inside = here !== undefined && here.start < token.start;
    const opens = here !== undefined && here.start === token.start;
    if (i === 0) unitStarts.push(0);
    else if (inside) continue;
    else if (starts.has(i) && !isTail(tokens, i)) unitStarts.push(i);
    else if (endsSentence(text, quotations[region - 1], token) && (opens || /^\p{Lu}/u.test(token.text)))
      unitStarts.push(i);
    if (opens) nameStarts.add(i + 1);
  }
  for (const i of unitStarts) nameStarts.add(i);
  const begins = [...new Set(unitStarts)];
  const units = begins.map((from, k) => ({ from, to: begins[k + 1] ?? tokens.length }));
  return { passage, tokens, quotations, units, names: findNames(tokens, nameStarts, lowered) };
}

/** A lone closing mark or bracket that the sentence rules put at the head of the next sentence. */
function isTail(tokens: readonly Token[], i: number): boolean {
  return /^["”’'»)\]]$/u.test(tokens[i]!.text) && tokens[i]!.start === tokens[i - 1]?.end;
}

/** True where a quotation that is a whole sentence or ends one stands right before a token. */
function endsSentence(text: string, before: Quotation | undefined, token: Token): boolean {
  if (!before || text.slice(before.end, token.start).trim() !== '') return false;
  return /[.!?…]["”’'»]*$/u.test(text.slice(before.start, before.end));
}
