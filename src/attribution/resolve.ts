import type { Span } from '../text/span.js';
import type { Attribution } from './extract.js';
import { Descriptions } from './descriptions.js';
import { nameBeside, nameJoined } from './appositions.js';
import { DOCUMENT_NOUN, GROUP_NOUN, PERSON_NOUN } from './lexicon.js';
import { AGED, headOf, type Range } from './noun-phrase.js';
import { kindOfNoun, type Cast, type Draft, type Mention } from './parties.js';
import type { Name } from './names.js';
import type { Marked, Unit } from './passage-tokens.js';
import { Memory, type Manner, type Place } from './pronouns.js';
import { isTitle } from './titles.js';
import { Roles } from './role-book.js';
import { mainSubject, type Source } from './source.js';
import { StandIns } from './stand-ins.js';
import type { By } from './statement.js';
import type { Token } from './tokens.js';

/** Whose words a source is, and how that was found. */
export interface Answer {
  readonly draft: Draft | null;
  readonly by: By;
}

/** Words that join nobody to anybody. */
const JOINING_NOTHING = new Set(['ADP', 'VERB', 'AUX', 'PRON', 'PUNCT']);
/** What may stand between two people who are joined by "and", besides their names. */
const BETWEEN_JOINED = new Set(['PUNCT', 'CCONJ', 'PROPN', 'NOUN', 'ADP', 'ADJ', 'DET', 'NUM', 'PART']);
const LONGEST_BETWEEN = 14;
/** What hangs on a phrase is a part of its name up to so many words. */
const LONGEST_HANGING = 16;
const NOBODY: Answer = { draft: null, by: 'nobody' };

/** "His claim that …" is what he claims. */
const OWNER = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['their', 'they'],
]);

/** Tells whose words the sources are, going through an article in order. */
export class Resolver {
  readonly #cast: Cast;
  readonly #roles: Roles;
  readonly #memory = new Memory();
  readonly #standIns: StandIns;
  readonly #descriptions: Descriptions;
  #current: Marked | null = null;
  #passage = 0;
  /** How many sentences stand before the current passage. */
  #units = 0;

  constructor(cast: Cast) {
    this.#cast = cast;
    this.#roles = new Roles(cast);
    this.#standIns = new StandIns(cast);
    this.#descriptions = new Descriptions(cast);
  }

  /** Who speaks in an attribution; they are remembered for the pronouns that follow, unless another tells of them. */
  speaker(marked: Marked, { source, cue, content, unit, isInner = false }: Attribution): Answer {
    if (!source) return NOBODY;
    const answer = this.#resolve(marked, source, cue, content);
    if (isInner) return answer;
    if (answer.draft) {
      this.#refer(marked, source.core.from, answer.draft, 'speaker');
      this.#standIns.issued(marked, marked.units[unit]!, answer.draft);
    }
    this.#claimed(marked, content);
    return answer;
  }

  /** A sentence without an attribution is over: its subject may be what the next pronoun means. */
  passed(marked: Marked, unit: Unit): void {
    const subject = mainSubject(marked.tokens, unit);
    const draft = subject && this.#subject(marked, subject.core);
    if (draft) {
      this.#refer(marked, subject.core.from, draft, 'subject');
      this.#standIns.issued(marked, unit, draft);
    } else if (subject && isSeveral(headOf(marked.tokens, subject.core)))
      this.#memory.referToUnnamed(this.#place(marked, subject.core.from));
  }

  /** A passage is over. */
  ended(marked: Marked): void {
    this.#enter(marked);
  }

