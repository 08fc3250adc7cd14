import type { Statement } from '../attribution/statement.js';
import type { Speaker } from '../corpus/speakers.js';
import type { AskedWord } from './asked-words.js';
import type { Index } from './index-corpus.js';
import { raise } from './matched.js';
import { termsOf } from './terms.js';

/** Who is named by the words of a question: who says a sentence needn't be named in it again ("he said"). */
export class Voiced {
  readonly #index: Index;
  readonly #topic: readonly AskedWord[];
  readonly #names = new Map<Speaker, Float64Array>();

  constructor(index: Index, topic: readonly AskedWord[]) {
    this.#index = index;
    this.#topic = topic;
  }

  /** How well each topic word is matched by a sentence or by the names of those who say it. */
  matched(said: readonly Statement[], here: Float64Array): Float64Array {
    const all = Float64Array.from(here);
    for (const statement of said) {
      const speaker = this.#index.corpus.speakerOf(statement);
      if (speaker) raise(all, this.#named(speaker), 1);
    }
    return all;
  }

  #named(speaker: Speaker): Float64Array {
    const known = this.#names.get(speaker);
    if (known) return known;
    const terms = new Set(speaker.names.flatMap((name) => termsOf(name)).map(({ term }) => term));
    const ids = [...terms].map((term) => this.#index.vocabulary.idOf(term)).filter((id) => id !== undefined);
    const matched = Float64Array.from(this.#topic, (word) =>
      Math.max(0, ...ids.map((id) => word.ids.get(id) ?? 0)),
    );
    this.#names.set(speaker, matched);
    return matched;
  }
}
