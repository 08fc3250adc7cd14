import type { ServerSettings } from '../corpus/store/change.js';
import type { Settings } from '../settings.js';

/** What goes for a scope: what its moderators have set, else what the operator has. */
export interface InForce {
  readonly moderatorRoles: readonly string[];
  /** People who may change the operator's stories. */
  readonly operators: readonly string[];
  readonly privateAnswers: boolean;
  readonly cooldown: { readonly questions: number; readonly seconds: number };
  /** The channels that are answered in; none means all. */
  readonly channels: readonly string[];
  readonly logChannel: string | null;
}

/** @param own a server's settings; null where it has none */
export function inForce(own: ServerSettings | null, operators: Settings): InForce {
  return {
    moderatorRoles: own?.moderatorRoles.length ? own.moderatorRoles : operators.MODERATOR_ROLE_IDS,
    operators: operators.OPERATOR_IDS,
    privateAnswers: own?.privateAnswers ?? false,
    cooldown: {
      questions: own?.cooldownQuestions ?? operators.COOLDOWN_QUESTIONS,
      seconds: own?.cooldownSeconds ?? operators.COOLDOWN_SECONDS,
    },
    channels: own?.channels ?? [],
    logChannel: own?.logChannel ?? null,
  };
}
