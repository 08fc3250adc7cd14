import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { killBots, spawnBot, startBot, type Bot, type StartBot } from './stand-in/bot.js';
import type { Outcome, Person } from './stand-in/person.js';
import { startStandIn, type StandIn } from './stand-in/stand-in.js';

/** The texts of files, by their path below the corpus folder. */
type Files = Readonly<Record<string, string | Buffer>>;
type Environment = Readonly<Record<string, string>>;

/** A bot that answers from a folder of stories, and the Discord that it is in. */
export class Newsroom {
  readonly standIn: StandIn;
  readonly person: Person;
  readonly folder: string;
  bot: Bot;
  readonly #env: Environment;
  readonly #startBot: StartBot;

  private constructor(standIn: StandIn, folder: string, env: Environment, bot: Bot, start: StartBot) {
    this.standIn = standIn;
    this.person = standIn.person;
    this.folder = folder;
    this.#env = env;
    this.bot = bot;
    this.#startBot = start;
  }

  static async open(files: Files, env: Environment = {}, start: StartBot = startBot): Promise<Newsroom> {
    const folder = await mkdtemp(join(tmpdir(), 'on-record-'));
    await write(folder, files);
    const standIn = await startStandIn();
    const whole = {
      CORPUS_DIR: folder,
      DATA_DIR: `${folder}.kept`,
      CACHE_DIR: 'none',
      COOLDOWN_SECONDS: '0',
      LOG_LEVEL: 'trace',
      ...env,
    };
    return new Newsroom(standIn, folder, whole, await start(standIn, whole), start);
  }

  /** The roles that a test lets moderate: history and log name them, and no message allows to ping them. */
  readonly moderatorRoles = new Set<string>();

  /** Writes stories into the folder; the bot sees them after a refresh. */
  write(files: Files): Promise<void> {
    return write(this.folder, files);
  }

  remove(file: string): Promise<void> {
    return rm(join(this.folder, file), { recursive: true, force: true });
  }

  /** Ends the bot and starts another. */
  async restart(env: Environment = {}): Promise<void> {
    await this.bot.stop();
    await this.start(env);
  }

  /** Starts another bot in the place of one that has ended. */
  async start(env: Environment = {}, under: readonly string[] = []): Promise<void> {
    this.bot = await this.#startBot(this.standIn, { ...this.#env, ...env }, under);
  }

  /** Starts a bot and kills it before it is ready. */
  async startInVain(milliseconds: number): Promise<void> {
    const bot = spawnBot({ ...this.standIn.env, ...this.#env });
    await sleep(milliseconds);
    await bot.kill();
  }

  /** What the bot keeps of what moderators do. */
  get kept(): string {
    return `${this.folder}.kept`;
  }

  ask(question: string, ...[values, acting]: Rest): Promise<Outcome> {
    return this.person.invoke('ask', { question, ...values }, acting);
  }

  who(name: string, ...[values, acting]: Rest): Promise<Outcome> {
    return this.person.invoke('who', { name, ...values }, acting);
  }

  async close(): Promise<void> {
    await this.bot.stop();
    await this.standIn.close();
    for (const folder of [this.folder, this.kept]) await rm(folder, { recursive: true, force: true });
  }
}
type Rest = [values?: Parameters<Person['invoke']>[1], acting?: Parameters<Person['invoke']>[2]];

async function write(folder: string, files: Files): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
}

/**
 * A newsroom for the tests of a file. After each test nothing may have been sent that Discord would refuse, nobody
 * mentioned, and no secret logged.
 * @param start starts its bot: as people start it, or in this process, which is sooner
 */
export function useNewsroom(
  files: Files,
  env: Environment = {},
  start: StartBot = startBot,
): { readonly newsroom: Newsroom } {
  let newsroom: Newsroom | null = null;
  const get = (): Newsroom => {
    if (!newsroom) throw new Error('The newsroom is not open yet');
    return newsroom;
  };
  beforeAll(async () => {
    newsroom = await Newsroom.open(files, env, start);
  }, 90_000);
  afterEach(() => {
    const { standIn, bot } = get();
    expect(standIn.breaches.splice(0)).toEqual([]);
    const moderate = new Set([...get().moderatorRoles].map((role) => `<@&${role}>`));
    expect(standIn.mentions.splice(0).filter((mention) => !moderate.has(mention))).toEqual([]);
    expect(standIn.secrets().filter((secret) => bot.output().includes(secret))).toEqual([]);
  });
  afterAll(async () => {
    await newsroom?.close();
    killBots();
  });
  return {
    get newsroom() {
      return get();
    },
  };
}
