import { afterAll, describe, expect, test } from 'vitest';
import { page, rss, story } from '../newsroom/pages.js';
import { startSite } from '../web/site.js';
import { confirm, idIn, isDone, MONA, paste } from './desk.js';
import { useNewsroom } from './newsroom.js';
import type { Outcome } from './stand-in/person.js';
import { STORIES } from './stories.js';

/** What the site answers, by path: HTML, a feed, or a text that takes a while. */
const pages: Record<string, string> = {
  '/weir': page('The weir is mended', story('weir')),
  '/feed': rss([
    { title: 'The sluice opens', content: story('sluice') },
    { title: 'A new kiln', content: story('kiln') },
  ]),
};
const SLOW = 800;
const site = await startSite((request, response) => {
  const body = pages[request.url ?? ''];
  const type = body?.startsWith('<?xml')
    ? 'application/rss+xml'
    : body?.startsWith('<')
      ? 'text/html'
      : 'text/plain';
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
  setTimeout(() => response.end(body), request.url?.startsWith('/slow') ? SLOW : 0);
});
afterAll(() => site.close());

const use = useNewsroom(STORIES, { PRIVATE_HOSTS: site.host, ATTACHMENT_HOSTS: site.host });
const person = () => use.newsroom.person;
const add = (values: Parameters<ReturnType<typeof person>['invoke']>[1], acting: object = {}) =>
  person().invoke('corpus add', values, { ...MONA, until: isDone, ...acting });
const said = async (question: string) => (await use.newsroom.ask(question)).text;
const listed = async () => (await person().invoke('corpus list', {}, MONA)).text;

/** A text as people paste it; two about different things have few words in common. */
const text = (title: string, thing: string) =>
  [
    title,
    `“The ${thing} will be ready before the first frost,” said Ada Stone, an engineer.`,
    `${thing}wrights, ${thing}men and a ${thing}master of Old ${thing}ham met in the ${thing}house.`,
  ].join('\n\n');

/** A file that somebody attaches: it lies on the site. */
function attached(name: string, content: string) {
  pages[`/${name}`] = content;
  return { url: `${site.url}/${name}`, name, size: content.length };
}

describe('a story', () => {
  test('that is attached is shown first, and answers once it is added', async () => {
    const shown = await add({ file: attached('mill.txt', text('The mill turns again', 'mill')) });
    expect(shown.message.ephemeral).toBe(true);
    expect(shown.text).toMatch(
      /\*\*The mill turns again\*\*\nno outlet · no date\n2 passages, 1 statement, 1 speaker/u,
    );
    expect(shown.text).toContain('**Ada Stone**, an engineer: 1 statement');
    expect(shown.message.labels).toEqual(expect.arrayContaining(['Add', 'Cancel']));
    expect(await said('When will the mill be ready?')).not.toContain('mill will be ready');
    const added = await confirm(person(), shown);
    expect(added.text).toContain('The mill turns again: added');
    expect(added.message.message).toBe(shown.message.message);
    expect(await said('When will the mill be ready?')).toContain(
      'The mill will be ready before the first frost',
    );
  });

  test('is pasted into the form, or attached there', async () => {
    const form = await person().invoke('corpus add', {}, MONA);
    const both = {
      text: text('The quay is swept', 'quay'),
      files: [attached('loft.md', `# ${text('The loft is dry', 'loft')}`)],
    };
    const shown = await person().submit(form, both, { until: isDone });
    expect(shown.text).toContain('The quay is swept');
    expect(shown.text).toContain('The loft is dry');
    const { text: done } = await confirm(person(), shown);
    expect(done).toContain('The quay is swept: added');
    expect(done).toContain('The loft is dry: added');
    expect(await said('When will the quay be ready?')).toContain('The quay will be ready');
    expect(await said('When will the loft be ready?')).toContain('The loft will be ready');
  });

  test('is read from a link, with what the page tells of it', async () => {
    const shown = await add({ link: `${site.url}/weir` });
    expect(shown.text).toMatch(/\*\*The weir is mended\*\*\nThe Valley Post · 20 May 2026/u);
    expect((await confirm(person(), shown)).text).toContain('The weir is mended: added');
    const answer = await use.newsroom.ask('When will the weir be ready?');
    expect(answer.text).toContain('The weir will be ready');
    expect(answer.text).toContain('The Valley Post');
  });

  test('that is cancelled is not added, then or later', async () => {
    const shown = await paste(person(), text('The raft sinks', 'raft'));
    const confirming = idIn(shown.message, 'n:confirm');
    const cancelled = await person().click(shown.message, 'Cancel', MONA);
    expect(cancelled.text).toContain('Nothing has changed');
    expect((await person().press(shown.message, confirming, null, MONA)).text).toContain(
      'nothing to confirm',
    );
    expect(await listed()).not.toContain('raft');
  });

  test('that is there already is replaced where that is confirmed, and the difference is shown', async () => {
    await confirm(person(), await paste(person(), text('The barn burns', 'barn')));
    const same = await paste(person(), text('The barn burns', 'barn'));
    expect(same.text).toContain('Nothing about it has changed');
    expect(same.message.labels).not.toContain('Add');
    const newer = text('The barn burns', 'barn').replace('first frost', 'second frost');
    const shown = await paste(person(), newer);
    expect(shown.text).toMatch(/− .*first frost[^]*\+ .*second frost/u);
    expect(shown.message.labels).toEqual(expect.arrayContaining(['Replace', 'Cancel']));
    expect((await confirm(person(), shown)).text).toContain('The barn burns: replaced');
    const answer = await said('When will the barn be ready?');
    expect(answer).toContain('second frost');
    expect((await listed()).match(/The barn burns/gu)).toHaveLength(1);
  });

  test('confirmed twice at a time is added once', async () => {
    const shown = await paste(person(), text('The ford floods', 'ford'));
    const both = await Promise.all([
      confirm(person(), shown),
      confirm(person(), shown, { ...MONA, user: 'noor' }),
    ]);
    for (const { text: done } of both) expect(done).toContain('The ford floods: added');
    expect((await listed()).match(/The ford floods/gu)).toHaveLength(1);
  });

  test('is not added by who may no longer, and waits for who may, through a restart', async () => {
    const shown = await paste(person(), text('The dyke leaks', 'dyke'));
    const lost = await confirm(person(), shown, { user: 'mona', permissions: 0n });
    expect(lost.text).toContain('Only moderators');
    expect(await listed()).not.toContain('The dyke leaks');
    await use.newsroom.restart();
    expect((await confirm(person(), shown)).text).toContain('The dyke leaks: added');
  }, 60_000);
});

