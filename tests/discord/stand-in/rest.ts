import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { describe } from './breaches.js';

/** A request, taken apart: `params` are the groups of the route's pattern. */
export interface Call {
  readonly method: string;
  readonly params: readonly (string | undefined)[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** What is answered; status 200 with a body and 204 without, unless it says otherwise. */
export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A method, a pattern for the path below `/v10`, and what answers. */
export type Route = readonly [method: string, path: string, handle: (call: Call) => Answer];

/** An error in Discord's form. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What the HTTP side needs from the rest of the stand-in. */
export interface RestOptions {
  readonly token: string;
  readonly routes: readonly Route[];
  /** Told of errors that a good bot never meets. */
  readonly onBreach: (breach: string) => void;
  /** Asked before the route; an answer takes its place. */
  readonly fault: (line: string) => Answer | undefined;
}

/** Tokens in the path authorize these. */
const OPEN = /^\/(?:interactions|webhooks)\//u;
/** Comes through no fault of the bot: somebody else deleted the message. */
const UNKNOWN_MESSAGE = 10008;

/** Serves the routes on a free port of this machine. */
export async function serve(options: RestOptions) {
  const server = createServer((request, response) => void respond(options, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return { server, port: address.port };
}

async function respond(
  options: RestOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, body, headers } = answer(options, request, await text(request));
  const type = body ? { 'content-type': 'application/json' } : {};
  response.writeHead(status ?? (body ? 200 : 204), { ...headers, ...type });
  response.end(body && JSON.stringify(body));
}

function answer(
  options: RestOptions,
  { method = '', url = '', headers }: IncomingMessage,
  sent: string,
): Answer {
  const { pathname, searchParams: query } = new URL(url, 'http://localhost');
  const path = decodeURIComponent(pathname).replace(/^.*?\/v10\//u, '/');
  const fault = options.fault(`${method} ${path}`);
  if (fault) return fault;
  try {
    if (!OPEN.test(path) && headers.authorization !== `Bot ${options.token}`)
      throw new ApiError(401, 0, '401: Unauthorized');
    const body: unknown = sent ? JSON.parse(sent) : undefined;
    for (const [wanted, pattern, handle] of options.routes) {
      const match = wanted === method && new RegExp(`^${pattern}$`, 'u').exec(path);
      if (match) return handle({ method, query, body, params: match.slice(1) });
    }
    throw new ApiError(404, 0, '404: Not Found');
  } catch (thrown) {
    const { status, code, message } = toApiError(thrown);
    const where = path.replaceAll(/[\w-]{60,}/gu, '…');
    if (code !== UNKNOWN_MESSAGE) options.onBreach(`${method} ${where}: ${status} ${code} ${message}`);
    return { status, body: { message, code } };
  }
}

function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof z.ZodError)
    return new ApiError(400, 50035, `Invalid Form Body: ${describe(thrown).join('; ')}`);
  return new ApiError(500, 0, String(thrown));
}
