import type { Party, Statement } from '../../attribution/statement.js';
import type { Corpus } from '../../corpus/corpus.js';
import type { Speaker } from '../../corpus/speakers.js';
import { overlaps, slice } from '../../text/span.js';
import type { Hit } from '../answer.js';

/** Stories that are looked at for somebody's gender; it is the same in all. */
const MOST_STORIES = 20;

/** Keys of the people whom the answering sentence names, in its order. */
export function namedIn({ passage, sentence }: Hit, corpus: Corpus): string[] {
  const { article } = passage;
  const parties = corpus.readings.find((r) => r.article === article)?.parties ?? [];
  const named = parties.flatMap((p) => {
    const at = p.kind === 'person' ? p.mentions.find((m) => overlaps(m, sentence)) : undefined;
    return at ? [{ name: p.name, at: at.start }] : [];
  });
  return named
    .toSorted((a, b) => a.at - b.at)
    .map(
      ({ name }) => corpus.speakers.find((s) => s.names.includes(name) && s.articles.includes(article))?.key,
    )
    .filter((key) => key !== undefined);
}

/** What the stories tell of somebody's gender; where no name or title does, the pronouns they are quoted under. */
export function gendersOf({ names, articles }: Speaker, { readings }: Corpus): ReadonlySet<string> {
  const stories = new Set(articles.slice(0, MOST_STORIES));
  const read = readings.filter((r) => stories.has(r.article));
  const told = read
    .flatMap((r) => r.parties)
    .filter((p) => names.includes(p.name))
    .map((p) => p.gender)
    .filter((gender) => gender !== null);
  if (told.length) return new Set(told);
  return new Set(
    read
      .flatMap((r) => r.statements)
      .filter((s) => s.by === 'pronoun' && s.party && names.includes(s.party.name))
      .map(genderOfPronoun)
      .filter((gender) => gender !== null),
  );
}

function genderOfPronoun({ source, passage }: Statement): Party['gender'] {
  const words = source ? slice(passage.article.text, source) : '';
  if (/^he$/iu.test(words)) return 'male';
  return /^she$/iu.test(words) ? 'female' : null;
}
