import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { readStore } from '../../src/corpus/store/open.js';
import type { ScopeStore } from '../../src/corpus/store/store.js';
import { expectWhole } from '../corpus/store/whole.js';
import { rss } from '../newsroom/pages.js';
import { startSite } from '../web/site.js';
import { confirm, idIn, isDone, MONA, paste } from './desk.js';
import { useNewsroom } from './newsroom.js';
import type { Acting, Outcome } from './stand-in/person.js';
import { idOf } from './stand-in/world.js';
import { STORIES } from './stories.js';

/** An item of a feed. */
function kiln(name: string) {
  const said = `“The kiln ${name} is hot,” said Rosa ${name} Held, a potter of Marsh.`;
  return { title: `Kiln ${name} is hot`, content: [said] };
}

/** How often the bot is killed. `CRASH_KILLS=50` takes some minutes. */
const KILLS = Number(process.env['CRASH_KILLS'] ?? 3);
/** Up to so many things are seen to be done before it is killed, and up to so many milliseconds go by after that. */
const MOST = { done: 5, after: 300 } as const;
/** How long the bot may take for what is to be done before it is killed, in milliseconds. */
const LONGEST_WORK = 45_000;
/** A start is cut off after so many milliseconds at the latest. */
const LATEST_START = 1200;

let items = [kiln('first')];
const site = await startSite((request, response) => {
  response.writeHead(request.url === '/feed' ? 200 : 404, { 'content-type': 'application/rss+xml' });
  response.end(rss(items));
});
afterAll(() => site.close());

const use = useNewsroom(STORIES, { PRIVATE_HOSTS: site.host });
const server = idOf('guild newsroom');
const person = () => use.newsroom.person;

/** What a person has seen to be done. */
interface Seen {
  /** Ids of changes. */
  readonly changes: string[];
  /** Changes that were taken back. */
  readonly undone: string[];
  /** Who a statement was said to be by. */
  readonly names: string[];
  /** Titles of stories that were added, and not taken back as far as is known. */
  readonly stories: Set<string>;
  /** Titles of stories that a feed brought. */
  readonly items: string[];
  /** Previews that can still be confirmed, with their titles. */
  readonly previews: Map<string, Outcome>;
}
const seen: Seen = {
  changes: [],
  undone: [],
  names: [],
  stories: new Set(),
  items: [],
  previews: new Map(),
};

const countDone = () => seen.changes.length + seen.names.length + seen.items.length;

/** Somebody at work, who does the same thing again and again. */
type Work = (name: string, as: Acting) => Promise<void>;

const adding: Work = async (name, as) => {
  const title = `Lamp ${name} is lit`;
  const shown = await paste(person(), `${title}\n\n“The lamp ${name} burns,” said Ines ${name} Falk.`, as);
  if (!isPreview(shown)) return;
  seen.previews.set(title, shown);
  const done = await confirm(person(), shown, as);
  if (!done.text.includes(': added')) return;
  seen.previews.delete(title);
  seen.changes.push(changeIn(done));
  seen.stories.add(title);
};

const undoing: Work = async (name, as) => {
  const title = `Lamp ${name} is lit`;
  await adding(name, as);
  if (!seen.stories.has(title)) return;
  const id = seen.changes.at(-1) ?? '';
  const { message } = await person().invoke('corpus status', {}, as);
  seen.stories.delete(title);
  const done = await person().press(message, `n:undo:${id}`, null, { ...as, until: isDone });
  if (!done.text.includes('Taken back')) return;
  seen.undone.push(id);
  seen.changes.push(changeIn(done));
};

const correcting: Work = async (name, as) => {
  const asked = await person().invoke('ask', { question: 'What froze in March?' }, as);
  const panel = await person().press(asked.message, idIn(asked.message, 'x:'), null, as);
  const form = await person().press(panel.message, idIn(panel.message, 'k:other'), null, as);
  const done = await person().submit(form, { name: `Vera ${name} Lind` }, { ...as, until: isDone });
  if (done.text.includes('Set right')) seen.names.push(`Vera ${name} Lind`);
};

const renaming: Work = async (name, as) => {
  const given = { speaker: 'Tomas Reyes', name: `Tomas ${name} Reyes` };
  const shown = await person().invoke('corpus speaker rename', given, { ...as, until: isDone });
  if (!isPreview(shown)) return;
  const done = await confirm(person(), shown, as);
  if (done.text.includes('Set right')) seen.changes.push(changeIn(done));
};

const refreshing: Work = async (name, as) => {
  const item = kiln(name);
  items = [item];
  const bridge = STORIES['bridge.txt'].replace('in May', `in May of ${name}`);
  await use.newsroom.write({
    'bridge.txt': bridge,
    [`new/${name}.txt`]: `New ${name}\n\n“So,” said Ed Ward.`,
  });
  const done = await person().invoke('corpus refresh', {}, { ...as, until: isDone });
  if (done.text.includes('1 new story')) seen.items.push(item.title);
};

