import type { Article } from '../article/article.js';
import { passages, type Passage } from '../article/passages.js';
import { confidenceOf } from '../attribution/confidence.js';
import { RULES } from '../attribution/rule.js';
import {
  BYS,
  type Party,
  type PartyKind,
  type Reading,
  type Statement,
  type StatementKind,
  type Written,
} from '../attribution/statement.js';
import { contains, type Span } from '../text/span.js';

/** A reading without its article, as it is kept: lists of numbers and names. The passages are cut again. */
export type PackedReading = readonly [
  parties: readonly PackedParty[],
  statements: readonly (readonly number[])[],
  /** Pairs of a passage's and a party's number. */
  written: readonly number[],
];
type PackedParty = readonly [
  name: string,
  kind: number,
  gender: number,
  names: readonly string[],
  roles: readonly number[],
  mentions: readonly number[],
];

const KINDS: readonly StatementKind[] = ['direct', 'mixed', 'indirect'];
const PARTY_KINDS: readonly PartyKind[] = ['person', 'organisation', 'document', 'group'];
const GENDERS: readonly Party['gender'][] = [null, 'female', 'male'];

/** Packs a reading. */
export function packReading({ passages: cut, statements, parties, written }: Reading): PackedReading {
  const places = new Map(cut.map((passage, at) => [passage, at]));
  const partyNumbers = new Map(parties.map((party, at) => [party, at]));
  return [
    parties.map((p) => [
      p.name,
      PARTY_KINDS.indexOf(p.kind),
      GENDERS.indexOf(p.gender),
      p.names,
      packSpans(p.roles),
      packSpans(p.mentions),
    ]),
    statements.map((s) => [
      places.get(s.passage) ?? -1,
      KINDS.indexOf(s.kind),
      RULES.indexOf(s.rule),
      BYS.indexOf(s.by),
      s.party ? (partyNumbers.get(s.party) ?? -1) : -1,
      ...(s.source ? [s.source.start, s.source.end] : [-1, -1]),
      ...(s.cue ? [s.cue.start, s.cue.end] : [-1, -1]),
      ...packSpans(s.content),
    ]),
    written.flatMap((w) => [places.get(w.passage) ?? -1, partyNumbers.get(w.party) ?? -1]),
  ];
}

/** Stretches of a text as pairs of numbers. */
function packSpans(spans: readonly Span[]): number[] {
  return spans.flatMap((s) => [s.start, s.end]);
}

/** Unpacks what `packReading` has packed; null for anything that can't be a reading of this article. */
export function unpackReading(article: Article, packed: unknown): Reading | null {
  try {
    const [packedParties, packedStatements, packedWritten] = list(packed);
    const cut = passages(article);
    const whole = { start: 0, end: article.text.length };
    const parties = list(packedParties).map((p) => unpackParty(list(p), whole));
    const statements = list(packedStatements).map((s) => unpackStatement(numbers(s), cut, parties));
    return {
      article,
      passages: cut,
      statements,
      parties,
      written: unpackWritten(numbers(packedWritten), cut, parties),
    };
  } catch (error) {
    if (error instanceof Misfit) return null;
    throw error;
  }
}

/** What is kept doesn't have the form it should have. */
class Misfit extends Error {
  override readonly name = 'Misfit';
}

function unpackParty(
  [name, kindAt, genderAt, names, roles, mentions]: readonly unknown[],
  whole: Span,
): Party {
  const kind = PARTY_KINDS[Number(kindAt)];
  const gender = GENDERS[Number(genderAt)];
  const forms = list(names).map(text);
  if (kind === undefined || gender === undefined || !forms.length) throw new Misfit();
  return {
    name: text(name),
    kind,
    gender,
    names: forms,
    roles: unpackSpans(numbers(roles), whole),
    mentions: unpackSpans(numbers(mentions), whole),
  };
}

function unpackWritten(
  pairs: readonly number[],
  cut: readonly Passage[],
  parties: readonly Party[],
): Written[] {
  const found: Written[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const passage = cut[pairs[at]!];
    const party = parties[pairs[at + 1] ?? -1];
    if (!passage || !party) throw new Misfit();
    found.push({ passage, party });
  }
  return found;
}

function unpackStatement(
  packed: readonly number[],
  cut: readonly Passage[],
  parties: readonly Party[],
): Statement {
  const [place = -1, kindAt = -1, ruleAt = -1, byAt = -1, party = -1, ...spans] = packed;
  const passage = cut[place];
  const kind = KINDS[kindAt];
  const rule = RULES[ruleAt];
  const by = BYS[byAt];
  const said = party === -1 ? null : parties[party];
  if (!passage || !kind || !rule || !by || said === undefined || spans.length < 6) throw new Misfit();
  const optional = (from: number) =>
    spans[from] === -1 ? null : (unpackSpans(spans.slice(from, from + 2), passage)[0] ?? null);
  const content = unpackSpans(spans.slice(4), passage);
  const statement = {
    passage,
    kind,
    source: optional(0),
    cue: optional(2),
    content,
    party: said,
    rule,
    by,
  };
  return { ...statement, confidence: confidenceOf(statement) };
}

/** Pairs of numbers as stretches of a text, all of them inside one. @throws Misfit */
function unpackSpans(packed: readonly number[], inside: Span): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < packed.length; at += 2) {
    const span = { start: packed[at]!, end: packed[at + 1] ?? -1 };
    if (span.start >= span.end || !contains(inside, span)) throw new Misfit();
    spans.push(span);
  }
  return spans;
}

/** A list of whole numbers from -1 on. @throws Misfit */
function numbers(value: unknown): readonly number[] {
  const found = list(value);
  if (!found.every(isWholeNumber)) throw new Misfit();
  return found;
}

function isWholeNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= -1;
}

/** @throws Misfit where it is no list */
function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Misfit();
  return value;
}

/** @throws Misfit where it is no text */
function text(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new Misfit();
  return value;
}
