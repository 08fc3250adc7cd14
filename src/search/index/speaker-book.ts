import type { Speaker } from '../../corpus/speakers.js';
import type { Steps } from '../../turns.js';
import type { Lexicon } from './lexicon.js';
import { isStopWord } from './stop-words.js';
import { termsOf } from './terms.js';
import type { Vocabulary } from './vocabulary.js';
import { push } from '../../push.js';
import { isOthersName, mayStandBefore, maySpell, type NameWord, shortFormAt } from './name-fit.js';
import { isNameParticle } from '../../text/name-particles.js';

/** Whom some words of a question may mean. */
export interface NamedSpeakers {
  /** The likeliest first; several where a surname is shared. */
  readonly speakers: readonly Speaker[];
  /** From 0 to 1: how sure it is that the words name somebody of the stories. */
  readonly sureness: number;
  /** Which of the words belong to the name, as positions in what was asked. */
  readonly at: readonly number[];
}

interface Entry {
  readonly speaker: Speaker;
  /** The terms of each form of the name, without grammar and particles. */
  readonly forms: readonly (readonly number[])[];
}

/** What stands before and behind names and is no part of them. */
const AROUND_NAMES = new Set('jr sr ii iii mr mrs ms dr'.split(' '));
/** A word of a role may be misspelt, but not replaced by another. */
const SURE_ENOUGH = 0.8;
/** More speakers than this under one word tell nobody apart ("president"). */
const MOST_ALIKE = 4;

interface HeldRole {
  readonly speaker: Speaker;
  readonly role: ReadonlySet<number>;
}

interface NamesAndRoles {
  readonly lexicon: Lexicon;
  readonly entry: Entry;
  readonly ids: readonly number[];
  readonly roles: readonly HeldRole[];
}

const namesAndRoles = new WeakMap<Speaker, NamesAndRoles>();

/** Somebody's names and roles in terms of a lexicon. */
export interface SpeakerTerms {
  /** The terms of each form of the name, without grammar and particles. */
  readonly forms: readonly (readonly number[])[];
  readonly roles: readonly (readonly number[])[];
}

/** Takes somebody's terms over, as `termsOfSpeaker` once gave them. */
export function rememberTerms(speaker: Speaker, lexicon: Lexicon, { forms, roles }: SpeakerTerms): void {
  namesAndRoles.set(speaker, {
    lexicon,
    entry: { speaker, forms },
    ids: [...new Set(forms.flat())],
    roles: roles.map((role) => ({ speaker, role: new Set(role) })),
  });
}

/** Speakers by the words of their names and roles. */
export class SpeakerBook {
  readonly #lexicon: Lexicon;
  readonly #vocabulary: Vocabulary;
  readonly #byName = new Map<number, Entry[]>();
  readonly #byRole = new Map<number, HeldRole[]>();

  private constructor(lexicon: Lexicon, vocabulary: Vocabulary) {
    this.#lexicon = lexicon;
    this.#vocabulary = vocabulary;
  }

