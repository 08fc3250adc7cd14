import { clauseStart, contentEnd, trimEnd } from './content-end.js';
import { isClause } from './clause.js';
import { findCues } from './cue-finder.js';
import { cueClassesOf } from './cues.js';
import type { Attribution } from './attribution.js';
import { FUNCTION_WORD, TIME_WORD } from './lexicon.js';
import { isVerbal, phraseAfter, type Range } from './noun-phrase.js';
import type { Unit } from './passage-tokens.js';
import { canSpeak } from './can-speak.js';
import type { Source } from './source.js';
import { sourceAfter } from './source-after.js';
import type { Token } from './tokens.js';

const LONGEST_NAME = 6;
const LONGEST_ASIDE = 14;
const DASH = /^[—–―-]{1,2}$/u;

/** Attributions whose form alone tells who speaks. */
export function patterns(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  return [accordingTo, asPut, whatMoves, behindDash].flatMap((find) => find(tokens, unit, at));
}

/** "According to X, …" and "…, according to X". */
function accordingTo(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  const found: Attribution[] = [];
  for (let i = unit.from; i < unit.to - 1; i++) {
    const token = tokens[i]!;
    if (token.quoted || token.lower !== 'according' || tokens[i + 1]!.lower !== 'to') continue;
    const source = sourceAfter(tokens, i + 2, unit.to) ?? misreadSource(tokens, i + 2, unit.to);
    if (!source) continue;
    const opens = i === unit.from || (i === unit.from + 1 && tokens[unit.from]!.lower.length <= 4);
    const content = [];
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
    const [first] = content;
    if (!first) continue;
    found.push({
      source,
      cue: { from: i, to: i + 2 },
      content,
      unit: at,
      quotes: tokens[first.from]!.quoted,
      rule: 'according to',
      isAround: !opens && tellsWhoSaid(tokens, first),
    });
  }
  return found;
}

/** "“…,” Roe said, according to the Gazette": the story tells whose words they are, and then who has them. */
function tellsWhoSaid(tokens: readonly Token[], clause: Range): boolean {
  if (!tokens[clause.from]!.quoted) return false;
  let end = clause.from;
  while (end < clause.to && tokens[end]!.quoted) end++;
  const cues = findCues(tokens, { from: end, to: clause.to });
  return cues.some((cue) => cue.classes.has('say') || cue.classes.has('tell'));
}

/** "according to show insiders": behind a preposition a verb's first form is a noun. */
function misreadSource(tokens: readonly Token[], from: number, high: number): Source | null {
  const first = tokens[from];
  if (first?.pos !== 'VERB' || first.quoted || /(?:ing|ed)$/u.test(first.lower)) return null;
  const rest = sourceAfter(tokens, from + 1, high);
  return rest && rest.core.from === from + 1 ? { from, to: rest.to, core: { from, to: rest.core.to } } : null;
}

/** "As Roe put it, …", "…, as Roe noted in May." */
function asPut(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  for (let i = unit.from; i < unit.to - 2; i++) {
    const token = tokens[i]!;
    const opens =
      i === unit.from || (i === unit.from + 1 && /^(?:but|and|yet)$/u.test(tokens[unit.from]!.lower));
    const isBehind = tokens[i - 1]?.text === ',' || (tokens[i - 1]?.quoted && tokens[i - 2]?.text === ',');
    if (token.quoted || token.lower !== 'as' || !(opens || isBehind)) continue;
    const near = sourceAfter(tokens, i + 1, unit.to);
    const source = near && { ...near, to: asideEnd(tokens, near, unit.to) };
    const cue = source && canSpeak(tokens, source) ? putAt(tokens, source.to, unit.to) : null;
    const close = cue && endOfPut(tokens, cue.to, unit.to);
    if (!source || !cue || close === null) continue;
    const content = [opens ? null : clauseStart(tokens, i, unit.from), behindPut(tokens, close, unit)].filter(
      (r) => r !== null,
    );
    const [first] = content;
    if (!first) continue;
    return [{ source, cue, content, unit: at, quotes: tokens[first.from]!.quoted, rule: 'according to' }];
  }
  return [];
}

