import type { BaseInteraction } from 'discord.js';
import type { Context } from '../commands/command.js';
import type { Newsroom } from '../newsroom/newsroom.js';
import type { Library } from '../search/library.js';
import type { Scope } from '../corpus/store/change.js';
import { RequestError } from '../errors.js';
import type { Settings } from '../settings.js';
import { inForce, type InForce } from './in-force.js';
import { personOf, type Person } from './person.js';
import { readyInTime } from './ready-in-time.js';
import { scopeOf } from './scope.js';

/** What goes where an interaction was made, as of now. */
export interface Surroundings {
  readonly scope: Scope;
  readonly library: Library;
  readonly rules: InForce;
  readonly person: Person;
}

/** A context in which things can be changed. */
export interface ModeratorsContext extends Context {
  readonly newsroom: Newsroom;
}

/**
 * Looks up whose stories an interaction is about, which settings go there, and what the person may do there.
 * @throws RequestError where what its moderators keep could not be opened at the start, which the log told then: without
 * their corrections and settings there is no saying what may be shown, or to whom
 */
export async function surroundingsOf(
  interaction: BaseInteraction,
  newsroom: Newsroom,
  settings: Settings,
): Promise<Surroundings> {
  const scope = scopeOf(interaction);
  const cause = newsroom.store.failures.get(scope);
  if (cause) throw new RequestError(cause.message, { cause });
  const [library, own] = await Promise.all([
    readyInTime(newsroom.libraries, scope),
    newsroom.store.scope(scope),
  ]);
  const rules = inForce(own.settings, settings);
  return { scope, library, rules, person: personOf(interaction, rules) };
}
