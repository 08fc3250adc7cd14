import { OPERATOR } from './corpus/store/change.js';
import { isUnwritable } from './corpus/store/failures.js';
import { openStore, readStore } from './corpus/store/open.js';
import type { Store } from './corpus/store/store.js';
import { startBot, type Bot } from './discord/bot.js';
import type { Log } from './log.js';
import { createNewsroom } from './newsroom/newsroom.js';
import { startSchedule } from './newsroom/schedule.js';
import { Libraries } from './search/libraries.js';
import type { Settings } from './settings.js';
import { VERSION } from './version.js';
import { createFetcher } from './web/create-fetcher.js';

type BotSettings = Settings & { readonly DISCORD_TOKEN: string };

/** Opens what the bot works with, and starts it; all is closed when it stops. */
export async function serve(settings: BotSettings, log: Log): Promise<Bot> {
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

async function startWith(store: Store, settings: BotSettings, log: Log): Promise<Bot> {
  for (const [scope, error] of store.failures)
    log.error(
      { error, scope, file: error.detail },
      'a server’s folder in DATA_DIR can’t be opened: nothing is answered there until that is mended and the bot started again',
    );
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
