import type { Span } from '../text/span.js';
import type { Attribution } from './attribution.js';
import { Descriptions } from './descriptions.js';
import { nameBeside, nameJoined } from './appositions.js';
import { canSpeak } from './can-speak.js';
import { DOCUMENT_NOUN, GROUP_NOUN, PERSON_NOUN } from './lexicon.js';
import { genderOfRole } from './gender.js';
import { joinsPerson, mannerOf } from './manner.js';
import { AGED, headOf, type Range } from './noun-phrase.js';
import type { Draft } from './draft.js';
import { kindOfNoun, type Cast, type Mention } from './parties.js';
import { isWhole, namedBy } from './named-source.js';
import type { Name } from './names.js';
import type { Marked, Unit } from './passage-tokens.js';
import { isMeant, Memory, type Manner, type Place } from './pronouns.js';
import { Roles } from './role-book.js';
import { subjectBefore, subjectLeading } from './pronoun-subject.js';
import { mainSubject, type Source } from './source.js';
import { isIssued, StandIns } from './stand-ins.js';
import type { By } from './statement.js';
import type { Token } from './tokens.js';

/** Whose words a source is, and how that was found. */
export interface Answer {
  readonly draft: Draft | null;
  readonly by: By;
}

/** What hangs on a phrase is a part of its name up to so many words. */
const LONGEST_HANGING = 16;
const NOBODY: Answer = { draft: null, by: 'nobody' };

