import { clauseStart, contentEnd, isClause, openingAfter, trimEnd } from './content.js';
import { findCues, type Cue } from './cue-finder.js';
import { TIME_WORD } from './lexicon.js';
import { isVerbal, phraseBefore, type Range } from './noun-phrase.js';
import type { Marked, Unit } from './passage-tokens.js';
import { canSpeak, mainSubject, sourceAfter, sourceBefore, type Source } from './source.js';
import type { Token } from './tokens.js';

/** An attribution in tokens of one passage. */
export interface Attribution {
  readonly source: Source | null;
  readonly cue: Range | null;
  readonly content: Range[];
  /** The unit that it stands in. */
  readonly unit: number;
  /** True where a quotation alone is the content, so that quoted sentences that follow belong to it. */
  readonly quotes: boolean;
}

/** The attributions of a passage, in order; `announced` is a source whose words come in the next paragraph. */
export interface Extract {
  readonly attributions: readonly Attribution[];
  readonly announced: Attribution | null;
}

/** Finds sources, cues and contents in a passage. */
export function extract(marked: Marked): Extract {
  const { tokens, units } = marked;
  const found: Attribution[] = [];
  let announced: Attribution | null = null;
  for (const [at, unit] of units.entries()) {
    const inUnit: Attribution[] = [];
    const last = at === units.length - 1;
    for (const attribution of [...accordingTo(tokens, unit, at), ...dashed(tokens, unit, at)])
      inUnit.push(attribution);
    for (const cue of findCues(tokens, unit)) {
      const attribution = attributionOf(marked, unit, at, cue, inUnit);
      if (attribution?.content.length) inUnit.push(attribution);
      else if (attribution && last && tokens[unit.to - 1]?.text === ':') announced = attribution;
    }
    const colon = colonQuote(tokens, unit, at, inUnit);
    if (colon?.content.length) inUnit.push(colon);
    else if (colon && last) announced ??= colon;
    found.push(...inUnit);
  }
  return { attributions: found, announced };
}

const isOpenMark = (token: Token | undefined): boolean => token !== undefined && token.quoted;

function attributionOf(
  marked: Marked,
  unit: Unit,
  at: number,
  cue: Cue,
  inUnit: readonly Attribution[],
): Attribution | null {
  const { tokens } = marked;
  const { classes } = cue;
  const previous = tokens[cue.from - 1];
  const afterQuote = cue.from > unit.from ? endsQuote(tokens, cue.from) : endsQuote(tokens, unit.from);
  let source: Source | null = null;
  let inverted = false;
  const canInvert = classes.has('say') && !cue.participle && !cue.modal;
  if (canInvert && (afterQuote || (previous?.text === ',' && !previous.quoted))) {
    const behind = sourceAfter(tokens, cue.to, unit.to);
    if (behind && endsSource(tokens, behind.to, unit.to)) {
      source = behind;
      inverted = true;
    }
  }
  const coordinated =
    !inverted &&
    (cue.participle || previous?.lower === 'and' || previous?.lower === 'but' || previous?.lower === 'then');
  if (!source && !(cue.participle && isBreak(previous)) && !(coordinated && !cue.participle))
    source = sourceBefore(tokens, cue.verb, unit.from);
  if (!source && coordinated)
    source =
      inUnit.findLast((a) => a.source && a.cue && a.cue.from < cue.from)?.source ?? mainSubject(tokens, unit);
  if (!source) return null;
  const begin = inverted ? cue.from : Math.min(source.from, cue.from);
  const own = source.to <= cue.from && source.from >= unit.from ? source.from : cue.from;
  const content: Range[] = [];
  const pre = inverted ? cue.from : coordinated && own !== source.from ? cue.from : own;
  const behind = inverted ? source.to : cue.to;

  const quoteBefore =
    classes.has('say') || classes.has('tell') ? quotedBefore(marked, unit, at, pre, inUnit) : null;
  if (quoteBefore && !cue.participle) {
    content.push(quoteBefore);
    const more = resumes(tokens, behind, unit);
    if (more) content.push(more);
    return { source, cue, content, unit: at, quotes: true };
  }
  if (!speaks(tokens, source, cue)) return null;
  const opening = inverted ? null : openingAfter(tokens, cue, behind, unit.to);
  if (opening) {
    if (cue.modal && opening.by !== 'quote') return null;
    const to = contentEnd(tokens, opening.at, unit);
    if (to > opening.at) content.push({ from: opening.at, to });
    return { source, cue, content, unit: at, quotes: opening.by === 'quote' || opening.by === 'colon' };
  }
  // "…, Roe said.": the clause before is what was said.
  if (
    (classes.has('say') || inverted) &&
    !cue.participle &&
    !cue.modal &&
    begin > unit.from &&
    tokens[pre - 1]?.text === ',' &&
    postposes(tokens, behind, unit.to)
  ) {
    const low = Math.max(
      unit.from,
      ...inUnit
        .filter((a) => a.unit === at)
        .map((a) => Math.max(a.cue?.to ?? 0, ...a.content.map((c) => c.to))),
    );
    const clause = clauseStart(tokens, pre, low);
    if (
      clause &&
      tokens.slice(clause.from, clause.to).some((t) => isVerbal(t)) &&
      clause.to - clause.from > 3 &&
      !isIntroduction(tokens, clause)
    ) {
      content.push(clause);
      const more = resumes(tokens, behind, unit);
      if (more) content.push(more);
      return { source, cue, content, unit: at, quotes: false };
    }
  }
  return { source, cue, content, unit: at, quotes: true };
}

