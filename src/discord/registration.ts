import {
  ApplicationCommandType,
  Routes,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, MessageCommand } from '../commands/command.js';

type Body =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** What registration wrote, by the commands' names. All empty where Discord had them as they are. */
export interface Registered {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly deleted: readonly string[];
}

/**
 * Makes Discord's list of the commands ours: for one server, or for all where `guildId` is null. Writes only what
 * differs, so that a restart writes nothing.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  commands: readonly (Command | MessageCommand)[],
): Promise<Registered> {
  const list = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const one = (id: string) =>
    guildId
      ? Routes.applicationGuildCommand(applicationId, guildId, id)
      : Routes.applicationCommand(applicationId, id);
  // Discord's answer is what its documentation says; there is nothing to be gained by checking it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const present = (await rest.get(list)) as APIApplicationCommand[];
  const created: string[] = [];
  const updated: string[] = [];
  const deleted: string[] = [];
  const wanted = commands.map((c) => bodyOf(c, guildId));
  for (const body of wanted) {
    const old = present.find((p) => isFor(p, body));
    if (!old) {
      await rest.post(list, { body });
      created.push(body.name);
    } else if (canonical(old, guildId) !== canonical(body, guildId)) {
      await rest.patch(one(old.id), { body });
      updated.push(body.name);
    }
  }
  for (const old of present) {
    // An activity's entry point is made by Discord itself and is not ours to delete.
    if (old.type === ApplicationCommandType.PrimaryEntryPoint) continue;
    if (wanted.some((body) => isFor(old, body))) continue;
    await rest.delete(one(old.id));
    deleted.push(old.name);
  }
  return { created, updated, deleted };
}

/** A slash command and a message's may have one name. */
function isFor(present: APIApplicationCommand, body: Body): boolean {
  return present.name === body.name && present.type === (body.type ?? ApplicationCommandType.ChatInput);
}

function bodyOf(command: Command | MessageCommand, guildId: string | null): Body {
  return 'moderatorsOnly' in command
    ? { ...placed(command.definition, guildId), type: ApplicationCommandType.ChatInput }
    : { ...placed(command.definition, guildId), type: ApplicationCommandType.Message };
}

/** A server's own commands can't say where they may be called: they are only there. */
function placed<D extends (Command | MessageCommand)['definition']>(definition: D, guildId: string | null) {
  const { contexts: _contexts, integration_types: _installs, ...rest } = definition;
  return guildId ? rest : definition;
}

/** One text for two forms of a command that mean the same: Discord fills in what we leave out. */
function canonical(command: APIApplicationCommand | Body, guildId: string | null): string {
  return JSON.stringify({
    name: command.name,
    description: 'description' in command ? command.description : '',
    permissions: command.default_member_permissions ?? null,
    nsfw: command.nsfw ?? false,
    ...(guildId
      ? {}
      : {
          contexts: (command.contexts ?? []).toSorted(ascending),
          installs: (command.integration_types ?? []).toSorted(ascending),
        }),
    options: ('options' in command ? (command.options ?? []) : []).map(canonicalOption),
  });
}

function ascending(a: number, b: number): number {
  return a - b;
}

function canonicalOption(option: APIApplicationCommandOption): unknown {
  const has = (key: string): unknown => (key in option ? Reflect.get(option, key) : undefined);
  const nested = has('options');
  return {
    type: option.type,
    name: option.name,
    description: option.description,
    required: option.required ?? false,
    autocomplete: has('autocomplete') ?? false,
    limits: ['min_length', 'max_length', 'min_value', 'max_value'].map((key) => has(key) ?? null),
    choices: has('choices') ?? [],
    options: Array.isArray(nested) ? nested.map(canonicalOption) : [],
  };
}
