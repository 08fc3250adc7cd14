import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { ArticleError } from '../errors.js';
import { trimSpan, type Span } from '../text/span.js';
import type { Article } from './article.js';
import { outletOfDateline } from './dateline.js';
import { readFrontMatter } from './front-matter.js';

/** The largest file that is read, in bytes: some 600,000 words. */
const LARGEST_FILE = 4 * 1024 * 1024;
/** A first line longer than this is a paragraph, not a headline. */
const LONGEST_HEADLINE = 300;

/**
 * Reads a text file as an article: optional YAML front matter (title, outlet, author, date, url) between lines of
 * `---`, then the headline on the first line, then the paragraphs.
 * @param file the path below the corpus folder, ending in .txt
 * @throws ArticleError with what is wrong and what to do
 */
export function readArticle(file: string, bytes: Uint8Array): Article {
  const content = decode(file, bytes);
  const { meta, end } = readFrontMatter(file, content);
  const rest = trimSpan(content, { start: end, end: content.length });
  if (rest.start === rest.end)
    throw new ArticleError(file, 'is empty: write the headline on its first line, then the story');
  const { title, body } = meta.title ? { title: meta.title, body: rest } : headline(file, content, rest);
  if (body.start === body.end)
    throw new ArticleError(file, 'has a headline and nothing after it: add the story below');
  return {
    id: file.replace(/\.txt$/iu, ''),
    file,
    title,
    outlet: meta.outlet ?? outletOfDateline(content.slice(body.start, body.start + 200)),
    author: meta.author ?? null,
    published: meta.date ?? null,
    url: meta.url ?? null,
    text: content,
    body,
    hash: hash('sha256', bytes),
  };
}

function decode(file: string, bytes: Uint8Array): string {
  if (bytes.byteLength > LARGEST_FILE)
    throw new ArticleError(file, `is larger than ${LARGEST_FILE / 1024 / 1024} MB: split it`);
  if (!isUtf8(bytes)) throw new ArticleError(file, 'is not UTF-8 text: save it as UTF-8');
  // A mark at the beginning stays, so that offsets count in the text as it stands in the file.
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  if (content.includes('\0')) throw new ArticleError(file, 'is not a text file: it holds NUL characters');
  return content;
}

/** The first line; where that is a paragraph, the file's name stands in for the headline that is missing. */
function headline(file: string, content: string, rest: Span): { title: string; body: Span } {
  const lineEnd = content.slice(rest.start, rest.end).search(/[\r\n\u2029]/u);
  const end = lineEnd < 0 ? rest.end : rest.start + lineEnd;
  if (end - rest.start > LONGEST_HEADLINE) {
    const name = file
      .replace(/^.*\//u, '')
      .replace(/\.txt$/iu, '')
      .replace(/[-_]+/gu, ' ');
    return { title: name, body: rest };
  }
  const first = trimSpan(content, { start: rest.start, end });
  return {
    title: content.slice(first.start, first.end),
    body: trimSpan(content, { start: end, end: rest.end }),
  };
}