/** "When asked about it, Roe said": an introduction, not what was said. */
function isIntroduction(tokens: readonly Token[], clause: Range): boolean {
  const first = tokens[clause.from]!;
  if (
    /^(?:when|while|as|after|before|asked|although|though|if|since|once|speaking|in|on|at|during)$/u.test(
      first.lower,
    )
  ) {
    return !tokens.slice(clause.from, clause.to).some((t) => t.text === ',');
  }
  return false;
}

function isBreak(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.quoted ||
    /^[,—–]$/u.test(token.text) ||
    /^(?:by|while|in|before|after|without|and)$/u.test(token.lower)
  );
}

/** True where a quotation ends right before token `i`, with at most a comma between. */
function endsQuote(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (!before) return false;
  if (before.quoted) return true;
  return /^[,—–-]$/u.test(before.text) && isOpenMark(tokens[i - 2]);
}

/** True where a source that follows its verb may end: no verb of its own comes next. */
function endsSource(tokens: readonly Token[], i: number, high: number): boolean {
  if (i >= high) return true;
  const next = tokens[i]!;
  return !(
    next.pos === 'AUX' ||
    (next.pos === 'VERB' && !/(?:ing|ed)$/u.test(next.lower)) ||
    next.lower === 'that'
  );
}

function speaks(tokens: readonly Token[], source: Source, cue: Cue): boolean {
  if (!canSpeak(tokens, source)) return false;
  const first = tokens[source.core.from]!;
  if (/^(?:it|i|we)$/u.test(first.lower)) return cue.classes.has('say') && first.lower === 'it';
  return true;
}