/** "As Roe, the loudest on the quay, put it": behind what stands between commas after a name, whatever it is. */
function asideEnd(tokens: readonly Token[], { core, to }: Source, high: number): number {
  if (tokens[to]?.text !== ',' || to !== core.to || tokens[to - 1]!.pos !== 'PROPN') return to;
  for (let i = to + 1; i < Math.min(high, to + LONGEST_ASIDE); i++) {
    if (tokens[i]!.quoted || isVerbal(tokens[i]!)) return to;
    if (tokens[i]!.text === ',') return i + 1;
  }
  return to;
}

/** "puts it", "has noted": a verb of saying without anything said behind it. */
function putAt(tokens: readonly Token[], from: number, high: number): Range | null {
  let verb = from;
  while (verb < high && /^(?:ADV|AUX)$/u.test(tokens[verb]!.pos)) verb++;
  const word = tokens[verb];
  if (!word || verb >= high || word.quoted) return null;
  if (/^puts?$/u.test(word.lower) && tokens[verb + 1]?.lower === 'it') return { from, to: verb + 2 };
  return word.pos === 'VERB' && cueClassesOf(word.lower)?.has('say') ? { from, to: verb + 1 } : null;
}

/** Where "as Roe put it in May" ends: at a comma, a colon or with its sentence; null where it is a clause of its own. */
function endOfPut(tokens: readonly Token[], from: number, high: number): number | null {
  for (let i = from; i < high; i++) {
    const token = tokens[i]!;
    if (/^[,:.]$/u.test(token.text) && !token.quoted) return i;
    if (token.quoted || isVerbal(token) || token.lower === 'that') return null;
  }
  return high;
}

function behindPut(tokens: readonly Token[], close: number, unit: Unit): Range | null {
  if (close + 2 >= unit.to) return null;
  const to = contentEnd(tokens, close + 1, unit, 'that');
  return to > close + 1 ? { from: close + 1, to } : null;
}

const MOVES =
  /^(?:worries|worried|concerns|concerned|troubles|troubled|bothers|bothered|frightens|angers|surprised|surprises)$/u;

/** "What worries Roe is that …": what somebody thinks. */
function whatMoves(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  const cue = unit.from + 1;
  if (tokens[unit.from]!.lower !== 'what' || cue >= unit.to || !MOVES.test(tokens[cue]!.lower)) return [];
  const core = phraseAfter(tokens, cue + 1, unit.to);
  if (!core || !canSpeak(tokens, { core })) return [];
  // "The fishermen on the quay": what hangs on the phrase goes to the verb.
  let i = core.to;
  while (i < unit.to && i - core.to < LONGEST_ASIDE && !isVerbal(tokens[i]!) && tokens[i]!.text !== ',') i++;
  if (!/^(?:is|was)$/u.test(tokens[i]?.lower ?? '') || tokens[i + 1]?.lower !== 'that') return [];
  const source = { from: core.from, to: i, core };
  const to = trimEnd(tokens, i + 1, unit.to);
  return [
    {
      source,
      cue: { from: cue, to: cue + 1 },
      content: [{ from: i + 1, to }],
      unit: at,
      quotes: false,
      rule: 'thinks that',
    },
  ];
}

function behindDash(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  const found = dashed(tokens, unit, at);
  return found.length ? found : posted(tokens, unit, at);
}

