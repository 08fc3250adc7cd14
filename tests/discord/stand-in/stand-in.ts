/**
 * A stand-in for Discord, for tests: REST and gateway on a port of this machine, strict about what a bot may send, and
 * the person's side of slash commands, completion and buttons.
 * @module
 */
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { Commands } from './commands.js';
import { Gateway } from './gateway.js';
import { Interactions } from './interactions.js';
import { Person } from './person.js';
import { serve, type Answer, type Route } from './rest.js';
import { application, BOT, idOf } from './world.js';

const TOKEN = `${'m'.repeat(24)}.stand-in.${'t'.repeat(38)}`;
/** The requests that can be told to fail. */
const ROUTES = { edit: /^PATCH \/webhooks\//u, reply: /^POST \/interactions\//u } as const;
type RouteName = keyof typeof ROUTES;

/** Starts a stand-in; `guilds` are the servers that the bot is in. */
export async function startStandIn(guilds: readonly string[] = ['newsroom', 'gazette']) {
  const guildIds = guilds.map((name) => idOf(`guild ${name}`));
  const breaches: string[] = [];
  const onBreach = (breach: string) => void breaches.push(breach);
  const commands = new Commands(guildIds);
  const interactions = new Interactions();
  const faults: { readonly route: RouteName; readonly answer: Answer }[] = [];
  const requests: string[] = [];
  const limits = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  const routes: Route[] = [
    ['GET', '/gateway/bot', () => ({ body: { url: gateway.url, shards: 1, session_start_limit: limits } })],
    ['GET', '/(?:oauth2/)?applications/@me', () => ({ body: application })],
    ['GET', '/users/@me', () => ({ body: BOT })],
    ...commands.routes(),
    ...interactions.routes(),
  ];
  const fault = (line: string) => {
    requests.push(line);
    const at = faults.findIndex(({ route }) => ROUTES[route].test(line));
    return faults.splice(at, at < 0 ? 0 : 1)[0]?.answer;
  };
  const { server, port } = await serve({ token: TOKEN, routes, onBreach, fault });
  const ready = {
    user: BOT,
    application,
    guilds: guildIds.map((id) => ({ id, unavailable: true })),
  };
  const gateway = new Gateway(server, `ws://127.0.0.1:${port}`, TOKEN, ready);
  const dispatch = (data: object) => gateway.dispatch(GatewayDispatchEvents.InteractionCreate, data);

  return {
    /** What points a bot at the stand-in. */
    env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: `http://127.0.0.1:${port}/api` },
    commands,
    gateway,
    person: new Person(commands, interactions, dispatch, onBreach),
    /** What Discord would refuse, and what a person would wait for in vain. */
    breaches,
    /** Mentions that stood in a message unescaped. */
    mentions: interactions.mentions,
    /** What the bot posted in channels of its own accord. */
    posted: interactions.posted,
    /** The channels that it may not write in. */
    forbidden: interactions.forbidden,
    /** Every request, as "METHOD /path". */
    requests,
    /** What may never stand in a log. */
    secrets: () => [TOKEN, ...interactions.tokens],
    /** Answers the next request of this kind with 429. */
    rateLimitNext(route: RouteName, seconds: number): void {
      const body = { message: 'You are being rate limited.', retry_after: seconds, global: false };
      const headers = { 'retry-after': String(seconds), 'x-ratelimit-scope': 'user', via: '1.1 google' };
      faults.push({ route, answer: { status: 429, body, headers } });
    },
    /** Answers the next requests of this kind with 500. */
    failNext(route: RouteName, times = 1): void {
      const answer = { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
      for (let left = times; left > 0; left--) faults.push({ route, answer });
    },
    /** From now on everything succeeds again. */
    clearFaults(): void {
      faults.length = 0;
    },
    async close(): Promise<void> {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
/** A running stand-in. */
export type StandIn = Awaited<ReturnType<typeof startStandIn>>;
