import { z } from 'zod';
import type { Correction } from '../corrections.js';
import type { Change, Edit, Feed, ServerSettings } from './change.js';
import { isArticleKey } from './names.js';

const speaker = z.strictObject({ key: z.string(), name: z.string() });
const statement = z.strictObject({
  article: z.string(),
  passage: z.string(),
  content: z.string(),
  at: z.int().min(0).optional(),
});

const corrections = {
  reattribute: z.strictObject({ kind: z.literal('reattribute'), statement, speaker: z.string() }),
  hide: z.strictObject({ kind: z.literal('hide'), statement }),
  merge: z.strictObject({ kind: z.literal('merge'), speaker, into: speaker }),
  rename: z.strictObject({ kind: z.literal('rename'), speaker, name: z.string() }),
  split: z.strictObject({
    kind: z.literal('split'),
    speaker,
    articles: z.array(z.string()).readonly(),
    name: z.string(),
  }),
};

const correction: z.ZodType<Correction> = z.discriminatedUnion('kind', [
  corrections.reattribute,
  corrections.hide,
  corrections.merge,
  corrections.rename,
  corrections.split,
]);

const id = z.object({ id: z.string().min(1) });

/** A line of corrections.jsonl: a correction and its id. */
export const correctionLine = z.discriminatedUnion('kind', [
  corrections.reattribute.extend(id.shape),
  corrections.hide.extend(id.shape),
  corrections.merge.extend(id.shape),
  corrections.rename.extend(id.shape),
  corrections.split.extend(id.shape),
]);

/** A line of feeds.jsonl. */
export const feedLine: z.ZodType<Feed> = z.strictObject({
  url: z.string().min(1),
  foundAt: z.string().optional(),
  title: z.string(),
  addedBy: z.string(),
});

/** What settings.json holds. */
export const settingsFile: z.ZodType<ServerSettings> = z.strictObject({
  logChannel: z.string().nullable(),
  moderatorRoles: z.array(z.string()).readonly(),
  privateAnswers: z.boolean(),
  cooldownQuestions: z.number().nullable(),
  cooldownSeconds: z.number().nullable(),
  channels: z.array(z.string()).readonly(),
});

const digest = z.string().regex(/^[0-9a-f]{64}$/u, 'must be a SHA-256 in hexadecimal');

const edit: z.ZodType<Edit> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('article'),
    key: z.string().refine(isArticleKey, 'must be the path of a text file'),
    before: digest.nullable(),
    after: digest.nullable(),
  }),
  z.strictObject({
    kind: z.literal('correction'),
    key: z.string(),
    before: correction.nullable(),
    after: correction.nullable(),
  }),
  z.strictObject({
    kind: z.literal('feed'),
    key: z.string(),
    before: feedLine.nullable(),
    after: feedLine.nullable(),
  }),
  z.strictObject({
    kind: z.literal('settings'),
    key: z.literal('settings'),
    before: settingsFile.nullable(),
    after: settingsFile.nullable(),
  }),
]);

/** A line of history.jsonl. */
export const changeLine: z.ZodType<Change> = z.strictObject({
  id: z.string().regex(/^[\w-]{8}$/u, 'must be 8 characters'),
  at: z.iso.datetime(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  action: z.string(),
  undoes: z.string().nullable(),
  edits: z.array(edit).readonly(),
});

/** A value that was read, or why it isn't one. */
export type Checked<T> = { readonly value: T } | { readonly why: string };

/** Reads JSON text as something that a schema describes. */
export function parseJson<T>(text: string, schema: z.ZodType<T>): Checked<T> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // The parser's own message is all there is to say.
    return { why: error instanceof Error ? error.message : String(error) };
  }
  const checked = schema.safeParse(data);
  if (checked.success) return { value: checked.data };
  return { why: checked.error.issues.map((i) => `${i.path.join('.') || 'it'}: ${i.message}`).join('; ') };
}
