import { fold } from '../text/fold.js';
import { isFirstName } from './first-names.js';
import { COURTESY, PERSON_NOUN } from './lexicon.js';
import type { Name } from './names.js';
import type { Marked } from './passage-tokens.js';

/** The names of a passage that share a surname begin at `first`; the last has it behind its first name. */
interface Sharing {
  readonly marked: Marked;
  readonly first: number;
  readonly last: number;
}

/** The passages with the surname given to each who shares it: "Ana and Ben Roe" are Ana Roe and Ben Roe. */
export function withShared(all: readonly Marked[]): Marked[] {
  const found = all.flatMap((marked) => sharingIn(marked));
  if (!found.length) return [...all];
  const known = new Known(all, found);
  const given = new Map<Name, Name>();
  for (const { marked, first, last } of found) {
    const full = marked.names[last]!;
    const sharers = marked.names.slice(first, last);
    if (!sharers.every((n) => known.isFirst(n, full, marked))) continue;
    given.set(full, { ...full, guess: 'person' });
    for (const name of sharers)
      given.set(name, {
        ...name,
        words: [name.words[0]!, full.words.at(-1)!],
        guess: 'person',
        shares: true,
      });
  }
  if (!given.size) return [...all];
  return all.map((marked) => ({ ...marked, names: marked.names.map((n) => given.get(n) ?? n) }));
}

/** "Ana and Ben Roe", "Ana, Ben and Cy Roe": words alone before a full name that "and" joins. */
function sharingIn(marked: Marked): Sharing[] {
  const { tokens, names } = marked;
  const found: Sharing[] = [];
  for (let last = 1; last < names.length; last++) {
    const full = names[last]!;
    if (full.titleFrom !== full.from || !isFullName(full)) continue;
    let first = last;
    while (first > 0 && isAlone(names[first - 1]!)) {
      const link = tokens[names[first - 1]!.to];
      const isLinked = first === last ? link?.lower === 'and' : link?.text === ',';
      if (names[first - 1]!.to + 1 !== names[first]!.from || !isLinked) break;
      first--;
    }
    if (first < last) found.push({ marked, first, last });
  }
  return found;
}

function isFullName({ words, guess }: Name): boolean {
  return (words.length === 2 || words.length === 3) && (guess === 'person' || guess === 'maybe');
}

function isAlone({ words, guess, from, titleFrom }: Name): boolean {
  return words.length === 1 && from === titleFrom && (guess === 'person' || guess === 'maybe');
}

/** What the rest of an article tells of words that may be first names. */
class Known {
  /** Words that end a longer name, or have a title. */
  readonly #surnames = new Set<string>();
  /** Words that stand alone elsewhere. */
  readonly #alone = new Set<string>();
  /** Surnames of which the article has several bearers: "the Roes", "the Roe family", "Mr. and Mrs. Roe". */
  readonly #families = new Set<string>();

  constructor(all: readonly Marked[], sharing: readonly Sharing[]) {
    const sharers = new Set(sharing.flatMap(({ marked, first, last }) => marked.names.slice(first, last)));
    for (const { tokens, names } of all) {
      for (const name of names) {
        const own = fold(name.words.at(-1)!);
        if (name.words.length > 1 || name.from !== name.titleFrom) this.#surnames.add(own);
        else if (!sharers.has(name)) this.#alone.add(own);
        const before = tokens[name.titleFrom - 1]?.lower;
        if (before === 'the' && name.words.length === 1) {
          if (own.endsWith('s')) this.#families.add(own.slice(0, -1));
          if (tokens[name.to]?.lower === 'family') this.#families.add(own);
        }
        if (isOfTwo(tokens, name)) this.#families.add(own);
      }
    }
  }

  /** True for a word that is a first name in front of a surname, and no surname itself. */
  isFirst({ words: [word = ''], from }: Name, full: Name, { tokens }: Marked): boolean {
    const own = fold(word);
    if (this.#surnames.has(own)) return false;
    if (isFirstName(word) && isFirstName(full.words[0]!)) return true;
    const comma = tokens[from - 1]?.text === ',' ? tokens[from - 2]?.lower : tokens[from - 1]?.lower;
    const isKin = comma !== undefined && comma.endsWith('s') && PERSON_NOUN.has(comma.slice(0, -1));
    return !this.#alone.has(own) && (isKin || this.#families.has(fold(full.words.at(-1)!)));
  }
}

/** "Mr. and Mrs. Roe": true for a name whose title is one of two. */
export function isOfTwo(tokens: Marked['tokens'], { from, courtesy }: Name): boolean {
  return (
    courtesy !== null && tokens[from - 2]?.lower === 'and' && SHORT_TITLE.test(tokens[from - 3]?.lower ?? '')
  );
}

const SHORT_TITLE = /^(?:mr|mrs|ms|miss|dr|rev|sir|lord|lady)\.?$/u;

/** The genders of two people, of whom the first is named first. */
type Genders = readonly ['female' | 'male', 'female' | 'male'];

/**
 * By folded surname, the genders of two who share it, where the article calls its bearers both "Mr." and "Ms.": who is
 * called so first is named first.
 */
export function gendersByOrder(all: readonly Marked[]): ReadonlyMap<string, Genders> {
  const first = new Map<string, 'female' | 'male'>();
  const found = new Map<string, Genders>();
  for (const { tokens, names } of all) {
    for (const name of names) {
      if (name.courtesy === null || name.words.length > 1) continue;
      const surname = fold(name.words[0]!);
      const titles = isOfTwo(tokens, name) ? [tokens[name.from - 3]!.lower, name.courtesy] : [name.courtesy];
      for (const gender of titles.map((title) => COURTESY.get(title) ?? null)) {
        const before = first.get(surname);
        if (gender && !before) first.set(surname, gender);
        else if (gender && before && before !== gender && !found.has(surname))
          found.set(surname, [before, gender]);
      }
    }
  }
  return found;
}
