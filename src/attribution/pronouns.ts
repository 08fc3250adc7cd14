import type { Span } from '../text/span.js';
import type { Draft } from './draft.js';
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

const NOBODY: ReadonlySet<Draft> = new Set();

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
const ACTIVE: ReadonlySet<Manner> = new Set(['speaker', 'subject', 'acting']);
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

  /**
   * Whom a pronoun means; null where nobody fits.
   * @param told who is named in what "he" or "she" says behind it: seldom the one who says it
   */
  resolve(pronoun: string, place: Place, told = NOBODY): Draft | null {
    if (PERSONAL.has(pronoun)) return likeliest(this.candidates(pronoun, place, told));
    const since = pronoun === 'they' ? this.#unnamed : -1;
    const before = this.#before(pronoun, place).filter((r) => r.at > since && r.manner !== 'quoted');
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
  candidates(pronoun: string, place: Place, told = NOBODY): Candidate[] {
    const before = this.#before(pronoun, place);
    const scene = sceneOf(before, place);
    return [...new Set(before.map((r) => r.draft).toReversed())].map((draft) => ({
      draft,
      signs: signsFor(draft, before, scene, told),
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

/** What a pronoun is read in. */
interface Scene {
  readonly place: Place;
  /** False where its paragraph names nobody before it, and so goes on with the last one that does. */
  readonly isHere: boolean;
  /** Who is referred to in the paragraph that counts: the first, the last, who acts last, who speaks last. */
  readonly drafts: ReadonlySet<Draft>;
  readonly first: Draft | undefined;
  readonly last: Draft | undefined;
  readonly lastActive: Draft | undefined;
  readonly lastSpeaker: Draft | undefined;
}

function sceneOf(before: readonly Reference[], place: Place): Scene {
  const open = before.filter((r) => !UNSAID.has(r.manner));
  const passage = open.at(-1)?.passage;
  const near = open.filter((r) => r.passage === passage);
  return {
    place,
    isHere: passage === place.passage,
    drafts: new Set(near.map((r) => r.draft)),
    first: near[0]?.draft,
    last: near.at(-1)?.draft,
    lastActive: near.findLast((r) => ACTIVE.has(r.manner))?.draft,
    lastSpeaker: near.findLast((r) => r.manner === 'speaker')?.draft,
  };
}

function signsFor(
  draft: Draft,
  before: readonly Reference[],
  { place, isHere, drafts, first, last, lastActive, lastSpeaker }: Scene,
  told: ReadonlySet<Draft>,
): Map<Sign, number> {
  const signs = new Map<Sign, number>();
  const mark = (sign: Sign, is: boolean): void => {
    if (is) signs.set(sign, 1);
  };
  let isNew = true;
  let isOpen = false;
  for (const r of before) {
    if (r.draft !== draft) continue;
    const near = 1 / (1 + place.passage - r.passage);
    signs.set(r.manner, Math.max(signs.get(r.manner) ?? 0, near));
    if (r.passage !== place.passage) isNew = false;
    // What is named in somebody's words stands near nothing.
    if (UNSAID.has(r.manner)) continue;
    isOpen = true;
    mark('in the sentence', r.unit === place.unit);
    mark('in the last sentence', r.unit === place.unit - 1);
  }
  mark('gender is known', draft.gender !== null);
  mark('named in what is said', told.has(draft));
  mark('new in the paragraph', isNew && isOpen);
  mark('last to speak', lastSpeaker === draft);
  mark(isHere ? 'first in the paragraph' : 'first in the paragraph before', first === draft);
  mark(isHere ? 'last to act' : 'last to act in the paragraph before', lastActive === draft);
  mark(isHere ? 'last named' : 'last named in the paragraph before', last === draft);
  mark('alone in the paragraph before', !isHere && drafts.size === 1 && drafts.has(draft));
  return signs;
}

function fits(
  { draft, isFirst = false, manner, passage }: Reference,
  pronoun: string,
  place: Place,
): boolean {
  if (pronoun === 'he or she') return draft.kind === 'person';
  if (PERSONAL.has(pronoun)) return isMeant(draft, pronoun);
  if (pronoun === 'it') return draft.kind === 'organisation' || draft.kind === 'document';
  const areTwo = isFirst && manner !== 'quoted' && place.passage - passage <= 1;
  return draft.kind === 'group' || draft.kind === 'organisation' || areTwo;
}

/** True for somebody whom "he" or "she" may mean. */
export function isMeant({ kind, gender, isOne = false }: Draft, pronoun: string): boolean {
  const other = pronoun === 'he' ? 'female' : 'male';
  return (kind === 'person' || isOne) && PERSONAL.has(pronoun) && gender !== other;
}
