import { describe, expect, it } from 'vitest';
import { readFeedAgain } from '../../src/newsroom/feed-reading.js';
import { listFeeds, offerFeed, removeFeed } from '../../src/newsroom/feeds.js';
import { readDue, startSchedule } from '../../src/newsroom/schedule.js';
import { DANA, expectKind, OTHER_SERVER, page, Room, rss, SERVER, story } from './room.js';

const MINUTE = 60_000;
const XML = { 'content-type': 'application/rss+xml' };
const item = (thing: string) => ({ title: `About the ${thing}`, content: story(thing) });

/** A room with a feed that was added. */
async function withFeed(first: Parameters<typeof rss>[0]): Promise<Room> {
  const room = await Room.open({ '/feed': { body: rss(first), headers: XML } });
  const offered = expectKind(await offerFeed(room.newsroom, SERVER, `${room.site.url}/feed`), 'feed-offer');
  expectKind(await room.press('confirm', [offered.pending]), 'feed-added');
  return room;
}

async function feedOf(room: Room) {
  const [status] = await listFeeds(room.newsroom, SERVER);
  return status!;
}

async function readAgain(room: Room, now = new Date()) {
  const { feed } = await feedOf(room);
  return readFeedAgain(room.newsroom, SERVER, feed, { by: DANA, now });
}

