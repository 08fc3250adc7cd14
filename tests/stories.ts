import { passages } from '../src/article/passages.js';
import { readArticle } from '../src/article/read.js';
import { read } from '../src/attribution/attribute.js';
import type { Party, Reading, Statement } from '../src/attribution/statement.js';
import { buildCorpus, type Corpus } from '../src/corpus/corpus.js';

/** What a test says about a statement: whose it is, and the words it holds. */
interface Said {
  readonly by: string;
  readonly words: string;
  readonly kind?: Statement['kind'];
  readonly role?: string;
}

/** A corpus of one story with given statements, so that a test of what is shown needs no attribution. */
export function corpusOf(text: string, said: readonly Said[] = [], file = 'story.txt'): Corpus {
  const article = readArticle(file, new TextEncoder().encode(text));
  const cut = passages(article);
  const parties = new Map<string, Party>();
  const span = (words: string) => {
    const start = article.text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" stands nowhere`);
    return { start, end: start + words.length };
  };
  const statements = said.map(({ by, words, kind = 'direct', role }): Statement => {
    const party = parties.get(by) ?? {
      name: by,
      kind: 'person',
      names: [by],
      roles: role ? [span(role)] : [],
      mentions: [],
      gender: null,
    };
    parties.set(by, party);
    const content = span(words);
    const passage = cut.find((p) => p.start <= content.start && content.end <= p.end);
    if (!passage) throw new Error(`"${words}" is not in one passage`);
    return {
      passage,
      kind,
      source: null,
      cue: null,
      content: [content],
      party,
      rule: 'goes on',
      by: 'carried',
      confidence: 1,
    };
  });
  const reading: Reading = {
    article,
    passages: cut,
    statements,
    parties: [...parties.values()],
    written: [],
  };
  return buildCorpus([reading]);
}

/** A corpus of stories, by their files, read as the bot reads them. */
export function corpusOfFiles(files: Readonly<Record<string, string>>): Corpus {
  const bytes = new TextEncoder();
  return buildCorpus(
    Object.entries(files).map(([file, text]) => read(readArticle(file, bytes.encode(text)))),
  );
}
