import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { GatewayDispatchEvents, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';

interface Session {
  readonly id: string;
  /** Everything that was dispatched, for a resume. */
  readonly sent: string[];
  socket: WebSocket | null;
}

const frame = z.discriminatedUnion('op', [
  z.object({ op: z.literal(Op.Heartbeat) }),
  z.object({ op: z.literal(Op.Identify), d: z.object({ token: z.string(), intents: z.int() }) }),
  z.object({
    op: z.literal(Op.Resume),
    d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }),
  }),
  z.object({ op: z.literal(Op.PresenceUpdate) }),
]);
type Frame<O extends Op> = Extract<z.infer<typeof frame>, { op: O; d: object }>['d'];

/** The gateway: one shard, sessions that survive a cut, and the faults that a connection can have. */
export class Gateway {
  /** The intents of each identify. */
  readonly identifies: number[] = [];
  resumes = 0;
  readonly url: string;
  readonly #server: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  readonly #token: string;
  readonly #ready: object;

  /** @param ready the READY event, but for what belongs to the session */
  constructor(server: Server, url: string, token: string, ready: object) {
    this.#token = token;
    this.#ready = ready;
    this.url = url;
    this.#server = new WebSocketServer({ server });
    this.#server.on('connection', (socket) => this.#connect(socket));
  }

  /** Sends an event, now or when the session is resumed. */
  dispatch(event: string, data: object): void {
    for (const session of this.#sessions.values()) dispatch(session, event, data);
  }

  /** Cuts the connections. After most codes the sessions can be resumed; after 4004 a bot is not wanted any more. */
  drop(code = 4000): void {
    for (const { socket } of this.#sessions.values()) socket?.close(code, 'cut');
  }

  /** Ends the sessions: what comes next is a new identify. */
  invalidate(): void {
    const ended = [...this.#sessions.values()];
    this.#sessions.clear();
    for (const { socket } of ended) send(socket, Op.InvalidSession, false);
  }

  /** Ends everything. */
  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #connect(socket: WebSocket): void {
    send(socket, Op.Hello, { heartbeat_interval: 41_250 });
    socket.on('message', (raw) => {
      const read = frame.parse(JSON.parse(Buffer.isBuffer(raw) ? raw.toString() : ''));
      if (read.op === Op.Heartbeat) return send(socket, Op.HeartbeatAck, null);
      if (read.op === Op.PresenceUpdate) return undefined;
      if (read.d.token !== this.#token) return socket.close(4004, 'Authentication failed.');
      return read.op === Op.Identify ? this.#identify(socket, read.d) : this.#resume(socket, read.d);
    });
    socket.on('close', (code) => {
      for (const session of this.#sessions.values()) {
        if (session.socket !== socket) continue;
        session.socket = null;
        if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
      }
    });
  }

  #identify(socket: WebSocket, { intents }: Frame<Op.Identify>): void {
    const session: Session = { id: randomBytes(16).toString('hex'), sent: [], socket };
    this.#sessions.set(session.id, session);
    this.identifies.push(intents);
    const own = { v: 10, session_id: session.id, resume_gateway_url: this.url, shard: [0, 1] };
    dispatch(session, GatewayDispatchEvents.Ready, { ...own, ...this.#ready });
  }

  #resume(socket: WebSocket, { session_id: id, seq }: Frame<Op.Resume>): void {
    const session = this.#sessions.get(id);
    if (!session) return send(socket, Op.InvalidSession, false);
    session.socket = socket;
    this.resumes++;
    for (const payload of session.sent.slice(seq)) socket.send(payload);
    return dispatch(session, GatewayDispatchEvents.Resumed, {});
  }
}

function send(socket: WebSocket | null, op: Op, d: unknown): void {
  socket?.send(JSON.stringify({ op, d, s: null, t: null }));
}

function dispatch(session: Session, t: string, d: object): void {
  const payload = JSON.stringify({ op: Op.Dispatch, t, s: session.sent.length + 1, d });
  session.sent.push(payload);
  session.socket?.send(payload);
}
