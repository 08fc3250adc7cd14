import { middlesFit, nameWords, sameFirstName } from '../../attribution/person-names.js';
import { isTitle } from '../../attribution/titles.js';
import type { Speaker } from '../../corpus/speakers.js';
import { editDistance, tolerance } from '../../text/edit-distance.js';
import { BodyDirectory, bodyWords } from './body-directory.js';
import { comparedName } from '../index/compared-name.js';
import { fold } from '../../text/fold.js';
import { push } from '../../push.js';
import { type HeldRole, RoleDirectory, describedAs } from './role-directory.js';
import { askedRole, isForPeople, isKin, roleWords } from './role-words.js';

interface NameWord {
  readonly word: string;
  /** As it is compared. */
  readonly plain: string;
}

/** In so many letters one may be wrong, the first too. */
const LONG_ENOUGH = 5;

const POSSESSIVE = /'s?$/u;

interface Entry {
  readonly speaker: Speaker;
  /** The folded words of each form of the name. */
  readonly forms: readonly (readonly string[])[];
  readonly roles: readonly HeldRole[];
}

/** Speakers by the words of their names and roles. Knows nobody until it has learnt them. */
export class SpeakerDirectory {
  readonly roles = new RoleDirectory();
  readonly bodies = new BodyDirectory();
  readonly #speakers: readonly Speaker[];
  #learnt = 0;
  readonly #byForm = new Map<string, Entry[]>();
  readonly #byLast = new Map<string, Entry[]>();
  readonly #byFirst = new Map<string, Entry[]>();
  readonly #byWord = new Map<string, Entry[]>();
  /** Name words by length, for misspellings; each with how it is compared. */
  readonly #byLength = new Map<number, NameWord[]>();

  constructor(speakers: readonly Speaker[]) {
    this.#speakers = speakers;
  }

