import { mkdir, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { confirm, MONA, paste } from './desk.js';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';
import { idOf } from './stand-in/world.js';
import { STORIES } from './stories.js';

const MILL = 'The mill is ready\n\n“The mill will grind by Easter,” said Ada Stone, the miller.';
const ELSEWHERE = { guild: 'elsewhere' } as const;

describe('a server’s folder that can’t be opened', () => {
  const use = useNewsroom(STORIES, {}, startBotHere);
  const person = () => use.newsroom.person;
  const mill = async (acting = {}) => (await use.newsroom.ask('When will the mill grind?', {}, acting)).text;
  const bridge = async (acting = {}) =>
    (await use.newsroom.ask('When will the bridge open?', {}, acting)).text;
  const history = () => join(use.newsroom.kept, 'servers', idOf('guild newsroom'), 'history.jsonl');
  const NOT_OPEN = /can’t be opened, and nothing can be changed\. Whoever runs the bot has to mend that/u;

  beforeAll(async () => {
    await confirm(person(), await paste(person(), MILL));
    await confirm(person(), await paste(person(), MILL, { ...MONA, ...ELSEWHERE }), {
      ...MONA,
      ...ELSEWHERE,
    });
    await use.newsroom.bot.stop();
    await rename(history(), `${history()}.aside`);
    await mkdir(history());
    await use.newsroom.start();
  }, 90_000);

  test('is told to whoever runs the bot, who sees which', () => {
    const lines = use.newsroom.bot.output().split('\n');
    const line = lines.find((text) => text.includes('folder in DATA_DIR can’t be opened'));
    expect(line).toContain(idOf('guild newsroom'));
    expect(line).toContain('history.jsonl');
    expect(line).toContain('EISDIR');
    expect(line).toContain('"level":50');
  });

  test('leaves the server the operator’s stories, and all others everything', async () => {
    expect(await bridge()).toContain('bridge');
    expect(await mill()).not.toContain('by Easter');
    expect(await mill(ELSEWHERE)).toContain('by Easter');
    const listed = await person().invoke('corpus list', {}, { ...MONA, ...ELSEWHERE });
    expect(listed.text).toContain('The mill is ready');
  });

  test('is told to its moderators, who can change nothing', async () => {
    for (const command of ['list', 'history', 'settings', 'status', 'refresh', 'add'])
      expect((await person().invoke(`corpus ${command}`, {}, MONA)).text).toMatch(NOT_OPEN);
    const answer = await use.newsroom.ask('When will the bridge open?');
    expect((await person().click(answer.message, 'Wrong speaker?', MONA)).text).toMatch(NOT_OPEN);
    expect((await person().complete('corpus undo', 'change', '', MONA)).choices).toEqual([]);
  });

  test('is as it was when that is mended and the bot started again', async () => {
    await use.newsroom.bot.stop();
    await rmdir(history());
    await rename(`${history()}.aside`, history());
    await use.newsroom.start();
    expect(await mill()).toContain('by Easter');
    expect((await person().invoke('corpus history', {}, MONA)).text).toContain('1 change');
  });
});
