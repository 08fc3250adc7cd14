import { z } from 'zod';
import { SettingsError } from './errors.js';

const snowflake = z.string().regex(/^\d{17,20}$/u, 'must be a Discord id: 17 to 20 digits');
const list = z.string().transform((value) => value.split(/[\s,]+/u).filter(Boolean));

const wholeNumber = (low: number, high: number) => {
  const rule = `must be a whole number from ${low} to ${high}`;
  return z.string().regex(/^\d+$/u, rule).transform(Number).pipe(z.number().min(low, rule).max(high, rule));
};

const schema = z.object({
  /** Null starts the terminal chat instead of the bot. */
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]{20,}\.[\w-]{4,}\.[\w-]{20,}$/u,
      'must be a bot token, three parts with dots between them, as the Developer Portal shows it',
    )
    .nullable()
    .default(null),
  DISCORD_GUILD_ID: snowflake.nullable().default(null),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/u, error: 'must be an http(s) address' })
    .transform((url) => url.replace(/(?:\/v\d+)?\/*$/u, ''))
    .default('https://discord.com/api'),
  MODERATOR_ROLE_IDS: list.pipe(z.array(snowflake)).default([]),
  COOLDOWN_QUESTIONS: wholeNumber(1, 100).default(5),
  COOLDOWN_SECONDS: wholeNumber(0, 3600).default(3),
  CORPUS_DIR: z.string().default('data'),
  /** Where what moderators add and set right is kept. */
  DATA_DIR: z.string().default('store'),
  /** People who may change the operator's stories, in a direct message with the bot. */
  OPERATOR_IDS: list.pipe(z.array(snowflake)).default([]),
  /** Hosts whose addresses may be private, for links: `host` or `host:port`. */
  PRIVATE_HOSTS: list.default([]),
  /** Hosts besides Discord's own that attachments may come from: `host` or `host:port`. */
  ATTACHMENT_HOSTS: list.default([]),
  /** Null keeps nothing. */
  CACHE_DIR: z
    .string()
    .transform((value) => (value === 'none' ? null : value))
    .default('.cache'),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be one of trace, debug, info, warn, error, fatal, silent',
    )
    .default('info'),
});

/** What an operator sets in the environment (or in `.env`), checked. `.env.example` tells what each one is for. */
export type Settings = z.infer<typeof schema>;

/**
 * Reads the settings. An empty value counts as not set.
 * @throws SettingsError with a line for each wrong one: its name, what is wrong and what is allowed
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, environment[name]?.trim()] as const)
      .filter(([, value]) => value),
  );
  const checked = schema.safeParse(given);
  if (checked.success) return checked.data;
  const lines = checked.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    // A wrong token may be a right one with a typing error: it is never repeated.
    const value = name === 'DISCORD_TOKEN' ? '' : ` is "${given[name]}", but`;
    return `${name}${value} ${issue.message}.`;
  });
  throw new SettingsError(`Some settings can't be used:\n${[...new Set(lines)].join('\n')}`);
}
