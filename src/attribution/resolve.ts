import type { Attribution } from './extract.js';
import { DOCUMENT_NOUN } from './lexicon.js';
import { headOf, type Range } from './noun-phrase.js';
import { kindOfNoun, type Cast, type Draft, type Mention } from './parties.js';
import type { Marked, Unit } from './passage-tokens.js';
import { Memory } from './pronouns.js';
import { mainSubject } from './source.js';
import type { By } from './statement.js';

/** Whose words a source is, and how that was found. */
export interface Answer {
  readonly draft: Draft | null;
  readonly by: By;
}

const NOBODY: Answer = { draft: null, by: 'nobody' };

/** Tells whose words the sources are, going through an article in order. */
export class Resolver {
  readonly #cast: Cast;
  readonly #memory = new Memory();

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  /** Who speaks in an attribution; they are remembered for the pronouns that follow. */
  speaker(marked: Marked, { source }: Attribution): Answer {
    const answer = source ? this.#resolve(marked, source.core) : NOBODY;
    if (answer.draft) this.#memory.spoke(answer.draft);
    return answer;
  }

  /** A sentence without an attribution is over: its subject may be what the next pronoun means. */
  passed(marked: Marked, unit: Unit): void {
    const subject = mainSubject(marked.tokens, unit);
    const draft = subject && this.#named(marked, subject.core)?.draft;
    if (draft) this.#memory.subject(draft);
  }

  /** A passage is over. */
  ended(marked: Marked): void {
    for (const name of marked.names) {
      const mention = this.#cast.mentionOf(name);
      if (mention) this.#memory.named(mention.draft);
    }
  }

  #resolve(marked: Marked, core: Range): Answer {
    const { tokens } = marked;
    const head = headOf(tokens, core);
    if (!head) return NOBODY;
    if (/^(?:he|she|it|they)$/u.test(head.lower)) {
      const meant = this.#namedEarlier(marked, core.from, head.lower) ?? this.#memory.resolve(head.lower);
      return meant ? { draft: meant, by: 'pronoun' } : NOBODY;
    }
    if (/^(?:i|we|you|who|which)$/u.test(head.lower)) return NOBODY;
    const named = this.#named(marked, core);
    if (named) return { draft: named.draft, by: isWhole(named) ? 'full name' : 'short name' };
    const phrase = marked.passage.article.text.slice(tokens[core.from]!.start, tokens[core.to - 1]!.end);
    return { draft: this.#cast.group(phrase, kindOfNoun(head.lower, DOCUMENT_NOUN)), by: 'phrase' };
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
          tokens[n.from]!.start <= head.start &&
          head.end <= tokens[n.to - 1]!.end,
      );
    return (name && this.#cast.mentionOf(name)) ?? null;
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

/** True for a person's name of two words or more, and for all of the name that a body has. */
function isWhole({ name, draft }: Mention): boolean {
  return name.words.length > 1 || (draft.kind !== 'person' && draft.words.length === 1);
}
