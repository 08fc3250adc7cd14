import {
  endsQuote,
  endsSource,
  isAtPoint,
  isAttributive,
  isBreak,
  isPersonal,
  isPronounI,
} from './adjacency.js';
import type { Attribution } from './attribution.js';
import { canSpeak, speakerIn } from './can-speak.js';
import { isClause } from './clause.js';
import { openingAfter } from './content.js';
import type { Cue } from './cue-finder.js';
import { headOf, isVerbal, phraseAfter } from './noun-phrase.js';
import type { Unit } from './passage-tokens.js';
import { isIssued } from './stand-ins.js';
import { mainSubject, sourceBefore, type Source } from './source.js';
import { sourceAfter } from './source-after.js';
import type { Token } from './tokens.js';

const ISSUES = /^(?:issued|released|sent|posted|published|wrote|shared|circulated|emailed)$/u;

/** A cue with its source, before its content is looked for. */
export interface Sourced {
  readonly cue: Cue;
  readonly source: Source;
  /** "…," said Roe: the source stands behind. */
  readonly inverted: boolean;
  /** The source is another verb's subject ("…, adding that …"). */
  readonly shared: boolean;
}

/**
 * The source of a cue: before it, behind it, or shared with the attributions before it in its unit.
 * @param before the attributions of the unit so far
 */
export function sourceOf(
  tokens: readonly Token[],
  unit: Unit,
  cue: Cue,
  before: readonly Sourced[],
): Sourced | null {
  const previous = tokens[cue.from - 1];
  const afterQuote = endsQuote(tokens, cue.from) && !isAttributive(tokens, cue.from);
  if (
    cue.classes.has('say') &&
    !cue.participle &&
    !cue.modal &&
    (afterQuote || cue.from === unit.from || (previous?.text === ',' && !previous.quoted))
  ) {
    const behind = isSpokenBefore(tokens, unit, cue) ? null : sourceAfter(tokens, cue.to, unit.to);
    if (behind && endsSource(tokens, behind.to, unit.to) && (afterQuote || !isPronounI(tokens, behind)))
      return { cue, source: behind, inverted: true, shared: false };
  }
  const joined = /^(?:and|but|then|or)$/u.test(previous?.lower ?? '') && !previous!.quoted;
  const clings = cue.participle && (isBreak(previous) || isAtPoint(tokens, cue.from));
  if (!joined && !clings) {
    const own = sourceBefore(tokens, cue.from, unit.from);
    const issuer = own && issuerOf(tokens, unit, own);
    if (issuer) return { cue, source: issuer, inverted: false, shared: true };
    if (own) return { cue, source: cue.participle ? doer(tokens, own) : own, inverted: false, shared: false };
    if (!cue.participle && previous?.text !== ',') return null;
  }
  const shared = before.at(-1)?.source ?? mainSubject(tokens, unit) ?? opener(tokens, unit);
  return shared && shared.from < cue.from ? { cue, source: shared, inverted: false, shared: true } : null;
}

/** "the wake of a poll showing …", "the sight of Roe denouncing …": who or what does it in a phrase that can't. */
function doer(tokens: readonly Token[], source: Source): Source {
  const core = canSpeak(tokens, source)
    ? null
    : speakerIn(tokens, source.core, /^(?:of|by|from|in|with|among)$/u);
  return core ? { ...core, core } : source;
}

/** "Roe issued a statement on Monday.": who puts out a text in a sentence that quotes none of it. */
export function issued(tokens: readonly Token[], unit: Unit, at: number): Attribution | null {
  if (tokens.slice(unit.from, unit.to).some((t) => t.quoted)) return null;
  const source = mainSubject(tokens, unit);
  const verb = source && canSpeak(tokens, source) ? source.to : unit.to;
  const text = ISSUES.test(tokens[verb]?.lower ?? '') ? phraseAfter(tokens, verb + 1, unit.to) : null;
  const head = text && headOf(tokens, text);
  if (
    !source ||
    !head ||
    !isIssued(head.lower) ||
    !/^(?:an?|the|its|his|her|their)$/u.test(tokens[verb + 1]!.lower)
  )
    return null;
  const cue = { from: verb, to: verb + 1 };
  return { source, cue, content: [], unit: at, quotes: true, rule: 'announced' };
}