describe('a feed', () => {
  it('is shown before it is added, and then brings its items', async () => {
    const room = await Room.open({ '/feed': { body: rss([item('mill'), item('weir')]), headers: XML } });
    const url = `${room.site.url}/feed`;
    const offered = expectKind(await offerFeed(room.newsroom, SERVER, url), 'feed-offer');
    expect(offered).toMatchObject({ items: 2, samples: ['About the mill', 'About the weir'] });
    expect(await listFeeds(room.newsroom, SERVER)).toEqual([]);
    const { read } = expectKind(await room.press('confirm', [offered.pending]), 'feed-added');
    expect(read.added).toEqual(['About the mill', 'About the weir']);
    expect(await room.titles()).toEqual(['About the mill', 'About the weir', 'Old bridge']);
    await expect(offerFeed(room.newsroom, SERVER, url)).rejects.toThrow(/read already/u);
  });

  it('brings what is new, and nothing twice', async () => {
    const room = await withFeed([item('mill')]);
    expect((await readAgain(room)).added).toEqual([]);
    room.pages['/feed'] = { body: rss([item('weir'), item('mill')]), headers: XML };
    const both = await Promise.all([readAgain(room), readAgain(room)]);
    expect(both.map((r) => r.added)).toEqual([['About the weir'], ['About the weir']]);
    expect(await room.titles()).toEqual(['About the mill', 'About the weir', 'Old bridge']);
  });

  it('doesn’t bring back what was removed', async () => {
    const room = await withFeed([item('mill')]);
    const { history } = await room.newsroom.store.scope(SERVER);
    await room.press('undo', [history[0]!.id]);
    expect(await room.titles()).toEqual(['Old bridge']);
    expect((await readAgain(room)).added).toEqual([]);
    expect(await room.titles()).toEqual(['Old bridge']);
  });

  it('gets the pages of items that are no more than a summary, and tries again those that fail', async () => {
    const room = await Room.open({});
    const link = `${room.site.url}/mill`;
    room.pages['/feed'] = { body: rss([{ title: 'About the mill', link }]), headers: XML };
    const offered = expectKind(await offerFeed(room.newsroom, SERVER, `${room.site.url}/feed`), 'feed-offer');
    const { read } = expectKind(await room.press('confirm', [offered.pending]), 'feed-added');
    expect(read).toMatchObject({ added: [], left: 1, problem: null });
    room.pages['/mill'] = page('About the mill', story('mill'));
    expect((await readAgain(room)).added).toEqual(['About the mill']);
  });

  it('takes twenty new items at a time and leaves the others for the next', async () => {
    const items = Array.from({ length: 23 }, (_, at) => ({
      title: `Lot ${at}`,
      content: [`Lot ${at} of the yard went for ${at * 7 + 3} crowns at the auction in Lower Marsh today.`],
    }));
    const room = await Room.open({ '/feed': { body: rss(items), headers: { ...XML, etag: '"1"' } } });
    const offered = expectKind(await offerFeed(room.newsroom, SERVER, `${room.site.url}/feed`), 'feed-offer');
    const { read } = expectKind(await room.press('confirm', [offered.pending]), 'feed-added');
    expect([read.added.length, read.left]).toEqual([20, 3]);
    expect((await readAgain(room)).added).toHaveLength(3);
  });

  it('is asked for with what it said last, and unchanged costs nothing', async () => {
    const room = await Room.open({
      '/feed': { body: rss([item('mill')]), headers: { ...XML, etag: '"1"' } },
    });
    const offered = expectKind(await offerFeed(room.newsroom, SERVER, `${room.site.url}/feed`), 'feed-offer');
    await room.press('confirm', [offered.pending]);
    expect(await readAgain(room)).toMatchObject({ added: [], problem: null });
    expect(room.site.asked.at(-1)?.headers['if-none-match']).toBe('"1"');
  });

  it('that fails is left alone longer each time, reported after three, and when it works again', async () => {
    const room = await withFeed([item('mill')]);
    const good = room.pages['/feed']!;
    room.pages['/feed'] = { status: 500 };
    const waits: number[] = [];
    let now = new Date();
    for (let time = 0; time < 8; time++) {
      expect((await readAgain(room, now)).problem).not.toBeNull();
      const { state } = await feedOf(room);
      waits.push((state.nextAt - now.getTime()) / MINUTE);
      expect(room.reports).toHaveLength(time < 2 ? 0 : 1);
      now = new Date(state.nextAt);
    }
    const expected = [60, 120, 240, 480, 960, 1440, 1440, 1440];
    for (const [at, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(expected[at]!);
      expect(wait).toBeLessThanOrEqual(expected[at]! * 1.1 + 1);
    }
    expect(room.reports[0]).toMatch(/“Valley news”.*could not be read 3 times in a row/u);
    room.pages['/feed'] = good;
    expect(await readAgain(room, now)).toMatchObject({ problem: null, added: [] });
    expect(room.reports.at(-1)).toMatch(/can be read again/u);
    expect((await feedOf(room)).state).toMatchObject({ failures: 0, problem: null });
  });

  it('is read when it is due, and not before', async () => {
    const room = await withFeed([item('mill')]);
    const { state } = await feedOf(room);
    const asked = () => room.site.asked.filter((r) => r.url === '/feed').length;
    const before = asked();
    await readDue(room.newsroom, new Date(state.nextAt - 1));
    expect(asked()).toBe(before);
    room.pages['/feed'] = { body: rss([item('weir'), item('mill')]), headers: XML };
    await readDue(room.newsroom, new Date(state.nextAt));
    expect(asked()).toBe(before + 1);
    const { history } = await room.newsroom.store.scope(SERVER);
    expect(history[0]).toMatchObject({ action: 'feed items', by: { id: 'schedule', name: 'Valley news' } });
    expect((await feedOf(room)).state.nextAt).toBeGreaterThan(state.nextAt);
  });

  it('is the same where another address leads to it', async () => {
    const room = await withFeed([item('mill')]);
    room.pages['/old'] = { status: 301, headers: { location: '/feed' } };
    await expect(offerFeed(room.newsroom, SERVER, `${room.site.url}/old`)).rejects.toThrow(/read already/u);
    await expect(offerFeed(room.newsroom, SERVER, `<${room.site.url}/feed>`)).rejects.toThrow(
      /read already/u,
    );
  });

  it('is the same where it was added by an address that leads to it, however it is spelled', async () => {
    const room = await Room.open({
      '/feed': { body: rss([]), headers: XML },
      '/old': { status: 301, headers: { location: '/feed' } },
    });
    const offer = (path: string) => offerFeed(room.newsroom, SERVER, `${room.site.url}${path}`);
    const offered = expectKind(await offer('/old'), 'feed-offer');
    await room.press('confirm', [offered.pending]);
    for (const path of ['/feed', '/x/../feed', '/old', '/x/../old'])
      await expect(offer(path)).rejects.toThrow(/read already/u);
    await room.restart();
    await expect(offer('/feed')).rejects.toThrow(/read already/u);
  });

  it('is added once where it was shown at several addresses before any was confirmed', async () => {
    const room = await Room.open({ '/feed': { body: rss([item('mill')]), headers: XML } });
    const { url } = room.site;
    room.pages['/short'] = { status: 302, headers: { location: `${url}/feed` } };
    const offers = [];
    for (const path of ['/short', '/feed', '/feed'])
      offers.push(expectKind(await offerFeed(room.newsroom, SERVER, `${url}${path}`), 'feed-offer'));
    const pressed = await Promise.allSettled(offers.map((o) => room.press('confirm', [o.pending])));
    const [added, ...refused] = pressed.toSorted((a, b) => a.status.localeCompare(b.status));
    expect(added).toMatchObject({ status: 'fulfilled', value: { kind: 'feed-added' } });
    for (const one of refused)
      expect(String(one.status === 'rejected' && one.reason)).toContain('That feed is read already');
    expect(await listFeeds(room.newsroom, SERVER)).toHaveLength(1);
    const { history } = await room.newsroom.store.scope(SERVER);
    expect(history.filter(({ action }) => action === 'feed add')).toHaveLength(1);
  });

  it('that is no feed, or a broken one, is refused with what is wrong', async () => {
    const deep = `<rss version="2.0"><channel><title>Deep</title>${'<item>'.repeat(5000)}`;
    const room = await Room.open({
      '/page': page('Mill nears its end', story('mill')),
      '/deep': { body: deep, headers: XML },
    });
    const refusal = (path: string) => offerFeed(room.newsroom, SERVER, `${room.site.url}${path}`);
    await expect(refusal('/page')).rejects.toThrow('That feed can’t be read. It is a page, not a feed');
    await expect(refusal('/deep')).rejects.toThrow('It is a broken feed: its XML can’t be read.');
    await expect(refusal('/none')).rejects.toThrow('The site has no such page (404)');
  });

  it('is removed by name only where no other is called so', async () => {
    const room = await withFeed([item('mill')]);
    room.pages['/second'] = room.pages['/feed']!;
    const offered = expectKind(
      await offerFeed(room.newsroom, SERVER, `${room.site.url}/second`),
      'feed-offer',
    );
    await room.press('confirm', [offered.pending]);
    await expect(removeFeed(room.newsroom, SERVER, 'Valley news', DANA)).rejects.toThrow(
      /2 feeds are called “Valley news”/u,
    );
    await removeFeed(room.newsroom, SERVER, `${room.site.url}/second`, DANA);
    expect((await feedOf(room)).feed.url).toBe(`${room.site.url}/feed`);
  });

  it('is read though those of another server can’t be looked through', async () => {
    const room = await withFeed([item('mill')]);
    const { store } = room.newsroom;
    const troubled = {
      ...store,
      scopes: () => [OTHER_SERVER, SERVER],
      scope: (scope: string) =>
        scope === OTHER_SERVER ? Promise.reject(new Error('The disk is gone')) : store.scope(scope),
    };
    room.pages['/feed'] = { body: rss([item('weir'), item('mill')]), headers: XML };
    await readDue({ ...room.newsroom, store: troubled }, new Date((await feedOf(room)).state.nextAt));
    expect(await room.titles()).toContain('About the weir');
  });

  it('is read no more once it is removed; its stories stay', async () => {
    const room = await withFeed([item('mill')]);
    await removeFeed(room.newsroom, SERVER, 'Valley news', DANA);
    expect(await listFeeds(room.newsroom, SERVER)).toEqual([]);
    expect(await room.titles()).toContain('About the mill');
    await expect(removeFeed(room.newsroom, SERVER, 'Valley news', DANA)).rejects.toThrow(/No feed/u);
  });
});

describe('the schedule', () => {
  it('looks again and again until it is stopped', async () => {
    const room = await Room.open({ '/feed': { body: rss([item('mill')]), headers: XML } });
    const url = `${room.site.url}/feed`;
    await room.newsroom.carryOut(SERVER, DANA, 'feed add', [
      { kind: 'feed', key: url, after: { url, title: 'Valley news', addedBy: 'Dana' } },
    ]);
    const schedule = startSchedule(room.newsroom, { lookEvery: 10 });
    await expect.poll(() => room.titles(), { timeout: 10_000 }).toContain('About the mill');
    await schedule.stop();
  });
});
