import { slice } from '../text/span.js';
import { callingsOf } from './callings.js';
import { cueClassesOf } from './cues.js';
import { genderOfRole, pronounAfter } from './gender.js';
import type { Name } from './names.js';
import type { Draft } from './draft.js';
import type { Marked } from './passage-tokens.js';
import { nameWords } from './person-names.js';
import { callingsIn } from './profiles.js';
import { rolesBeside } from './roles.js';
import { isOffice } from './titles.js';
import type { Token } from './tokens.js';

/** What describes somebody between their name and a verb has at most so many tokens. */
const LONGEST_ASIDE = 15;

/** So many of the places that name somebody in full are looked at for what they are. */
const MOST_NAMED = 12;

/** Tells whom a surname means where several people of an article bear it. */
export class Families {
  /** Everybody who is named in full, the first first. */
  readonly #order = new Map<Draft, number>();
  /** Who says something under their full name. */
  readonly #speakers = new Set<Draft>();
  /** Who bears a surname, as far as the article has been read. */
  readonly #bearers = new Map<string, Set<Draft>>();
  /** Who goes by the surname alone before the article names another bearer. */
  readonly #heads = new Set<Draft>();
  /** For each surname that stands alone: how often "she" follows it, less how often "he" does. */
  readonly #leanings = new Map<string, number>();
  /** Where somebody is named in full. */
  readonly #named = new Map<Draft, { marked: Marked; name: Name }[]>();
  readonly #callings = new Map<Draft, ReadonlySet<string>>();

  constructor(all: readonly Marked[], bearerOf: (fullName: Name) => Draft | undefined) {
    for (const marked of all) {
      for (const name of marked.names) {
        const bearer = bearerOf(name);
        if (bearer) this.#addBearer(bearer, marked, name);
        else if (!name.courtesy && name.words.length === 1) this.#addAlone(marked, name);
      }
    }
    for (const bearers of this.#bearers.values()) if (bearers.size > 1) this.#learnKin(bearers);
  }

  /**
   * The one whom the pronouns tell of. Else whom the article is about, who goes by the surname alone from the beginning;
   * else who has spoken, the first named first.
   */
  head(surname: string, bearers: readonly Draft[]): Draft | undefined {
    const leaning = this.#leanings.get(surname) ?? 0;
    const gender = leaning > 0 ? 'female' : leaning < 0 ? 'male' : null;
    const fits = gender ? bearers.filter((d) => d.gender === null || d.gender === gender) : bearers;
    const ordered = (fits.length ? fits : bearers).toSorted((a, b) => this.#place(a) - this.#place(b));
    return (
      ordered.find((d) => this.#heads.has(d)) ?? ordered.find((d) => this.#speakers.has(d)) ?? ordered[0]
    );
  }

  /**
   * Those whose the office before a surname is: "President Roe" is the Roe who is said to be or have been president; where
   * none is, not one who is said to be something else, if there is another.
   */
  inOffice({ tokens }: Marked, { titleFrom, from }: Name, bearers: readonly Draft[]): readonly Draft[] {
    if (from === titleFrom || bearers.length < 2) return bearers;
    const titles = tokens.slice(titleFrom, from).filter((t) => isOffice(t.lower));
    if (!titles.length) return bearers;
    const asked = new Set(titles.flatMap((t) => callingsOf(t.lower.replace(/\.$/u, ''))));
    const holders = bearers.filter((d) =>
      [...this.#callingsOf(d)].some((c) => asked.has(c) || callingsOf(c).some((o) => asked.has(o))),
    );
    if (holders.length) return holders;
    const free = bearers.filter((d) => !this.#callingsOf(d).size);
    return free.length ? free : bearers;
  }

  /** What somebody is called where the article names them in full. */
  #callingsOf(draft: Draft): ReadonlySet<string> {
    const known = this.#callings.get(draft);
    if (known) return known;
    const callings = new Set(this.#rolesOf(draft).flatMap((role) => [...callingsIn(role).callings]));
    this.#callings.set(draft, callings);
    return callings;
  }

  #rolesOf(draft: Draft): string[] {
    return (this.#named.get(draft) ?? []).flatMap(({ marked, name }) =>
      rolesBeside(marked, name).map((role) => slice(marked.passage.article.text, role)),
    );
  }

  /** "Her son, Ben Roe": a man, whom "Ms. Roe" is not. */
  #learnKin(bearers: ReadonlySet<Draft>): void {
    for (const draft of bearers) {
      if (draft.gender !== null) continue;
      const roles = this.#rolesOf(draft).filter((role) => !/['’]s/u.test(role));
      draft.gender = roles.map(genderOfRole).find((g) => g !== null) ?? null;
    }
  }

  #place(draft: Draft): number {
    return this.#order.get(draft) ?? Infinity;
  }

  #addBearer(bearer: Draft, marked: Marked, name: Name): void {
    if (!this.#order.has(bearer)) this.#order.set(bearer, this.#order.size);
    if (says(marked.tokens, name)) this.#speakers.add(bearer);
    const named = this.#named.get(bearer) ?? [];
    if (named.length < MOST_NAMED) this.#named.set(bearer, [...named, { marked, name }]);
    const surname = bearer.words.at(-1)!;
    this.#bearers.set(surname, (this.#bearers.get(surname) ?? new Set()).add(bearer));
  }

  #addAlone(marked: Marked, name: Name): void {
    const [surname] = nameWords(name.words.join(' '));
    if (surname === undefined) return;
    const bearers = this.#bearers.get(surname);
    if (bearers?.size === 1) for (const bearer of bearers) this.#heads.add(bearer);
    const pronoun = pronounAfter(marked, name);
    if (pronoun)
      this.#leanings.set(surname, (this.#leanings.get(surname) ?? 0) + (pronoun === 'she' ? 1 : -1));
  }
}

/** Those of a surname whom its own sentence tells of: "Vale said she would sue". All, where it tells of none. */
export function ofOwnPronoun({ tokens }: Marked, { to }: Name, bearers: readonly Draft[]): readonly Draft[] {
  let verb = to;
  while (/^(?:ADV|AUX)$/u.test(tokens[verb]?.pos ?? '')) verb++;
  if (!isSaying(tokens[verb])) return bearers;
  const pronoun = tokens[verb + 1]?.lower === 'that' ? tokens[verb + 2] : tokens[verb + 1];
  if (pronoun?.quoted || !/^s?he$/u.test(pronoun?.lower ?? '')) return bearers;
  const other = pronoun!.lower === 'she' ? 'male' : 'female';
  const fits = bearers.filter((d) => d.gender !== other);
  return fits.length ? fits : bearers;
}

/** "said Dora Vale", "Dora Vale, his mother, said". */
function says(tokens: readonly Token[], { titleFrom, to }: Name): boolean {
  if (isSaying(tokens[titleFrom - 1])) return true;
  let verb = to;
  if (tokens[verb]?.text === ',') {
    // "His mother, Dora Vale, said": the name is what stands aside.
    const isAside = tokens[titleFrom - 1]?.text === ',' && isSaying(tokens[to + 1]);
    const close = tokens.slice(to + 1, to + LONGEST_ASIDE).findIndex((t) => t.text === ',');
    if (isAside || close < 0) return isAside;
    verb = to + close + 2;
  }
  while (tokens[verb]?.pos === 'ADV') verb++;
  return isSaying(tokens[verb]);
}

function isSaying(token: Token | undefined): boolean {
  if (!token || token.quoted || token.pos !== 'VERB') return false;
  const classes = cueClassesOf(token.lower);
  return classes?.has('say') === true || classes?.has('tell') === true;
}