/** "“…” — Roe". */
function dashed(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  let q = unit.from;
  while (q < unit.to && tokens[q]!.quoted) q++;
  if (q >= unit.to - 1 || !DASH.test(tokens[q]!.text)) return [];
  // The quotation may end its own sentence, and the name stand alone behind it.
  let from = q;
  while (from > 0 && tokens[from - 1]!.quoted) from--;
  if (from === q) return [];
  const source = sourceAfter(tokens, q + 1, unit.to);
  // An address may follow ("— Mark Roe, Lyon").
  if (!source || tokens.slice(source.to, unit.to).some((t) => !/^(?:PROPN|PUNCT|NUM)$/u.test(t.pos)))
    return [];
  if (tokens[source.core.from]!.pos !== 'PROPN' && !/^\p{Lu}/u.test(tokens[source.core.from]!.text))
    return [];
  return [
    { source, cue: { from: q, to: q + 1 }, content: [{ from, to: q }], unit: at, quotes: true, rule: 'dash' },
  ];
}

/**
 * "… — Mara Quill (@maraquill) June 29, 2016": a post as sites embed it, to the beginning of its passage. It stands in a
 * tag or quotation marks, or is all of the passage.
 */
function posted(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  for (let i = unit.from; i < unit.to - 3; i++) {
    if (!DASH.test(tokens[i]!.text)) continue;
    let to = i + 1;
    while (to < unit.to && to - i <= LONGEST_NAME && !/^[(@]/u.test(tokens[to]!.text)) to++;
    const handle = tokens
      .slice(to, to + 3)
      .map((t) => t.text)
      .join('');
    if (to === i + 1 || !handle.startsWith('(@')) continue;
    const end = postEnd(tokens, to);
    if (end === null) continue;
    // The tag that a site puts around a post is none of it.
    const tag = tokens[0]!.text.startsWith('<') ? tokens.findIndex((t) => t.text.endsWith('>')) : -1;
    if (tag + 1 >= i) return [];
    const isSetApart = tag >= 0 || tokens.slice(0, i).every((t) => t.quoted);
    if (!isSetApart && end < tokens.length) continue;
    const core = { from: i + 1, to };
    const content = [{ from: tag + 1, to: i }];
    return [
      {
        source: { ...core, core },
        cue: { from: i, to: i + 1 },
        content,
        unit: at,
        quotes: true,
        rule: 'dash',
      },
    ];
  }
  return [];
}

/** Where a post ends, with its date or with the passage behind the handle; null for a handle in a sentence. */
function postEnd(tokens: readonly Token[], handle: number): number | null {
  const close = tokens.findIndex((t, k) => k > handle && t.text.endsWith(')'));
  if (close < 0) return null;
  let end = close + 1;
  while (
    end < tokens.length &&
    (TIME_WORD.has(tokens[end]!.lower) || /^(?:\p{N}+|,)$/u.test(tokens[end]!.text))
  )
    end++;
  const hasDate = tokens.slice(close + 1, end).some((t) => /^\p{N}{4}$/u.test(t.text));
  while (end < tokens.length && tokens[end]!.pos === 'PUNCT') end++;
  return hasDate || end === tokens.length ? end : null;
}

/** "ROE: …": a turn in a transcript, to the end of its passage. */
export function turn(tokens: readonly Token[], unit: Unit, at: number, end: number): Attribution | null {
  // Each turn may open with a quotation mark.
  const from = /^["“]$/u.test(tokens[unit.from]!.text) ? unit.from + 1 : unit.from;
  let i = from;
  while (i < unit.to && i - from < 4 && /^[\p{Lu}.'’-]{2,}$/u.test(tokens[i]!.text)) i++;
  if (i === from || tokens[i]?.text !== ':' || i + 2 >= end) return null;
  // "THE WEEK AHEAD: …" is a heading.
  if (tokens.slice(from, i).some((t) => FUNCTION_WORD.has(t.lower))) return null;
  const core = { from, to: i };
  return {
    source: { ...core, core },
    cue: { from: i, to: i + 1 },
    content: [{ from: i + 1, to: end }],
    unit: at,
    quotes: true,
    rule: 'turn',
  };
}
