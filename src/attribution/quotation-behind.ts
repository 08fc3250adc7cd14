import { isWholeQuote, speaks } from './adjacency.js';
import type { Attribution } from './attribution.js';
import { isVerbal } from './noun-phrase.js';
import type { Marked } from './passage-tokens.js';
import type { Sourced } from './sourced-cue.js';

/** "Roe agreed. “…”": the quotation behind a sentence that says nothing but that somebody spoke. */
export function quotationBehind(
  { tokens, units }: Marked,
  at: number,
  { cue, source, inverted }: Sourced,
): Attribution | null {
  const next = units[at + 1];
  if (!next || !isWholeQuote(tokens, next)) return null;
  if (inverted || cue.modal || cue.participle || !speaks(tokens, source, cue)) return null;
  if (!(cue.classes.has('say') || cue.classes.has('tell'))) return null;
  if (/^(?:who|which)$/u.test(tokens[source.from]!.lower)) return null;
  if (tokens.slice(cue.to, units[at]!.to).some(isVerbal)) return null;
  return { source, cue, content: [next], unit: at, quotes: true, rule: 'announced' };
}
