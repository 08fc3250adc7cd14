import { config } from 'dotenv';
import { forOperator, OnRecordError } from './errors.js';
import type { Bot } from './discord/bot.js';
import { createLog } from './log.js';
import { OPERATOR } from './corpus/store/change.js';
import { Library } from './search/library.js';
import { readSettings } from './settings.js';
import { endWithReader } from './terminal/stdout.js';

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
  const { DISCORD_TOKEN: token } = settings;
  if (token === null) {
    endWithReader();
    console.log(NO_TOKEN);
    const { chat } = await import('./terminal/chat.js');
    const { readStore } = await import('./corpus/store/open.js');
    const store = await readStore({ folder: settings.DATA_DIR, operatorArticles: settings.CORPUS_DIR });
    const { corrections } = await store.scope(OPERATOR);
    await chat(
      await Library.open(settings.CORPUS_DIR, {
        cache: settings.CACHE_DIR,
        corrections: [...corrections.values()],
        onWarning: (message) => console.error(`${message}.`),
      }),
    );
    return;
  }
  const log = createLog({ level: settings.LOG_LEVEL, token });
  let bot: Bot | null = null;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal, 0));
  const { serve } = await import('./serve.js');
  bot = await serve({ ...settings, DISCORD_TOKEN: token }, log);
  void bot.ended.then((reason) => stop(reason, 1));

  /** Ends the process: at once where nothing is being answered yet, and at the latest when what hangs has had its time. */
  async function stop(reason: string, code: number): Promise<void> {
    log.info({ reason }, 'stopping');
    const limit = setTimeout(() => {
      log.warn('stopped without waiting any longer');
      process.exit(1);
    }, LONGEST_GOODBYE);
    try {
      await bot?.stop();
      log.info('stopped');
    } catch (error) {
      log.error({ error }, 'could not stop cleanly');
      process.exit(1);
    }
    clearTimeout(limit);
    process.exit(code);
  }
}
