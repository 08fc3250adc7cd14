import type { Article } from '../article/article.js';
import type { Reading } from '../attribution/statement.js';
import type { Index } from '../search/index/index-corpus.js';
import { termsOf } from '../search/index/terms.js';
import { fold } from '../text/fold.js';

/** A story that is there already and seems to be the same: by its address, its title and outlet, or its words. */
export interface Twin {
  readonly article: Article;
  readonly by: 'address' | 'title' | 'text';
}

/** Passages that are looked for, the longest of a story; and the share of them that makes two stories one. */
const LOOKED_FOR = 8;
const SAME_STORY = 0.6;
/** Passages that have this much of their words in common are one. */
const SAME_PASSAGE = 0.85;
/** Passages with fewer words are alike by chance. */
const LEAST_WORDS = 8;
/** Passages with a passage's rarest word that are looked at. */
const MOST_LOOKED_AT = 300;
/** The number of all terms that no story holds. */
const UNKNOWN = -1;

/** The story of an index that a new one is another copy or version of, or null. */
export function twinOf(index: Index, { article, passages }: Reading): Twin | null {
  const articles = [...index.corpus.articles.values()];
  const address = article.url && addressOf(article.url);
  const byAddress = address && articles.find((a) => a.url && addressOf(a.url) === address);
  if (byAddress) return { article: byAddress, by: 'address' };
  const title = titleOf(article);
  const byTitle = articles.find((a) => titleOf(a) === title);
  if (byTitle) return { article: byTitle, by: 'title' };
  const byText = sameText(
    index,
    passages.map((p) => p.text),
  );
  return byText && { article: byText, by: 'text' };
}

/** True where an index has a story from that address. */
export function hasAddress(index: Index, url: string): boolean {
  const address = addressOf(url);
  for (const a of index.corpus.articles.values()) if (a.url && addressOf(a.url) === address) return true;
  return false;
}

/** An address without what differs between links to one page: scheme, "www.", fragment, campaign, last slash. */
function addressOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  const asked = new URLSearchParams(
    [...searchParams].filter(([name]) => !/^(?:utm_\w+|fbclid|gclid|mc_[ce]id)$/u.test(name)),
  );
  asked.sort();
  return `${host.replace(/^www\./u, '')}${pathname.replace(/\/+$/u, '')}?${asked.toString()}`;
}

function titleOf({ title, outlet }: Article): string {
  return `${fold(title).replace(/\s+/gu, ' ')}\0${fold(outlet ?? '')}`;
}

/** The story that has most of the longest passages, all but word for word. */
function sameText(index: Index, texts: readonly string[]): Article | null {
  const looked = texts
    .map((text) => termsOf(text).map(({ term }) => index.vocabulary.idOf(term) ?? UNKNOWN))
    .filter((ids) => ids.length >= LEAST_WORDS)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, LOOKED_FOR);
  const votes = new Map<number, number>();
  for (const ids of looked)
    for (const story of storiesWith(index, ids)) votes.set(story, (votes.get(story) ?? 0) + 1);
  for (const [story, found] of [...votes].toSorted(([, a], [, b]) => b - a))
    if (found >= SAME_STORY * looked.length) return index.stories[story]?.reading.article ?? null;
  return null;
}

function storiesWith(index: Index, ids: readonly number[]): Set<number> {
  const { postings, vocabulary, storyOf } = index;
  const known = ids.filter((id) => id !== UNKNOWN && vocabulary.passagesWith(id) > 0);
  const stories = new Set<number>();
  if (known.length < SAME_PASSAGE * ids.length) return stories;
  // Mere grammar stands in passages too, but nothing leads from it to them.
  const rarest = [...new Set(known)]
    .filter((id) => postings.sizeOf(id) > 0)
    .toSorted((a, b) => postings.sizeOf(a) - postings.sizeOf(b))
    .slice(0, 3);
  const compared = new Set<number>();
  for (const id of rarest)
    postings.each(id, (place) => {
      if (compared.size >= MOST_LOOKED_AT || compared.has(place)) return;
      compared.add(place);
      if (isAlike(ids, index.terms[place]?.ids)) stories.add(storyOf[place]!);
    });
  return stories;
}

function isAlike(one: readonly number[], other: Uint32Array | undefined): boolean {
  if (!other || other.length < LEAST_WORDS) return false;
  const left = new Map<number, number>();
  for (const id of one) left.set(id, (left.get(id) ?? 0) + 1);
  let shared = 0;
  for (const id of other) {
    const count = left.get(id) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(id, count - 1);
  }
  return shared >= SAME_PASSAGE * Math.max(one.length, other.length);
}
