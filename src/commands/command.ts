import {
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Actor, Scope, ServerSettings } from '../corpus/store/change.js';
import { RequestError } from '../errors.js';
import type { Attachment } from '../newsroom/attachment.js';
import type { Doing } from '../newsroom/doing.js';
import type { Newsroom } from '../newsroom/newsroom.js';
import type { NewsroomView } from '../newsroom/view.js';
import type { Library, RefreshOutcome } from '../search/library.js';
import type { Answer } from '../search/answer.js';
import type { Check } from '../search/check/check.js';
import type { LastAnswer } from '../search/question/follow-up.js';
import type { WhoResult } from '../search/who/who.js';
import type { Status } from '../search/status.js';

/** What a command works with. */
export interface Context {
  /** The stories of the scope. */
  readonly library: Library;
  /** What moderators work with; null where nothing can be changed (the terminal). */
  readonly newsroom: Newsroom | null;
  /** Whose stories are asked, and changed. */
  readonly scope: Scope;
  /** Who calls, under the name that people see there. */
  readonly actor: Actor;
  /** Whether answers are seen by who asks alone, unless they say otherwise. */
  readonly privateAnswers: boolean;
  /** When the call was made. */
  readonly now: Date;
  /** What the caller was last answered there; null where that is long ago, or nothing. */
  readonly last: LastAnswer | null;
  /** Told how far long work is. */
  readonly onProgress: (doing: Doing) => void;
}

/** What a command comes to. A front end turns it into a message or into text. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly private: boolean }
  | { readonly kind: 'who'; readonly result: WhoResult; readonly private: boolean }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'refresh'; readonly outcome: RefreshOutcome }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'newsroom'; readonly view: NewsroomView }
  | { readonly kind: 'settings'; readonly settings: ServerSettings }
  | { readonly kind: 'help' };

/** What somebody filled into a modal, by the names of its fields. */
export interface Submission {
  readonly texts: Readonly<Record<string, string>>;
  /** What was chosen in selects. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, readonly Attachment[]>>;
}

/** A suggestion while somebody types. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

type Definition = Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'type'>;
type Option = APIApplicationCommandBasicOption;
/** The values of options, by name. */
export type Values = Readonly<Record<string, string | boolean | number | Attachment>>;

/** The values that the options of a definition bring, by name. */
export type OptionsOf<D> = D extends { readonly options: readonly (infer O)[] }
  ? {
      readonly [P in Extract<O, Option> as P['name']]: P extends { readonly required: true }
        ? ValueOf<P>
        : ValueOf<P> | undefined;
    }
  : Record<string, never>;
type ValueOf<O> = O extends { readonly type: ApplicationCommandOptionType.Boolean }
  ? boolean
  : O extends { readonly type: ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number }
    ? number
    : O extends { readonly type: ApplicationCommandOptionType.Attachment }
      ? Attachment
      : string;

/** What a completion works with. */
type Completing = Pick<Context, 'library' | 'newsroom' | 'scope'>;

/** A slash command, the same in Discord and in the terminal. */
export interface Command {
  readonly definition: Definition;
  /** True where only moderators may call it. */
  readonly moderatorsOnly: boolean;
  /** True where the answer may take longer than Discord waits. @param subcommand its path: "status", "feed add" */
  readonly isSlow: (subcommand: string | null) => boolean;
  readonly run: (context: Context, options: Values, subcommand: string | null) => Outcome | Promise<Outcome>;
  /** Suggestions for the option `name`, of which `typed` is written so far; at most 25. */
  readonly complete: (
    context: Completing,
    name: string,
    typed: string,
    subcommand: string | null,
  ) => readonly Choice[] | Promise<readonly Choice[]>;
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
  readonly run: (context: Context, options: OptionsOf<D>) => Outcome | Promise<Outcome>;
  readonly complete?: Command['complete'];
}): Command {
  return {
    definition: command.definition,
    moderatorsOnly: false,
    isSlow: () => false,
    // Discord and the terminal both check what is typed against the definition before they call.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    run: (context, options) => command.run(context, options as OptionsOf<D>),
    complete: command.complete ?? (() => []),
  };
}

/** @throws RequestError in a front end that changes nothing */
export function newsroomOf({ newsroom }: Context): Newsroom {
  if (!newsroom) throw new RequestError('Stories can be changed in Discord alone.');
  return newsroom;
}
