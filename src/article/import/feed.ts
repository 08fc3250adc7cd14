import { parseFeed } from '@rowanmanning/feed-parser';
import { ArticleError } from '../../errors.js';
import type { Draft } from '../draft.js';
import { decode, declaredEncoding } from './decode.js';
import { parsePage, textBlocks } from './html.js';
import { NO_DATE } from './plain.js';
import { oneLine, tidy, webAddress } from './tidy.js';
import type { FeedContent, FeedItem, PageSource } from './types.js';

type Feed = ReturnType<typeof parseFeed>;
type Item = Feed['items'][number];

/** The most items that are read: those beyond are old. */
const MOST_ITEMS = 200;
/** With fewer words than these, an item is taken for a summary. */
const FEW_WORDS = 120;
/** The most characters of an item: a longer one is read from its page. */
const LONGEST_ITEM = 2 * 1024 * 1024;

/** Reads a feed, RSS or Atom. @throws ArticleError where it is none */
export function readFeed(bytes: Uint8Array, { url, contentType }: PageSource): FeedContent {
  const text = decode(url, bytes, declaredEncoding(contentType, bytes));
  const feed = parse(url, text);
  const title = oneLine(plain(feed.title), 200) || null;
  return {
    title,
    items: feed.items.slice(0, MOST_ITEMS).flatMap((item) => readItem(item, title, url) ?? []),
  };
}

function parse(url: string, text: string): Feed {
  try {
    return parseFeed(text);
  } catch (cause) {
    // The parser gives up in its own words on XML that is broken, or made to break it.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'INVALID_FEED'))
      throw new ArticleError(url, 'is a broken feed: its XML can’t be read. Tell who runs the site', {
        cause,
      });
    const what = /<html[\s>]/iu.test(text.slice(0, 5000)) ? 'is a page, not a feed' : 'is not a feed';
    throw new ArticleError(url, `${what}: give the address of its RSS or Atom feed`, { cause });
  }
}

/** An item, or null for one that has neither id, address nor title. */
function readItem(item: Item, outlet: string | null, feedUrl: string): FeedItem | null {
  const title = oneLine(plain(item.title), 300) || null;
  const url = webAddress(item.url, feedUrl);
  const key = item.id ?? url ?? title;
  if (!key) return null;
  const published = (item.published ?? item.updated)?.toISOString().slice(0, 10) ?? null;
  const draft = title === null ? null : readStory(item, { title, url, published, outlet });
  return { key: oneLine(key, 500), title, url, published, draft };
}

/** The story that an item holds; null for a summary of what stands elsewhere. */
function readStory(item: Item, about: Pick<Draft, 'title' | 'url' | 'published' | 'outlet'>): Draft | null {
  const html = [item.content ?? '', item.description ?? ''].toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (html.length > LONGEST_ITEM) return null;
  const text = blocksOf(html, about.title).join('\n\n');
  const whole =
    text.split(/\s+/u).length >= FEW_WORDS &&
    !/(?:…|\.\.\.|read more|continue reading)[\])\s]*$/iu.test(text);
  if (!text || (!whole && about.url !== null)) return null;
  const author =
    item.authors
      .map(({ name }) => name)
      .filter(Boolean)
      .slice(0, 5)
      .join(', ') || null;
  const doubts = [
    ...(about.published === null ? [NO_DATE] : []),
    ...(whole ? [] : ['The feed may give no more than a part of the story.']),
  ];
  return tidy({ ...about, author, text, doubts });
}

/** The paragraphs of an item. Where it isn't read (it is nested too deep), there are none, and its page is fetched. */
function blocksOf(html: string, name: string): string[] {
  try {
    return textBlocks(parsePage(name, `<!doctype html><html><body>${html}</body></html>`).body);
  } catch (error) {
    if (error instanceof ArticleError) return [];
    throw error;
  }
}

/** A title without the tags and entities that feeds put into it. */
function plain(title: string | null): string {
  if (title === null || !/[<&]/u.test(title)) return title ?? '';
  return blocksOf(title.slice(0, 2000), 'title').join(' ');
}
