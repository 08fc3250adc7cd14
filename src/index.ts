import { config } from 'dotenv';
import { forOperator, OnRecordError } from './errors.js';
import type { Bot } from './discord/bot.js';
import { createLog, type Log } from './log.js';
import { OPERATOR } from './corpus/store/change.js';
import type { Store } from './corpus/store/store.js';
import { Libraries } from './search/libraries.js';
import { Library } from './search/library.js';
import { createNewsroom } from './newsroom/newsroom.js';
import { startSchedule } from './newsroom/schedule.js';
import { readSettings, type Settings } from './settings.js';
import { VERSION } from './version.js';
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
  bot = await start({ ...settings, DISCORD_TOKEN: token }, log);
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

/** Opens what the bot works with; it is closed when the bot stops. */
async function start(settings: Settings & { DISCORD_TOKEN: string }, log: Log): Promise<Bot> {
  const store = await openFiles(settings, log);
  try {
    return await startWith(store, settings, log);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A folder that can't be written is opened for reading: the bot answers, and moderators are told why they can't change anything. */
async function openFiles(settings: Settings, log: Log): Promise<Store> {
  const { openStore, readStore } = await import('./corpus/store/open.js');
  const { isUnwritable } = await import('./corpus/store/failures.js');
  const options = {
    folder: settings.DATA_DIR,
    operatorArticles: settings.CORPUS_DIR,
    onWarning: (message: string) => log.warn(message),
  };
  try {
    return await openStore(options);
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    log.error(
      { error, folder: settings.DATA_DIR },
      'DATA_DIR can’t be written: nothing can be changed until it can, and the bot is started again',
    );
    return readStore(options);
  }
}

async function startWith(
  store: Store,
  settings: Settings & { DISCORD_TOKEN: string },
  log: Log,
): Promise<Bot> {
  const libraries = await Libraries.open({
    folder: settings.CORPUS_DIR,
    store,
    cache: settings.CACHE_DIR,
    warm: true,
    onWarning: (message, error) => log.warn({ error }, message),
  });
  const { corpus } = libraries.of(OPERATOR).index;
  for (const { file, reason } of corpus.unreadable) log.warn({ file, reason }, 'an article is left out');
  for (const correction of corpus.unmatched) log.warn({ correction }, 'a correction fits no story any more');
  const { startBot } = await import('./discord/bot.js');
  const { createFetcher } = await import('./web/create-fetcher.js');
  const fetcher = createFetcher({
    privateHosts: settings.PRIVATE_HOSTS,
    attachmentHosts: settings.ATTACHMENT_HOSTS,
    userAgent: `OnRecord/${VERSION}`,
  });
  const newsroom = createNewsroom({ store, libraries, fetcher, log });
  const bot = await startBot(settings, newsroom, log);
  const schedule = startSchedule(newsroom);
  return {
    ended: bot.ended,
    stop: async () => {
      await bot.stop();
      await schedule.stop();
      await libraries.close();
      await store.close();
    },
  };
}
