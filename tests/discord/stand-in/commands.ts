import { z } from 'zod';
import { ApiError, type Answer, type Call, type Route } from './rest.js';
import { APPLICATION, snowflake } from './world.js';

const onlyTrue = z
  .boolean()
  .optional()
  .transform((value) => value || undefined);
/** Discord leaves out what is false. */
const option = z.looseObject({
  type: z.int(),
  name: z.string().regex(/^[\p{Ll}\p{N}_-]{1,32}$/u),
  description: z.string().min(1).max(100),
  required: onlyTrue,
  autocomplete: onlyTrue,
  min_length: z.int().optional(),
  max_length: z.int().optional(),
  get options() {
    return z.array(option).max(25).optional();
  },
});
/** The types of commands that On Record has: slash commands, and those in the menu of a message. */
const SLASH = 1;
const ON_MESSAGE = 3;
/** With the defaults that Discord fills in. */
const fields = z.object({
  type: z.literal([SLASH, ON_MESSAGE]).default(SLASH),
  name: z.string().regex(/^\S.{0,30}\S$/u),
  name_localizations: z.record(z.string(), z.string()).nullable().default(null),
  description: z.string().max(100).default(''),
  description_localizations: z.record(z.string(), z.string()).nullable().default(null),
  options: z.array(option).max(25).default([]),
  default_member_permissions: z.string().regex(/^\d+$/u).nullable().default(null),
  contexts: z.array(z.int()).nullable().default(null),
  integration_types: z.array(z.int()).default([0]),
  nsfw: z.boolean().default(false),
});
/** A slash command is described and its name written small; what is in a menu has a name alone. */
const command = fields.refine(({ type, name, description, options }) =>
  type === SLASH
    ? /^[\p{Ll}\p{N}_-]+$/u.test(name) && description !== ''
    : description === '' && options.length === 0,
);

/** An option of a command, or a subcommand. */
export type Option = z.infer<typeof option>;
/** A registered command. */
export type Command = z.infer<typeof command> & { readonly id: string; readonly guild_id?: string };

/** The application's commands, global and by server. */
export class Commands {
  /** Each change, as "PUT global: ask, who": what a restart should not make. */
  readonly writes: string[] = [];
  /** How often the bot asked what is registered. */
  reads = 0;
  readonly #scopes = new Map<string, Command[]>();
  readonly #guilds: readonly string[];

  /** @param guilds the servers that the bot is in, by id */
  constructor(guilds: readonly string[]) {
    this.#guilds = guilds;
  }

  /** The command that Discord offers under a name: a server's own before the global one. */
  find(name: string, guild: string | null): Command | undefined {
    return this.#offered(guild).find((c) => c.name === name && c.type === SLASH);
  }

  /** The same for the menu of a message. */
  findOnMessage(name: string, guild: string | null): Command | undefined {
    return this.#offered(guild).find((c) => c.name === name && c.type === ON_MESSAGE);
  }

  /** The commands of a server, or the global ones. */
  in(guild: string | null): readonly Command[] {
    return this.#scopes.get(guild ?? 'global') ?? [];
  }

  /** The REST routes. */
  routes(): Route[] {
    const all = `/applications/${APPLICATION}(?:/guilds/(\\d+))?/commands`;
    const one = `${all}/(\\d+)`;
    return [
      ['GET', all, (call) => this.#list(call)],
      ['PUT', all, (call) => this.#write(call, z.array(z.unknown()).parse(call.body), [])],
      ['POST', all, (call) => this.#write(call, [call.body], this.#scope(call))],
      [
        'PATCH',
        one,
        (call) => this.#write(call, [Object.assign({}, this.#get(call), call.body)], this.#scope(call)),
      ],
      ['DELETE', one, (call) => this.#delete(call)],
    ];
  }

  #offered(guild: string | null): Command[] {
    return [...this.in(guild), ...this.in(null)];
  }

  #scope({ params: [guild] }: Call): readonly Command[] {
    if (guild && !this.#guilds.includes(guild)) throw new ApiError(403, 50001, 'Missing Access');
    return this.in(guild ?? null);
  }

  #list(call: Call): Answer {
    this.reads++;
    if (call.query.get('with_localizations') === 'true') return { body: this.#scope(call) };
    const hidden = { name_localizations: undefined, description_localizations: undefined };
    return { body: this.#scope(call).map((c) => ({ ...c, ...hidden })) };
  }

  /** Puts commands in the place of those with their names, beside the others that are kept. */
  #write(call: Call, bodies: readonly unknown[], kept: readonly Command[]): Answer {
    const built = bodies.map((body) => this.#build(call, body));
    const names = new Set(built.map((c) => c.name));
    this.#set(call, [...kept.filter((c) => !names.has(c.name)), ...built], built);
    return { body: Array.isArray(call.body) ? built : built[0] };
  }

  #delete(call: Call): Answer {
    const gone = this.#get(call);
    this.#set(
      call,
      this.#scope(call).filter((c) => c !== gone),
      [gone],
    );
    return {};
  }

  #set({ method, params: [guild] }: Call, commands: readonly Command[], touched: readonly Command[]): void {
    this.#scopes.set(guild ?? 'global', [...commands]);
    this.writes.push(`${method} ${guild ?? 'global'}: ${touched.map((c) => c.name).join(', ')}`);
  }

  #get(call: Call): Command {
    const found = this.#scope(call).find((c) => c.id === call.params[1]);
    if (!found) throw new ApiError(404, 10063, 'Unknown application command');
    return found;
  }

  /** A server's own command has no contexts and installs: what is sent of them is ignored. */
  #build(call: Call, body: unknown): Command {
    const built = command.parse(body);
    const [guild] = call.params;
    const id = this.#scope(call).find((c) => c.name === built.name)?.id ?? snowflake();
    const ids = { id, application_id: APPLICATION, version: snowflake() };
    if (!guild) return { ...ids, ...built };
    return { ...ids, ...built, guild_id: guild, contexts: null, integration_types: [0] };
  }
}
