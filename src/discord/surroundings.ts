import type { BaseInteraction } from 'discord.js';
import type { Context } from '../commands/command.js';
import type { Newsroom } from '../newsroom/newsroom.js';
import type { Library } from '../search/library.js';
import type { Scope } from '../corpus/store/change.js';
import type { StoreError } from '../errors.js';
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
  /** Why what the scope keeps could not be opened; null where it is open. */
  readonly failure: StoreError | null;
}

/** A context in which things can be changed. */
export interface ModeratorsContext extends Context {
  readonly newsroom: Newsroom;
}

/** Looks up whose stories an interaction is about, which settings go there, and what the person may do there. */
export async function surroundingsOf(
  interaction: BaseInteraction,
  newsroom: Newsroom,
  settings: Settings,
): Promise<Surroundings> {
  const scope = scopeOf(interaction);
  const failure = newsroom.store.failures.get(scope) ?? null;
  const [library, own] = await Promise.all([
    readyInTime(newsroom.libraries, scope),
    failure ? null : newsroom.store.scope(scope),
  ]);
  const rules = inForce(own?.settings ?? null, settings);
  return { scope, library, rules, person: personOf(interaction, rules), failure };
}

/** The check before all that moderators do, after that of the person. @throws StoreError where the scope is not open */
export function mustBeOpen({ failure }: Surroundings): void {
  if (failure) throw failure;
}