/** The quotation right before a source or cue, with the clause it belongs to. */
function quotedBefore(
  marked: Marked,
  unit: Unit,
  at: number,
  pre: number,
  inUnit: readonly Attribution[],
): Range | null {
  const { tokens, units } = marked;
  if (pre > unit.from) {
    if (!endsQuote(tokens, pre)) return null;
    let to = pre;
    while (to > unit.from && !tokens[to - 1]!.quoted) to--;
    let from = to - 1;
    while (from > unit.from && tokens[from - 1]!.quoted) from--;
    const taken = Math.max(
      unit.from,
      ...inUnit.map((a) => Math.max(a.cue?.to ?? 0, a.source?.to ?? 0, ...a.content.map((c) => c.to))),
    );
    if (taken > from) return null;
    const clause = clauseStart(tokens, to, taken);
    if (clause && clause.from < from) {
      // Words before the quotation belong to it where they make one clause with it.
      const words = tokens.slice(clause.from, from);
      if (words.some((t) => t.text === ':')) return { from, to };
      return clause;
    }
    return { from, to };
  }
  // “Why?” Roe asked.
  const before = units[at - 1];
  if (!before || !tokens[before.to - 1]?.quoted || !isWholeQuote(tokens, before)) return null;
  if (!/^["”’']$/u.test(tokens[before.to - 1]!.text)) return null;
  return { from: before.from, to: before.to };
}

/** True for a unit that is nothing but quotation. */
export function isWholeQuote(tokens: readonly Token[], unit: Unit): boolean {
  for (let i = unit.from; i < unit.to; i++) {
    const token = tokens[i]!;
    if (!token.quoted && !/^[.,!?…]+$/u.test(token.text)) return false;
  }
  return unit.to > unit.from;
}

/** What goes on after an attribution in the middle ("“…,” said Roe, “…”"). */
function resumes(tokens: readonly Token[], from: number, unit: Unit): Range | null {
  let i = from;
  while (i < unit.to && !tokens[i]!.quoted) {
    const token = tokens[i]!;
    if (token.text === ':' && tokens[i + 1]?.quoted) {
      i++;
      break;
    }
    if (isVerbal(token) && token.pos === 'VERB' && !token.lower.endsWith('ing') && i > from) return null;
    i++;
  }
  if (i >= unit.to || !/^[,:—–]$/u.test(tokens[i - 1]?.text ?? '') || i - from > 25) return null;
  const to = contentEnd(tokens, i, unit);
  return to > i ? { from: i, to } : null;
}

/** True where nothing but time, place and the like follows a verb of saying. */
function postposes(tokens: readonly Token[], from: number, high: number): boolean {
  const next = tokens[from];
  if (!next || from >= high) return true;
  if (/^[.,;!?—–)]$/u.test(next.text)) return true;
  return (
    next.pos === 'ADP' ||
    next.pos === 'ADV' ||
    next.pos === 'SCONJ' ||
    TIME_WORD.has(next.lower) ||
    next.pos === 'PART' ||
    next.pos === 'CCONJ'
  );
}

/** "According to X, …" and "…, according to X". */
function accordingTo(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  const found: Attribution[] = [];
  for (let i = unit.from; i < unit.to - 1; i++) {
    const token = tokens[i]!;
    if (token.quoted || token.lower !== 'according' || tokens[i + 1]!.lower !== 'to') continue;
    const source = sourceAfter(tokens, i + 2, unit.to);
    if (!source) continue;
    const cue = { from: i, to: i + 2 };
    const content: Range[] = [];
    const opens = i === unit.from || (i === unit.from + 1 && tokens[unit.from]!.lower.length <= 4);
    if (!opens) {
      const clause = clauseStart(tokens, i, unit.from);
      if (clause) content.push(clause);
    }
    let j = source.to;
    while (j < unit.to && !tokens[j]!.quoted && !/^[,:]$/u.test(tokens[j]!.text)) j++;
    if (tokens[source.to - 1]?.text === ',') j = source.to - 1;
    if (j < unit.to - 1 && (opens || isClause(tokens, j + 1, unit.to) || tokens[j + 1]!.quoted)) {
      const to = trimEnd(tokens, j + 1, unit.to);
      if (to > j + 1) content.push({ from: j + 1, to });
    }
    if (content.length)
      found.push({ source, cue, content, unit: at, quotes: tokens[content[0]!.from]!.quoted });
  }
  return found;
}

/** "“…” — Roe". */
function dashed(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  let q = unit.from;
  while (q < unit.to && tokens[q]!.quoted) q++;
  if (q === unit.from || q >= unit.to - 1 || !/^[—–-]{1,2}$/u.test(tokens[q]!.text)) return [];
  const source = sourceAfter(tokens, q + 1, unit.to);
  if (!source || trimEnd(tokens, unit.from, unit.to) > source.to || tokens[source.core.from]!.pos !== 'PROPN')
    return [];
  return [
    { source, cue: { from: q, to: q + 1 }, content: [{ from: unit.from, to: q }], unit: at, quotes: true },
  ];
}

/** "Roe: “…”" and a sentence that leads to a quotation with a colon: its subject speaks. */
function colonQuote(
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
    const name = phraseBefore(tokens, i, unit.from);
    const source: Source | null =
      name && name.from === unit.from
        ? { ...name, core: name }
        : (inUnit.at(-1)?.source ?? mainSubject(tokens, unit));
    if (!source || !canSpeak(tokens, source)) return null;
    const content = next && i + 1 < unit.to ? [{ from: i + 1, to: trimEnd(tokens, i + 1, unit.to) }] : [];
    return { source, cue: { from: i, to: i + 1 }, content, unit: at, quotes: true };
  }
  return null;
}
