import { canSpeak } from './can-speak.js';
import { trimEnd } from './content-end.js';
import type { Attribution } from './attribution.js';
import { PERSON_NOUN } from './lexicon.js';
import { headOf, isVerbal, phraseAfter, phraseBefore, type Range } from './noun-phrase.js';
import { isNounOfSaying } from './nouns-of-saying.js';
import type { Unit } from './passage-tokens.js';
import { mainSubject, type Source } from './source.js';
import type { Token } from './tokens.js';

const DASH = /^[—–―-]{1,2}$/u;
/** What somebody says when asked, besides nouns of saying. */
const ANSWER =
  /^(?:advice|answer|comments?|explanation|message|pitch|reaction|reply|response|retort|take|verdict|view|words?)$/u;
const LONGEST_BYLINE = 10;
const LONGEST_ASIDE = 12;

/** "Roe: “…”" and a sentence that leads to a quotation with a colon: its subject speaks. */
export function colonQuote(
  tokens: readonly Token[],
  unit: Unit,
  at: number,
  inUnit: readonly Attribution[],
): Attribution | null {
  for (let i = unit.from + 1; i < unit.to; i++) {
    if (tokens[i]!.text !== ':' || tokens[i]!.quoted) continue;
    const next = tokens[i + 1];
    if (next && i + 1 < unit.to && !next.quoted) return null;
    if (inUnit.some((a) => a.content.some((c) => c.to > i))) return null;
    const name = phraseBefore(tokens, originBefore(tokens, i, unit.from), unit.from);
    const source =
      (name && (name.from === unit.from || isByline(tokens, name)) ? ownerOf(tokens, name) : null) ??
      inUnit.at(-1)?.source ??
      byline(tokens, i, unit) ??
      openerBefore(tokens, i, unit) ??
      speakingSubject(tokens, unit, name);
    if (!source || !canSpeak(tokens, source)) return null;
    const content = next && i + 1 < unit.to ? [{ from: i + 1, to: trimEnd(tokens, i + 1, unit.to) }] : [];
    return { source, cue: { from: i, to: i + 1 }, content, unit: at, quotes: true, rule: 'colon' };
  }
  return null;
}

/** "His fall did not surprise the engineer Mark Roe: “…”": where no subject can speak, the name before the colon does. */
function speakingSubject(tokens: readonly Token[], unit: Unit, name: Range | null): Source | null {
  const subject = mainSubject(tokens, unit);
  const head = subject && headOf(tokens, subject.core);
  if (head && canSpeak([head], { core: { from: 0, to: 1 } })) return subject;
  return name && tokens[name.to - 1]!.pos === 'PROPN' && isPersonBefore(tokens, name)
    ? { ...name, core: name }
    : subject;
}

/** True for a name behind a word for what its bearer is ("the engineer Mark Roe"). */
function isPersonBefore(tokens: readonly Token[], { from, to }: Range): boolean {
  return tokens.slice(from, to - 1).some((t) => PERSON_NOUN.has(t.lower));
}

/** Where ", R-Ohio" or ", D-N.Y." begins before a token; the token where there is none. */
function originBefore(tokens: readonly Token[], at: number, low: number): number {
  for (let i = at - 1; i > low && at - i < 6; i--)
    if (/^[RDI]-\p{Lu}/u.test(tokens[i]!.text)) return tokens[i - 1]!.text === ',' ? i - 1 : at;
  return at;
}

/** "THE HEADING - Mara Quill: “…”", "More from Quill: “…”": a name between a dash or "from" and the colon. */
function isByline(tokens: readonly Token[], { from, to }: Range): boolean {
  const before = tokens[from - 1]!;
  return (
    (DASH.test(before.text) || before.lower === 'from') &&
    tokens.slice(from, to).some((t) => t.pos === 'PROPN') &&
    tokens.slice(from, to).every((t) => /^(?:PROPN|CCONJ|PUNCT)$/u.test(t.pos))
  );
}

/** "HEADING - Roe and Vale: “…”", "More from Roe and Vale: “…”": the names between a dash or "from" and the colon. */
function byline(tokens: readonly Token[], colon: number, unit: Unit): Source | null {
  let from = colon;
  while (
    from > unit.from &&
    colon - from < LONGEST_BYLINE &&
    /^(?:PROPN|CCONJ)$/u.test(tokens[from - 1]!.pos)
  )
    from--;
  const names = { from, to: colon };
  return from > unit.from && from < colon && isByline(tokens, names) ? { ...names, core: names } : null;
}

/** "Roe, on the bridge: “…”": who a unit without a verb begins with. */
function openerBefore(tokens: readonly Token[], colon: number, unit: Unit): Source | null {
  const first = phraseAfter(tokens, unit.from, colon);
  if (!first || first.from !== unit.from || colon - first.to > LONGEST_ASIDE) return null;
  if (!tokens.slice(first.from, first.to).every((t) => t.pos === 'PROPN')) return null;
  const isAside = tokens[first.to]?.text === ',' && tokens[first.to + 1]?.pos === 'ADP';
  const hasVerb = tokens.slice(first.to, colon).some((t) => t.quoted || isVerbal(t));
  return isAside && !hasVerb ? { from: first.from, to: colon, core: first } : null;
}

/** "Roe’s response: “…”": whose it is; the phrase itself, where it is nobody's or nothing that is said. */
function ownerOf(tokens: readonly Token[], phrase: Range): Source {
  const mark = tokens.findIndex((t, i) => i > phrase.from && i < phrase.to && /^['’]s?$/u.test(t.text));
  const noun = tokens[phrase.to - 1]!.lower;
  const isSaid = mark > 0 && (ANSWER.test(noun) || isNounOfSaying(noun));
  const core = { from: phrase.from, to: mark };
  const isName = isSaid && tokens.slice(core.from, core.to).every((t) => t.pos === 'PROPN');
  return { ...phrase, core: isName ? core : (senderOf(tokens, phrase) ?? phrase) };
}

/** "A word from Roe: “…”": the name that a phrase ends with. */
function senderOf(tokens: readonly Token[], { from, to }: Range): Range | null {
  let start = to;
  while (start > from && tokens[start - 1]!.pos === 'PROPN') start--;
  return start < to && start > from && tokens[start - 1]!.lower === 'from' ? { from: start, to } : null;
}