  #subject(marked: Marked, core: Range): Draft | null {
    const head = headOf(marked.tokens, core);
    if (head?.lower === 'he' || head?.lower === 'she') return this.#meant(marked, core.from, head.lower);
    return this.#named(marked, core)?.draft ?? null;
  }

  /** Whoever is named inside of what is claimed is less likely to be the one who speaks on. */
  #claimed({ tokens }: Marked, content: readonly Range[]): void {
    for (const range of content)
      this.#memory.claimed({ start: tokens[range.from]!.start, end: tokens[range.to - 1]!.end });
  }

  #refer(marked: Marked, token: number, draft: Draft, manner: Manner): void {
    this.#standIns.acted(draft, marked);
    this.#memory.refer({ draft, manner, ...this.#place(marked, token) });
  }

  #place(marked: Marked, token: number): Place {
    this.#enter(marked);
    const unit = marked.units.findLastIndex((u) => u.from <= token);
    return { passage: this.#passage, unit: this.#units + unit, at: marked.tokens[token]!.start };
  }

  /** Remembers who is named in a passage, when it is first looked at. */
  #enter(marked: Marked): void {
    if (this.#current === marked) return;
    this.#units += this.#current?.units.length ?? 0;
    this.#current = marked;
    this.#passage++;
    this.#descriptions.entered(marked.tokens, (token) => this.#roles.at(token) !== null);
    for (const [at, name] of marked.names.entries()) {
      const mention = this.#cast.mentionOf(name);
      if (!mention) continue;
      this.#standIns.named(mention);
      const { draft } = mention;
      const isFirst = draft.kind === 'person' && this.#joinsPerson(marked, at, draft);
      const manner = mannerOf(marked.tokens, name);
      this.#memory.refer({ draft, manner, isFirst, ...this.#place(marked, name.from) });
    }
  }

  /** "Roe, Republican of Iowa, and Vale left": true for the first of several people joined by "and", if they act. */
  #joinsPerson({ tokens, names }: Marked, at: number, draft: Draft): boolean {
    const from = names[at]!.to;
    for (let i = at + 1; i < names.length && names[i]!.titleFrom - from <= LONGEST_BETWEEN; i++) {
      const next = names[i]!;
      const between = tokens.slice(from, next.titleFrom);
      if (between.some((t) => !BETWEEN_JOINED.has(t.pos) || t.quoted)) return false;
      const other = this.#cast.mentionOf(next)?.draft;
      if (other?.kind === 'person' && other !== draft && between.at(-1)?.lower === 'and')
        return isSubject(tokens, names[at]!, next);
    }
    return false;
  }

  #resolve(marked: Marked, source: Source, cue: Range | null, content: readonly Range[]): Answer {
    const { tokens } = marked;
    const { core } = source;
    const head = headOf(tokens, core);
    if (!head) return NOBODY;
    const pronoun = AGED.test(head.lower)
      ? ownPronoun(tokens, content)
      : (OWNER.get(head.lower) ?? head.lower);
    if (/^(?:he|she|it|they|he or she)$/u.test(pronoun)) {
      const meant = this.#meant(marked, core.from, pronoun);
      return meant ? { draft: meant, by: 'pronoun' } : NOBODY;
    }
    if (/^(?:i|we|you|who|which)$/u.test(head.lower)) return NOBODY;
    const named = this.#named(marked, core);
    const described = named?.draft.kind === 'person' ? null : this.#roles.at(head);
    // "In Lyon, the mayor said": a verb inside of what looked like a role makes it a clause.
    const isRole =
      !cue ||
      tokens[source.from]?.lower === 'who' ||
      !described ||
      !within(tokens[cue.from]!, described.span);
    if (described && isRole) return { draft: described.draft, by: 'full name' };
    const known = named ?? this.#beside(marked, source, cue);
    if (known) return { draft: known.draft, by: isWhole(known) ? 'full name' : 'short name' };
    const surnamed = core.to - core.from === 1 ? this.#cast.surnamed(head.text) : null;
    if (surnamed) return { draft: surnamed, by: 'short name' };
    const meant = this.#descriptions.behind(marked, core, (word) =>
      this.#memory.likely(word, this.#place(marked, core.from)),
    );
    if (meant) return { draft: meant, by: 'phrase' };
    const behind = this.#standIns.behind(marked, core);
    if (behind) return { draft: behind, by: 'phrase' };
    const phrase = marked.passage.article.text.slice(
      tokens[core.from]!.start,
      tokens[phraseEnd(marked, source) - 1]!.end,
    );
    return { draft: this.#cast.group(phrase, kindOfNoun(head.lower, DOCUMENT_NOUN)), by: 'phrase' };
  }

  /** Somebody whom a phrase describes, or who speaks together with those it means. */
  #beside(marked: Marked, source: Source, cue: Range | null): Mention | null {
    const name = nameBeside(marked, source, cue) ?? nameJoined(marked, source.core);
    const mention = name && this.#cast.mentionOf(name);
    return mention?.draft.kind === 'person' ? mention : null;
  }

  /** The name that is the head of a phrase, and whose it is. */
  #named({ tokens, names }: Marked, core: Range): Mention | null {
    const head = headOf(tokens, core);
    const name =
      head &&
      names.findLast(
        (n) =>
          n.from < core.to &&
          n.to > core.from &&
          ((tokens[n.from]!.start <= head.start && head.end <= tokens[n.to - 1]!.end) ||
            isOfficeBefore(tokens, head, n)),
      );
    const last = name && this.#cast.mentionOf(name);
    if (!last || last.draft.kind !== 'person') return last ?? null;
    // Of several who speak together the first is given, of those with a full name if there are any.
    const people = joined(tokens, names, core, name)
      .map((n) => this.#cast.mentionOf(n))
      .filter((m) => m?.draft.kind === 'person')
      .filter((m) => m !== undefined);
    return people.find(isWhole) ?? people[0] ?? last;
  }

  /** Whom a pronoun means. */
  #meant(marked: Marked, token: number, pronoun: string): Draft | null {
    return this.#memory.resolve(pronoun, this.#place(marked, token));
  }
}

