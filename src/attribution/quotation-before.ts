import { closesQuote, endsQuote, isIntroduction, isWholeQuote } from './adjacency.js';
import { clauseStart } from './content-end.js';
import { isTitle } from './content.js';
import { canSpeak } from './can-speak.js';
import { findCues } from './cue-finder.js';
import type { Attribution } from './attribution.js';
import { phraseAfter, type Range } from './noun-phrase.js';
import type { Marked, Unit } from './passage-tokens.js';

/**
 * The quotation right before a source or cue, with the clause that it belongs to.
 * @param pre where the source or cue begins
 * @param taken where the words end that are another attribution's
 * @param isAlone true where the unit is nothing but source and cue
 */
export function quotationBefore(
  marked: Marked,
  unit: Unit,
  pre: number,
  taken: number,
  isAlone: boolean,
): Range | null {
  const { tokens } = marked;
  if (pre === unit.from) return unitBefore(marked, unit, isAlone);
  if (!endsQuote(tokens, pre)) return null;
  let to = pre;
  while (to > unit.from && !tokens[to - 1]!.quoted) to--;
  let from = to - 1;
  while (from > unit.from && tokens[from - 1]!.quoted && !closesQuote(marked, from - 1)) from--;
  if (taken > from) return null;
  // "In an interview on “The Morning Show,” Roe said …" says where.
  if (/^(?:on|in|at|to)$/u.test(tokens[from - 1]?.lower ?? '') && isTitle(tokens, from)) return null;
  const clause = clauseStart(tokens, to, taken);
  if (!clause || clause.from >= from) return { from, to };
  const words = tokens.slice(clause.from, from);
  const last = words.at(-1)!;
  // Words before it belong to it where they make one clause with it, and have no attribution of their own.
  if (words.some((t) => t.text === ':') || findCues(tokens, { from: clause.from, to: from }).length)
    return { from, to };
  const goesOn = last.text === ',' && /^\p{Ll}/u.test(tokens[from + 1]?.text ?? '');
  // "It is “a trap” and “a lie,” said Roe": both are said.
  const isPair = /^(?:and|or)$/u.test(last.lower) && tokens[from - 2]!.quoted;
  if (!goesOn && !isPair && /^(?:[,;—–]|but|and|yet|while|as|because)$/u.test(last.lower))
    return { from, to };
  // "On “The Morning Show,” Roe said …" says where.
  if (isIntroduction(tokens, { from: clause.from, to: from }) && !words.some((t) => t.pos === 'AUX'))
    return null;
  return clause;
}

/** “Why?” Roe asked. */
function unitBefore({ tokens, units }: Marked, unit: Unit, isAlone: boolean): Range | null {
  const before = units[units.indexOf(unit) - 1];
  if (!before || !isWholeQuote(tokens, before)) return null;
  const last = tokens[before.to - 1]!;
  // A quotation inside of it may end with it.
  let end = before.to - 2;
  while (end > before.from && /^["”’'»]+$/u.test(tokens[end]!.text)) end--;
  const inner = tokens[end];
  if (!last.quoted || !/^["”’'»]+$/u.test(last.text)) return null;
  // A full stop inside ends a sentence; the next one may say something else.
  if (!(isAlone ? /^[.?!,…—–-]+$/u : /^[?!,…—–-]+$/u).test(inner?.text ?? '')) return null;
  return { from: before.from, to: before.to };
}

const CALLED =
  /^(?:advice|assessment|comment|complaint|line|observation|quip|quotation|quote|remark|statement|verdict|warning|words?)s?$/u;

/** "“….” That line from Roe stood in the paper": the quoted sentence that the next one calls back, and whose it is. */
export function calledBack(marked: Marked, unit: Unit, at: number): Attribution | null {
  const { tokens } = marked;
  const noun = unit.from + 1;
  if (!/^(?:that|this|those|these|the)$/u.test(tokens[unit.from]!.lower)) return null;
  if (!CALLED.test(tokens[noun]?.lower ?? '') || !/^(?:from|of|by)$/u.test(tokens[noun + 1]?.lower ?? ''))
    return null;
  const core = phraseAfter(tokens, noun + 2, unit.to);
  const content = core && canSpeak(tokens, { core }) ? unitBefore(marked, unit, true) : null;
  if (!core || !content) return null;
  const cue = { from: noun, to: noun + 1 };
  return {
    source: { ...core, core },
    cue,
    content: [content],
    unit: at,
    quotes: true,
    rule: 'noun of saying',
  };
}
