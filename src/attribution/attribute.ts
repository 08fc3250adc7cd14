import type { Article } from '../article/article.js';
import { headlineOf, passages, type Passage } from '../article/passages.js';
import { isJoinedQuote, isWholeQuote } from './adjacency.js';
import { withShared } from './couples.js';
import type { Attribution } from './attribution.js';
import { extract } from './extract.js';
import { learnGenders } from './gender.js';
import { headlineAttributions, markHeadline, mayClaim } from './headline.js';
import type { Range } from './noun-phrase.js';
import { finish, type Draft } from './draft.js';
import { Cast } from './parties.js';
import { mark, type Marked } from './passage-tokens.js';
import { peopleOf } from './people.js';
import { quotations } from './quotations.js';
import { Resolver } from './resolve.js';
import { rolesBeside } from './roles.js';
import type { Rule } from './rule.js';
import { signatureIn } from './signature.js';
import { type SignedPart, signedParts } from './signed.js';
import { isDirect, type Sketch, toStatements } from './sketch.js';
import type { Headline, Party, Reading, Written } from './statement.js';

/** Reads an article: who says what in which passage, and who is named. */
export function read(article: Article): Reading {
  return readBody(article).reading;
}

/** … and what its headline claims; null where the title doesn't stand in the article's text. */
export function readWithHeadline(article: Article): { reading: Reading; headline: Headline | null } {
  const body = readBody(article);
  const passage = headlineOf(article);
  return { reading: body.reading, headline: passage && readHeadline(passage, body) };
}

/** What reading an article's body leaves for its headline. */
interface Body {
  readonly reading: Reading;
  readonly reader: Reader;
  readonly cast: Cast;
  readonly finished: Map<Draft, Party>;
}

function readBody(article: Article): Body {
  const cut = passages(article);
  const quoted = quotations(article.text, cut);
  const lowered = loweredIn(article);
  const all = withShared(cut.map((passage) => mark(passage, quoted.get(passage) ?? [], lowered)));
  const cast = new Cast(all, peopleOf(all));
  for (const { marked, name, draft } of cast.mentions) {
    if (draft.kind === 'person') draft.roles.push(...rolesBeside(marked, name));
  }
  learnGenders(all, cast);
  const reader = new Reader(cast);
  const sketches = reader.read(all);
  const used = new Set(sketches.map((s) => s.draft));
  const finished = new Map<Draft, Party>();
  for (const draft of cast.drafts) {
    if (draft.kind === 'person' || used.has(draft)) finished.set(draft, finish(draft));
  }
  const written = writtenBy(signedParts(all, article.title), cast, finished);
  const statements = toStatements(sketches, finished);
  const reading = { article, passages: cut, statements, parties: [...finished.values()], written };
  return { reading, reader, cast, finished };
}

/** The passages that are signed, with who signed them: a person, where the name doesn't tell otherwise. */
function writtenBy(parts: readonly SignedPart[], cast: Cast, finished: Map<Draft, Party>): Written[] {
  return parts.flatMap(({ passages: signed, name }) => {
    const draft = cast.mentionOf(name)?.draft;
    if (!draft) return [];
    if (!finished.has(draft)) {
      if (name.guess !== 'organisation') draft.kind = 'person';
      finished.set(draft, finish(draft));
    }
    const party = finished.get(draft)!;
    return signed.map(({ passage }) => ({ passage, party }));
  });
}

