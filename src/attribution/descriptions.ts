import { fold } from '../text/fold.js';
import { callingsOf } from './callings.js';
import { singular } from './can-speak.js';
import { genderOfRole } from './gender.js';
import { DEMONYM, PERSON_NOUN } from './lexicon.js';
import { headOf, type Range } from './noun-phrase.js';
import { originsIn, type Origin } from './origins.js';
import type { Draft } from './draft.js';
import type { Cast } from './parties.js';
import type { Marked } from './passage-tokens.js';
import { Profiles, type Profile } from './profiles.js';
import { isTitle } from './titles.js';
import type { Token } from './tokens.js';

/** A phrase that describes somebody without a name: "the former Arizona senator". */
interface Description {
  readonly head: Token;
  /** What their role may call them. */
  readonly callings: readonly string[];
  readonly origins: readonly Origin[];
  /** What else it says of them, folded. */
  readonly rest: readonly string[];
  readonly isFormer: boolean;
}

/** Whom "he", "she" or "he or she" would mean in the place of a description. */
export interface Likely {
  readonly draft: Draft | null;
  /** True where nobody else of that gender acts nearby. */
  readonly isAlone: boolean;
}

/** Nouns that go for too many people to mean the one who was called so before. */
const VAGUE = new Set(
  'man woman boy girl person guy lady gentleman official officials member friend supporter'.split(' '),
);
/** What people are called who are known by name, and hardly anybody else. */
const OF_NOTE = new Set(
  `actor actress author billionaire businessman businesswoman candidate comedian congressman congresswoman developer frontrunner
  front-runner governor hopeful lawmaker magnate millionaire mogul nominee politician rapper senator singer socialist star tycoon`.split(
    /\s+/u,
  ),
);
/** These tell nothing that a story says elsewhere. */
const LOOSE =
  /^(?:former|ex|then|longtime|long-time|veteran|presumptive|likely|presidential|embattled|outspoken|late|one-time|onetime|real|estate|\p{L}+-term|self-\p{L}+)$/u;
/** Who holds one of these is seldom written of without it. */
const OFFICE = /^(?:governor|senator|lawmaker|mayor|president|premier|minister|congress(?:wo)?man)$/u;
const LONGEST = 8;
/** "The actor", "the former actor". */
const SHORT = 3;
const BESIDES_THE_NOUN = new Set(['from', 'of']);

/** Tells whom descriptions mean, of the people of an article. */
export class Descriptions {
  readonly #profiles: Profiles;
  /** What people without a name were called ("a senator"), and where last. */
  readonly #unnamed = new Map<string, number>();

  constructor(cast: Cast) {
    this.#profiles = new Profiles(cast);
  }

  /** A passage comes: who is in it without a name ("a senator said") may be meant later on. */
  entered(tokens: readonly Token[], isRole: (token: Token) => boolean): void {
    for (const [at, token] of tokens.entries()) {
      if (!/^(?:an?|one|another)$/u.test(token.lower) || tokens[at - 1]?.pos === 'AUX') continue;
      const head = nounBehind(tokens, at + 1);
      if (head && !isRole(head)) this.#unnamed.set(head.lower, head.start);
    }
  }

  /** The one whom a phrase with "the" describes; null where that may be nobody of the story, or one of several. */
  behind(marked: Marked, core: Range, likelyFor: (pronoun: string) => Likely): Draft | null {
    const asked = describe(marked.tokens, core);
    if (!asked || VAGUE.has(asked.head.lower)) return null;
    const called = this.#profiles.called(asked.callings);
    if (!called) return null;
    const gender = genderOfRole(asked.head.lower) ?? genderBehind(marked, core);
    const likely = likelyFor(gender === 'male' ? 'he' : gender === 'female' ? 'she' : 'he or she');
    const fitting = called.filter(
      (p) => p.draft.mentions[0]!.start < asked.head.start && isLike(p, gender) && !isOther(p, asked),
    );
    const whole = fitting.filter((p) => isWhole(p, asked));
    const former = asked.isFormer ? whole.filter((p) => asked.callings.some((c) => p.past.has(c))) : [];
    const [only, ...others] = former.length ? former : whole;
    if (only && !others.length)
      return asked.origins.length + asked.rest.length + former.length > 0 ||
        likely.draft === only.draft ||
        this.#isKnown(asked, only)
        ? only.draft
        : null;
    const profile = likely.draft && this.#profiles.of(likely.draft);
    if (!profile || isOther(profile, asked)) return null;
    const isCalled = [...profile.callings].some((c) => asked.callings.includes(c));
    if (OFFICE.test(asked.head.lower) && profile.callings.size && !isCalled) return null;
    if (OF_NOTE.has(asked.head.lower) && core.to - core.from <= SHORT) return profile.draft;
    if (whole.length || !likely.isAlone) return null;
    const fits = fitting.length ? fitting.every((p) => p === profile) : this.#isOfNote(asked, profile);
    return fits ? profile.draft : null;
  }