describe('what is refused', () => {
  test.each([
    ['http://169.254.169.254/latest/meta-data/', /169\.254\.169\.254[^]*isn[’']t public/u],
    ['http://[::ffff:7f00:1]/', /isn[’']t public/u],
    ['http://localhost/', /isn[’']t public/u],
    ['http://example.org:8080/', /usual ports/u],
    ['ftp://example.org/story', /the address of a page/u],
    ['https://me:secret@example.org/', /name or a password/u],
  ])('the link %s, with the reason', async (link, why) => {
    const { message } = await add({ link });
    expect(message.ephemeral).toBe(true);
    expect(message.text).toMatch(why);
    expect(message.labels).not.toContain('Add');
  });

  test('an attachment that lies elsewhere than Discord’s and the operator’s hosts', async () => {
    const { text: told } = await add({ file: { url: 'https://example.org/a.txt', name: 'a.txt' } });
    expect(told).toContain('Attachments are read from Discord alone');
  });

  test('a file that is no text, beside those that are', async () => {
    const zip = attached('zip.txt', 'PK\u0003\u0004\u0014\u0000\u0000\u0000');
    const { text: told, message } = await add({
      file: zip,
      file2: attached('ok.txt', text('The oven glows', 'oven')),
    });
    expect(told).toMatch(/Can’t be read:\n\*\*zip\.txt\*\*/u);
    expect(told).toContain('The oven glows');
    expect(message.labels).toContain('Add');
  });
});

test('long work is shown by editing one message, and not often', async () => {
  const slow = (name: string) => attached(`slow-${name}.txt`, text(`The ${name} is slow`, name));
  const began = performance.now();
  const shown = await add({ file: slow('cart'), file2: slow('sled'), file3: slow('dray') });
  const took = performance.now() - began;
  expect(took).toBeGreaterThan(3 * SLOW);
  expect(shown.messages).toHaveLength(1);
  expect(shown.progress[0]).toBe('Reading what you gave: 0 of 3 …');
  expect(shown.progress.slice(0, -1).every((line) => /^Reading what you gave: \d of 3 …$/u.test(line))).toBe(
    true,
  );
  expect(shown.progress.length).toBeGreaterThan(2);
  expect(shown.progress.length).toBeLessThanOrEqual(2 + took / 1500);
  for (const name of ['cart', 'sled', 'dray']) expect(shown.text).toContain(`The ${name} is slow`);
});

describe('a feed', () => {
  const feed = (path: string, values = {}): Promise<Outcome> =>
    person().invoke(`corpus feed ${path}`, values, { ...MONA, until: isDone });

  test('is shown, added, listed, refreshed and taken out, its stories stay', async () => {
    expect((await feed('list')).text).toContain('No feed is read here');
    const offered = await feed('add', { link: `${site.url}/feed` });
    expect(offered.text).toContain('**Valley news** is a feed with 2 items');
    expect((await feed('list')).text).toContain('No feed is read here');
    expect((await confirm(person(), offered)).text).toContain('2 new stories');
    expect(await said('When will the sluice be ready?')).toContain('The sluice will be ready');
    expect((await feed('list')).text).toMatch(
      /\*\*1 feed\*\*\n\*\*Valley news\*\*\n.*added by mona\n-# read <t:/u,
    );
    pages['/feed'] = rss([{ title: 'The crane stands', content: story('crane') }]);
    const refreshed = await person().invoke('corpus refresh', {}, { ...MONA, until: isDone });
    expect(refreshed.text).toContain('**Valley news**: 1 new story');
    expect(await said('When will the crane be ready?')).toContain('The crane will be ready');
    const { choices } = await person().complete('corpus feed remove', 'feed', 'valley', MONA);
    expect(choices.map((c) => c.name)).toEqual([`Valley news (${site.url}/feed)`]);
    expect((await feed('remove', { feed: String(choices[0]?.value) })).text).toContain('is read no more');
    expect((await feed('list')).text).toContain('No feed is read here');
    expect(await said('When will the crane be ready?')).toContain('The crane will be ready');
  });

  test('that can’t be had is refused with the reason', async () => {
    expect((await feed('add', { link: `${site.url}/nothing` })).text).toContain('404');
    expect((await feed('add', { link: 'http://169.254.169.254/feed' })).text).toContain('public');
    expect((await feed('add', { link: `${site.url}/weir` })).text).toMatch(/feed/u);
  });
});
