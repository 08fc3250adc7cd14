import type { Cue } from './cue-finder.js';
import { OCCASION_NOUN, TIME_WORD } from './lexicon.js';
import type { Range } from './noun-phrase.js';
import type { Marked, Unit } from './passage-tokens.js';
import { canSpeak } from './can-speak.js';
import type { Source } from './source.js';
import type { Token } from './tokens.js';

/** "When asked about it, Roe said": an introduction, not what was said. */
export function isIntroduction(tokens: readonly Token[], clause: Range): boolean {
  const first = tokens[clause.from]!;
  if (
    !TIME_WORD.has(first.lower) &&
    !/^(?:when|while|as|after|before|asked|although|though|if|since|once|speaking|appearing|writing|responding|in|on|at|during|for|to|from|by|with|despite|instead|rather|still|later)$/u.test(
      first.lower,
    )
  )
    return false;
  return !tokens.slice(clause.from, clause.to).some((t) => t.text === ',' && !t.quoted);
}

/** "In an interview on Monday", "Asked about it": says where or when somebody spoke, not what. */
export function isOccasion(tokens: readonly Token[], clause: Range): boolean {
  const words = tokens.slice(clause.from, clause.to);
  return (
    /^(?:asked|speaking|appearing|writing|responding)$/u.test(words[0]!.lower) ||
    TIME_WORD.has(words[0]!.lower) ||
    words.some((t) => OCCASION_NOUN.has(t.lower) || t.lower === 'asked')
  );
}

/** True before a participle that shares the subject of another verb ("…, adding", "by saying"). */
export function isBreak(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.quoted ||
    /^[,—–]$/u.test(token.text) ||
    /^(?:by|while|in|before|after|without|and)$/u.test(token.lower)
  );
}

/** ", at one point calling", ", again saying": what tells when stands before a participle. */
export function isAtPoint(tokens: readonly Token[], i: number): boolean {
  let p = i - 1;
  while (p >= 0 && i - p < 5 && /^(?:at|one|times|point|again|once|even)$/u.test(tokens[p]!.lower)) p--;
  return p < i - 1 && tokens[p]?.text === ',' && !tokens[p]!.quoted;
}

/** True where a quotation ends right before token `i`, with at most a comma between. */
export function endsQuote(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (!before) return false;
  if (before.quoted) return true;
  return /^[,—–-]$/u.test(before.text) && tokens[i - 2]?.quoted === true;
}

/** "the “Avatar” star said": the words in quotation marks right before `i` belong to the noun behind them. */
export function isAttributive(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i - 1];
  const inner = tokens[i - 2];
  if (
    !mark?.quoted ||
    !inner ||
    /^[,?!.…—–-]/u.test(inner.text) ||
    /^(?:he|she|they)$/u.test(tokens[i]!.lower)
  )
    return false;
  let from = i - 1;
  while (tokens[from - 1]?.quoted) from--;
  return i - from < 7;
}

/** True for the last token of a quotation, where another follows directly. */
export function closesQuote({ quotations, tokens }: Marked, i: number): boolean {
  return quotations.some((q) => q.end === tokens[i]!.end);
}

/** True where a source that follows its verb may end: no verb of its own comes next. */
export function endsSource(tokens: readonly Token[], i: number, high: number): boolean {
  const next = tokens[i];
  if (!next || i >= high) return true;
  return !(
    next.pos === 'AUX' ||
    (next.pos === 'VERB' && !/(?:ing|ed|known|born|seen|sent)$/u.test(next.lower)) ||
    next.lower === 'that'
  );
}

/** True for "I", "we" and the like, who speak inside quotations only. */
export function isPronounI(tokens: readonly Token[], source: Source): boolean {
  return /^(?:i|we|you|they)$/u.test(tokens[source.core.from]!.lower);
}

/** True for a pronoun or a name. */
export function isPersonal(tokens: readonly Token[], source: Source): boolean {
  const first = tokens[source.core.from]!;
  return /^(?:he|she|they)$/u.test(first.lower) || tokens[source.core.to - 1]!.pos === 'PROPN';
}

/** True for a source that can speak with this cue. */
export function speaks(tokens: readonly Token[], source: Source, cue: Cue): boolean {
  if (!canSpeak(tokens, source)) return false;
  const first = tokens[source.core.from]!;
  if (/^(?:it|i|we)$/u.test(first.lower))
    return first.lower === 'it' && (cue.classes.has('say') || tokens[source.from - 1]?.lower === 'what');
  return true;
}

/** True for a unit that is nothing but quotation. */
export function isWholeQuote(tokens: readonly Token[], unit: Range): boolean {
  for (let i = unit.from; i < unit.to; i++) {
    const token = tokens[i]!;
    if (!token.quoted && !/^[.,!?…]+$/u.test(token.text)) return false;
  }
  return unit.to > unit.from;
}

/** "But “…”", "Instead, “…”": a unit that is quotation behind a word that joins it to the one before. */
export function isJoinedQuote(tokens: readonly Token[], unit: Unit): boolean {
  let from = unit.from;
  while (from < unit.to && /^(?:CCONJ|ADV|SCONJ)$/u.test(tokens[from]!.pos) && !tokens[from]!.quoted) from++;
  if (tokens[from]?.text === ',') from++;
  return from > unit.from && from - unit.from < 4 && isWholeQuote(tokens, { from, to: unit.to });
}

/** True where nothing but time, place and the like follows a verb of saying. */
export function postposes(tokens: readonly Token[], from: number, high: number): boolean {
  const next = tokens[from];
  if (!next || from >= high || /^[.,;!?—–)]$/u.test(next.text) || TIME_WORD.has(next.lower)) return true;
  return ['ADP', 'ADV', 'SCONJ', 'PART', 'CCONJ'].includes(next.pos);
}
