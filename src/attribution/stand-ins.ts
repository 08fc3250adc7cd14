import { fold } from '../text/fold.js';
import { DOCUMENT_NOUN, ORGANISATION_NOUN } from './lexicon.js';
import { headOf, type Range } from './noun-phrase.js';
import type { Draft } from './draft.js';
import type { Cast, Mention } from './parties.js';
import type { Marked, Unit } from './passage-tokens.js';
import type { Token } from './tokens.js';

/** What somebody puts out whose words it then is. */
const ISSUED = new Set(
  'email e-mail letter memo memorandum message note op-ed post release statement testimony tweet'.split(' '),
);
/** What a body makes that is named before it; what is named before a page or a clip is where it can be seen. */
const MADE = new Set(
  `analysis article audit census data editorial figures findings investigation poll polls report reports research review statement
  statistics story study survey surveys`.split(/\s+/u),
);
/** Words for any body, whatever it is called. */
const ANY_BODY = new Set('organization organisation group nonprofit'.split(' '));
/** Too many of these are around for the last one to be meant. */
const VAGUE = new Set('party house government court police army force forces media press times'.split(' '));

/** What goes by any of these names: a body that "confirmed" something did so in "the statement". */
const HANDED_OUT = ['statement', 'release', 'announcement'];

/** So many passages on "the release" is that of the body that spoke last. */
const NEAR = 2;
/** So many names back a phrase may stand for one. */
const REACH = 100;

/** True for a noun for what somebody puts out as their words ("statement", "letter"). */
export function isIssued(noun: string): boolean {
  return ISSUED.has(noun);
}

/** Whom phrases without a name of their own stand for: "the group", "the statement", "a Tarle poll". */
export class StandIns {
  readonly #cast: Cast;
  /** Who put out the last statement, letter and so on. */
  readonly #issuers = new Map<string, Draft>();
  /** The body that spoke or did something last, and where. */
  #acted: { readonly draft: Draft; readonly marked: Marked } | null = null;
  /** Who spoke last, and in which passage. */
  #spoke: { readonly draft: Draft; readonly passage: number } | null = null;
  /** The bodies that are named, in order. */
  #named: Mention[] = [];

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** A body is named. */
  named(mention: Mention): void {
    if (mention.draft.kind !== 'organisation') return;
    this.#named.push(mention);
    if (this.#named.length > 2 * REACH) this.#named = this.#named.slice(-REACH);
  }

  /** Somebody speaks, or a sentence is about them. */
  acted(draft: Draft, marked: Marked): void {
    if (draft.kind === 'organisation') this.#acted = { draft, marked };
  }

  /** Somebody speaks in a passage, of which there are so many before. */
  spoke(draft: Draft, passage: number): void {
    this.#spoke = { draft, passage };
  }

  /** Somebody speaks or acts in a sentence: what is put out in it is theirs. */
  issued({ tokens }: Marked, { from, to }: Unit, draft: Draft): void {
    if (draft.kind === 'document') return;
    for (let i = from; i < to; i++) {
      const token = tokens[i]!;
      if (token.quoted) continue;
      if (
        ISSUED.has(token.lower) ||
        (draft.kind !== 'group' && MADE.has(token.lower) && isMadeAt(tokens, i, from))
      )
        this.#issuers.set(token.lower, draft);
    }
  }

  /**
   * Whom a phrase stands for; null where the text doesn't say.
   * @param passage how many passages stand before its own
   */
  behind(marked: Marked, core: Range, passage: number): Draft | null {
    const head = headOf(marked.tokens, core);
    if (!head || /^\p{Lu}/u.test(head.text)) return null;
    if (DOCUMENT_NOUN.has(head.lower))
      return (
        this.#owner(marked, core, head) ??
        this.#writer(marked, core, head) ??
        this.#issuer(marked, core, head, passage)
      );
    return ORGANISATION_NOUN.has(head.lower) ? this.#body(marked, core, head) : null;
  }

  /** "A Tarle poll", "Quill’s account", "the New Harbour Times article": a name right before the word for the text, and "the article" later on. */
  #owner({ tokens, names }: Marked, core: Range, head: Token): Draft | null {
    const name = names.findLast((n) => n.from >= core.from && n.to < core.to);
    const mention = name && this.#cast.mentionOf(name);
    if (!name || !mention) return null;
    const isWhole = tokens[name.from - 1]?.text !== '/' && name.guess !== 'place';
    const isOwned = /^['’]s?$/u.test(tokens[name.to]!.text) && tokens[name.to]!.start < head.start;
    const isBefore =
      tokens[name.to] === head && mention.draft.kind === 'organisation' && MADE.has(head.lower);
    if (!isWhole || !(isOwned || isBefore)) return null;
    this.#issuers.set(head.lower, mention.draft);
    return mention.draft;
  }

  /** "A letter from Quill", "a report by the Tern Society": the text’s words are theirs, and so are those of "the report" later on. */
  #writer({ tokens, names }: Marked, core: Range, head: Token): Draft | null {
    const by = tokens.indexOf(head, core.from) + 1;
    if (by >= core.to || !/^(?:by|from)$/u.test(tokens[by]!.lower)) return null;
    const begin = tokens[by + 1]?.lower === 'the' ? by + 2 : by + 1;
    const name = names.find((n) => n.titleFrom === begin && n.to === core.to && n.guess !== 'place');
    const draft = (name && this.#cast.mentionOf(name)?.draft) ?? null;
    if (draft) this.#issuers.set(head.lower, draft);
    return draft;
  }

  #issuer({ tokens }: Marked, core: Range, head: Token, passage: number): Draft | null {
    if (core.to - core.from !== 2 || !/^(?:the|that|this)$/u.test(tokens[core.from]!.lower)) return null;
    const known = this.#issuers.get(head.lower);
    if (known || !HANDED_OUT.includes(head.lower)) return known ?? null;
    const last = this.#spoke;
    const isNear = last?.draft.kind === 'organisation' && passage - last.passage <= NEAR;
    return HANDED_OUT.map((noun) => this.#issuers.get(noun)).find((d) => d) ?? (isNear ? last.draft : null);
  }

  /** "The foundation" after "the Tide Foundation", "the group" after any. */
  #body(marked: Marked, core: Range, head: Token): Draft | null {
    const { tokens } = marked;
    const asked = tokens.slice(core.from + 1, core.to).map((t) => t.lower);
    if (tokens[core.from]!.lower !== 'the' || asked.length > 3 || VAGUE.has(head.lower)) return null;
    if (ANY_BODY.has(head.lower) && asked.length === 1)
      return this.#acted?.marked === marked ? this.#acted.draft : null;
    const before = this.#named.findLast(({ marked: there, name, draft }) => {
      const own = fold(draft.name).split(' ');
      return (
        there.tokens[name.from]!.start < head.start &&
        own.length > asked.length &&
        asked.every((word) => own.includes(word))
      );
    });
    return before?.draft ?? null;
  }
}

/** "In a new report", "released its findings": what who acts in the sentence has made. */
function isMadeAt(tokens: readonly Token[], at: number, low: number): boolean {
  let i = at - 1;
  while (i > low && at - i < 5 && /^(?:ADJ|NOUN|PROPN|NUM)$/u.test(tokens[i]!.pos)) i--;
  return (
    /^(?:an?|its|their|his|her)$/u.test(tokens[i]?.lower ?? '') &&
    /^(?:in|released|published|issued|filed|produced)$/u.test(tokens[i - 1]?.lower ?? '')
  );
}
