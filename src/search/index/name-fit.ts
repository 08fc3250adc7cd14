import { isFirstName } from '../../attribution/first-names.js';
import { nameWords, sameFirstName } from '../../attribution/person-names.js';
import { isTitle } from '../../attribution/titles.js';
import type { Speaker } from '../../corpus/speakers.js';
import { fold } from '../../text/fold.js';

/** A word of a question, folded, with the terms that it may stand for. */
export interface NameWord {
  readonly word: string;
  readonly ids: ReadonlyMap<number, number>;
}

interface Names {
  readonly words: ReadonlySet<string>;
  /** What the forms of two words or more begin with. */
  readonly firsts: readonly string[];
  readonly roles: ReadonlySet<string>;
}

/** A surname alone that is spelt less like somebody's than this is another one ("Yang", "Wang"). */
const LEAST_OF_SURNAME = 0.78;
/** … and so is another name or its plural. */
const LEAST_OF_OTHERS = 0.8;

const namesOf = new WeakMap<Speaker, Names>();

function names(speaker: Speaker): Names {
  const known = namesOf.get(speaker);
  if (known) return known;
  const forms = speaker.names.map((name) => wordsOf(nameWords(name).join(' '))).filter((f) => f.length > 0);
  const full = forms.filter((f) => f.length > 1);
  const found = {
    words: new Set(forms.flat()),
    firsts: full.map(([first = '']) => first),
    roles: new Set(speaker.roles.flatMap((r) => wordsOf(fold(r.text)))),
  };
  namesOf.set(speaker, found);
  return found;
}

/** As the words of a question are folded. */
function wordsOf(folded: string): string[] {
  return folded
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Where a short or long form of somebody's first name stands before the rest of the name ("Doug" for a Douglas); -1 for none. */
export function shortFormAt(speaker: Speaker, words: readonly NameWord[], from: number): number {
  const at = givenNameAt(words, from);
  const word = words[at]?.word ?? '';
  const { firsts } = names(speaker);
  return word.length > 1 && !firsts.includes(word) && firsts.some((f) => sameFirstName(f, word)) ? at : -1;
}

/** Somebody else's name goes on there: "David" before the surname of a Ronald, or a first name that no story holds. */
export function isOthersName(speaker: Speaker, words: readonly NameWord[], from: number): boolean {
  const given = words[givenNameAt(words, from)];
  if (!given) return false;
  const { words: own, firsts, roles } = names(speaker);
  if (own.has(given.word) || firsts.some((f) => sameFirstName(f, given.word))) return false;
  const isStranger = speaker.kind === 'person' && ![...given.ids.values()].includes(1);
  return isStranger || (isFirstName(given.word) && !roles.has(given.word));
}

/** Before a first name by itself only a role or a title may stand ("candidate Hillary"): "Serena Williams" is no Williams Roe. */
export function mayStandBefore(before: NameWord | undefined, speaker: Speaker): boolean {
  return before === undefined || isTitle(before.word) || names(speaker).roles.has(before.word);
}

/** The word before a name, or before the initials in front of it; -1 for none. */
function givenNameAt(words: readonly NameWord[], from: number): number {
  let at = from - 1;
  while (words[at]?.word.length === 1) at--;
  return at;
}

/** A word that was taken for a part of a name, and how surely: 1 for one of the same stem. */
export interface NameMatch {
  readonly word: string;
  readonly likeness: number;
}

/**
 * Whether what is only spelt like somebody's name, or shares a stem with it, may be that name. A surname may have a slip,
 * where its bearer speaks at all; a first name by itself may not.
 */
export function maySpell(speaker: Speaker, matched: readonly NameMatch[], hasSurname: boolean): boolean {
  if (speaker.kind !== 'person') return matched.every((m) => m.likeness >= LEAST_OF_OTHERS);
  const own = names(speaker).words;
  if (matched.some(({ word }) => own.has(word))) return true;
  const speaks = speaker.statements.length > 0 || speaker.wrote > 0;
  const words = new Set(matched.map(({ word }) => word)).size;
  return speaks && (words > 1 || (hasSurname && matched.some((m) => m.likeness >= LEAST_OF_SURNAME)));
}
