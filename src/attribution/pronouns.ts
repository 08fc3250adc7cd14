import type { Span } from '../text/span.js';
import type { Draft } from './parties.js';
import { WEIGHTS, type Sign } from './pronoun-weights.js';

/**
 * How somebody is referred to: as the source of a statement, as the subject of a sentence without one, before another
 * verb, inside of what somebody claims, in quotation marks, with a possessive mark, or otherwise.
 */
export type Manner = 'speaker' | 'subject' | 'acting' | 'content' | 'quoted' | 'possessive' | 'named';

/** Where in an article something stands: the passage and the sentence, counted through, and the character. */
export interface Place {
  readonly passage: number;
  readonly unit: number;
  readonly at: number;
}

/** Somebody is referred to, by name or pronoun. */
interface Reference extends Place {
  readonly draft: Draft;
  readonly manner: Manner;
  /** Named first of several people who are joined by "and" and do something: "they" may mean them. */
  readonly isFirst?: boolean;
}

/** Somebody whom a pronoun may mean, and what speaks for it, each from 0 to 1. */
interface Candidate {
  readonly draft: Draft;
  readonly signs: ReadonlyMap<Sign, number>;
}

const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'he or she']);
/** Who is only referred to in somebody's words is nobody whom the article goes on about. */
const UNSAID: ReadonlySet<Manner> = new Set(['quoted', 'content']);
/** How many references back a pronoun looks. */
const REACH = 48;

/** Remembers who was referred to, so that a pronoun can be resolved where it stands. */
export class Memory {
  #references: Reference[] = [];
  /** Where people without a name did something last: "they" may be those, and nobody before. */
  #unnamed = -1;

  /** Somebody was referred to. */
  refer(reference: Reference): void {
    this.#references.push(reference);
    if (this.#references.length > 2 * REACH) this.#references = this.#references.slice(-REACH);
  }

  /** Several people who aren't named are what a sentence is about. */
  referToUnnamed({ at }: Place): void {
    this.#unnamed = at;
  }

  /** What stands in a span is a part of what somebody claims. */
  claimed({ start, end }: Span): void {
    this.#references = this.#references.map((r) =>
      start <= r.at && r.at < end && (r.manner === 'named' || r.manner === 'acting')
        ? { ...r, manner: 'content' }
        : r,
    );
  }

  /** Whom a pronoun means; null where nobody fits. */
  resolve(pronoun: string, place: Place): Draft | null {
    if (PERSONAL.has(pronoun)) return likeliest(this.candidates(pronoun, place));
    const since = pronoun === 'they' ? this.#unnamed : -1;
    const before = this.#before(pronoun, place).filter((r) => r.at > since);
    const active = before.findLast((r) => r.isFirst || r.manner === 'speaker' || r.manner === 'subject');
    if (pronoun === 'they') return (active ?? before.findLast((r) => r.manner === 'acting'))?.draft ?? null;
    return (active ?? before.at(-1))?.draft ?? null;
  }

  /**
   * Whom a personal pronoun means; `isAlone` where nobody else who fits is referred to in this paragraph before it, or where
   * there is nobody, in the last.
   */
  likely(pronoun: string, place: Place): { draft: Draft | null; isAlone: boolean } {
    const draft = this.resolve(pronoun, place);
    const near = this.#before(pronoun, place).filter((r) => !UNSAID.has(r.manner));
    const open = [place.passage, place.passage - 1]
      .map((passage) => near.filter((r) => r.passage === passage))
      .find((found) => found.length > 0);
    const owning = open?.filter((r) => r.manner !== 'possessive') ?? [];
    const rivals = owning.length ? owning : (open ?? []);
    // "In an interview with Roe, the actor said": another than Roe.
    const isApart = rivals.some((r) => r.unit === place.unit && r.manner === 'named');
    return { draft, isAlone: rivals.length > 0 && !isApart && rivals.every((r) => r.draft === draft) };
  }

  /** Everybody whom a pronoun may mean, the last referred to first. */
  candidates(pronoun: string, place: Place): Candidate[] {
    const before = this.#before(pronoun, place);
    return [...new Set(before.map((r) => r.draft).toReversed())].map((draft) => ({
      draft,
      signs: signsFor(draft, before, place),
    }));
  }

  /** What a pronoun can refer to, in the order of the text. */
  #before(pronoun: string, place: Place): Reference[] {
    return this.#references
      .filter((r) => r.at < place.at && fits(r, pronoun, place))
      .toSorted((a, b) => a.at - b.at)
      .slice(-REACH);
  }
}

function likeliest(candidates: readonly Candidate[]): Draft | null {
  let best: Draft | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const { draft, signs } of candidates) {
    const score = [...signs].reduce((sum, [sign, value]) => sum + WEIGHTS[sign] * value, 0);
    if (score <= most) continue;
    best = draft;
    most = score;
  }
  return best;
}

function signsFor(draft: Draft, before: readonly Reference[], place: Place): Map<Sign, number> {
  const signs = new Map<Sign, number>();
  const own = before.filter((r) => r.draft === draft);
  for (const { manner, passage, unit } of own) {
    const near = 1 / (1 + place.passage - passage);
    signs.set(manner, Math.max(signs.get(manner) ?? 0, near));
    if (unit === place.unit - 1) signs.set('in the last sentence', 1);
  }
  if (draft.gender !== null) signs.set('gender is known', 1);
  if (own.every((r) => r.passage === place.passage)) signs.set('new in the paragraph', 1);

  const open = before.filter((r) => r.manner !== 'quoted' && r.manner !== 'content');
  const active = open.filter((r) => r.manner !== 'named' && r.manner !== 'possessive');
  const here = open.filter((r) => r.passage === place.passage);
  const earlier = open.filter((r) => r.passage === place.passage - 1);
  const mark = (sign: Sign, is: boolean): void => {
    if (is) signs.set(sign, 1);
  };
  // A paragraph that names nobody before the pronoun goes on with the one before it.
  if (here.length) {
    mark('first in the paragraph', here[0]?.draft === draft);
    mark('last to act', active.at(-1)?.draft === draft);
    mark('last named', open.at(-1)?.draft === draft);
  } else {
    mark('first in the paragraph before', earlier[0]?.draft === draft);
    mark('alone in the paragraph before', earlier.length > 0 && earlier.every((r) => r.draft === draft));
    mark('last to act in the paragraph before', active.at(-1)?.draft === draft);
    mark('last named in the paragraph before', open.at(-1)?.draft === draft);
  }
  return signs;
}

function fits(
  { draft: { kind, gender }, isFirst = false, manner, passage }: Reference,
  pronoun: string,
  place: Place,
): boolean {
  if (pronoun === 'he') return kind === 'person' && gender !== 'female';
  if (pronoun === 'she') return kind === 'person' && gender !== 'male';
  if (pronoun === 'he or she') return kind === 'person';
  if (pronoun === 'it') return kind === 'organisation' || kind === 'document';
  const areTwo = isFirst && manner !== 'quoted' && place.passage - passage <= 1;
  return kind === 'group' || kind === 'organisation' || areTwo;
}