  /** The book of these speakers, written in steps. */
  static *of(lexicon: Lexicon, vocabulary: Vocabulary, speakers: readonly Speaker[]): Steps<SpeakerBook> {
    const book = new SpeakerBook(lexicon, vocabulary);
    for (const speaker of speakers) {
      const { entry, ids, roles } = book.#entryOf(speaker);
      for (const id of ids) push(book.#byName, id, entry);
      for (const held of roles) for (const id of held.role) push(book.#byRole, id, held);
      yield;
    }
    return book;
  }

  /** The terms of all forms of somebody's name, without grammar and particles. */
  idsOfNames(speaker: Speaker): readonly number[] {
    return this.#entryOf(speaker).ids;
  }

  /** Somebody's names and roles in terms, to be kept. */
  termsOfSpeaker(speaker: Speaker): SpeakerTerms {
    const { entry, roles } = this.#entryOf(speaker);
    return { forms: entry.forms, roles: roles.map(({ role }) => [...role]) };
  }

  /** A speaker's names and roles in terms, worked out once for all books over one lexicon. */
  #entryOf(speaker: Speaker): NamesAndRoles {
    const known = namesAndRoles.get(speaker);
    if (known?.lexicon === this.#lexicon) return known;
    const forms = speaker.names.map((n) => this.#ids(n)).filter((f) => f.length > 0);
    const texts = [...new Set(speaker.roles.map((r) => r.text))];
    rememberTerms(speaker, this.#lexicon, { forms, roles: texts.map((text) => this.#ids(text)) });
    return namesAndRoles.get(speaker)!;
  }

  /** Whether a word by itself names anybody. */
  isName({ ids }: NameWord): boolean {
    for (const id of ids.keys())
      for (const entry of this.#byName.get(id) ?? []) if (this.#nameSureness(entry, ids) > 0) return true;
    return false;
  }

  /** Whom a run of words names, by full name, surname or, where nothing else fits, first name. */
  byName(words: readonly NameWord[]): NamedSpeakers | null {
    const found = new Map<Entry, Map<number, { at: number; likeness: number }>>();
    for (const [at, word] of words.entries()) {
      for (const [id, likeness] of word.ids) {
        for (const entry of this.#byName.get(id) ?? []) {
          const matched = found.get(entry) ?? new Map<number, { at: number; likeness: number }>();
          if ((matched.get(id)?.likeness ?? 0) < likeness) matched.set(id, { at, likeness });
          found.set(entry, matched);
        }
      }
    }
    let best: { score: number; sureness: number; at: number[]; entries: Entry[] } | null = null;
    for (const [entry, matched] of found) {
      const sureness = this.#nameSureness(entry, matched);
      if (!sureness) continue;
      const { speaker } = entry;
      const places = [...matched.values()].map((m) => m.at);
      const from = Math.min(...places);
      const isFirst = isFirstNameAlone(entry, matched);
      // "Elon Mosk" is not "Steve Mosko".
      if (isOthersName(speaker, words, from)) continue;
      // "Francis" is somebody, but "Francis Ames" isn't: a first name alone only counts where nothing follows it.
      if ((sureness < 1 || isFirst) && Math.max(...places) < words.length - 1) continue;
      if (isFirst && !mayStandBefore(words[from - 1], speaker)) continue;
      const spelt = [...matched.values()].map((m) => ({ word: words[m.at]!.word, likeness: m.likeness }));
      if (!maySpell(speaker, spelt, !isFirst)) continue;
      const at = [...new Set(places)];
      const short = shortFormAt(speaker, words, from);
      if (short >= 0) at.push(short);
      // By weight, so that in "law professor Ames" the rarer Ames outdoes an organisation called Law.
      const score =
        sureness * [...matched].reduce((sum, [id, m]) => sum + m.likeness * this.#weightOf(id), 0) +
        (short >= 0 ? this.#weight(words[short]) : 0);
      if (!best || score > best.score + 1e-9) best = { score, sureness, at, entries: [entry] };
      else if (score > best.score - 1e-9) best.entries.push(entry);
    }
    if (!best) return null;
    const speakers = best.entries.map((e) => e.speaker).toSorted(moreHeard);
    // Where one of several with a surname speaks far more, the surname alone means that one.
    const heard = (speakers[0]?.statements.length ?? 0) / 5;
    const meant = speakers.filter((s, i) => i === 0 || s.statements.length > heard);
    return { speakers: meant.slice(0, MOST_ALIKE), sureness: best.sureness, at: best.at };
  }

  /** Whom a run of words describes by a role ("the police chief"); null where it fits too many or too little. */
  byRole(words: readonly NameWord[]): NamedSpeakers | null {
    const last = words.length - 1;
    const total = words.reduce((sum, w) => sum + this.#weight(w), 0);
    if (!total) return null;
    const found = new Map<Speaker, { score: number; at: number[] }>();
    const seen = new Set<object>();
    for (const word of words) {
      for (const [id, likeness] of word.ids) {
        if (likeness < SURE_ENOUGH) continue;
        for (const held of this.#byRole.get(id) ?? []) {
          if (seen.has(held)) continue;
          seen.add(held);
          const at = [...words.keys()].filter((i) => hasAny(words[i], held.role));
          // "police chief" needs a chief: the head of the words, which stands last or before "of".
          if (!at.includes(last) && !at.includes(0)) continue;
          const score = at.reduce((sum, i) => sum + this.#weight(words[i]), 0) / total;
          if (score > (found.get(held.speaker)?.score ?? 0)) found.set(held.speaker, { score, at });
        }
      }
    }
    const best = Math.max(0, ...[...found.values()].map((f) => f.score));
    if (best < 0.45) return null;
    const alike = [...found].filter(([, f]) => f.score > best - 1e-9);
    if (alike.length > MOST_ALIKE) return null;
    return {
      speakers: alike.map(([speaker]) => speaker).toSorted(moreHeard),
      sureness: best * (alike.length > 1 ? 0.7 : 0.9),
      at: alike[0]?.[1].at ?? [],
    };
  }

  /** 1 for a whole name or a surname, less for a first name alone or all that is known, 0 for a part that names nobody. */
  #nameSureness(entry: Entry, matched: Pick<ReadonlySet<number>, 'has'>): number {
    const [fullest] = entry.forms;
    if (!fullest) return 0;
    if (entry.forms.some((form) => form.every((id) => matched.has(id))))
      return isBarelyKnown(entry) ? 0.5 : 1;
    if (entry.speaker.kind !== 'person') return 0;
    // A surname of two letters is too often another word ("UN").
    const surname = fullest.at(-1) ?? -1;
    const isShort = this.#vocabulary.termOf(surname).length < 3;
    if (
      matched.has(surname) &&
      !(isShort && entry.forms.flat().every((id) => id === surname || !matched.has(id)))
    )
      return 1;
    return matched.has(fullest[0] ?? -1) ? 0.6 : 0;
  }

  #ids(text: string): number[] {
    return termsOf(text)
      .filter(({ word }) => !isStopWord(word) && !isNameParticle(word) && !AROUND_NAMES.has(word))
      .map(({ term }) => this.#lexicon.add(term));
  }

  #weight(word: NameWord | undefined): number {
    const [id] = word?.ids.keys() ?? [];
    return this.#weightOf(id);
  }

  #weightOf(id: number | undefined): number {
    return this.#vocabulary.weight(this.#vocabulary.passagesWith(id));
  }
}

/** Somebody of one name who says nothing is most likely one of those who bear it among others. */
function isBarelyKnown({ speaker, forms }: Entry): boolean {
  return speaker.kind === 'person' && !speaker.statements.length && forms.every((f) => f.length === 1);
}

/** Of somebody whose full name is known, the first name only. */
function isFirstNameAlone({ speaker, forms }: Entry, matched: ReadonlyMap<number, unknown>): boolean {
  const [fullest = []] = forms;
  const isFull = speaker.kind === 'person' && fullest.length > 1;
  return isFull && matched.size === 1 && matched.has(fullest[0]!) && fullest[0] !== fullest.at(-1);
}

function moreHeard(a: Speaker, b: Speaker): number {
  return b.statements.length - a.statements.length || b.mentions - a.mentions || (a.key < b.key ? -1 : 1);
}

function hasAny(word: NameWord | undefined, ids: ReadonlySet<number>): boolean {
  if (word) for (const [id, likeness] of word.ids) if (likeness >= SURE_ENOUGH && ids.has(id)) return true;
  return false;
}
