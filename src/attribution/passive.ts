import { contentEnd } from './content-end.js';
import { cueClassesOf, formOf } from './cues.js';
import type { Attribution } from './attribution.js';
import { phraseBefore, type Range } from './noun-phrase.js';
import type { Unit } from './passage-tokens.js';
import { canSpeak } from './can-speak.js';
import { sourceAfter } from './source-after.js';
import type { Token } from './tokens.js';

/** "the $36 million estimated by the bank" */
const FIGURED = /^(?:estimated|reported|projected|predicted|forecast|alleged|calculated)$/u;

/** "The plan was called “a trap” by Roe", "a man described by the police as armed". */
export function passives(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  const found: Attribution[] = [];
  for (let i = unit.from + 1; i < unit.to - 2; i++) {
    const token = tokens[i]!;
    if (token.quoted || token.pos !== 'VERB' || formOf(token.lower) !== 'past') continue;
    const classes = cueClassesOf(token.lower);
    const isFigure = FIGURED.test(token.lower);
    if (!classes?.has('as') && !isFigure) continue;
    const by = byAfter(tokens, i, unit.to);
    const source = by === null ? null : sourceAfter(tokens, by + 1, unit.to);
    if (by === null || !source || !canSpeak(tokens, source)) continue;
    const subject = subjectOf(tokens, i, unit.from);
    const content: Range[] = by > i + 1 ? [{ from: i + 1, to: by }] : [];
    const next = tokens[source.to];
    if (next && source.to < unit.to && (next.quoted || next.lower === 'as'))
      content.push({ from: source.to, to: contentEnd(tokens, source.to, unit, 'object') });
    if (!content.length && !(isFigure && subject)) continue;
    if (subject) content.unshift(subject);
    const isQuoted = content.some((r) => tokens.slice(r.from, r.to).some((t) => t.quoted));
    found.push({
      source,
      cue: { from: i, to: i + 1 },
      content,
      unit: at,
      quotes: false,
      rule: isQuoted ? 'quoted words' : 'spoke of',
    });
  }
  return found;
}

/** The "by" behind a participle, with at most what something is called between. */
function byAfter(tokens: readonly Token[], verb: number, high: number): number | null {
  let i = verb + 1;
  if (tokens[i]?.lower === 'as' || tokens[i]?.pos === 'DET') i++;
  while (i < high && tokens[i]!.quoted) i++;
  return i < high && tokens[i]!.lower === 'by' && (i === verb + 1 || tokens[i - 1]!.quoted) ? i : null;
}

/** What is said something about: the noun phrase before "was called" or "called". */
function subjectOf(tokens: readonly Token[], verb: number, low: number): Range | null {
  let i = verb - 1;
  while (i >= low && (tokens[i]!.pos === 'AUX' || tokens[i]!.pos === 'ADV') && !tokens[i]!.quoted) i--;
  if (tokens[i]?.text === ',') i--;
  return i < low ? null : phraseBefore(tokens, i + 1, low);
}
