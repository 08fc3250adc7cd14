import { createRequire } from 'node:module';
import type Yaml from 'yaml';
import { z } from 'zod';
import { ArticleError } from '../errors.js';
import { once } from '../once.js';

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
const loadYaml = once((): typeof Yaml => createRequire(import.meta.url)('yaml'));

/** One line of text; a key without a value is as good as none. */
const line = (limit: number) =>
  z
    .union([z.string(), z.number()], { error: 'must be text on one line' })
    .nullish()
    .transform(
      (value) =>
        String(value ?? '')
          .replace(/\s+/gu, ' ')
          .trim() || undefined,
    )
    .refine((value) => (value?.length ?? 0) <= limit, { error: `must be at most ${limit} characters` });

const schema = z.object(
  {
    title: line(300),
    outlet: line(100),
    author: line(200),
    date: line(40)
      .transform((value) => value?.slice(0, 10))
      .refine((value) => value === undefined || z.iso.date().safeParse(value).success, {
        error: 'must be a day, written YYYY-MM-DD',
      }),
    url: line(2000)
      .refine((value) => value === undefined || isWebAddress(value), {
        error: 'must be an http(s) address',
      })
      .transform((value) => value && new URL(value).href),
  },
  { error: 'must be lines such as "outlet: The Valley Post"' },
);

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
  const yaml = loadYaml();
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
  const checked = schema.safeParse(data);
  if (!checked.success) {
    const why = checked.error.issues.map((i) => `${i.path.join('.') || 'it'} ${i.message}`).join('; ');
    throw new ArticleError(file, `has front matter that can't be used: ${why}`);
  }
  return { meta: checked.data, end };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}