/** "Roe issued a statement saying …": who puts a text out says what it does. */
function issuerOf(tokens: readonly Token[], unit: Unit, { core }: Source): Source | null {
  const head = headOf(tokens, core);
  const verb = core.from - 1;
  if (!head || !isIssued(head.lower) || !ISSUES.test(tokens[verb]?.lower ?? '') || verb <= unit.from)
    return null;
  const issuer = sourceBefore(tokens, verb, unit.from);
  return issuer && canSpeak(tokens, issuer) ? issuer : null;
}

/** "Roe, a lawyer, said he …": the comma ends a description of who speaks, and a clause follows. */
function isSpokenBefore(tokens: readonly Token[], unit: Unit, cue: Cue): boolean {
  const before = sourceBefore(tokens, cue.from, unit.from);
  if (!before || before.to < cue.from || !canSpeak(tokens, before)) return false;
  const opening = openingAfter(tokens, cue, cue.to, unit.to);
  return opening !== null && opening.by !== 'object';
}

/** Who a unit begins with, where the tagger sees no verb to make it a subject. */
function opener(tokens: readonly Token[], unit: Unit): Source | null {
  const phrase = phraseAfter(tokens, unit.from, unit.to);
  const source = phrase && { ...phrase, core: phrase };
  return source && isPersonal(tokens, source) ? source : null;
}

/** How many tokens behind a cue another claim is looked for. */
const FARTHEST = 80;

/** Where the next claim of the sentence begins ("asked whether it shakes, Roe said, “No”"). */
export function nextClaim(
  tokens: readonly Token[],
  unit: Unit,
  own: Sourced,
  all: readonly Sourced[],
): number {
  const next = all.find(
    ({ cue, source, inverted, shared }) =>
      source.from > Math.max(own.cue.to, own.source.to) &&
      source.from - own.cue.to < FARTHEST &&
      !inverted &&
      !shared &&
      tokens[source.from - 1]!.text === ',' &&
      openingAfter(tokens, cue, cue.to, unit.to)?.by === 'quote',
  );
  return Math.min(next ? next.source.from - 1 : unit.to, ownClauseEnd(tokens, unit, own));
}

const SUBORDINATE = /^(?:as|when|while|after|before|although|though|since|if|because|once)$/u;
/** How far from a sentence's beginning the subject of its first clause may begin. */
const NEAR_START = 6;

/** Where the clause of a source ends before the sentence's main clause ("When Roe said …, Vale left", "Roe, who says …, left"). */
function ownClauseEnd(tokens: readonly Token[], unit: Unit, { cue, source, inverted }: Sourced): number {
  const isSubordinate =
    !inverted && SUBORDINATE.test(tokens[unit.from]!.lower) && source.from - unit.from < NEAR_START;
  const isRelative = /^(?:who|which)$/u.test(tokens[source.from]!.lower);
  if (!isSubordinate && !isRelative) return unit.to;
  for (let i = cue.to + 2; i < unit.to - 1; i++) {
    if (tokens[i + 1]!.quoted || !endsClause(tokens, i)) continue;
    if (isSubordinate && isClause(tokens, i + 1, unit.to)) return i;
    if (isRelative && isFiniteVerb(tokens, i + 1)) return i;
  }
  return unit.to;
}

/** A comma, or a quotation that ends with one. */
function endsClause(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  return token.quoted ? tokens[i - 1]?.text === ',' && !tokens[i + 1]?.quoted : token.text === ',';
}

function isFiniteVerb(tokens: readonly Token[], i: number): boolean {
  const verb = tokens[i]!.pos === 'ADV' ? tokens[i + 1] : tokens[i];
  return verb !== undefined && isVerbal(verb) && !verb.lower.endsWith('ing');
}
