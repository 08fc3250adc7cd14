import type { Reading } from '../../attribution/statement.js';
import { isTexts } from '../../corpus/kept-lists.js';
import type { Entry } from '../../corpus/pack.js';
import { unpackReading } from '../../corpus/reading-codec.js';
import { once } from '../../once.js';
import type { IndexedStory } from './indexed-story.js';
import type { KeptArticle } from './kept-articles.js';
import type { Lexicon } from './lexicon.js';
import { passagesApart } from './passage-terms.js';
import { type KeptStory, unpackNumbers } from './story-codec.js';

/** A story whose parts are unpacked when they are first asked for. */
export interface LazyStory extends KeptStory {
  /** … where the numbers of its terms are known already. */
  readonly indexedWith: (ids: Uint32Array) => IndexedStory;
}

/**
 * As `unpackStory`, but what is kept is unpacked when it is first asked for: of most stories nothing ever is. For an
 * entry that is known to be of this article.
 */
export function lazyStory({ article, passages: cut }: KeptArticle, entry: Entry): LazyStory {
  /** @throws where the entry is of another article */
  const known = <T>(part: T | null): T => {
    if (part === null) throw new Error(`What was kept of ${article.id} is none of its`);
    return part;
  };
  const about = once((): readonly unknown[] => known(Array.isArray(entry.about) ? entry.about : null));
  const unpacked = once(() => known(unpackReading(article, about()[0], cut)));
  const numbers = once(() => known(unpackNumbers(entry)));
  const speakers = once(() => {
    const [, words] = about();
    return known(isTexts(words) ? words : null);
  });
  const reading: Reading = {
    article,
    passages: cut,
    get statements() {
      return unpacked().statements;
    },
    get parties() {
      return unpacked().parties;
    },
    get written() {
      return unpacked().written;
    },
  };
  const story = { reading, numbers, speakers };
  return {
    reading,
    get apart() {
      return numbers().apart;
    },
    get speakers() {
      return speakers();
    },
    indexed: (lexicon: Lexicon) => new LazilyIndexed(story, lexicon.addAll(entry.words)),
    indexedWith: (ids) => new LazilyIndexed(story, ids),
  };
}

/** What an indexed story is made of. */
interface Parts {
  readonly reading: Reading;
  readonly numbers: () => NonNullable<ReturnType<typeof unpackNumbers>>;
  readonly speakers: () => readonly string[];
}

class LazilyIndexed implements IndexedStory {
  readonly reading: Reading;
  readonly passages: IndexedStory['passages'];
  readonly ids: Uint32Array;
  readonly #parts: Parts;

  constructor(parts: Parts, ids: Uint32Array) {
    this.reading = parts.reading;
    this.passages = passagesApart(parts.reading, () => ({ terms: this.apart, numbers: ids }));
    this.ids = ids;
    this.#parts = parts;
  }

  get apart() {
    return this.#parts.numbers().apart;
  }

  get speakers() {
    return this.#parts.speakers();
  }

  get counts() {
    return this.#parts.numbers().postings.counts;
  }

  get starts() {
    return this.#parts.numbers().postings.starts;
  }

  get where() {
    return this.#parts.numbers().postings.where;
  }

  get how() {
    return this.#parts.numbers().postings.how;
  }

  get lengths() {
    return this.#parts.numbers().postings.lengths;
  }
}
