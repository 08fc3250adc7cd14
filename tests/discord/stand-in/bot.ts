import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { StandIn } from './stand-in.js';

const ENTRY = fileURLToPath(new URL('../../../dist/index.js', import.meta.url));
const running = new Set<() => void>();

/** Kills whatever bot a test left behind; for `afterAll`. */
export function killBots(): void {
  for (const kill of running) kill();
}
process.once('exit', killBots);

type Environment = Readonly<Record<string, string>>;

/**
 * Starts the built bot, as people run it, with this environment and nothing of the tests' own.
 * @param under a command that starts it, where it isn't started directly
 */
export function spawnBot(env: Environment, under: readonly string[] = []) {
  if (!existsSync(ENTRY)) throw new Error('There is no built bot: run `npm run build`');
  const data = mkdtempSync(join(tmpdir(), 'on-record-store-'));
  const [command, ...rest] = [...under, process.execPath, ENTRY] as const;
  const path = { PATH: process.env['PATH'] };
  const child = spawn(command, rest, { cwd: tmpdir(), env: { ...path, DATA_DIR: data, ...env } });
  const kill = () => void child.kill('SIGKILL');
  running.add(kill);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const exited = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      running.delete(kill);
      rmSync(data, { recursive: true, force: true });
      resolve(code);
    });
  });
  return {
    /** Standard output and standard error so far. */
    output: () => output,
    pid: child.pid,
    /** Its exit code, when it has ended. */
    exited,
    /** Ends it at once (SIGKILL), whatever it is doing. */
    async kill() {
      kill();
      await exited;
    },
    /** Asks it to end (SIGTERM), and says how it did; after ten seconds it is killed. */
    async stop() {
      const asked = performance.now();
      child.kill('SIGTERM');
      const patience = setTimeout(kill, 10_000);
      const code = await exited;
      clearTimeout(patience);
      return { code, ms: performance.now() - asked };
    },
  };
}
/** A running bot. */
export type Bot = ReturnType<typeof spawnBot>;

/** Starts a bot that listens when this resolves. */
export type StartBot = (standIn: StandIn, more?: Environment, under?: readonly string[]) => Promise<Bot>;

/** Starts the bot against a stand-in and waits until it says that it listens and has compared its commands. */
export async function startBot(
  { env }: StandIn,
  more: Environment = {},
  under: readonly string[] = [],
): Promise<Bot> {
  const bot = spawnBot({ ...env, ...more }, under);
  const end = performance.now() + 60_000;
  let ended = false;
  void bot.exited.then(() => (ended = true));
  while (!bot.output().includes('"msg":"ready"')) {
    if (ended || performance.now() > end) throw new Error(`The bot isn't ready:\n${bot.output()}`);
    await sleep(20);
  }
  return bot;
}
