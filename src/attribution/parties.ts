import { fold } from '../text/fold.js';
import { editDistance } from '../text/edit-distance.js';
import { gendersByOrder } from './couples.js';
import { adopt, contentWords, newDraft, spelled, type Draft } from './draft.js';
import { Families, ofOwnPronoun } from './families.js';
import { genderOfName } from './gender.js';
import { COURTESY, ORGANISATION_NOUN, PERSON_NOUN } from './lexicon.js';
import type { Name } from './names.js';
import type { Marked } from './passage-tokens.js';
import { spelledOut } from './initials.js';
import { nameWords, sameFullName } from './person-names.js';
import { spellingOf, withoutArticle } from './spelling.js';
import type { PartyKind } from './statement.js';
import { isTitle } from './titles.js';
import { isOrdinary } from './tokens.js';
import { push } from '../push.js';

/** Where a name stands and whose it is. */
export interface Mention {
  readonly marked: Marked;
  readonly name: Name;
  readonly draft: Draft;
}

/** No more people of one surname in one article are compared with each other. */
const LARGEST_FAMILY = 30;
/** In an article with more surnames than this, misspellings are let be. */
const MOST_SURNAMES = 400;
/** Puts the names of an article together: one draft for each person and organisation, and the mentions in order. */
export class Cast {
  readonly drafts: Draft[] = [];
  readonly mentions: Mention[] = [];
  readonly #bySurname = new Map<string, Draft[]>();
  readonly #byFirst = new Map<string, Draft[]>();
  readonly #byName = new Map<string, Draft>();
  /** What has been looked up by its full words. */
  readonly #byWords = new Map<string, Draft>();
  readonly #mentionOf = new Map<Name, Mention>();
  readonly #groups = new Map<string, Draft>();
  readonly #families: Families;
  /** The offices that the article writes with a small letter ("a dean"). */
  readonly #offices: ReadonlySet<string>;

  constructor(all: readonly Marked[], isPerson: (name: Name, marked: Marked) => boolean) {
    const people: { name: Name; marked: Marked }[] = [];
    const rest: { name: Name; marked: Marked }[] = [];
    const singles: { name: Name; marked: Marked }[] = [];
    this.#offices = officesIn(all);
    for (const marked of all) {
      for (const name of marked.names) {
        if (isPerson(name, marked)) (contentWords(name).length > 1 ? people : singles).push({ name, marked });
        else if (contentWords(name).length === 1) singles.push({ name, marked });
        else rest.push({ name, marked });
      }
    }
    for (const { name, marked } of people) this.#addFull(name, marked);
    for (const { name, marked } of rest) this.#addOther(name, marked);
    this.#families = new Families(all, (name) => this.#fullDraft(name));
    this.#tellApart(all);
    this.#attach(all, isPerson);
  }

  /** The party that a name belongs to. */
  mentionOf(name: Name): Mention | undefined {
    return this.#mentionOf.get(name);
  }

  /** The one bearer of a surname that is another word too ("Baker"), as the article writes it; null where there is none or several. */
  surnamed(word: string): Draft | null {
    const bearers = /^\p{Lu}/u.test(word) ? this.#bySurname.get(spellingOf(fold(word))) : undefined;
    return bearers?.length === 1 ? bearers[0]! : null;
  }

  /** The draft for a source without a name, by its words. */
  group(words: string, kind: PartyKind): Draft {
    const key = fold(words).replace(/^(?:the|a|an) /u, '');
    const known = this.#groups.get(key);
    if (known) return known;
    const draft = newDraft(words, kind, [key]);
    draft.forms.set(words, 1);
    this.#groups.set(key, draft);
    this.drafts.push(draft);
    return draft;
  }

  #addFull(name: Name, marked: Marked): void {
    const words = nameWords(name.words.join(' '));
    if (words.length < 2) return;
    const known = this.#byWords.get(words.join(' ')) ?? this.#sameFull(words) ?? this.#underTitle(words);
    if (known) {
      adopt(known, name, marked);
      known.gender ??= genderOfName(name);
      return;
    }
    const draft = newDraft(spelled(name, marked), 'person', words, genderOfName(name));
    this.#byWords.set(words.join(' '), draft);
    this.drafts.push(draft);
    push(this.#bySurname, spellingOf(words.at(-1)!), draft);
    push(this.#byFirst, words[0]!, draft);
  }

  #sameFull(words: readonly string[]): Draft | undefined {
    return this.#family(words.at(-1)!).find((d) => sameFullName(d.words, words));
  }

