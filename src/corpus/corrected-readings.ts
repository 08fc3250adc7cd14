import type { Party, PartyKind, Reading, Statement } from '../attribution/statement.js';
import { fold } from '../text/fold.js';
import { overlaps, type Span } from '../text/span.js';
import type { Passage } from '../article/passages.js';
import type { Correction } from './corrections.js';
import { hiding, withoutHidden, type Hidden } from './hidden-statements.js';
import { findStatement, findWords } from './statement-ref.js';

type StatementCorrection = Extract<Correction, { statement: unknown }>;

/** Readings with what moderators have set right in them. */
export interface CorrectedReadings {
  readonly readings: readonly Reading[];
  /** The parties that articles don't name, but moderators. */
  readonly made: ReadonlySet<Party>;
  /** Corrections of statements that stand in no article any more. */
  readonly unmatched: readonly Correction[];
}

interface Corrected {
  readonly reading: Reading;
  readonly made: readonly Party[];
  readonly unmatched: readonly Correction[];
}

/** What came of each reading, by its corrections: the same corrections give the same object, so that little is made anew. */
const correctedBefore = new WeakMap<Reading, Map<string, Corrected>>();
/** The corrected readings by the reading that they are of. */
const originals = new WeakMap<Reading, Reading>();
/** Outcomes that are remembered of one reading. */
const MOST_REMEMBERED = 8;

/** The reading that a corrected one was made of; null for one that is not corrected. */
export function uncorrected(reading: Reading): Reading | null {
  return originals.get(reading) ?? null;
}

/** Lays the corrections of statements over the readings of their articles. Corrections of speakers are left alone. */
export function correctReadings(
  readings: readonly Reading[],
  corrections: readonly Correction[],
): CorrectedReadings {
  const byArticle = new Map<string, StatementCorrection[]>();
  for (const correction of corrections) {
    if (!('statement' in correction)) continue;
    const { article } = correction.statement;
    byArticle.set(article, [...(byArticle.get(article) ?? []), correction]);
  }
  if (byArticle.size === 0) return { readings, made: new Set(), unmatched: [] };
  const made = new Set<Party>();
  const unmatched: Correction[] = [];
  const corrected = readings.map((reading) => {
    const own = byArticle.get(reading.article.id);
    if (!own) return reading;
    byArticle.delete(reading.article.id);
    const result = correctReading(reading, own, readings);
    for (const party of result.made) made.add(party);
    unmatched.push(...result.unmatched);
    return result.reading;
  });
  return { readings: corrected, made, unmatched: [...unmatched, ...[...byArticle.values()].flat()] };
}

function correctReading(
  reading: Reading,
  corrections: readonly StatementCorrection[],
  all: readonly Reading[],
): Corrected {
  const key = JSON.stringify(corrections);
  const known = correctedBefore.get(reading) ?? new Map<string, Corrected>();
  const before = known.get(key);
  if (before) return before;
  const made = new Desk(reading, (name) => kindOf(name, all)).correct(corrections);
  if (known.size >= MOST_REMEMBERED) known.clear();
  correctedBefore.set(reading, known.set(key, made));
  if (made.reading !== reading) originals.set(made.reading, reading);
  return made;
}

/** What somebody is whom an article doesn't name: as other articles have it. */
function kindOf(name: string, readings: readonly Reading[]): PartyKind {
  const wanted = fold(name);
  for (const { parties } of readings) {
    const known = parties.find((party) => party.names.some((form) => fold(form) === wanted));
    if (known) return known.kind;
  }
  return 'person';
}

/** Where one reading is corrected. */
class Desk {
  readonly #reading: Reading;
  readonly #kindOf: (name: string) => PartyKind;
  readonly #made: Party[] = [];
  readonly #hidden = new Map<Passage, Hidden[]>();
  #statements: readonly Statement[];

  constructor(reading: Reading, kindOfNamed: (name: string) => PartyKind) {
    this.#reading = reading;
    this.#kindOf = kindOfNamed;
    this.#statements = reading.statements;
  }

  correct(corrections: readonly StatementCorrection[]): Corrected {
    const unmatched = corrections.filter((correction) =>
      correction.kind === 'hide' ? !this.#hide(correction) : !this.#reattribute(correction),
    );
    if (unmatched.length === corrections.length) return { reading: this.#reading, made: [], unmatched };
    const given = new Set(corrections.flatMap((c) => (c.kind === 'reattribute' ? fold(c.speaker) : [])));
    const shown = withoutHidden({ ...this.#reading, statements: this.#statements }, this.#hidden, given);
    const reading = { ...shown, parties: [...shown.parties, ...this.#made] };
    return { reading, made: this.#made, unmatched };
  }

  #hide({ statement: ref }: StatementCorrection): boolean {
    const statement = this.#find(ref);
    const words = statement ? null : findWords(this.#reading, ref);
    const passage = (statement ?? words)?.passage;
    if (!passage) return false;
    const hidden = statement ? hiding(statement) : { words: words ? [words.span] : [], frame: [] };
    this.#hidden.set(passage, [...(this.#hidden.get(passage) ?? []), hidden]);
    return true;
  }

  #reattribute({ statement: ref, speaker }: Extract<StatementCorrection, { kind: 'reattribute' }>): boolean {
    const old = this.#find(ref);
    if (old) {
      const party = this.#party(speaker);
      const by = { party, by: 'full name', corrected: true, confidence: 1 } as const;
      this.#statements = this.#statements.map((s) => (s === old ? { ...s, ...by } : s));
      return true;
    }
    const words = findWords(this.#reading, ref);
    if (words) this.#insert(words.passage, words.span, this.#party(speaker));
    return words !== null;
  }

  /** A statement that no rule finds: it takes the place of those that claim some of its words. */
  #insert(passage: Passage, span: Span, party: Party): void {
    const statement: Statement = {
      passage,
      kind: isQuoted(passage, span) ? 'direct' : 'indirect',
      source: null,
      cue: null,
      content: [span],
      party,
      rule: 'goes on',
      by: 'full name',
      confidence: 1,
      corrected: true,
    };
    const others = this.#statements.filter((s) => !s.content.some((c) => overlaps(c, span)));
    this.#statements = [...others, statement].toSorted((a, b) => a.content[0]!.start - b.content[0]!.start);
  }

  #find(ref: StatementCorrection['statement']): Statement | null {
    return findStatement({ ...this.#reading, statements: this.#statements }, ref);
  }

  /** The party of that name, or one made. */
  #party(name: string): Party {
    const wanted = fold(name);
    const known = [...this.#reading.parties, ...this.#made].find((p) =>
      p.names.some((form) => fold(form) === wanted),
    );
    if (known) return known;
    const party: Party = {
      name,
      kind: this.#kindOf(name),
      names: [name],
      roles: [],
      mentions: [],
      gender: null,
    };
    this.#made.push(party);
    return party;
  }
}

/** True where words stand between quotation marks, the marks among them or not. */
function isQuoted(passage: Passage, { start, end }: Span): boolean {
  const around = passage.article.text.slice(Math.max(passage.start, start - 1), end + 1);
  return /^.?["“‘«]/u.test(around) && /["”’»].?$/u.test(around);
}
