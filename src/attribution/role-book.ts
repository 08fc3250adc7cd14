import { fold } from '../text/fold.js';
import { slice, type Span } from '../text/span.js';
import { words } from '../text/words.js';
import { PERSON_NOUN } from './lexicon.js';
import type { Range } from './noun-phrase.js';
import type { Cast, Draft } from './parties.js';
import type { Marked } from './passage-tokens.js';

interface Role {
  readonly span: Span;
  readonly draft: Draft;
}

/** Nouns that go for too many people to mean the one who was called so before. */
const VAGUE = new Set(
  'man woman boy girl person guy lady gentleman official officials candidate member nominee leader friend supporter'.split(
    ' ',
  ),
);

/** What an article says people are, by where it stands and by its words. */
export class Roles {
  readonly #held: readonly Role[];
  /** The people of whom a word of a role is said. */
  readonly #byWord = new Map<string, { readonly role: Role; readonly words: ReadonlySet<string> }[]>();

  constructor({ mentions, drafts }: Cast) {
    this.#held = drafts
      .flatMap((draft) => draft.roles.map((span) => ({ span, draft })))
      .toSorted((a, b) => a.span.start - b.span.start);
    const text = mentions[0]?.marked.passage.article.text ?? '';
    for (const role of this.#held) {
      const own = new Set(wordsOf(slice(text, role.span)));
      for (const word of own) {
        const list = this.#byWord.get(word);
        if (list) list.push({ role, words: own });
        else this.#byWord.set(word, [{ role, words: own }]);
      }
    }
  }

  /** The role that a word is a part of ("Mara Quill, a lawyer who …, said": the lawyer is Quill). */
  at({ start, end }: Span): Role | null {
    let low = 0;
    let high = this.#held.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#held[middle]!.span.start <= start) low = middle + 1;
      else high = middle;
    }
    const last = this.#held[low - 1];
    return last && end <= last.span.end ? last : null;
  }

  /** The one person who "the mayor" or "the port spokesman" can be, of whom the article said so before. */
  holder({ tokens, passage }: Marked, core: Range): Draft | null {
    const head = tokens[core.to - 1]!;
    if (tokens[core.from]!.lower !== 'the' || core.to - core.from > 4) return null;
    if (!PERSON_NOUN.has(head.lower) || VAGUE.has(head.lower)) return null;
    const asked = wordsOf(
      slice(passage.article.text, { start: tokens[core.from + 1]!.start, end: head.end }),
    );
    const found = new Set<Draft>();
    for (const { role, words: own } of this.#byWord.get(fold(head.text)) ?? []) {
      if (asked.every((w) => own.has(w))) found.add(role.draft);
    }
    const [only, ...others] = found;
    return only && !others.length && only.mentions[0]!.start < head.start ? only : null;
  }
}

function wordsOf(text: string): string[] {
  return [...words(text, 0, text.length)].map((w) => fold(text.slice(w.start, w.end)));
}
