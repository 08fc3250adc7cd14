import {
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Progress } from '../corpus/folder.js';
import type { Library, RefreshOutcome } from '../search/library.js';
import type { Answer } from '../search/answer.js';
import type { Check } from '../search/check/check.js';
import type { LastAnswer } from '../search/follow-up.js';
import type { Index } from '../search/index-corpus.js';
import type { WhoResult } from '../search/who.js';
import type { Status } from '../search/status.js';

/** What a command works with. */
export interface Context {
  readonly library: Library;
  /** The name of who calls, as people see it. */
  readonly caller: string;
  /** When the call was made. */
  readonly now: Date;
  /** What the caller was last answered there; null where that is long ago, or nothing. */
  readonly last: LastAnswer | null;
  /** Told how far long work is. */
  readonly onProgress: (progress: Progress) => void;
}

/** What a command comes to. A front end turns it into a message or into text. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly private: boolean }
  | { readonly kind: 'who'; readonly result: WhoResult }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'refresh'; readonly outcome: RefreshOutcome }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'help' };

/** A suggestion while somebody types. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

type Definition = Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'type'>;
type Option = APIApplicationCommandBasicOption;
type Values = Readonly<Record<string, string | boolean>>;

/** The values that a definition's options (or those of its subcommands) bring, by name. */
type OptionsOf<D> = D extends { readonly options: readonly (infer O)[] }
  ? {
      readonly [P in Extract<O, Option> as P['name']]: P extends { readonly required: true }
        ? ValueOf<P>
        : ValueOf<P> | undefined;
    }
  : Record<string, never>;
type ValueOf<O> = O extends { readonly type: ApplicationCommandOptionType.Boolean } ? boolean : string;
type SubcommandOf<D> = D extends { readonly options: readonly (infer O)[] }
  ? Extract<O, APIApplicationCommandSubcommandOption>['name']
  : never;

/** A slash command, the same in Discord and in the terminal. */
export interface Command {
  readonly definition: Definition;
  /** True where only moderators may call it. */
  readonly moderatorsOnly: boolean;
  /** True for the subcommand whose answer may take longer than Discord waits. */
  readonly isSlow: (subcommand: string | null) => boolean;
  readonly run: (context: Context, options: Values, subcommand: string | null) => Outcome | Promise<Outcome>;
  /** Suggestions for the option `name`, of which `typed` is written so far; at most 25. */
  readonly complete: (index: Index, name: string, typed: string) => readonly Choice[];
}

/** A command in the menu of anybody's message, under "Apps". */
export interface MessageCommand {
  readonly definition: Omit<RESTPostAPIContextMenuApplicationCommandsJSONBody, 'type'>;
  /** @param text what the message says */
  readonly run: (context: Pick<Context, 'library'>, text: string) => Outcome;
}

/** For a definition: callable in servers, in direct messages, and where only the caller has installed the app. */
export const ANYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** The most suggestions Discord shows. */
export const MOST_CHOICES = 25;

/** A command out of its definition, which is plain data, and what it does; the types of its options come from the definition. */
export function defineCommand<const D extends Definition>(command: {
  readonly definition: D;
  readonly moderatorsOnly?: boolean;
  readonly isSlow?: Command['isSlow'];
  readonly run: (
    context: Context,
    options: OptionsOf<D>,
    subcommand: SubcommandOf<D>,
  ) => Outcome | Promise<Outcome>;
  readonly complete?: Command['complete'];
}): Command {
  return {
    definition: command.definition,
    moderatorsOnly: command.moderatorsOnly ?? false,
    isSlow: command.isSlow ?? (() => false),
    // Discord and the terminal both check what is typed against the definition before they call.
    run: (context, options, subcommand) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      command.run(context, options as OptionsOf<D>, subcommand as SubcommandOf<D>),
    complete: command.complete ?? (() => []),
  };
}
