import type { Article } from '../article/article.js';
import { passages } from '../article/passages.js';
import type { Span } from '../text/span.js';
import { words } from '../text/words.js';
import { extract, isWholeQuote, type Attribution } from './extract.js';
import { DOCUMENT_NOUN } from './lexicon.js';
import { headOf, type Range } from './noun-phrase.js';
import { Cast, finish, kindOfNoun, type Draft } from './parties.js';
import { mark, type Marked } from './passage-tokens.js';
import { peopleOf } from './people.js';
import { Memory } from './pronouns.js';
import { quotations } from './quotations.js';
import { rolesBeside } from './roles.js';
import type { Party, Reading, Statement, StatementKind } from './statement.js';

interface Sketch {
  readonly marked: Marked;
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly content: readonly Range[];
  readonly draft: Draft | null;
}

/** Reads an article: who says what in which passage, and who is named. */
export function read(article: Article): Reading {
  const cut = passages(article);
  const quoted = quotations(article.text, cut);
  const all = cut.map((passage) => mark(passage, quoted.get(passage) ?? []));
  const cast = new Cast(all, peopleOf(all));
  for (const { marked, name, draft } of cast.mentions) {
    if (draft.kind === 'person') draft.roles.push(...rolesBeside(marked, name));
  }
  const sketches = new Reader(cast).read(all);
  const used = new Set(sketches.map((s) => s.draft));
  const finished = new Map<Draft, Party>();
  for (const draft of cast.drafts) {
    if (draft.kind === 'person' || used.has(draft)) finished.set(draft, finish(draft));
  }
  const statements = sketches.map((sketch) => toStatement(sketch, finished)).filter((s) => s !== null);
  return { article, passages: cut, statements, parties: [...finished.values()] };
}

/** Goes through the passages in order, resolving sources with what came before. */
class Reader {
  readonly #cast: Cast;
  readonly #memory = new Memory();
  readonly #sketches: Sketch[] = [];
  /** The person that the last sentence was about. */
  #subject: Draft | null = null;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  read(all: readonly Marked[]): Sketch[] {
    let announced: Draft | null = null;
    let carried: Draft | null = null;
    for (const marked of all) {
      const result = extract(marked);
      const before = carried;
      const own = this.#passage(marked, result.attributions, announced, before);
      announced = result.announced ? this.#resolve(marked, result.announced) : null;
      const last = own.at(-1);
      const open = marked.quotations.at(-1);
      const stays = last !== undefined && (open?.closes === false || endsInQuote(marked));
      carried = stays ? (last.draft ?? null) : null;
    }
    return this.#sketches;
  }

  #passage(
    marked: Marked,
    attributions: readonly Attribution[],
    announced: Draft | null,
    carried: Draft | null,
  ): Sketch[] {
    const taken = new Set<number>();
    for (const a of attributions) for (const c of a.content) for (let i = c.from; i < c.to; i++) taken.add(i);
    const own: Sketch[] = [];
    let speaker: Draft | null = announced ?? carried;
    let next = 0;
    const pendingOrphans: Range[] = [];
    let lead = speaker;
    for (const [at, unit] of marked.units.entries()) {
      this.#subject = this.#subjectBefore(marked, at);
      let attributed = false;
      for (; next < attributions.length && attributions[next]!.unit === at; next++) {
        const a = attributions[next]!;
        const draft = this.#resolve(marked, a);
        const content = [...a.content];
        // Quoted sentences before the first attribution of a paragraph are its speaker's.
        if (pendingOrphans.length && a.quotes && content[0] && marked.tokens[content[0].from]!.quoted) {
          content.unshift(...pendingOrphans.splice(0));
        }
        own.push({ marked, source: a.source, cue: a.cue, content, draft });
        if (draft) {
          this.#memory.spoke(draft);
          speaker = draft;
        }
        lead = null;
        attributed = true;
      }
      if (attributed) continue;
      if (!isWholeQuote(marked.tokens, unit) || [...range(unit)].some((i) => taken.has(i))) continue;
      if (own.length && speaker) {
        const last = own.at(-1)!;
        const followsQuote = last.draft === speaker && last.content.length > 0 && isDirect(marked, last);
        if (followsQuote) own[own.length - 1] = { ...last, content: [...last.content, unit] };
        else own.push({ marked, source: null, cue: null, content: [unit], draft: speaker });
      } else if (lead && at === 0) {
        own.push({ marked, source: null, cue: null, content: [unit], draft: lead });
        speaker = lead;
      } else pendingOrphans.push(unit);
    }
    for (const mention of marked.names) {
      const found = this.#cast.mentionOf(mention);
      if (found) this.#memory.named(found);
    }
    this.#sketches.push(...own);
    return own;
  }

  /** The person who is the subject of the sentence before, for a pronoun in this one. */
  #subjectBefore(marked: Marked, at: number): Draft | null {
    const before = marked.units[at - 1];
    if (!before) return null;
    const name = marked.names.find(
      (n) => n.from >= before.from && n.from < before.to && !marked.tokens[n.from]!.quoted,
    );
    const mention = name && this.#cast.mentionOf(name);
    return mention?.draft.kind === 'person' && name && name.titleFrom - before.from <= 3
      ? mention.draft
      : null;
  }

  #resolve(marked: Marked, { source }: Attribution): Draft | null {
    if (!source) return null;
    const { tokens } = marked;
    const { core } = source;
    const head = headOf(tokens, core);
    if (!head) return null;
    if (/^(?:he|she|it|they)$/u.test(head.lower)) {
      const inside = this.#namedEarlier(marked, core.from, head.lower);
      return inside ?? this.#memory.resolve(head.lower, this.#subject);
    }
    if (/^(?:i|we|you|who|which)$/u.test(head.lower)) return null;
    const name = marked.names.findLast(
      (n) =>
        n.from < core.to &&
        n.to > core.from &&
        tokens[n.from]!.start <= head.start &&
        head.end <= tokens[n.to - 1]!.end,
    );
    const mention = name && this.#cast.mentionOf(name);
    if (mention) return mention.draft;
    const phrase = marked.passage.article.text.slice(tokens[core.from]!.start, tokens[core.to - 1]!.end);
    return this.#cast.group(phrase, kindOfNoun(head.lower, DOCUMENT_NOUN));
  }

  /** "When Roe arrived, he said …": a person named earlier in the same sentence, outside quotations. */
  #namedEarlier(marked: Marked, at: number, pronoun: string): Draft | null {
    if (pronoun !== 'he' && pronoun !== 'she') return null;
    const unit = marked.units.find((u) => u.from <= at && at < u.to);
    if (!unit) return null;
    const name = marked.names.find(
      (n) => n.from >= unit.from && n.to <= at && !marked.tokens[n.from]!.quoted,
    );
    const draft = name && this.#cast.mentionOf(name)?.draft;
    if (!draft || draft.kind !== 'person') return null;
    return draft.gender === null || draft.gender === (pronoun === 'he' ? 'male' : 'female') ? draft : null;
  }
}

