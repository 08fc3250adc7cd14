import type { Article } from '../../article/article.js';
import type { Role, Speaker } from '../../corpus/speakers.js';
import { push } from '../../push.js';
import { fold } from '../../text/fold.js';
import { isKin, isOfPlace, roleWord, type RoleWords, type ToldRole } from './role-words.js';

/** A role of a speaker, taken apart. */
export interface HeldRole extends ToldRole {
  /** As the stories have it. */
  readonly role: Role;
}

/** Ranks within a role: a senior adviser is an adviser. */
const RANK = new Set(['senior', 'top', 'former', 'longtime', 'new', 'chief'].map((word) => roleWord(word)));
const NEXT_LINE = /\n[\r\n]*/u;
const PAST = roleWord('former');
/** So many holders of a bare role are looked at in their stories: of more, the role doesn't tell who is meant. */
const MOST_BARE = 100;

interface Holder {
  readonly speaker: Speaker;
  readonly roles: readonly HeldRole[];
}

/** Somebody whom a role describes. */
export interface Described {
  readonly speaker: Speaker;
  /** How many words the role has besides those that were asked for. */
  readonly extra: number;
  /** How many articles give them such a role. */
  readonly stories: number;
  /** They were it, and it isn't asked who was. */
  readonly isPast: boolean;
}

/** Speakers by the words of their roles. */
export class RoleDirectory {
  readonly #byWord = new Map<string, Holder[]>();

