import { config } from 'dotenv';
import { forOperator, OnRecordError } from './errors.js';
import { createLog } from './log.js';
import { Library } from './search/library.js';
import { readSettings } from './settings.js';

const NO_TOKEN = `No DISCORD_TOKEN is set, so this is the terminal chat. For the bot: make an application at https://discord.com/developers/applications,
copy the token from its Bot page into a file named .env (DISCORD_TOKEN=…, see .env.example), and start again.`;

/** In milliseconds. */
const LONGEST_GOODBYE = 8000;

try {
  await main();
} catch (error) {
  if (!(error instanceof OnRecordError)) throw error;
  console.error(forOperator(error));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  config({ quiet: true });
  const settings = readSettings(process.env);
  const library = await Library.open(settings.CORPUS_DIR);
  const { DISCORD_TOKEN: token } = settings;
  if (token === null) {
    console.log(NO_TOKEN);
    const { chat } = await import('./terminal/chat.js');
    await chat(library);
    return;
  }
  const log = createLog({ level: settings.LOG_LEVEL, token });
  for (const { file, reason } of library.index.corpus.unreadable)
    log.warn({ file, reason }, 'an article is left out');
  const { startBot } = await import('./discord/bot.js');
  const starting = startBot({ ...settings, DISCORD_TOKEN: token }, library, log);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
  const bot = await starting;
  void bot.ended.then((reason) => {
    process.exitCode = 1;
    return stop(reason);
  });

  async function stop(reason: string): Promise<void> {
    log.info({ reason }, 'stopping');
    // Whatever hangs then, at the start or at the end, is not worth waiting for.
    setTimeout(() => process.exit(1), LONGEST_GOODBYE).unref();
    try {
      await (await starting).stop();
      log.info('stopped');
    } catch (error) {
      log.error({ error }, 'could not stop cleanly');
      process.exitCode = 1;
    }
  }
}
