import { ArticleError } from '../../errors.js';
import { isVisible } from '../../text/plain-line.js';
import { outletOfDateline } from '../dateline.js';
import type { Draft } from '../draft.js';

/** The longest fields, as front matter takes them. */
const LONGEST = { title: 300, outlet: 100, author: 200, url: 2000 } as const;
/** The longest text, in bytes: with its front matter it is a file that can be read. */
const LARGEST_TEXT = 4 * 1024 * 1024 - 16 * 1024;

/**
 * A draft as an article's file can hold it: fields on one line each and cut where they are too long, an outlet where the text's
 * dateline names one, the text without white space at its ends.
 * @param name what is read, for errors
 * @throws ArticleError where there is no text, or too much
 */
export function tidy(draft: Draft, name: string = draft.title): Draft {
  const text = draft.text.toWellFormed().replace(/\r\n?/gu, '\n').trim();
  const title = oneLine(draft.title, LONGEST.title);
  if (`${title}${text}`.includes('\0')) throw new ArticleError(name, 'is not text: it holds NUL characters');
  if (!text) throw new ArticleError(name, 'has no story in it: add the text below the headline');
  if (!isVisible(title))
    throw new ArticleError(
      name,
      'has no headline that can be found: paste its text with the headline on the first line',
    );
  if (Buffer.byteLength(text) > LARGEST_TEXT)
    throw new ArticleError(name, 'holds more text than one story can have (4 MB): split it');
  return {
    title,
    outlet: oneLine(draft.outlet, LONGEST.outlet) || outletOfDateline(text.slice(0, 200)),
    author: oneLine(draft.author, LONGEST.author) || null,
    published: draft.published,
    url: webAddress(draft.url),
    text,
    doubts: draft.doubts,
  };
}

/** The text on one line, cut at a word where it is longer than the limit. */
export function oneLine(text: string | null | undefined, limit: number): string {
  const line = (text ?? '').toWellFormed().replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trim()}…`;
}

/** An http(s) address that front matter takes; null for all others. */
export function webAddress(text: string | null | undefined, base?: string): string | null {
  if (!text || !URL.canParse(text, base)) return null;
  const { href, protocol } = new URL(text, base);
  return /^https?:$/u.test(protocol) && href.length <= LONGEST.url ? href : null;
}