  add(holder: Holder): void {
    for (const word of new Set(holder.roles.flatMap((role) => [...role.words])))
      push(this.#byWord, word, holder);
  }

  /**
   * Whom the words describe: one of their roles has them all, and is what is asked for. Whom fewest other words describe
   * come first, and then those of whom most articles say so.
   */
  described(asked: RoleWords): Described[] {
    const words = [...asked.words].filter((word) => asked.size < 2 || !HEAD.has(word));
    const [rarest] = words.toSorted((a, b) => this.#with(a).length - this.#with(b).length);
    return this.#with(rarest ?? '')
      .flatMap((holder) => describedAs(asked, holder) ?? [])
      .toSorted((a, b) => a.extra - b.extra || b.stories - a.stories);
  }

  /**
   * People whose role says less than what is asked for, and whose story says the rest beside it or in its title: "Chairman
   * Roe", in a story of the harbour committee, is the harbour committee's chairman. Not whose wife or which country's
   * president somebody is.
   *
   * @param isOf whether a role is somebody's ("his chairman") whom a word names; null for a word that names nobody
   */
  inStory(asked: RoleWords, isOf: (word: string, role: Role) => boolean | null): Speaker[] {
    const [head = ''] = asked.heads;
    if (isKin(head) || [...asked.words].some(isOfPlace)) return [];
    const saysLess = (role: HeldRole) =>
      role.heads[0] === head &&
      (asked.words.has(PAST) || !role.words.has(PAST)) &&
      [...role.words].every((word) => asked.words.has(word) || RANK.has(word));
    const tells = (speaker: Speaker, role: HeldRole) => {
      const rest = [...asked.words].filter((word) => !role.words.has(word));
      const around = wordsAround(role.role);
      const stands = (word: string) => isOf(word, role.role) ?? around.has(word);
      return rest.every(stands) && !this.#isOfAnother(speaker, rest, role.role.article);
    };
    const bare = this.#with(head).filter(
      ({ speaker, roles }) => speaker.kind === 'person' && roles.some(saysLess),
    );
    if (bare.length > MOST_BARE) return [];
    return bare
      .filter(({ speaker, roles }) => roles.some((role) => saysLess(role) && tells(speaker, role)))
      .map(({ speaker }) => speaker);
  }

  /** Whether an article has the words in somebody else's role. */
  #isOfAnother(speaker: Speaker, words: readonly string[], article: Article): boolean {
    return this.#with(words[0] ?? '').some(
      (other) =>
        other.speaker !== speaker &&
        other.roles.some((role) => role.role.article === article && words.every((w) => role.words.has(w))),
    );
  }

  /**
   * People whose role comes near, for "did you mean": who are what is asked for with half of the words, who have the
   * other words but are something else, and whoever else is what is asked for. Of each, most words first.
   */
  near(asked: RoleWords): Speaker[] {
    const [head = ''] = asked.heads;
    const complements = [...asked.words].filter((word) => word !== head);
    const rest = complements.length ? complements : [...asked.words];
    const ranks = (role: HeldRole): Near | null => {
      const held = [...asked.words].filter((word) => role.words.has(word)).length;
      const near = { held, extra: role.size - held };
      if (role.heads.includes(head)) return { ...near, rank: held > 1 && 2 * held >= asked.size ? 0 : 2 };
      // Who has to do with Roe isn't nearly Roe's wife.
      return !isKin(head) && rest.every((word) => role.words.has(word)) ? { ...near, rank: 1 } : null;
    };
    return [...new Set([...asked.words].flatMap((word) => this.#with(word)))]
      .filter(({ speaker }) => speaker.kind === 'person')
      .flatMap(({ speaker, roles }) => {
        const [best] = roles.flatMap((role) => ranks(role) ?? []).toSorted(nearer);
        return best ? [{ speaker, best }] : [];
      })
      .toSorted((a, b) => nearer(a.best, b.best) || b.speaker.statements.length - a.speaker.statements.length)
      .map(({ speaker }) => speaker);
  }

  #with(word: string): readonly Holder[] {
    return this.#byWord.get(word) ?? [];
  }
}

/** How a holder has what is asked for; null where they haven't. */
export function describedAs(asked: RoleWords, { speaker, roles }: Holder): Described | null {
  const fitting = roles.filter((role) => isSame(asked, role) || isHead(asked, role));
  if (!fitting.length) return null;
  const extra = Math.min(...fitting.map((role) => role.size)) - asked.size;
  const isPast = !asked.words.has(PAST) && fitting.every((role) => role.words.has(PAST));
  return { speaker, extra, isPast, stories: fitting.reduce((sum, role) => sum + role.role.stories, 0) };
}

/** The same words, or all that were asked for in a role that says first of all the same. */
function isSame(asked: RoleWords, role: HeldRole): boolean {
  if (!asked.size || ![...asked.words].every((word) => role.words.has(word))) return false;
  return role.size === asked.size || role.heads.includes(asked.heads[0] ?? '');
}

/** Who is asked for as the head of something is its president, its director or whatever its first is called. */
function isHead(asked: RoleWords, role: HeldRole): boolean {
  const [head = ''] = asked.heads;
  if (!HEAD.has(head) || !FIRST.has(role.heads[0] ?? '') || !isWhollyFirst(asked, role)) return false;
  const of = [...asked.words].filter((word) => word !== head);
  if (!of.length || !of.every((word) => role.words.has(word))) return false;
  // Of the quarry union's youth council it is no head of the union.
  if (of.length > 1) return isWholeBody(of.at(-1)!, role.role.text);
  // One word ("head of the quarry") must be all that the role is of, or the initials of it.
  const others = [...role.words].slice(0, role.size).filter((word) => !FIRST.has(word));
  return others.every((word) => of.includes(word)) || role.initials.includes(of[0]!);
}

/** Whether a body's name ends with a word: none with a capital goes on behind it. */
function isWholeBody(last: string, role: string): boolean {
  const words = role.split(/[^\p{L}\p{N}'’.-]+/u).filter(Boolean);
  const at = words.findLastIndex((word) => roleWord(fold(word)) === last);
  return !/^\p{Lu}/u.test(words[at + 1] ?? '');
}

/** Whether the head of a role stands without a word that makes it the first of something less ("communications director"). */
function isWhollyFirst(asked: RoleWords, role: HeldRole): boolean {
  const words = [...role.words];
  const before = words[words.indexOf(role.heads[0] ?? '') - 1];
  return (
    before === undefined || asked.words.has(before) || [FIRST, RANK, WHOLLY].some((set) => set.has(before))
  );
}

// No "boss": it is compared as "chief", and a chief of staff is no director of it.
const HEAD = new Set(['head', 'leader'].map((word) => roleWord(word)));
const WHOLLY = new Set(
  ['managing', 'general', 'acting', 'interim', 'founding', 'national', 'co'].map((word) => roleWord(word)),
);
const FIRST = new Set(
  ['president', 'chair', 'director', 'chief', 'executive', 'leader', 'head', 'commissioner', 'secretary'].map(
    (word) => roleWord(word),
  ),
);

interface Near {
  readonly rank: number;
  readonly held: number;
  readonly extra: number;
}

function nearer(a: Near, b: Near): number {
  return a.rank - b.rank || b.held - a.held || a.extra - b.extra;
}

/** The words of a role's paragraph, of those before and after it, and of the title, as roles are compared. */
function wordsAround({ article, span }: Role): ReadonlySet<string> {
  const before = article.text.slice(0, span.start).split(NEXT_LINE).slice(-2);
  const after = article.text.slice(span.start).split(NEXT_LINE).slice(0, 2);
  const words = fold([article.title, ...before, ...after].join(' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((word) => roleWord(word)));
}
