import { createHash } from 'node:crypto';
import { parse, YAMLError } from 'yaml';
import { z } from 'zod';
import { ArticleError } from '../errors.js';
import { trimSpan, type Span } from '../text/span.js';
import type { Article } from './article.js';
import { outletOfDateline } from './dateline.js';

/** The largest file that is read, in bytes: some 600,000 words. */
const LARGEST_FILE = 4 * 1024 * 1024;
/** A first line longer than this is a paragraph, not a headline. */
const LONGEST_HEADLINE = 300;

const text = (limit: number) => z.coerce.string().trim().min(1).max(limit);
const frontMatter = z.object({
  title: text(LONGEST_HEADLINE).optional(),
  outlet: text(100).optional(),
  author: text(200).optional(),
  date: z
    .union([z.date().transform((d) => d.toISOString()), z.string()])
    .transform((d) => d.slice(0, 10))
    .pipe(z.iso.date('is not a day written YYYY-MM-DD'))
    .optional(),
  url: z
    .url({ protocol: /^https?$/u, error: 'is not an http(s) address' })
    .max(500)
    .optional(),
});

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
    hash: createHash('sha256').update(bytes).digest('hex'),
  };
}

function decode(file: string, bytes: Uint8Array): string {
  if (bytes.byteLength > LARGEST_FILE)
    throw new ArticleError(file, `is larger than ${LARGEST_FILE / 1024 / 1024} MB: split it`);
  try {
    // The mark stays, so that offsets count in the text as it stands in the file.
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (content.includes('\0')) throw new ArticleError(file, 'is not a text file: it holds NUL characters');
    return content;
  } catch (cause) {
    if (cause instanceof ArticleError) throw cause;
    throw new ArticleError(file, 'is not UTF-8 text: save it as UTF-8', { cause });
  }
}

function readFrontMatter(file: string, content: string): { meta: z.infer<typeof frontMatter>; end: number } {
  const match = /^\uFEFF?---[^\S\n]*\r?\n([\s\S]*?)^---[^\S\n]*(?:\r?\n|$)/mu.exec(content);
  if (!match || match.index !== 0) return { meta: {}, end: 0 };
  let data: unknown;
  try {
    data = parse(match[1] ?? '', { maxAliasCount: 10 }) ?? {};
  } catch (cause) {
    const why = cause instanceof YAMLError ? (cause.message.split('\n')[0] ?? '') : 'bad YAML';
    throw new ArticleError(file, `has front matter that can't be read: ${why}`, { cause });
  }
  const checked = frontMatter.safeParse(data);
  if (!checked.success) {
    const why = checked.error.issues.map((i) => `${i.path.join('.') || 'it'} ${i.message}`).join('; ');
    throw new ArticleError(file, `has front matter that can't be used: ${why}`);
  }
  return { meta: checked.data, end: match[0].length };
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
