import { z } from 'zod';
import { RequestError } from '../errors.js';
import type { Scope } from '../corpus/store/change.js';
import { MOST_DRAFTS } from '../corpus/store/keepings.js';
import type { Newsroom } from './newsroom.js';

const text = z.string();
const draft = z.object({
  title: text,
  outlet: text.nullable(),
  author: text.nullable(),
  published: text.nullable(),
  url: text.nullable(),
  text,
  doubts: z.array(text).readonly(),
});
const speaker = z.object({ key: text, name: text });
const correction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merge'), speaker, into: speaker }),
  z.object({ kind: z.literal('rename'), speaker, name: text }),
  z.object({ kind: z.literal('split'), speaker, articles: z.array(text).readonly(), name: text }),
]);
const pending = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('add'),
    drafts: z.array(draft).readonly(),
    /** For each draft, the hash of the story that it was shown to replace; null where it was shown to be added. */
    replaces: z.array(text.nullable()).readonly(),
    failures: z.array(z.object({ name: text, reason: text })).readonly(),
  }),
  z.object({ kind: z.literal('remove'), article: text, hash: text }),
  z.object({ kind: z.literal('feed'), url: text, foundAt: text.optional(), title: text }),
  z.object({ kind: z.literal('correct'), correction }),
]);

/** What a person has been shown and has yet to confirm. It is kept with the scope, so that it survives a restart. */
export type Pending = z.infer<typeof pending>;
/** A correction of who somebody is. */
export type SpeakerCorrection = z.infer<typeof correction>;

/** Keeps what is to be confirmed, for a day, under the id that is given or a new one. @returns its id, for a button */
export async function propose(
  { store }: Newsroom,
  scope: Scope,
  value: Pending,
  id?: string,
): Promise<string> {
  return (await store.scope(scope)).keepDraft(value, id);
}

/** @throws RequestError where nothing is pending under that id: done already, cancelled, or too old */
export async function pendingOf({ store }: Newsroom, scope: Scope, id: string): Promise<Pending> {
  const read = pending.safeParse(await (await store.scope(scope)).draft(id));
  if (read.success) return read.data;
  throw new RequestError(
    `There is nothing to confirm here any more: it was done or cancelled already, it is more than a day old, or ${MOST_DRAFTS} newer ones have taken its room.`,
  );
}

/** Forgets what was to be confirmed. */
export async function withdraw({ store }: Newsroom, scope: Scope, id: string): Promise<void> {
  await (await store.scope(scope)).dropDraft(id);
}
