import type { Command } from '../commands/command.js';

/** A line of the chat, understood: a command with its options, as Discord would bring them. */
export interface Line {
  readonly command: Command;
  readonly subcommand: string | null;
  readonly options: Record<string, string | boolean>;
}

/**
 * Reads "/ask why … speaker:Fareed Saadon story:…". The first option's name may be left out, as may "/ask" itself.
 * Gives a sentence about what is wrong instead, where something is.
 */
export function readLine(text: string, commands: readonly Command[]): Line | string {
  const typed = text.trim();
  const match = /^\/(\S*)\s*([\s\S]*)$/u.exec(typed);
  const name = match ? match[1] : 'ask';
  const command = commands.find((c) => c.definition.name === name);
  if (!command)
    return `There is no command /${name ?? ''}. There are ${commands.map((c) => `/${c.definition.name}`).join(', ')} and /quit.`;
  const rest = match ? (match[2] ?? '') : typed;
  const subcommands = subcommandsOf(command);
  if (subcommands.length > 0) {
    const [subcommand] = rest.split(/\s+/u);
    if (subcommand && subcommands.includes(subcommand)) return { command, subcommand, options: {} };
    return `/${command.definition.name} takes one of: ${subcommands.join(', ')}.`;
  }
  const options = readOptions(rest, command);
  const missing = (command.definition.options ?? []).find(
    (o) => 'required' in o && o.required && !options[o.name],
  );
  if (missing) return `/${command.definition.name} needs a ${missing.name}.`;
  return { command, subcommand: null, options };
}

/** What a moderator's command does here too; the rest of it is about a server. */
const WITHOUT_SERVER = new Set(['refresh', 'status']);

/** The names of a command's subcommands that the terminal has. */
export function subcommandsOf({ definition }: Command): string[] {
  return (definition.options ?? [])
    .filter((o) => o.type === 1 && WITHOUT_SERVER.has(o.name))
    .map((o) => o.name);
}

function readOptions(rest: string, { definition }: Command): Record<string, string | boolean> {
  const known = definition.options ?? [];
  const [first] = known;
  const options: Record<string, string | boolean> = {};
  if (!first) return options;
  let current = first.name;
  for (const piece of rest.split(/(?<=^|\s)(?=[a-z]+:)/u)) {
    const named = /^([a-z]+):\s*([\s\S]*)$/u.exec(piece);
    const option = named && known.find((o) => o.name === named[1]);
    if (option) current = option.name;
    const value = (option ? (named[2] ?? '') : piece).trim();
    const before = options[current];
    options[current] = typeof before === 'string' && before ? `${before} ${value}`.trim() : value;
  }
  for (const option of known) {
    if (option.type === 5 && option.name in options)
      options[option.name] = /^(?:true|yes|1)$/iu.test(String(options[option.name]));
    if (options[option.name] === '') delete options[option.name];
  }
  return options;
}