function* range({ from, to }: Range): Generator<number> {
  for (let i = from; i < to; i++) yield i;
}

function isDirect(marked: Marked, sketch: Sketch): boolean {
  return sketch.content.every((c) => marked.tokens[c.from]!.quoted && marked.tokens[c.to - 1]!.quoted);
}

function endsInQuote(marked: Marked): boolean {
  return marked.tokens.at(-1)?.quoted ?? false;
}

function toStatement(sketch: Sketch, finished: ReadonlyMap<Draft, Party>): Statement | null {
  const { marked } = sketch;
  const spanOf = (r: Range): Span => ({
    start: marked.tokens[r.from]!.start,
    end: marked.tokens[r.to - 1]!.end,
  });
  const content: Span[] = [];
  for (const span of sketch.content.map(spanOf).toSorted((a, b) => a.start - b.start)) {
    const last = content.at(-1);
    if (last && span.start <= last.end)
      content[content.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else content.push(span);
  }
  if (!content.length) return null;
  const source = sketch.source ? spanOf(sketch.source) : null;
  return {
    passage: marked.passage,
    kind: kindOf(marked, content),
    source,
    cue: sketch.cue ? spanOf(sketch.cue) : null,
    content,
    party: sketch.draft ? (finished.get(sketch.draft) ?? null) : null,
  };
}

function kindOf(marked: Marked, content: readonly Span[]): StatementKind {
  let inside = 0;
  let total = 0;
  for (const span of content) {
    for (const word of words(marked.passage.article.text, span.start, span.end)) {
      total++;
      if (marked.quotations.some((q) => q.start <= word.start && word.end <= q.end)) inside++;
    }
  }
  if (inside === 0) return 'indirect';
  return inside === total ? 'direct' : 'mixed';
}
