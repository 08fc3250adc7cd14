import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { everyComponent } from './stand-in/breaches.js';
import type { Acting, Outcome, Person, Seen } from './stand-in/person.js';

/** A moderator of a server. */
export const MONA = { user: 'mona', permissions: P.ManageGuild } as const;

/** What stands in a message that can be pressed. */
export function idsIn({ message }: Seen): string[] {
  return everyComponent(message.components).flatMap((c) => ('custom_id' in c ? [c.custom_id] : []));
}

/** The id of what stands in a message under a prefix. */
export function idIn(seen: Seen, prefix: string): string {
  const found = idsIn(seen).find((id) => id.startsWith(prefix));
  if (!found) throw new Error(`No ${prefix} among ${idsIn(seen).join(', ')}; the message: ${seen.text}`);
  return found;
}

/** Whether a private answer was shared: it stands there for all, and has lost its button. */
export const isShared = ({ messages }: Outcome): boolean =>
  messages.some((m) => m.ephemeral && !m.labels.includes('Share')) && messages.some((m) => !m.ephemeral);

/** What shows progress no more. */
export const isDone = ({ text }: Outcome): boolean => text !== '' && !text.endsWith(' …');

/** Pastes a text into the form of `/corpus add`, and has it previewed. */
export async function paste(person: Person, text: string, acting: Acting = MONA): Promise<Outcome> {
  const form = await person.invoke('corpus add', {}, acting);
  return person.submit(form, { text }, { until: isDone, ...acting });
}

/** Presses what confirms in a preview. */
export function confirm(person: Person, { message }: Outcome, acting: Acting = MONA): Promise<Outcome> {
  return person.press(message, idIn(message, 'n:confirm'), null, { until: isDone, ...acting });
}