  /** "The judge", where the story begins with “a judge”, names one then, and tells of none without a name since. */
  #isKnown({ head, callings, isFormer }: Description, { draft, past }: Profile): boolean {
    const unnamed = this.#unnamed.get(head.lower);
    if (unnamed === undefined || isFormer || callings.some((c) => past.has(c))) return false;
    return isTitle(head.lower) && unnamed < draft.mentions[0]!.start;
  }

  /** "The Republican candidate", "the New York businessman": a story says so of somebody it has named, and calls nothing else. */
  #isOfNote({ head, origins }: Description, { callings }: Profile): boolean {
    const isKnown = OF_NOTE.has(head.lower) || origins.some((o) => o.kind !== 'party');
    const isFree = !callings.size || (!OFFICE.test(head.lower) && [...callings].some((c) => OF_NOTE.has(c)));
    return isKnown && isFree && !this.#unnamed.has(head.lower);
  }
}

/** Takes a phrase apart; null where it isn't one with "the", or says whose somebody is. */
function describe(tokens: readonly Token[], core: Range): Description | null {
  const head = headOf(tokens, core);
  const all = tokens.slice(core.from, core.to);
  if (!head || all.length < 2 || all.length > LONGEST || all[0]!.lower !== 'the') return null;
  const at = all.indexOf(head);
  if (!PERSON_NOUN.has(head.lower) || /^\p{Lu}/u.test(head.text)) return null;
  const behind = all.slice(at + 1);
  if (behind.length && !BESIDES_THE_NOUN.has(behind[0]!.lower)) return null;
  const before = all.slice(1, at);
  if (before.some((t) => t.pos === 'PUNCT' || /^['’]s?$/u.test(t.text))) return null;
  const own = originsIn(before.map((t) => fold(t.text)));
  const after = originsIn(behind.slice(1).map((t) => fold(t.text)));
  if (after.rest.length) return null;
  return {
    head,
    callings: callingsOf(head.lower),
    origins: [...own.origins, ...after.origins],
    rest: own.rest.filter((word) => !LOOSE.test(word)),
    isFormer: own.rest.some((word) => /^(?:former|ex)$/u.test(word)),
  };
}

/** The noun for a person that a phrase without a name ends with; null where there is none, or a name follows. */
function nounBehind(tokens: readonly Token[], from: number): Token | null {
  let head: Token | null = null;
  for (const token of tokens.slice(from, from + LONGEST)) {
    if (!/^(?:NOUN|ADJ|PROPN|NUM)$/u.test(token.pos)) break;
    head = token;
  }
  return head && head.pos === 'NOUN' && PERSON_NOUN.has(head.lower) ? head : null;
}

function isLike({ draft }: Profile, gender: Draft['gender']): boolean {
  return gender === null || draft.gender === null || draft.gender === gender;
}

/** "The senator vowed to take his campaign on": the gender of the first pronoun behind a phrase, no name between. */
function genderBehind({ tokens, units }: Marked, core: Range): Draft['gender'] {
  const end = units.findLast((u) => u.from <= core.from)?.to ?? core.to;
  for (const { lower, quoted, pos } of tokens.slice(core.to, end)) {
    if (quoted) continue;
    if (pos === 'PROPN' && !DEMONYM.has(singular(lower))) return null;
    if (/^(?:he|his|him)$/u.test(lower)) return 'male';
    if (/^(?:she|her)$/u.test(lower)) return 'female';
  }
  return null;
}

/** True where a description is of another party, state or nation than somebody. */
function isOther({ origins }: Profile, asked: Description): boolean {
  return asked.origins.some(({ kind, name }) => {
    const same = origins.filter((o) => o.kind === kind);
    return same.length > 0 && !same.some((o) => o.name === name);
  });
}

/** True where the story says of somebody all that a description does. */
function isWhole({ origins, words }: Profile, asked: Description): boolean {
  return (
    asked.origins.every((o) => origins.some((own) => own.kind === o.kind && own.name === o.name)) &&
    asked.rest.every((word) => words.has(word))
  );
}
