import { createLog } from '../../../src/log.js';
import { serve } from '../../../src/serve.js';
import { readSettings } from '../../../src/settings.js';
import type { Bot } from './bot.js';
import type { StandIn } from './stand-in.js';

/**
 * Starts a bot in this process, over the same sockets and files as one of its own: for tests of what it answers. How it
 * starts and ends is for `startBot`, and so is all that several bots of one process would share.
 */
export async function startBotHere(
  { env }: StandIn,
  more: Readonly<Record<string, string>> = {},
): Promise<Bot> {
  const settings = readSettings({ ...env, ...more });
  const { DISCORD_TOKEN, LOG_LEVEL: level } = settings;
  if (DISCORD_TOKEN === null) throw new Error('A bot needs a token');
  let output = '';
  const log = createLog({ level, token: DISCORD_TOKEN }, { write: (line) => void (output += line) });
  const bot = await serve({ ...settings, DISCORD_TOKEN }, log);
  let tellStopped: (code: number) => void;
  const exited = new Promise<number>((resolve) => (tellStopped = resolve));
  const stop = async () => {
    const asked = performance.now();
    await bot.stop();
    tellStopped(0);
    return { code: 0, ms: performance.now() - asked };
  };
  return {
    output: () => output,
    pid: process.pid,
    exited,
    kill: async () => void (await stop()),
    stop,
  };
}
