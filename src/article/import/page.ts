import { Readability } from '@mozilla/readability';
import { ArticleError } from '../../errors.js';
import type { Draft } from '../draft.js';
import { decode, declaredEncoding } from './decode.js';
import { parsePage, textBlocks, type Document, type Node } from './html.js';
import { readMarkdown } from './markdown.js';
import { metadata } from './metadata.js';
import { NO_DATE, readPlain } from './plain.js';
import { tidy } from './tidy.js';
import type { PageSource } from './types.js';

/** Fewer words than these are hardly a story. */
const FEW_WORDS = 80;

/** Finds the story in what an address gave: a page, or text. @throws ArticleError */
export function readPage(bytes: Uint8Array, { url, contentType }: PageSource): Draft {
  const text = decode(url, bytes, declaredEncoding(contentType, bytes));
  if (/markdown/iu.test(contentType ?? '')) return at(url, readMarkdown(url, text));
  if (/^text\/plain/iu.test(contentType ?? '') && !/^\s*</u.test(text))
    return at(url, readPlain(nameIn(url), text));
  return readPageText(url, text, url);
}

/** Finds the story in the HTML of a page. @throws ArticleError where there is none */
export function readPageText(name: string, html: string, url: string | null): Draft {
  const document = parsePage(name, html);
  const meta = metadata(document, url);
  const heading = document.querySelector('h1')?.textContent?.trim() ?? null;
  const { title, byline, siteName, blocks } = mainText(name, document);
  const headline = meta.title ?? (heading || title);
  const outlet = meta.outlet ?? siteName;
  const author = meta.author ?? byline;
  const text = blocks[0] !== undefined && same(blocks[0], headline) ? blocks.slice(1) : blocks;
  return tidy(
    {
      title: withoutSite(headline ?? '', outlet),
      outlet: outlet ?? hostOf(url),
      author: author?.replace(/^by\s+/iu, '') ?? null,
      published: meta.published,
      url: meta.url ?? url,
      text: text.join('\n\n'),
      doubts: doubts(meta.published, outlet, text),
    },
    name,
  );
}

interface MainText {
  readonly title: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
  readonly blocks: readonly string[];
}

function mainText(name: string, document: Document): MainText {
  const reader = new Readability<Node>(document, { serializer: (node) => node });
  const found = reader.parse();
  const blocks = found?.content ? textBlocks(found.content) : [];
  if (!found || blocks.length === 0)
    throw new ArticleError(name, 'has no story that can be found in the page: paste its text instead');
  return {
    title: found.title || null,
    byline: found.byline || null,
    siteName: found.siteName || null,
    blocks,
  };
}

function doubts(published: string | null, outlet: string | null, text: readonly string[]): string[] {
  const words = text.join(' ').split(/\s+/u).length;
  return [
    ...(published === null ? [NO_DATE] : []),
    ...(outlet === null ? ['The page doesn’t name its outlet.'] : []),
    ...(words < FEW_WORDS
      ? [`The page holds little text (${words} words): it may be cut off, or no story.`]
      : []),
  ];
}

/** A title as pages give it often ends in the site's name: "Harbour opens - The Valley Post". */
function withoutSite(title: string, outlet: string | null): string {
  const end = outlet === null ? -1 : title.toLowerCase().lastIndexOf(outlet.toLowerCase());
  if (outlet === null || end <= 0 || end + outlet.length !== title.length) return title;
  const rest = /^(.+?)\s*[|\-–—•·:]\s*$/su.exec(title.slice(0, end));
  return rest?.[1] ?? title;
}

function same(block: string, headline: string | null): boolean {
  return headline !== null && block.toLowerCase() === headline.replace(/\s+/gu, ' ').trim().toLowerCase();
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).hostname.replace(/^www\./u, '');
}

/** The last part of an address, as a file's name. */
function nameIn(url: string): string {
  const { pathname, hostname } = new URL(url);
  return pathname.split('/').findLast(Boolean) ?? hostname;
}

function at(url: string, draft: Draft): Draft {
  return { ...draft, url: draft.url ?? url, outlet: draft.outlet ?? hostOf(url) };
}
