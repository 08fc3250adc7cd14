import { createRequire } from 'node:module';
import type Yaml from 'yaml';
import { ArticleError } from '../errors.js';

/** What stands above a story, between lines of `---`. */
export interface FrontMatter {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
}

/** The most characters that are read: all the fields at their longest, and notes. Bad YAML may take the square of its length. */
const LONGEST = 10_000;

/** Most stories have no front matter, and what reads it takes a while to load: it waits for the first that has. */
const load = (): typeof Yaml => createRequire(import.meta.url)('yaml');

let yaml: typeof Yaml | null = null;

/** What a field may hold, and what stands for it. */
interface Rule {
  readonly longest: number;
  /** What the value is, or null where it is nothing of the kind. */
  readonly read?: (value: string) => string | null;
  readonly otherwise?: string;
}

const RULES: Readonly<Record<keyof FrontMatter, Rule>> = {
  title: { longest: 300 },
  outlet: { longest: 100 },
  author: { longest: 200 },
  date: { longest: 40, read: dayOf, otherwise: 'must be a day, written YYYY-MM-DD' },
  url: { longest: 2000, read: webAddressOf, otherwise: 'must be an http(s) address' },
};

/**
 * Reads the front matter of a file.
 * @returns what it says, and where it ends in the text (0 where there is none)
 * @throws ArticleError with what is wrong
 */
export function readFrontMatter(file: string, content: string): { meta: FrontMatter; end: number } {
  const start = /^\uFEFF?\s*---[^\S\n]*\r?\n/u.exec(content);
  if (!start) return { meta: {}, end: 0 };
  const close = /^---[^\S\n]*(?:\r?\n|$)/mu.exec(content.slice(start[0].length));
  if (!close) {
    throw new ArticleError(
      file,
      'begins with a line of --- that has no second one: close the front matter, or take the line out',
    );
  }
  if (close.index > LONGEST)
    throw new ArticleError(file, `has front matter of more than ${LONGEST} characters: shorten it`);
  const end = start[0].length + close.index + close[0].length;
  yaml ??= load();
  let data: unknown;
  try {
    data =
      yaml.parse(content.slice(start[0].length, start[0].length + close.index), {
        maxAliasCount: 10,
        logLevel: 'error',
      }) ?? {};
  } catch (cause) {
    const why = cause instanceof yaml.YAMLError ? (cause.message.split('\n')[0] ?? '') : 'bad YAML';
    throw new ArticleError(file, `has front matter that can't be read: ${why}`, { cause });
  }
  const { meta, wrong } = fieldsOf(data);
  if (wrong.length > 0)
    throw new ArticleError(file, `has front matter that can't be used: ${wrong.join('; ')}`);
  return { meta, end };
}

/** The fields that are known, and what is wrong with them. */
function fieldsOf(data: unknown): { meta: FrontMatter; wrong: string[] } {
  const meta: Record<string, string> = {};
  const wrong: string[] = [];
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { meta, wrong: ['it must be lines such as "outlet: The Valley Post"'] };
  const given = new Map<string, unknown>(Object.entries(data));
  for (const [name, { longest, read, otherwise }] of Object.entries(RULES)) {
    const line = lineOf(given.get(name));
    if (line === null) wrong.push(`${name} must be text on one line`);
    else if (line.length > longest) wrong.push(`${name} must be at most ${longest} characters`);
    else if (line) {
      const value = read ? read(line) : line;
      if (value === null) wrong.push(`${name} ${otherwise}`);
      else meta[name] = value;
    }
  }
  return { meta, wrong };
}

/** A value as one line, empty where there is none; null for what is no text. */
function lineOf(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/gu, ' ').trim()
    : null;
}

/** The day that a date or a time begins with. */
function dayOf(value: string): string | null {
  const day = value.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/u.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
    ? day
    : null;
}

function webAddressOf(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const { protocol, href } = new URL(value);
  return /^https?:$/u.test(protocol) ? href : null;
}
