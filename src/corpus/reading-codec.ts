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

/**
 * A reading without its article, as it is kept: the names of the parties, and numbers for all else, one after another,
 * for a list of lists takes long to read. The passages are cut again.
 */
export type PackedReading = readonly [
  names: readonly string[],
  parties: readonly number[],
  statements: readonly number[],
  written: readonly number[],
];

const KINDS: readonly StatementKind[] = ['direct', 'mixed', 'indirect'];
/** What a party may be, in the order that numbers stand for. */
export const PARTY_KINDS: readonly PartyKind[] = ['person', 'organisation', 'document', 'group'];
/** The number of a party that there isn't. */
const NONE = -1;
const GENDERS: readonly Party['gender'][] = [null, 'female', 'male'];

/** Packs a reading. */
export function packReading({ passages: cut, statements, parties, written }: Reading): PackedReading {
  const places = new Map(cut.map((passage, at) => [passage, at]));
  const partyNumbers = new Map(parties.map((party, at) => [party, at]));
  return [
    parties.flatMap((p) => [p.name, ...p.names]),
    parties.flatMap((p) => [
      PARTY_KINDS.indexOf(p.kind),
      GENDERS.indexOf(p.gender),
      p.names.length,
      ...packSpans(p.roles),
      ...packSpans(p.mentions),
    ]),
    statements.flatMap((s) => [
      places.get(s.passage) ?? -1,
      KINDS.indexOf(s.kind),
      RULES.indexOf(s.rule),
      BYS.indexOf(s.by),
      s.party ? (partyNumbers.get(s.party) ?? -1) : NONE,
      ...packSpans(s.source ? [s.source] : []),
      ...packSpans(s.cue ? [s.cue] : []),
      ...packSpans(s.content),
    ]),
    written.flatMap((w) => [places.get(w.passage) ?? -1, partyNumbers.get(w.party) ?? -1]),
  ];
}

/** Stretches of a text as pairs of numbers, and before them how many there are. */
function packSpans(spans: readonly Span[]): number[] {
  return [spans.length, ...spans.flatMap((s) => [s.start, s.end])];
}

/** Whether a reading comes back as it is when it is packed and unpacked: so it does unless it is ill made. */
export function comesBack({ article, passages: cut, statements, parties, written }: Reading): boolean {
  const whole = { start: 0, end: article.body.end };
  const places = new Set(cut);
  const known = new Set(parties);
  return (
    parties.every(
      ({ name, names, roles, mentions }) =>
        names.length > 0 && [name, ...names].every(Boolean) && areInside([...roles, ...mentions], whole),
    ) &&
    statements.every(
      ({ passage, party, source, cue, content }) =>
        places.has(passage) &&
        (party === null || known.has(party)) &&
        areInside(
          [source, cue, ...content].filter((span) => span !== null),
          passage,
        ),
    ) &&
    written.every(({ passage, party }) => places.has(passage) && known.has(party))
  );
}

/**
 * Unpacks what `packReading` has packed; null for anything that can't be a reading of this article.
 * @param cut the article's passages
 */
export function unpackReading(article: Article, packed: unknown, cut = passages(article)): Reading | null {
  try {
    const [names, packedParties, packedStatements, packedWritten] = list(packed);
    const parties = unpackParties(new Values(names), new Values(packedParties), article);
    const statements = unpackStatements(new Values(packedStatements), cut, parties);
    const written = unpackWritten(new Values(packedWritten), cut, parties);
    return { article, passages: cut, statements, parties, written };
  } catch (error) {
    if (error instanceof Misfit) return null;
    throw error;
  }
}

/** What is kept doesn't have the form it should have. */
class Misfit extends Error {
  override readonly name = 'Misfit';
}

function unpackParties(names: Values, values: Values, { body }: Article): Party[] {
  const whole = { start: 0, end: body.end };
  const parties: Party[] = [];
  while (!values.areOver) {
    const kind = PARTY_KINDS[values.number()];
    const gender = GENDERS[values.number()];
    const size = values.number();
    if (kind === undefined || gender === undefined || size < 1) throw new Misfit();
    const name = names.text();
    const forms: string[] = [];
    for (let at = 0; at < size; at++) forms.push(names.text());
    const roles = unpackSpans(values, whole);
    parties.push({ name, kind, gender, names: forms, roles, mentions: unpackSpans(values, whole) });
  }
  if (!names.areOver) throw new Misfit();
  return parties;
}

function unpackStatements(values: Values, cut: readonly Passage[], parties: readonly Party[]): Statement[] {
  const statements: Statement[] = [];
  while (!values.areOver) {
    const passage = cut[values.number()];
    const kind = KINDS[values.number()];
    const rule = RULES[values.number()];
    const by = BYS[values.number()];
    const number = values.number();
    const party = number === NONE ? null : parties[number];
    if (!passage || !kind || !rule || !by || party === undefined) throw new Misfit();
    const source = unpackSpan(values, passage);
    const cue = unpackSpan(values, passage);
    const content = unpackSpans(values, passage);
    const statement = { passage, kind, source, cue, content, party, rule, by };
    statements.push({ ...statement, confidence: confidenceOf(statement) });
  }
  return statements;
}

function unpackWritten(values: Values, cut: readonly Passage[], parties: readonly Party[]): Written[] {
  const written: Written[] = [];
  while (!values.areOver) {
    const passage = cut[values.number()];
    const party = parties[values.number()];
    if (!passage || !party) throw new Misfit();
    written.push({ passage, party });
  }
  return written;
}

/** One stretch of a text, or none. @throws Misfit */
function unpackSpan(values: Values, inside: Span): Span | null {
  const [span = null, another] = unpackSpans(values, inside);
  if (another) throw new Misfit();
  return span;
}

/** Stretches of a text, all of them inside one. @throws Misfit */
function unpackSpans(values: Values, inside: Span): Span[] {
  const spans: Span[] = [];
  for (let left = values.number(); left > 0; left--) {
    const span = { start: values.number(), end: values.number() };
    if (span.start >= span.end || !contains(inside, span)) throw new Misfit();
    spans.push(span);
  }
  return spans;
}

function areInside(spans: readonly Span[], around: Span): boolean {
  return spans.every((span) => span.start < span.end && contains(around, span));
}

/** What is kept, value by value. */
class Values {
  readonly #values: readonly unknown[];
  #next = 0;

  /** @throws Misfit where it is no list */
  constructor(values: unknown) {
    this.#values = list(values);
  }

  get areOver(): boolean {
    return this.#next === this.#values.length;
  }

  /** The next one, a whole number from -1 on. @throws Misfit where it is none */
  number(): number {
    const value = this.#values[this.#next++];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < NONE) throw new Misfit();
    return value;
  }

  /** The next one, a text. @throws Misfit where it is none */
  text(): string {
    const value = this.#values[this.#next++];
    if (typeof value !== 'string' || value === '') throw new Misfit();
    return value;
  }
}

/** @throws Misfit where it is no list */
function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Misfit();
  return value;
}