/** The words that the article writes with a small letter. */
function loweredIn({ text }: Article): ReadonlySet<string> {
  return new Set(text.match(/\b\p{Ll}[\p{L}’'-]+/gu));
}

/** Comes last, for it needs the body's names and may change nothing of what the body gave. */
function readHeadline(passage: Passage, { reader, cast, finished }: Body): Headline {
  if (!mayClaim(passage.text)) return { passage, statements: [] };
  const marked = markHeadline(passage, loweredIn(passage.article), cast);
  const sketches = reader.passage(marked, headlineAttributions(marked, cast), null);
  for (const { draft } of sketches) if (draft && !finished.has(draft)) finished.set(draft, finish(draft));
  return { passage, statements: toStatements(sketches, finished) };
}

/** Who speaks where the next paragraph begins with a quotation. */
interface Lead {
  readonly draft: Draft;
  readonly rule: Rule;
  /** False where a speaker who comes behind the quotation would have it. */
  readonly sure: boolean;
}

/** Goes through the passages in order: who speaks, and which quotations go on without saying so. */
class Reader {
  readonly #resolver: Resolver;
  readonly #cast: Cast;
  readonly #sketches: Sketch[] = [];
  /** The quoted sentences of the last passage that nobody was told to have said. */
  #open: { readonly marked: Marked; readonly content: readonly Range[] } | null = null;

  constructor(cast: Cast) {
    this.#cast = cast;
    this.#resolver = new Resolver(cast);
  }

  read(all: readonly Marked[]): Sketch[] {
    let announced: Draft | null = null;
    let carried: Lead | null = null;
    for (const marked of all) {
      this.#sign(marked);
      const result = extract(marked);
      const own = this.passage(
        marked,
        result.attributions,
        announced ? { draft: announced, rule: 'announced', sure: true } : carried,
      );
      this.#sketches.push(...own);
      announced = result.announced ? this.#resolver.speaker(marked, result.announced).draft : null;
      if (announcesTranscript(marked)) announced ??= this.#sketches.at(-1)?.draft ?? null;
      carried = leadOf(marked, own.at(-1), result.attributions.at(-1));
      this.#resolver.ended(marked);
    }
    return this.#sketches;
  }

  /** What is said in one passage. */
  passage(marked: Marked, attributions: readonly Attribution[], lead: Lead | null): Sketch[] {
    const own: Sketch[] = [];
    /** Quoted sentences that stand before their attribution. */
    let waiting: Range[] = [];
    /** Where in `own` stands whose words go on: in a sentence that quotes, who is quoted, whatever else is said in it. */
    let last = -1;
    let next = 0;
    for (const [at, unit] of marked.units.entries()) {
      const known = own.length;
      const isNew = attributions[next]?.unit === at;
      for (; attributions[next]?.unit === at; next++) {
        const a = attributions[next]!;
        const { draft, by } = this.#resolver.speaker(marked, a);
        const isQuote = a.quotes && a.content[0] && marked.tokens[a.content[0].from]!.quoted;
        const content = isQuote ? [...waiting, ...a.content] : a.content;
        if (isQuote) waiting = [];
        own.push({ marked, source: a.source, cue: a.cue, content, draft, rule: a.rule, by });
      }
      if (isNew) {
        last = own.findLastIndex((s, k) => k >= known && isDirect(marked, s));
        if (last < 0) last = own.length - 1;
        continue;
      }
      const before = own[last];
      if (before && isDirect(marked, before) && isJoinedQuote(marked.tokens, unit)) {
        last = own.push(this.#carry(marked, unit, before.draft, 'goes on')) - 1;
        continue;
      }
      if (!isWholeQuote(marked.tokens, unit)) {
        this.#resolver.passed(marked, unit);
        continue;
      }
      if (isInside(unit, attributions)) continue;
      if (before && last === own.length - 1 && isDirect(marked, before)) {
        if (before.draft) this.#resolver.goesOn(marked, unit, before.draft);
        own[last] = { ...before, content: [...before.content, unit] };
      } else if (before) last = own.push(this.#carry(marked, unit, before.draft, 'goes on')) - 1;
      else if (
        lead &&
        at === 0 &&
        (lead.sure || !attributions.some((a) => a.rule === 'quotation, then source'))
      )
        last = own.push(this.#carry(marked, unit, lead.draft, lead.rule)) - 1;
      else waiting.push(unit);
    }
    this.#open = own.length === 0 && waiting.length > 0 ? { marked, content: waiting } : null;
    return own;
  }

  /** "“…”" and then "— Roe" in a paragraph of its own. */
  #sign(marked: Marked): void {
    const name = this.#open && signatureIn(marked);
    const draft = name && this.#cast.mentionOf(name)?.draft;
    if (draft)
      this.#sketches.push({ ...this.#open!, source: null, cue: null, draft, rule: 'dash', by: 'carried' });
  }

  /** A quoted sentence that goes on without saying who speaks. */
  #carry(marked: Marked, unit: Range, draft: Draft | null, rule: Rule): Sketch {
    if (draft) this.#resolver.goesOn(marked, unit, draft);
    return {
      marked,
      source: null,
      cue: null,
      content: [unit],
      draft,
      rule,
      by: draft ? 'carried' : 'nobody',
    };
  }
}

/** True where another sentence's attribution has taken a unit already (“Why?” Roe asked). */
function isInside(unit: Range, attributions: readonly Attribution[]): boolean {
  return attributions.some((a) => a.content.some((c) => c.from < unit.to && unit.from < c.to));
}

/** So many tokens make "A partial transcript of the speech, as prepared, follows:". */
const LONGEST_ANNOUNCEMENT = 12;

/** "Transcript as follows:": more of what the last speaker said. */
function announcesTranscript({ tokens }: Marked): boolean {
  return (
    tokens.length <= LONGEST_ANNOUNCEMENT &&
    tokens.at(-1)?.text === ':' &&
    tokens.some((t) => /^transcripts?$/u.test(t.lower))
  );
}

/** Whose words the next paragraph may go on with: those of who speaks at a paragraph's end. */
function leadOf(marked: Marked, last: Sketch | undefined, own: Attribution | undefined): Lead | null {
  if (!last?.draft) return null;
  const { draft } = last;
  if (marked.quotations.at(-1)?.closes === false || endsInQuote(marked))
    return { draft, rule: 'goes on', sure: true };
  const isLast = own !== undefined && own.unit === marked.units.length - 1;
  return isLast && SPEAKS_ON.has(own.rule) ? { draft, rule: 'goes on', sure: false } : null;
}

/** After these a paragraph that is nothing but a quotation is the same speaker's. */
const SPEAKS_ON: ReadonlySet<Rule> = new Set([
  'quotation, then source',
  'said that',
  'claim, then source',
  'quoted words',
]);

function endsInQuote(marked: Marked): boolean {
  return marked.tokens.at(-1)?.quoted ?? false;
}