const isPreview = ({ messages: [first] }: Outcome): boolean =>
  first?.labels.some((label) => label === 'Add' || label === 'Set right') ?? false;
const changeIn = ({ message }: Outcome): string => idIn(message, 'n:undo:').split(':')[2] ?? '';

/** Everybody works until the bot is gone. */
async function work(round: number, gone: AbortSignal): Promise<void> {
  await Promise.all(
    [adding, undoing, correcting, renaming, refreshing].map(async (task, which) => {
      for (let turn = 0; !gone.aborted; turn++) {
        try {
          await task(`${round}x${which}x${turn}`, { ...MONA, user: `mona${which}`, gone });
        } catch (error) {
          // What was waited for never came: there is nothing to press.
          if (!gone.aborted) throw error;
        }
      }
    }),
  );
}

/** What the killed bot has left is whole, and has all that was seen to be done. */
async function expectAllThere(): Promise<void> {
  const store = await readStore({ folder: use.newsroom.kept, operatorArticles: use.newsroom.folder });
  const scope = await store.scope(server);
  expectWhole(scope, join(use.newsroom.kept, 'servers', server));
  const done = new Set(scope.history.map((change) => change.id));
  expect(seen.changes.filter((id) => !done.has(id))).toEqual([]);
  const undone = new Set(scope.history.map((change) => change.undoes));
  expect(seen.undone.filter((id) => !undone.has(id))).toEqual([]);
  const told = JSON.stringify(scope.history);
  expect(seen.names.filter((name) => !told.includes(name))).toEqual([]);
  const titles = await titlesIn(scope);
  expect([...seen.stories, ...seen.items].filter((title) => !titles.has(title))).toEqual([]);
  expect(
    readdirSync(use.newsroom.kept, { recursive: true }).filter((f) => String(f).endsWith('.tmp')),
  ).toEqual([]);
  await store.close();
}

async function titlesIn(scope: ScopeStore): Promise<Set<string>> {
  const files = readdirSync(scope.articlesFolder, { recursive: true }).map(String);
  const texts = await Promise.all(files.map((file) => scope.article(file)));
  return new Set(texts.flatMap((text) => text?.match(/^(?:Lamp|Kiln) .*$/mu)?.[0] ?? []));
}

/** The bot serves it, and what was shown before it was killed can still be confirmed. */
async function expectServed(): Promise<void> {
  // On a busy machine the server's stories may still be being read, and people are told so.
  const bridge = async () => (await use.newsroom.ask('When will the bridge open?')).text;
  await expect.poll(bridge, { timeout: 60_000 }).toContain('in May');
  for (const title of [...seen.stories].slice(-1))
    expect((await person().invoke('corpus show', { story: title }, MONA)).text).toContain(title);
  for (const [left, shown] of seen.previews) {
    const done = await confirm(person(), shown, { ...MONA, gone: new AbortController().signal });
    // Where it was done and only its answer lost, there is nothing to do.
    expect(done.text).toMatch(/: added|nothing to confirm|there already/u);
    seen.previews.delete(left);
  }
}

/** Lets everybody work, and kills the bot when some of it is done, and more has begun. */
async function killAtWork(round: number): Promise<void> {
  const gone = new AbortController();
  const working = work(round, gone.signal);
  const enough = countDone() + Math.floor(Math.random() * (MOST.done + 1));
  const until = Date.now() + LONGEST_WORK;
  while (countDone() < enough) {
    if (Date.now() > until)
      throw new Error(`Only ${countDone()} of ${enough} things are done after ${LONGEST_WORK} ms`);
    await sleep(5);
  }
  await sleep(Math.random() * MOST.after);
  await use.newsroom.bot.kill();
  gone.abort();
  await working;
  use.newsroom.standIn.breaches.length = 0;
}

test(
  `killed ${KILLS} times, it has all that people were told is done`,
  async () => {
    const feed = { link: `${site.url}/feed` };
    const offered = await person().invoke('corpus feed add', feed, { ...MONA, until: isDone });
    expect((await confirm(person(), offered)).text).toContain('1 new story');
    seen.items.push(kiln('first').title);
    for (let round = 0; round < KILLS; round++) {
      await killAtWork(round);
      if (round % 2) await use.newsroom.startInVain(Math.random() * LATEST_START);
      await use.newsroom.start();
      await expectAllThere();
      await expectServed();
    }
    expect(countDone()).toBeGreaterThan(KILLS);
  },
  60_000 + KILLS * 60_000,
);