/** "secretary of state" before a name, whose head it seems to be. */
function isOfficeBefore(tokens: readonly Token[], head: Token, { from }: Name): boolean {
  const short =
    tokens[from - 3] === head &&
    tokens[from - 2]!.lower === 'of' &&
    !PERSON_NOUN.has(tokens[from - 1]!.lower);
  return isTitle(head.lower) && (short || isTitledTwice(tokens, head, from));
}

/** "Speaker of the House Rep." before a name. */
function isTitledTwice(tokens: readonly Token[], head: Token, from: number): boolean {
  const title = tokens[from - 1];
  if (!title?.text.endsWith('.') || !isTitle(title.lower) || !/^\p{Lu}/u.test(head.text)) return false;
  const of = tokens[from - 4]?.lower === 'the' ? from - 4 : from - 3;
  const isShort = tokens[of]?.lower === 'of' ? of : tokens[of - 1]?.lower === 'of' ? of - 1 : 0;
  return isShort > 0 && tokens[isShort - 1] === head;
}

/** "The 46-year-old said he was ill": what somebody calls themselves. */
function ownPronoun(tokens: readonly Token[], [first]: readonly Range[]): string {
  if (!first) return 'he or she';
  const word = tokens[first.from]!.lower === 'that' ? tokens[first.from + 1] : tokens[first.from];
  return /^s?he$/u.test(word?.lower ?? '') ? word!.lower : 'he or she';
}

/** True for what "they" may mean, if it has no name: "neighbors", "a crowd". */
function isSeveral(head: Token | null): boolean {
  return head !== null && (GROUP_NOUN.has(head.lower) || /[^s]s$/u.test(head.lower));
}

/** True where a list of names, from the first to the last, is what a verb says something about. */
function isSubject(tokens: readonly Token[], { titleFrom }: Name, last: Name): boolean {
  const before = tokens[titleFrom - 1]?.pos;
  return mannerOf(tokens, last) === 'acting' && !/^(?:ADP|VERB|AUX|PART)$/u.test(before ?? '');
}

/** How a name stands in its sentence. */
function mannerOf(tokens: readonly Token[], name: Name): Manner {
  if (tokens[name.from]!.quoted) return 'quoted';
  let next = name.to;
  const isMark = /^['’]s?$/u.test(tokens[next]?.text ?? '') && tokens[next]!.pos !== 'AUX';
  if (isMark) return tokens[next + 1]?.lower === 'been' ? 'acting' : 'possessive';
  while (tokens[next]?.pos === 'ADV') next++;
  return tokens[next]?.pos === 'VERB' || tokens[next]?.pos === 'AUX' ? 'acting' : 'named';
}

/** Where a phrase ends with what hangs on it ("a study released in May"), if that isn't long, set apart or a clause. */
function phraseEnd({ tokens, names }: Marked, { core, to }: Source): number {
  const end = tokens[to - 1]?.text === ',' ? to - 1 : to;
  const hanging = tokens.slice(core.to, end);
  const isPart =
    hanging.length > 1 &&
    hanging.length <= LONGEST_HANGING &&
    hanging[1]!.pos !== 'DET' &&
    hanging.every((t, k) => !t.quoted && (t.pos !== 'PUNCT' || isInName(names, core.to + k)));
  return isPart ? end : core.to;
}

function isInName(names: readonly Name[], at: number): boolean {
  return names.some((n) => n.from < at && at < n.to);
}

/** True for a person's name of two words or more, and for all of the name that a body has. */
function isWhole({ name, draft }: Mention): boolean {
  return name.words.length > 1 || (draft.kind !== 'person' && draft.words.length === 1);
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The names of several who speak together ("Roe, Vale and Quill said …"), in order. */
function joined(tokens: readonly Token[], names: readonly Name[], core: Range, last: Name): Name[] {
  const found = [last];
  for (const name of names.filter((n) => n.from >= core.from && n.to <= last.from).toReversed()) {
    const link = tokens[name.to];
    if (link?.lower !== 'and' && !(found.length > 1 && link?.text === ',')) break;
    if (tokens.slice(name.to + 1, found[0]!.from).some((t) => JOINING_NOTHING.has(t.pos))) break;
    if (isTitle(tokens[name.to - 1]!.lower)) break;
    found.unshift(name);
  }
  return found;
}
