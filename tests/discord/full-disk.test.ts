import { spawnSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { confirm, isDone, MONA, paste } from './desk.js';
import { useNewsroom } from './newsroom.js';
import { STORIES } from './stories.js';

/** Starts a command that has a disk of its own, of 256 kB, where DATA_DIR is: nobody else sees it, and it goes with the command. */
const smallDisk = (filling: string) => [
  'unshare',
  '--user',
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  `mkdir -p "$DATA_DIR" && mount -t tmpfs -o size=256k tmpfs "$DATA_DIR" && ${filling} exec "$@"`,
  '-',
];
const SMALL_DISK = smallDisk('');
/** The same, full from the start. */
const FULL_DISK = smallDisk('! head -c 300000 /dev/zero 2> /dev/null > "$DATA_DIR/filling" &&');
/** What is left to be filled by what is added, in bytes. */
const ROOM = 64 * 1024;
const [command = '', ...rest] = SMALL_DISK;
const canMount =
  spawnSync(command, [...rest, 'true'], { env: { ...process.env, DATA_DIR: '/tmp' } }).status === 0;

describe.skipIf(!canMount)('a full disk', () => {
  const use = useNewsroom(STORIES);
  beforeAll(async () => {
    await use.newsroom.bot.stop();
    await use.newsroom.start({}, SMALL_DISK);
  }, 90_000);

  /** So many words that no other story has. */
  const words = (name: string) => Array.from({ length: 100 }, (_, n) => `${name}${n}`).join(' ');
  const text = (name: string) =>
    `The ${name} is ready\n\n“The ${name} will open,” said Ada Stone.\n\n${words(name)}.`;
  const add = async (name: string) => {
    const shown = await paste(use.newsroom.person, text(name));
    return shown.message.labels.includes('Add') ? confirm(use.newsroom.person, shown) : shown;
  };
  const listed = async () => (await use.newsroom.person.invoke('corpus list', {}, MONA)).text;
  /** A path of the bot's, seen from here. */
  const inside = (file: string) => `/proc/${use.newsroom.bot.pid}/root${use.newsroom.kept}/${file}`;

  test('is told to the moderator, changes nothing, and questions are answered all the while', async () => {
    expect((await add('mill')).text).toContain('The mill is ready: added');
    const filling = async () => writeFile(inside('filling'), Buffer.alloc(300_000));
    await expect(filling()).rejects.toThrow('ENOSPC');
    const { text: told } = await add('weir');
    expect(told).toMatch(/The disk is full \(ENOSPC\): nothing was changed/u);
    expect(told).not.toContain('Something went wrong');
    const panel = await use.newsroom.person.invoke('corpus settings', {}, MONA);
    const set = await use.newsroom.person.click(panel.message, 'Answer privately', MONA);
    expect(set.text).toContain('The disk is full');
    const refreshed = await use.newsroom.person.invoke('corpus refresh', {}, { ...MONA, until: isDone });
    expect(refreshed.text).toContain('No article has changed');
    expect((await use.newsroom.ask('What will the mill do?')).text).toContain('The mill will open');
    expect(await listed()).not.toContain('weir');
  }, 60_000);

  test('with room again, takes what is added', async () => {
    await rm(inside('filling'));
    expect((await add('weir')).text).toContain('The weir is ready: added');
    expect(await listed()).toContain('The weir is ready');
  });

  test('filled by what is added, keeps all that was added before', async () => {
    const { bavail, bsize } = statfsSync(inside('.'));
    await writeFile(inside('filling'), Buffer.alloc(bavail * bsize - ROOM));
    let added = 0;
    let told = '';
    for (; added < 50; added++) {
      ({ text: told } = await add(`kiln${added}x`));
      if (!told.includes(': added')) break;
    }
    expect(told).toContain('The disk is full');
    expect(added).toBeGreaterThan(0);
    const history = await use.newsroom.person.invoke('corpus history', {}, MONA);
    expect(history.text).toContain(`${added + 2} changes`);
    expect(await listed()).toContain(`**${added + 4} stories**`);
    expect((await use.newsroom.ask('What will the mill do?')).text).toContain('The mill will open');
  }, 120_000);

  test('full when the bot starts, is told to whoever runs it and to moderators; questions are answered', async () => {
    await use.newsroom.bot.stop();
    await use.newsroom.start({}, FULL_DISK);
    expect(use.newsroom.bot.output()).toContain('DATA_DIR can’t be written');
    expect((await use.newsroom.ask('When will the bridge open?')).text).toContain('in May');
    const { text: told } = await add('mill');
    expect(told).not.toContain('Something went wrong');
    expect(told).toContain('could not write to its folder when it started: nothing can be changed');
  }, 120_000);
});
