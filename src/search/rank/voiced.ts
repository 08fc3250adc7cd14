import type { Statement } from '../../attribution/statement.js';
import type { Speaker } from '../../corpus/speakers.js';
import type { AskedWord } from '../question/asked-words.js';
import type { Index } from '../index/index-corpus.js';
import { raise } from './matched.js';

/** Who is named by the words of a question: who says a sentence needn't be named in it again ("he said"). */
export class Voiced {
  readonly #index: Index;
  readonly #topic: readonly AskedWord[];
  /** How well each topic word is matched by somebody's names; null where none is. */
  readonly #names = new Map<Speaker, Float64Array | null>();

  constructor(index: Index, topic: readonly AskedWord[]) {
    this.#index = index;
    this.#topic = topic;
  }

  /** How well each topic word is matched by a sentence or by the names of those who say it: `here` itself where these add nothing. */
  matched(said: readonly Statement[], here: Float64Array): Float64Array {
    let all = here;
    for (const statement of said) {
      const speaker = this.#index.corpus.speakerOf(statement);
      const named = speaker && this.#named(speaker);
      if (!named) continue;
      if (all === here) all = Float64Array.from(here);
      raise(all, named, 1);
    }
    return all;
  }

  #named(speaker: Speaker): Float64Array | null {
    const known = this.#names.get(speaker);
    if (known !== undefined) return known;
    const ids = this.#index.book.idsOfNames(speaker);
    const matched = Float64Array.from(this.#topic, (word) =>
      ids.reduce((most, id) => Math.max(most, word.ids.get(id) ?? 0), 0),
    );
    const found = matched.some((like) => like > 0) ? matched : null;
    this.#names.set(speaker, found);
    return found;
  }
}
