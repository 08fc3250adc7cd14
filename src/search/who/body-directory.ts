import { nameWords } from '../../attribution/person-names.js';
import type { Speaker } from '../../corpus/speakers.js';
import { push } from '../../push.js';
import { stem } from '../../text/stem.js';
import { initialsOf } from './role-words.js';

const ARTICLE = /^(?:the|an?)$/u;
/** Words of names that initials leave out. */
const SMALL = /^(?:of|for|and|the|on|in|to)$/u;
/** Fewer are rather somebody's first letters, or a word. */
const SHORTEST_INITIALS = 3;
/** A crowd of more ("half of the voters in each state") is no other crowd's singular. */
const MOST_WORDS = 4;

const IS_INITIALS = /^(?:\p{Lu}\.?){3,}$/u;

/** Who is no person, by name. */
export class BodyDirectory {
  /** Organisations by their names. */
  readonly #byName = new Map<string, Speaker[]>();
  /** Organisations by the initials of their names. */
  readonly #byInitials = new Map<string, Speaker[]>();
  /** Organisations whose names are initials by themselves. */
  readonly #initials = new Map<string, Speaker[]>();
  /** Groups and documents by their words, and by the stems of these. */
  readonly #crowds = new Map<string, Speaker[]>();
  readonly #crowdsByStems = new Map<string, Speaker[]>();

  /** @param forms the words of each form of its name */
  add(speaker: Speaker, forms: readonly (readonly string[])[]): void {
    if (speaker.kind === 'person') return;
    if (speaker.kind !== 'organisation') {
      for (const words of forms) {
        push(this.#crowds, words.join(' '), speaker);
        if (words.length <= MOST_WORDS) push(this.#crowdsByStems, stems(words), speaker);
      }
      return;
    }
    for (const words of forms) push(this.#byName, words.join(' '), speaker);
    for (const name of speaker.names) {
      const initials = initialsOf(name);
      if (initials.length >= SHORTEST_INITIALS) push(this.#byInitials, initials, speaker);
      if (IS_INITIALS.test(name)) push(this.#initials, bodyWords(name).join(''), speaker);
    }
  }

  /** The organisations that are called just so, with or without "the"; else those with these initials, or whose initials are of this name. */
  named(text: string): readonly Speaker[] {
    const words = bodyWords(text);
    const exact = this.#byName.get(words.join(' '));
    if (exact) return exact;
    if (words.length === 1) return this.#byInitials.get(words[0]!) ?? [];
    const letters = words.filter((word) => !SMALL.test(word)).map((word) => word[0]!);
    return this.#initials.get(letters.join('')) ?? [];
  }

  /** The groups and documents that are called just so, with or without "the". */
  crowds(text: string): readonly Speaker[] {
    return this.#crowds.get(bodyWords(text).join(' ')) ?? [];
  }

  /** The groups and documents that are called so, be it of one or of many ("voter", "voters"). */
  crowdsLike(text: string): readonly Speaker[] {
    return this.#crowdsByStems.get(stems(bodyWords(text))) ?? [];
  }
}

/** The words of the name of no person: without an article before them, and one for "F.B.I.". */
export function bodyWords(name: string): string[] {
  const words = nameWords(name.includes('.') ? name.replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '') : name);
  return words.slice(words.length > 1 && ARTICLE.test(words[0]!) ? 1 : 0);
}

function stems(words: readonly string[]): string {
  return words.map((word) => stem(word)).join(' ');
}