  /** Learns so many more speakers; false where none was left. */
  learn(most = Infinity): boolean {
    const next = this.#speakers.slice(this.#learnt, this.#learnt + most);
    this.#learnt += next.length;
    for (const speaker of next) {
      this.#add({
        speaker,
        forms: distinct(speaker.names.map((n) => formOf(speaker, n)).filter((f) => f.length > 0)),
        roles: speaker.roles.map((role) => ({ ...roleWords(role.text), role })),
      });
    }
    return next.length > 0;
  }

  /** Every person whose name, in one of its full forms, is just these words, with hyphens or without. */
  named(words: readonly string[]): Speaker[] {
    if (words.length < 2) return [];
    const exact = this.#byForm.get(keyOf(words)) ?? [];
    if (exact.length) return speakersOf(exact);
    return speakersOf(this.#persons(words.at(-1)!).filter((e) => e.forms.some((f) => fits(f, words))));
  }

  /** Every person with this surname; a surname of several words counts by its last. */
  surnamed(word: string): Speaker[] {
    const isSurname = (f: readonly string[]) => f.length > 1 && f.at(-1) === word;
    return speakersOf(this.#persons(word).filter((e) => e.forms.some(isSurname)));
  }

  /** Every person with this first name, or called by it alone. */
  firstNamed(word: string): Speaker[] {
    return speakersOf([...this.#persons(word), ...(this.#byFirst.get(word) ?? [])]);
  }

  /** Every person with a name that ends in this word. */
  #persons(word: string): Entry[] {
    return (this.#byLast.get(word) ?? []).filter(isPerson);
  }

  /** Everybody whose name holds all of the words, in any place. */
  holding(words: readonly string[]): Speaker[] {
    const [first, ...rest] = words;
    if (first === undefined) return [];
    return speakersOf(
      (this.#byWord.get(first) ?? []).filter((e) => e.forms.some((f) => rest.every((w) => f.includes(w)))),
    );
  }

  /** Somebody with these words partly in the name and the rest in a role ("commissioner Roe"), or a relative ("Roe's wife"). */
  partlyNamed(text: string): Speaker[] {
    const all = fold(text).split(' ');
    const found = new Set<Speaker>();
    for (const word of all) {
      const name = nameOf(word);
      for (const entry of this.#byWord.get(name) ?? []) {
        const own = new Set(entry.forms.flat());
        const rest = askedRole(all.filter((w) => !own.has(nameOf(w))).join(' '));
        // Of Roe's wife Roe is the name, and of Roe's lawyer it isn't.
        const isOfOther = POSSESSIVE.test(word) && !rest.heads.some(isKin);
        if (!isOfOther && describedAs(rest, entry)) found.add(entry.speaker);
      }
    }
    return [...found];
  }

  /** Speakers whose names nearly are these words, the nearest first. */
  misspelt(words: readonly string[]): { speaker: Speaker; distance: number }[] {
    const near = words.map((w) => this.#near(w));
    if (near.some((n) => n.size === 0)) return [];
    const found = new Map<Entry, number>();
    for (const [word] of near.at(-1)!) {
      for (const entry of this.#byWord.get(word) ?? []) {
        if (found.has(entry) || !(isPerson(entry) || isBody(entry))) continue;
        const distance = Math.min(...entry.forms.map((f) => nameDistance(f, words, near)));
        if (distance < Number.POSITIVE_INFINITY) found.set(entry, distance);
      }
    }
    return [...found]
      .map(([entry, distance]) => ({ speaker: entry.speaker, distance }))
      .toSorted((a, b) => a.distance - b.distance);
  }

  /**
   * For "did you mean": people whose surname is the same or nearly so, or whose first name is the same, and
   * organisations with most of the words.
   */
  nearest(words: readonly string[], limit: number): Speaker[] {
    const scores = new Map<Entry, number>();
    for (const [at, word] of words.entries()) {
      const isLast = at === words.length - 1;
      // In "Roe's sun" the last word is hardly a slip in somebody's name.
      const near = isLast && !isForPeople(word) ? this.#near(word) : new Map([[word, 0]]);
      for (const [known, distance] of near) {
        for (const entry of this.#byWord.get(known) ?? []) {
          const isSurname = isLast && entry.forms.some((f) => f.at(-1) === known);
          const isFirst = at === 0 && entry.forms.some((f) => f[0] === known);
          if (!(isPerson(entry) ? isSurname || isFirst : isBody(entry) && distance === 0)) continue;
          const gain = (isPerson(entry) && isSurname ? 3 : 1) - distance * 0.5;
          scores.set(entry, (scores.get(entry) ?? 0) + gain);
        }
      }
    }
    return [...scores]
      .filter(([entry, score]) => isPerson(entry) || 2 * score > words.length)
      .toSorted(([a, m], [b, n]) => n - m || b.speaker.statements.length - a.speaker.statements.length)
      .slice(0, limit)
      .map(([entry]) => entry.speaker);
  }

  #add(entry: Entry): void {
    for (const form of entry.forms) {
      if (isPerson(entry)) push(this.#byForm, keyOf(form), entry);
      for (const word of new Set(form)) {
        if (!this.#byWord.has(word))
          push(this.#byLength, comparedName(word).length, { word, plain: comparedName(word) });
        pushOnce(this.#byWord, word, entry);
      }
      pushOnce(this.#byLast, form.at(-1)!, entry);
      if (form.length > 1 && isPerson(entry)) pushOnce(this.#byFirst, form[0]!, entry);
    }
    this.roles.add(entry);
    this.bodies.add(entry.speaker, entry.forms);
  }

  /** The known words that may be meant by one, with how many letters they are off. */
  #near(word: string): Map<string, number> {
    const found = new Map<string, number>();
    if (this.#byWord.has(word)) found.set(word, 0);
    const own = comparedName(word);
    const limit = tolerance(own.length);
    for (let length = own.length - limit; length <= own.length + limit; length++) {
      for (const { word: known, plain: other } of this.#byLength.get(length) ?? []) {
        // Misspellings seldom touch both of the first two letters, and in a short word another letter makes another word.
        if (other[0] !== own[0] && (other[1] !== own[1] || own.length < LONG_ENOUGH)) continue;
        const distance = editDistance(own, other, limit);
        if (distance <= limit && distance < (found.get(known) ?? limit + 1)) found.set(known, distance);
      }
    }
    return found;
  }
}

function isPerson({ speaker }: Entry): boolean {
  return speaker.kind === 'person';
}

function isBody({ speaker }: Entry): boolean {
  return speaker.kind === 'organisation';
}

function formOf({ kind }: Speaker, name: string): string[] {
  return kind === 'person' ? nameWords(name) : bodyWords(name);
}

/** "Al-Roe" and "Al Roe" are one name. */
function keyOf(words: readonly string[]): string {
  return words.join(' ').replaceAll('-', ' ');
}

/** A word as it would stand in a name ("roe" of "Roe's"). */
function nameOf(word: string): string {
  return nameWords(word.replace(POSSESSIVE, ''))[0] ?? '';
}

/** The words of a query without the titles at its head ("Justice Roe", "Dr Roe"); the last word always stays. */
export function withoutTitles(words: readonly string[]): string[] {
  let from = 0;
  while (
    from < words.length - 1 &&
    isTitle(words[from]!) &&
    words[from] !== 'st' &&
    !/^(?:of|for)$/u.test(words[from + 1]!)
  )
    from++;
  return words.slice(from);
}

function fits(form: readonly string[], words: readonly string[]): boolean {
  if (form.length < 2 || form.at(-1) !== words.at(-1)) return false;
  if (!sameFirstName(form[0]!, words[0]!)) return words.every((w) => form.includes(w));
  return middlesFit(form, words);
}

function nameDistance(
  form: readonly string[],
  words: readonly string[],
  near: readonly Map<string, number>[],
): number {
  let total = 0;
  let used = -1;
  for (const at of words.keys()) {
    let best = Number.POSITIVE_INFINITY;
    let place = -1;
    for (let i = used + 1; i < form.length; i++) {
      const distance =
        near[at]!.get(form[i]!) ??
        (sameFirstName(words[at]!, form[i]!) && i < form.length - 1 ? 0 : Number.POSITIVE_INFINITY);
      if (distance < best) {
        best = distance;
        place = i;
      }
    }
    if (place < 0) return Number.POSITIVE_INFINITY;
    used = place;
    total += best;
  }
  // One word alone must be a first or a last name.
  return words.length === 1 && used !== form.length - 1 && used !== 0 ? Number.POSITIVE_INFINITY : total;
}

function distinct(forms: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(forms.map((f) => [f.join(' '), f])).values()];
}

function speakersOf(entries: readonly Entry[]): Speaker[] {
  return [...new Set(entries.map((e) => e.speaker))];
}

/** Entries are added one after another, so that a repeat is always the last. */
function pushOnce<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  if (map.get(key)?.at(-1) !== value) push(map, key, value);
}
