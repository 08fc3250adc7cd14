import { clauseStart, contentEnd, trimEnd } from './content-end.js';
import type { Attribution } from './attribution.js';
import { isVerbal, type Range } from './noun-phrase.js';
import type { Unit } from './passage-tokens.js';
import { canSpeak } from './can-speak.js';
import type { Source } from './source.js';
import type { Token } from './tokens.js';

const words = (list: string) => new Set(list.split(/\s+/u));

/** Nouns that what is claimed follows, by what ties it to them. */
const TAKES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'that',
    words(`claim claims assertion assertions statement argument belief view contention suggestion suggestions accusation
      accusations allegation allegations charge charges warning warnings admission promise pledge vow prediction conclusion remark
      remarks comment comments declaration insistence complaint complaints concern concerns fear fears hope hopes opinion
      announcement acknowledgment acknowledgement assurance assurances point notion revelation demand explanation boast response`),
  ],
  [
    'to',
    words('promise promises pledge pledges vow vows call calls offer threat threats proposal proposals plea'),
  ],
  ['for', words('call calls demand demands plea')],
  ['of', words('accusation accusations criticism description denunciation praise condemnation')],
]);
/** Nouns that are what was said: "Roe's answer was …". */
const ANSWERS =
  words(`answer response reply argument view point message position conclusion claim advice prediction explanation
  excuse theory belief complaint contention defense assessment verdict reaction comment remark`);
const POSSESSIVE = /^(?:his|her|their|its)$/u;

/** True for a folded noun that is or takes what somebody says ("claim", "warnings"). */
export function isNounOfSaying(word: string): boolean {
  return ANSWERS.has(word) || [...TAKES.values()].some((nouns) => nouns.has(word));
}

/** "Roe's claim that …", "her promise to …", "in his view, …". */
export function nounsOfSaying(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  const found: Attribution[] = [];
  for (let i = unit.from + 1; i < unit.to - 1; i++) {
    const token = tokens[i]!;
    if (token.quoted || token.pos === 'VERB') continue;
    const from = claimAt(tokens, i);
    const source = from && ownerBefore(tokens, i, unit.from);
    if (!from || !source) continue;
    const to = claimEnd(tokens, from, unit);
    if (to - from < 3) continue;
    found.push({
      source,
      cue: { from: i, to: i + 1 },
      content: [{ from, to }],
      unit: at,
      quotes: false,
      rule: 'noun of saying',
    });
  }
  return [...found, ...inView(tokens, unit, at)];
}

/** Where the claim behind a noun begins; null where none does. */
function claimAt(tokens: readonly Token[], noun: number): number | null {
  const token = tokens[noun]!;
  const next = tokens[noun + 1]!;
  if (TAKES.get(next.lower)?.has(token.lower)) return /^(?:that|to)$/u.test(next.lower) ? noun + 1 : noun + 2;
  // "Roe's answer was that …", "her message was “…”"
  const behind = tokens[noun + 2];
  const isSaid = ANSWERS.has(token.lower) && /^(?:is|was)$/u.test(next.lower);
  return isSaid && behind && (behind.lower === 'that' || behind.quoted) ? noun + 2 : null;
}

/** Where the claim behind a noun ends: the sentence's own verb or a comma comes next. */
function claimEnd(tokens: readonly Token[], from: number, unit: Unit): number {
  const to = contentEnd(tokens, from, unit, 'that');
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i]!;
    if (token.quoted) continue;
    // "… “a trap” was met with laughter": the sentence's own verb.
    if (/^[,—–]$/u.test(token.text) || (tokens[i - 1]!.quoted && isVerbal(token))) return i;
  }
  return to;
}

/** "In Roe's view, …" and "…, in her words". */
function inView(tokens: readonly Token[], unit: Unit, at: number): Attribution[] {
  for (let i = unit.from; i < unit.to - 2; i++) {
    if (tokens[i]!.quoted || tokens[i]!.lower !== 'in') continue;
    for (let j = i + 2; j < Math.min(unit.to, i + 8); j++) {
      if (!/^(?:view|words|opinion|telling|estimation|mind)$/u.test(tokens[j]!.lower) || tokens[j]!.quoted)
        continue;
      const source = ownerBefore(tokens, j, i + 1);
      if (!source || source.from !== i + 1) break;
      const cue = { from: i, to: j + 1 };
      const content: Range[] = [];
      const isBehind = tokens[i - 1]?.quoted || tokens[i - 1]?.text === ',';
      const before = i > unit.from && isBehind ? clauseStart(tokens, i, unit.from) : null;
      const goesOn = tokens[j + 1]?.text === ',' && j + 2 < unit.to;
      if (goesOn && (i === unit.from || tokens[j + 2]!.quoted))
        content.push({ from: j + 2, to: trimEnd(tokens, j + 2, unit.to) });
      else if (before && before.to - before.from > 2) content.push(before);
      const [first] = content;
      if (!first) break;
      return [{ source, cue, content, unit: at, quotes: tokens[first.from]!.quoted, rule: 'noun of saying' }];
    }
  }
  return [];
}

/** Whose noun it is: "his", "Roe's", with adjectives between. */
function ownerBefore(tokens: readonly Token[], noun: number, low: number): Source | null {
  let i = noun - 1;
  while (i >= low && noun - i < 5 && /^(?:ADJ|ADV|NUM)$/u.test(tokens[i]!.pos) && !tokens[i]!.quoted) i--;
  const owner = tokens[i];
  if (i < low || !owner || owner.quoted) return null;
  if (POSSESSIVE.test(owner.lower)) return { from: i, to: i + 1, core: { from: i, to: i + 1 } };
  if (!/^['’]s?$/u.test(owner.text)) return null;
  let from = i;
  while (
    from > low &&
    /^(?:PROPN|NOUN|ADJ|DET|NUM)$/u.test(tokens[from - 1]!.pos) &&
    !tokens[from - 1]!.quoted
  )
    from--;
  const source = { from, to: i, core: { from, to: i } };
  return from < i && canSpeak(tokens, source) ? source : null;
}
