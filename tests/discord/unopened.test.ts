import { mkdir, rename, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { confirm, idIn, MONA, paste } from './desk.js';
import { useNewsroom } from './newsroom.js';
import { startBotHere } from './stand-in/bot-here.js';
import type { Outcome } from './stand-in/person.js';
import { idOf } from './stand-in/world.js';
import { STORIES } from './stories.js';

const MILL = 'The mill is ready\n\n“The mill will grind by Easter,” said Ada Stone, the miller.';
const ELSEWHERE = { guild: 'elsewhere' } as const;
const EDITOR = { user: 'ed', roles: ['desk'], force: true } as const;

describe('a server’s folder that can’t be opened', () => {
  const use = useNewsroom(STORIES, {}, startBotHere);
  const person = () => use.newsroom.person;
  const ask = (question: string, acting = {}) => use.newsroom.ask(question, {}, acting);
  const mill = async (acting = {}) => (await ask('When will the mill grind?', acting)).text;
  const bridge = async (acting = {}) => (await ask('When will the bridge open?', acting)).text;
  const history = () => join(use.newsroom.kept, 'servers', idOf('guild newsroom'), 'history.jsonl');
  /** An answer whose statement was hidden after it. */
  let before: Outcome | null = null;

  /** Somebody alone reads why there is no answer, and nothing else. */
  const expectTold = ({ message }: Outcome) => {
    expect(message.ephemeral).toBe(true);
    expect(message.text).toBe(
      'What the moderators of this server have added, set right and hidden can’t be opened, so I answer nothing here, and nothing can be changed. Whoever runs the bot has to mend that, and start it again.',
    );
  };

  beforeAll(async () => {
    await confirm(person(), await paste(person(), MILL));
    const there = { ...MONA, ...ELSEWHERE };
    await confirm(person(), await paste(person(), MILL, there), there);
    before = await ask('When will the bridge open?');
    const correcting = await person().click(before.message, 'Wrong speaker?', MONA);
    await person().press(correcting.message, idIn(correcting.message, 'k:hide'), null, MONA);
    use.newsroom.moderatorRoles.add(idOf('role desk'));
    const panel = await person().invoke('corpus settings', {}, MONA);
    await person().press(panel.message, 't:roles', [idOf('role desk')], MONA);
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

  test('is told there to whoever asks or looks something up, who isn’t shown what was hidden', async () => {
    expectTold(await ask('When will the bridge open?'));
    expectTold(await ask('When will the mill grind?'));
    expectTold(await use.newsroom.who('Ada Stone'));
    expectTold(await person().invoke('check', { quote: 'The mill will grind by Easter' }));
    expectTold(await person().onMessage('Who said this?', 'The mill will grind by Easter'));
    expect((await person().complete('who', 'name', '')).choices).toEqual([]);
  });

  test('is told there at each button of an answer from before', async () => {
    const labels = before!.message.labels.filter((label) => label !== 'Article');
    expect(labels).toContain('Wrong speaker?');
    for (const label of labels) expectTold(await person().click(before!.message, label));
    expectTold(await person().click(before!.message, 'Wrong speaker?', { user: 'eve' }));
  });

  test('is told to moderators, by permission or by a role that can’t be known, who can change nothing', async () => {
    for (const command of ['list', 'history', 'settings', 'status', 'refresh', 'add']) {
      expectTold(await person().invoke(`corpus ${command}`, {}, MONA));
      expectTold(await person().invoke(`corpus ${command}`, {}, EDITOR));
    }
    expectTold(await person().click(before!.message, 'Wrong speaker?', MONA));
    expectTold(await person().press(before!.message, 't:private', null, EDITOR));
    expect((await person().complete('corpus undo', 'change', '', MONA)).choices).toEqual([]);
  });

  test('is no trouble of anybody else', async () => {
    expect(await bridge(ELSEWHERE)).toContain('bridge');
    expect(await mill(ELSEWHERE)).toContain('by Easter');
    expect(await bridge({ dm: true })).toContain('bridge');
    const listed = await person().invoke('corpus list', {}, { ...MONA, ...ELSEWHERE });
    expect(listed.text).toContain('The mill is ready');
  });

  test('stands in the log once, however many ask', async () => {
    const lines = use.newsroom.bot.output().trim().split('\n');
    const since = lines.findLastIndex((line) => line.includes('folder in DATA_DIR can’t be opened'));
    expect(lines.slice(since + 1).filter((line) => /"level":[456]0/u.test(line))).toEqual([]);
  });

  test('is as it was when that is mended and the bot started again', async () => {
    await use.newsroom.bot.stop();
    await rmdir(history());
    await rename(`${history()}.aside`, history());
    await use.newsroom.start();
    expect(await mill()).toContain('by Easter');
    expect(await bridge()).not.toContain('will open in May');
    expect((await person().invoke('corpus history', {}, EDITOR)).text).toContain('3 changes');
  });
});
