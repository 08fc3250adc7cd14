import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { stringify } from 'yaml';
import type { Draft } from '../draft.js';
import { tidy } from './tidy.js';

/**
 * A draft as the text of an article's file, which `readArticle` reads back the same.
 * @throws ArticleError where it can't be one
 */
export function fileOf(draft: Draft): string {
  const { title, outlet, author, published: date, url, text } = tidy(draft);
  const fields = { outlet, author, date, url };
  const given = Object.entries(fields).filter(([, value]) => value !== null);
  // Without a field, front matter still stands where the headline would be taken for it.
  const lines = given.length || title.startsWith('---') ? stringify(Object.fromEntries(given), YAML) : null;
  return `${lines === null ? '' : `---\n${lines}---\n\n`}${title}\n\n${text}\n`;
}

/** Each value on one line, and in quotation marks where it would be no text otherwise. */
const YAML = { lineWidth: 0, defaultStringType: 'PLAIN', flowCollectionPadding: false } as const;

/** The longest name, in characters. */
const LONGEST_NAME = 80;

/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * A safe name for a draft's file, without the ending: its day, and its title in small Latin letters, figures and hyphens. Where
 * the title has none of those, a few characters of its hash stand for it.
 */
export function fileNameOf({ title, published }: Pick<Draft, 'title' | 'published'>): string {
  const slug = slugify(title.slice(0, 300).toWellFormed().normalize('NFKC')).replace(/[^a-z0-9-]/gu, '');
  const words = slug.slice(0, LONGEST_NAME).replace(/^-+|-+$/gu, '');
  const sure = words.length < 3 || RESERVED.test(words) ? `story-${hashOf(title)}` : words;
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(published ?? '') ? `${published}-` : '';
  return `${day}${sure}`;
}

function hashOf(title: string): string {
  return createHash('sha256').update(title).digest('hex').slice(0, 8);
}
