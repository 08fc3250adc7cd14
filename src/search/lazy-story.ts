import type { Entry } from '../corpus/pack.js';
import { once } from '../once.js';
import type { IndexedStory } from './indexed-story.js';
import type { KeptArticle } from './kept-articles.js';
import { passagesApart } from './passage-terms.js';
import { type KeptStory, unpackStory } from './story-codec.js';

/**
 * As `unpackStory`, but what is kept is unpacked when it is first asked for: of most stories nothing ever is. For an
 * entry that is known to be of this article.
 */
export function lazyStory({ article, passages: cut }: KeptArticle, entry: Entry): KeptStory {
  const unpacked = once(() => {
    const story = unpackStory(article, entry, cut);
    if (!story) throw new Error(`What was kept of ${article.id} is none of its`);
    return story;
  });
  const reading = {
    article,
    passages: cut,
    get statements() {
      return unpacked().reading.statements;
    },
    get parties() {
      return unpacked().reading.parties;
    },
    get written() {
      return unpacked().reading.written;
    },
  };
  return {
    reading,
    get apart() {
      return unpacked().apart;
    },
    get speakers() {
      return unpacked().speakers;
    },
    indexed: (lexicon, ids) => {
      const indexed = once(() => unpacked().indexed(lexicon, ids));
      return lazily(indexed, {
        reading,
        passages: passagesApart(reading, () => ({ terms: unpacked().apart, numbers: indexed().ids })),
      });
    },
  };
}

function lazily(
  story: () => IndexedStory,
  { reading, passages: parts }: Pick<IndexedStory, 'reading' | 'passages'>,
): IndexedStory {
  return {
    reading,
    passages: parts,
    get apart() {
      return story().apart;
    },
    get speakers() {
      return story().speakers;
    },
    get ids() {
      return story().ids;
    },
    get counts() {
      return story().counts;
    },
    get starts() {
      return story().starts;
    },
    get where() {
      return story().where;
    },
    get how() {
      return story().how;
    },
    get lengths() {
      return story().lengths;
    },
  };
}