  /** "Dean Quill", where the article has named a Mara Quill and a dean: an office that is a first name too, with her surname. */
  #underTitle([first = '', last = '', ...more]: readonly string[]): Draft | undefined {
    const family = this.#offices.has(first) && !more.length ? this.#family(last) : [];
    return family.length === 1 && !isTitle(family[0]!.words[0]!) ? family[0] : undefined;
  }

  /** Who bears a surname. Nobody's family is larger than the limit: what is has been made up. */
  #family(surname: string): readonly Draft[] {
    const all = this.#bySurname.get(spellingOf(surname)) ?? [];
    return all.length > LARGEST_FAMILY ? all.slice(0, LARGEST_FAMILY) : all;
  }

  #addOther(name: Name, marked: Marked): void {
    const words = nameWords(name.words.join(' '));
    const key = words.join(' ');
    if (this.#byName.has(key)) return;
    const draft = newDraft(spelled(name, marked), 'organisation', words);
    this.#byName.set(key, draft);
    this.drafts.push(draft);
  }

  /** Tells whom the names of a headline mean; it adds nobody. */
  recognize(headline: Marked): void {
    for (const name of headline.names) {
      const draft = this.#fullDraft(name) ?? this.#shortDraft(name, headline, [], this.#families);
      if (draft) this.#mentionOf.set(name, { marked: headline, name, draft });
    }
  }

  #attach(all: readonly Marked[], isPerson: (name: Name, marked: Marked) => boolean): void {
    for (const marked of all) {
      let recent: Draft[] = [];
      for (const name of marked.names) {
        const draft =
          this.#fullDraft(name) ??
          this.#shortDraft(name, marked, recent, this.#families) ??
          this.#newSingle(name, marked, isPerson(name, marked));
        if (!draft) continue;
        if (draft.kind === 'person') adopt(draft, name, marked);
        if (draft.kind === 'person') recent = [...recent.filter((d) => d !== draft), draft];
        const span = { start: marked.tokens[name.from]!.start, end: marked.tokens[name.to - 1]!.end };
        const form = spelled(name, marked);
        draft.mentions.push(span);
        draft.forms.set(form, (draft.forms.get(form) ?? 0) + 1);
        if (name.courtesy) draft.gender ??= COURTESY.get(name.courtesy) ?? null;
        const mention = { marked, name, draft };
        this.mentions.push(mention);
        this.#mentionOf.set(name, mention);
      }
    }
  }

  /** Two who share a surname, and whose names don't tell which of them is “Mr.”. */
  #tellApart(all: readonly Marked[]): void {
    const byOrder = gendersByOrder(all);
    for (const { names } of all) {
      for (const [at, name] of names.entries()) {
        if (!name.shares || names[at - 1]?.shares) continue;
        const two = [this.#fullDraft(name), this.#fullDraft(names[at + 1]!)];
        if (two.some((d) => !d || d.gender !== null)) continue;
        const genders = byOrder.get(two[0]!.words.at(-1)!);
        if (genders) for (const [i, draft] of two.entries()) draft!.gender = genders[i]!;
      }
    }
  }

  #fullDraft(name: Name): Draft | undefined {
    const words = nameWords(name.words.join(' '));
    if (words.length < 2) return undefined;
    const known = this.#byWords.get(words.join(' '));
    if (known) return known;
    const draft = this.#sameFull(words) ?? this.#underTitle(words) ?? this.#byName.get(words.join(' '));
    if (draft) this.#byWords.set(words.join(' '), draft);
    return draft;
  }

  /** A surname, or a first name that only one person has. */
  #shortDraft(name: Name, marked: Marked, recent: readonly Draft[], families: Families): Draft | undefined {
    const words = nameWords(name.words.join(' '));
    if (words.length !== 1) return undefined;
    const word = words[0]!;
    let fits = this.#family(word);
    const gender = name.courtesy ? (COURTESY.get(name.courtesy) ?? null) : null;
    fits = gender
      ? fits.filter((d) => d.gender === null || d.gender === gender)
      : families.inOffice(marked, name, ofOwnPronoun(marked, name, fits));
    if (fits.length === 1) return fits[0];
    if (fits.length > 1) {
      const near = recent.findLast((d) => fits.includes(d));
      if (near && !gender) return near;
      return families.head(word, fits);
    }
    const known = this.#byName.get(word) ?? spelledOut(name, this.#byName.values());
    if (known) return known;
    const misspelt = this.#misspelt(word);
    if (misspelt) return misspelt;
    const byFirst = this.#byFirst.get(word) ?? [];
    return byFirst.length === 1 && !name.courtesy ? byFirst[0] : undefined;
  }

  /** A surname that is spelt in two ways: one letter off, or two in a long one. */
  #misspelt(word: string): Draft | undefined {
    const own = withoutArticle(word);
    if (own.length < 5 || isOrdinary(own)) return undefined;
    const limit = own.length < 8 ? 1 : 2;
    const fits: Draft[] = [];
    if (this.#bySurname.size > MOST_SURNAMES) return undefined;
    for (const [surname, bearers] of this.#bySurname) {
      const other = withoutArticle(surname);
      // Bearers of this very name don't fit for another reason: it is “Mr.”, and she is a woman.
      if (other === own || other[0] !== own[0] || editDistance(other, own, limit) > limit) continue;
      fits.push(...bearers.filter((d) => d.words.length > 1));
    }
    return fits.length === 1 ? fits[0] : undefined;
  }

  #newSingle(name: Name, marked: Marked, person: boolean): Draft | undefined {
    const words = nameWords(name.words.join(' '));
    if (!words.length) return undefined;
    if (!person && name.guess === 'maybe' && words.length === 1 && words[0]!.length < 2) return undefined;
    const draft = newDraft(
      spelled(name, marked),
      person ? 'person' : 'organisation',
      words,
      person ? genderOfName(name) : null,
    );
    this.drafts.push(draft);
    if (person) push(this.#bySurname, spellingOf(words.at(-1)!), draft);
    else this.#byName.set(words.join(' '), draft);
    return draft;
  }
}

function officesIn(all: readonly Marked[]): ReadonlySet<string> {
  const nouns = all.flatMap(({ tokens }) => tokens.filter((t) => t.pos === 'NOUN' && t.text === t.lower));
  return new Set(nouns.map((t) => t.lower).filter(isTitle));
}

/** What kind of party a phrase without a name is, by its head noun. */
export function kindOfNoun(head: string, documents: ReadonlySet<string>): PartyKind {
  const noun = head.toLowerCase();
  if (documents.has(noun)) return 'document';
  if (ORGANISATION_NOUN.has(noun) && !PERSON_NOUN.has(noun)) return 'organisation';
  return 'group';
}
