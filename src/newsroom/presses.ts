import type { Context, Outcome, Submission } from '../commands/command.js';
import type { NewsroomId } from '../replies/component-ids.js';
import { RequestError } from '../errors.js';

/**
 * Does what a moderator's button or select says. Whoever calls it has made sure that the person may.
 * @param values what was chosen in a select; empty for a button
 */
export async function pressed(_: Context, id: NewsroomId, values: readonly string[]): Promise<Outcome> {
  throw new RequestError(`Nothing is known of ${id.verb} ${values.join(' ')}.`);
}

/** Does what a moderator's modal says. Whoever calls it has made sure that the person may. */
export async function submitted(_: Context, id: NewsroomId, fields: Submission): Promise<Outcome> {
  throw new RequestError(`Nothing is known of ${id.verb} ${Object.keys(fields.texts).join(' ')}.`);
}
