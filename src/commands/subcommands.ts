import {
  ApplicationCommandOptionType,
  type APIApplicationCommandSubcommandOption,
} from 'discord-api-types/v10';
import { RequestError } from '../errors.js';
import type { Command, Context, OptionsOf, Outcome } from './command.js';

type Definition = Omit<APIApplicationCommandSubcommandOption, 'type'>;

/** One of a command's subcommands. */
export interface Subcommand {
  readonly definition: Definition;
  /** True where the answer may take longer than Discord waits. */
  readonly isSlow: boolean;
  readonly run: Command['run'];
  readonly complete: Command['complete'];
}

/** Subcommands under a common name: "feed add", "feed list". */
export interface SubcommandGroup {
  readonly name: string;
  readonly description: string;
  readonly subcommands: readonly Subcommand[];
}

/** A subcommand out of its definition and what it does; the types of its options come from the definition. */
export function defineSubcommand<const D extends Definition>(subcommand: {
  readonly definition: D;
  readonly isSlow?: boolean;
  readonly run: (context: Context, options: OptionsOf<D>) => Outcome | Promise<Outcome>;
  readonly complete?: Command['complete'];
}): Subcommand {
  return {
    definition: subcommand.definition,
    isSlow: subcommand.isSlow ?? false,
    // Discord and the terminal both check what is typed against the definition before they call.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    run: (context, options) => subcommand.run(context, options as OptionsOf<D>),
    complete: subcommand.complete ?? (() => []),
  };
}

/** A command of subcommands and groups of them, for moderators alone. */
export function moderatorsCommand(
  definition: Omit<Command['definition'], 'options'>,
  parts: readonly (Subcommand | SubcommandGroup)[],
): Command {
  const byPath = new Map(parts.flatMap(pathsOf));
  const find = (path: string | null): Subcommand => {
    const found = byPath.get(path ?? '');
    if (!found)
      throw new RequestError(`There is no /${definition.name} ${path ?? ''} in this version of On Record.`);
    return found;
  };
  return {
    definition: { ...definition, options: parts.map(optionOf) },
    moderatorsOnly: true,
    isSlow: (path) => find(path).isSlow,
    run: (context, options, path) => find(path).run(context, options, path),
    complete: (context, name, typed, path) => find(path).complete(context, name, typed, path),
  };
}

function pathsOf(part: Subcommand | SubcommandGroup): [string, Subcommand][] {
  if ('definition' in part) return [[part.definition.name, part]];
  return part.subcommands.map((s) => [`${part.name} ${s.definition.name}`, s]);
}

function optionOf(part: Subcommand | SubcommandGroup) {
  const subcommand = (s: Subcommand) => ({
    ...s.definition,
    type: ApplicationCommandOptionType.Subcommand as const,
  });
  if ('definition' in part) return subcommand(part);
  const { name, description, subcommands } = part;
  return {
    name,
    description,
    type: ApplicationCommandOptionType.SubcommandGroup as const,
    options: subcommands.map(subcommand),
  };
}
