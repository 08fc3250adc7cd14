import { fold } from '../text/fold.js';
import { slice } from '../text/span.js';
import { words } from '../text/words.js';
import { PERSON_NOUN } from './lexicon.js';
import { affiliationAt, originsIn, type Origin } from './origins.js';
import type { Cast, Draft } from './parties.js';
import { isOffice } from './titles.js';

/** What an article says somebody is, apart from their name. */
export interface Profile {
  readonly draft: Draft;
  /** The folded words of their roles. */
  readonly words: Set<string>;
  /** Those of them that say what somebody is: "candidate", "sen". */
  readonly callings: Set<string>;
  /** Those of them that somebody was: "former president". */
  readonly past: Set<string>;
  readonly origins: Origin[];
}

/** ", 45," behind a name. */
const AGE = /^,\s(?<age>\d{1,3})(?=[,.;])/u;
const AGE_LENGTH = 8;
/** What stands behind these is said of something else ("a spokesman for the mayor"). */
const HANGING = new Set('of for at in on to with from by who whose that which under against'.split(' '));

/** What an article says of each person, and who is called by a word. */
export class Profiles {
  readonly #of = new Map<Draft, Profile>();
  readonly #byCalling = new Map<string, Profile[]>();

  constructor({ mentions, drafts }: Cast) {
    const text = mentions[0]?.marked.passage.article.text ?? '';
    for (const draft of drafts) {
      if (draft.kind !== 'person') continue;
      const profile = {
        draft,
        words: new Set<string>(),
        callings: new Set<string>(),
        past: new Set<string>(),
        origins: [],
      };
      this.#of.set(draft, profile);
      for (const role of draft.roles) addRole(profile, slice(text, role));
      for (const { end } of draft.mentions) addBehind(profile, text, end);
      for (const calling of profile.callings) {
        const list = this.#byCalling.get(calling);
        if (list) list.push(profile);
        else this.#byCalling.set(calling, [profile]);
      }
    }
  }

  of(draft: Draft): Profile | undefined {
    return this.#of.get(draft);
  }

  /** Everybody who is called by one of some words; null where those are too many to mean one. */
  called(nouns: readonly string[]): Profile[] | null {
    const found = new Set<Profile>();
    for (const noun of nouns) {
      const list = this.#byCalling.get(noun) ?? [];
      if (list.length > MOST) return null;
      for (const profile of list) found.add(profile);
    }
    return [...found];
  }
}

const MOST = 40;

function addRole({ words: own, callings, past, origins }: Profile, role: string): void {
  const all = words(role).map((w) => fold(w.text).replace(/\.$/u, ''));
  for (const word of all) own.add(word);
  for (const origin of originsIn(all).origins) addOrigin(origins, origin);
  let isPast = false;
  for (const word of all) {
    if (HANGING.has(word)) return;
    isPast ||= word === 'former' || word === 'ex';
    if (!PERSON_NOUN.has(word) && !isOffice(word) && !isOffice(`${word}.`)) continue;
    callings.add(word);
    if (isPast) past.add(word);
  }
}

function addBehind({ words: own, origins }: Profile, text: string, end: number): void {
  for (const origin of affiliationAt(text, end)) addOrigin(origins, origin);
  const age = AGE.exec(text.slice(end, end + AGE_LENGTH))?.groups?.['age'];
  if (age !== undefined) own.add(`${age}-year-old`);
}

function addOrigin(origins: Origin[], origin: Origin): void {
  if (!origins.some((o) => o.kind === origin.kind && o.name === origin.name)) origins.push(origin);
}