/** "His claim that …" is what he claims. */
const OWNER = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['their', 'they'],
  ['its', 'it'],
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
      this.#standIns.spoke(answer.draft, this.#passage);
    }
    this.#claimed(marked, content);
    return answer;
  }

  /** A sentence without an attribution is over: its subject may be what the next pronoun means. */
  passed(marked: Marked, unit: Unit): void {
    const subject = mainSubject(marked.tokens, unit);
    const draft = subject && (this.#subject(marked, subject.core) ?? this.#speaking(marked, unit, subject));
    if (draft) {
      this.#refer(marked, subject.core.from, draft, 'subject');
      this.#standIns.issued(marked, unit, draft);
    } else if (subject && isSeveral(headOf(marked.tokens, subject.core)))
      this.#memory.referToUnnamed(this.#place(marked, subject.core.from));
  }

  /** A quotation goes on without saying whose it is. */
  goesOn(marked: Marked, unit: Unit, draft: Draft): void {
    this.#refer(marked, unit.from, draft, 'speaker');
  }

  /** A passage is over. */
  ended(marked: Marked): void {
    this.#enter(marked);
  }

  #subject(marked: Marked, core: Range): Draft | null {
    const head = headOf(marked.tokens, core);
    if (head?.lower === 'he' || head?.lower === 'she') return this.#meant(marked, core.from, head.lower);
    return namedBy(marked, core, this.#cast)?.draft ?? null;
  }

  /** A text that a sentence is about, and who puts one out in it: "it", "the email" may mean these. */
  #speaking(marked: Marked, { from, to }: Unit, subject: Source): Draft | null {
    const { tokens } = marked;
    const head = headOf(tokens, subject.core);
    if (!head || /^(?:it|i|we|you|they|who|which|that|this|there)$/u.test(head.lower)) return null;
    if (
      tokens
        .slice(subject.core.from, subject.core.to)
        .some((t) => t.pos === 'SCONJ' || /^(?:after|before)$/u.test(t.lower))
    )
      return null;
    const isText = DOCUMENT_NOUN.has(head.lower) && canSpeak(tokens, subject);
    const issues = tokens.slice(subject.to, to).some((t) => !t.quoted && isIssued(t.lower));
    return from < to && (isText || (issues && canSpeak(tokens, subject)))
      ? this.#resolve(marked, subject, null, []).draft
      : null;
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
      const isFirst = draft.kind === 'person' && joinsPerson(marked, at, draft, this.#cast);
      const manner = mannerOf(marked.tokens, name);
      this.#memory.refer({ draft, manner, isFirst, ...this.#place(marked, name.from) });
    }
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
      const meant =
        (OWNER.has(head.lower) ? this.#owning(marked, core.from, pronoun) : null) ??
        this.#doing(marked, subjectBefore(marked, core.from), pronoun) ??
        this.#doing(marked, subjectLeading(marked, content), pronoun) ??
        this.#memory.resolve(
          pronoun,
          this.#place(marked, core.from),
          this.#toldOf(marked, core.from, content),
        );
      return meant ? { draft: meant, by: 'pronoun' } : NOBODY;
    }
    if (/^(?:i|we|you|who|which)$/u.test(head.lower)) return NOBODY;
    const named = namedBy(marked, core, this.#cast);
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
    const behind = this.#standIns.behind(marked, core, this.#place(marked, core.from).passage);
    if (behind) return { draft: behind, by: 'phrase' };
    const phrase = marked.passage.article.text.slice(
      tokens[core.from]!.start,
      tokens[phraseEnd(marked, source) - 1]!.end,
    );
    const draft = this.#cast.group(phrase, kindOfNoun(head.lower, DOCUMENT_NOUN));
    const isNew = /^(?:an?|one|another)$/u.test(tokens[core.from]!.lower);
    if (isNew && draft.kind === 'group' && PERSON_NOUN.has(head.lower)) draft.isOne = true;
    if (draft.isOne) draft.gender ??= genderOfRole(head.lower);
    return { draft, by: 'phrase' };
  }

  /** Who does what a clause tells of, where a pronoun may mean them. */
  #doing(marked: Marked, subject: Source | null, pronoun: string): Draft | null {
    const draft = subject && this.#subject(marked, subject.core);
    return draft && isMeant(draft, pronoun) ? draft : null;
  }

  /** "Roe caused a stir over her remark that …": the subject of the sentence, where nobody else of it is named since. */
  #owning(marked: Marked, at: number, pronoun: string): Draft | null {
    const unit = marked.units.find((u) => u.from <= at && at < u.to);
    const subject = unit && mainSubject(marked.tokens, unit);
    if (!subject || subject.to > at || /^(?:he|she|it|they)$/u.test(marked.tokens[subject.core.from]!.lower))
      return null;
    const draft = this.#resolve(marked, subject, null, []).draft;
    // “Quill’s letter drew jeers for its claim that …”: a text's words are its writer's.
    const isText = pronoun === 'it' && DOCUMENT_NOUN.has(headOf(marked.tokens, subject.core)?.lower ?? '');
    if (!draft || !(isText || fitsOwner(draft, pronoun))) return null;
    const since = marked.names.filter((n) => n.from >= subject.to && n.to <= at);
    const others = since.map((n) => this.#cast.mentionOf(n)?.draft).filter((d) => d && d !== draft);
    return !isText && others.some((d) => fitsOwner(d!, pronoun)) ? null : draft;
  }

  /** "He said Roe would leave": who is named in the words behind a pronoun, in no quotation marks and before no noun ("a Roe sign"). */
  #toldOf({ tokens, names }: Marked, pronoun: number, content: readonly Range[]): ReadonlySet<Draft> {
    const told = names.filter(
      (n) =>
        n.from > pronoun &&
        !tokens[n.from]!.quoted &&
        tokens[n.to]?.pos !== 'NOUN' &&
        content.some((c) => c.from <= n.from && n.to <= c.to),
    );
    return new Set(told.map((n) => this.#cast.mentionOf(n)?.draft).filter((d) => d !== undefined));
  }

  /** Somebody whom a phrase describes, or who speaks together with those it means. */
  #beside(marked: Marked, source: Source, cue: Range | null): Mention | null {
    const name = nameBeside(marked, source, cue) ?? nameJoined(marked, source.core);
    const mention = name && this.#cast.mentionOf(name);
    return mention?.draft.kind === 'person' ? mention : null;
  }

  /** Whom a pronoun means. */
  #meant(marked: Marked, token: number, pronoun: string): Draft | null {
    return this.#memory.resolve(pronoun, this.#place(marked, token));
  }
}

/** True for whom "his", "her" or "its" may mean. */
function fitsOwner(draft: Draft, pronoun: string): boolean {
  if (pronoun === 'it') return draft.kind === 'organisation' || draft.kind === 'document';
  return isMeant(draft, pronoun);
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

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
