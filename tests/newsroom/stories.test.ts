import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { undo } from '../../src/commands/corpus/history.js';
import { showHistory } from '../../src/newsroom/history.js';
import { offerStories } from '../../src/newsroom/offer-stories.js';
import { offerMerge, offerRename, offerSplit } from '../../src/newsroom/speakers.js';
import { onlyStoryNamed, storyNamed } from '../../src/search/who/named.js';
import { listStories, offerRemoval, showStory } from '../../src/newsroom/stories.js';
import { newsroomReply } from '../../src/replies/newsroom.js';
import { DANA, expectKind, OPERATOR, OTHER_SERVER, Room, SERVER } from './room.js';

const FERRY =
  '---\noutlet: Quay Times\ndate: 2026-05-21\n---\nFerry sails\n\n“The ferry sails at noon,” said Ben Ruthven, the harbour master.\n\n“It is a good ship,” Ruthven added.';
const HARVEST =
  '---\ndate: 2026-05-22\n---\nPoor harvest\n\n“The harvest was poor,” said Ben Ruthven, a farmer.\n\n“Rain came late,” said Cleo Marsh.';

/** A room whose server has two stories of its own. */
async function furnished(): Promise<Room> {
  const room = await Room.open();
  await room.newsroom.carryOut(SERVER, DANA, 'add', [
    { kind: 'article', key: 'ferry.txt', after: FERRY },
    { kind: 'article', key: 'harvest.txt', after: HARVEST },
  ]);
  return room;
}

/** What comes of something that is begun when the next change is on the disk; it is served some time later. */
function onceKept<T>(room: Room, work: () => Promise<T>): Promise<T> {
  const { libraries } = room.newsroom;
  const serve = libraries.changed.bind(libraries);
  const result = new Promise<T>((resolve) => {
    vi.spyOn(libraries, 'changed').mockImplementationOnce(async (scope) => {
      resolve(work());
      await sleep(100);
      return serve(scope);
    });
  });
  result.catch(() => {});
  return result;
}

describe('the stories of a server', () => {
  it('are listed with the newest first, its own told from those that all see, and filtered', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const all = expectKind(listStories(library, SERVER, '', 0), 'stories');
    expect(all.stories.map((s) => [s.article.title, s.isOwn])).toEqual([
      ['Poor harvest', true],
      ['Ferry sails', true],
      ['Old bridge', false],
    ]);
    const some = expectKind(listStories(library, SERVER, 'quay 2026', 0), 'stories');
    expect(some.stories.map((s) => s.article.title)).toEqual(['Ferry sails']);
    expect(listStories(library, SERVER, 'nothing of it', 7)).toMatchObject({ total: 0, page: 0 });
  });

  it('are taken out as they were shown, or not at all', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const view = expectKind(
      await offerRemoval(room.newsroom, SERVER, library, storyNamed(library.index, 'Ferry sails')),
      'removal',
    );
    await room.newsroom.carryOut(SERVER, DANA, 'replace', [
      { kind: 'article', key: 'ferry.txt', after: `${FERRY}\n\nIt is painted white.` },
    ]);
    await expect(room.press('confirm', [view.pending])).rejects.toThrow(/replaced since this was shown/u);
    expect(await room.titles()).toContain('Ferry sails');
  });

  it('stay where a version that nobody was shown is put in their place at the same time', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const text = `${FERRY}\n\nIt is painted white.`;
    const offered = await offerStories(room.newsroom, SERVER, { files: [], text });
    const replacement = expectKind(offered, 'preview');
    expect(replacement.stories[0]?.effect).toBe('replace');
    const removal = expectKind(
      await offerRemoval(room.newsroom, SERVER, library, storyNamed(library.index, 'Ferry sails')),
      'removal',
    );
    const removed = onceKept(room, () => room.press('confirm', [removal.pending]));
    expectKind(await room.press('confirm', [replacement.pending!, 'replace']), 'added');
    await expect(removed).rejects.toThrow(/replaced since/u);
    expect(await room.titles()).toContain('Ferry sails');
  });

  it('stay as they came back where that is undone while their removal is confirmed', async () => {
    const room = await furnished();
    const text = `${FERRY}\n\nIt is painted white.`;
    const { id } = await room.newsroom.carryOut(SERVER, DANA, 'replace', [
      { kind: 'article', key: 'ferry.txt', after: text },
    ]);
    const { library } = await room.context();
    const removal = expectKind(
      await offerRemoval(room.newsroom, SERVER, library, storyNamed(library.index, 'Ferry sails')),
      'removal',
    );
    const removed = onceKept(room, () => room.press('confirm', [removal.pending]));
    await room.press('undo', [id]);
    await expect(removed).rejects.toThrow(/replaced since/u);
    expect(await room.titles()).toContain('Ferry sails');
  });

  it('of the operator’s reach other servers a moment later, which is said of each change', async () => {
    const room = await furnished();
    const follow = /Other servers follow in a moment\.$/u;
    const text = FERRY.replace('Ferry sails', 'Ferry stays');
    const offered = expectKind(
      await offerStories(room.newsroom, OPERATOR, { files: [], text: `${text}\n\nIt is white.` }),
      'preview',
    );
    const added = expectKind(await room.press('confirm', [offered.pending!], OPERATOR), 'added');
    expect(added.note).toMatch(follow);
    expect(JSON.stringify(newsroomReply(added))).toContain(added.note);
    const undone = expectKind(await room.press('undo', [added.added.change!], OPERATOR), 'done');
    expect(undone.text).toMatch(follow);
    const { library } = await room.context();
    const own = await offerRemoval(room.newsroom, SERVER, library, storyNamed(library.index, 'Poor harvest'));
    const removed = await room.press('confirm', [expectKind(own, 'removal').pending]);
    expect(expectKind(removed, 'done').text).toBe('“Poor harvest” is taken out.');
  });

  it('of one headline are told apart before one is taken out', async () => {
    const room = await furnished();
    await room.newsroom.carryOut(SERVER, DANA, 'add', [
      { kind: 'article', key: 'other.txt', after: 'Ferry sails\n\n“It is late,” said Cleo Marsh.' },
    ]);
    const { library } = await room.context();
    expect(() => onlyStoryNamed(library.index, 'ferry  Sails')).toThrow(
      /2 stories are called “Ferry sails”/u,
    );
    expect(onlyStoryNamed(library.index, 'added/other').id).toBe('added/other');
  });

  it('are shown passage by passage with who speaks', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const view = expectKind(
      showStory(library, SERVER, storyNamed(library.index, 'Poor harvest'), 0),
      'story',
    );
    expect(view.passages.map((p) => p.speakers.map((s) => s.name))).toEqual([
      ['Ben Ruthven'],
      ['Cleo Marsh'],
    ]);
  });

  it('are taken out when that is confirmed, and come back when it is undone', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const view = expectKind(
      await offerRemoval(room.newsroom, SERVER, library, storyNamed(library.index, 'Ferry sails')),
      'removal',
    );
    expect(view).toMatchObject({ passages: 2, statements: 2 });
    const done = expectKind(await room.press('confirm', [view.pending]), 'done');
    expect(await room.titles()).toEqual(['Old bridge', 'Poor harvest']);
    await room.press('undo', [done.change]);
    expect(await room.titles()).toEqual(['Ferry sails', 'Old bridge', 'Poor harvest']);
    await expect(room.press('undo', [done.change])).rejects.toThrow(/undone|taken back|already/iu);
  });

  it('can’t be taken out by another, by whatever button, nor can the operator’s', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const listed = expectKind(listStories(library, SERVER, '', 0), 'stories').stories;
    for (const verb of ['story', 'remove'])
      await expect(room.press(verb, [listed[0]!.key, '0'], OTHER_SERVER)).rejects.toThrow(/no longer there/u);
    await expect(room.press('remove', [listed[2]!.key])).rejects.toThrow(/all servers see/u);
    const own = expectKind(await room.press('remove', [listed[0]!.key]), 'removal');
    await expect(room.press('confirm', [own.pending], OTHER_SERVER)).rejects.toThrow(/nothing to confirm/iu);
    const [change] = (await room.newsroom.store.scope(SERVER)).history;
    for (const verb of ['change', 'undo'])
      await expect(room.press(verb, [change!.id], OTHER_SERVER)).rejects.toThrow(/no such change/iu);
    expect(await room.titles()).toHaveLength(3);
  });

  it.each([
    ['page', []],
    ['look', ['x']],
    ['stories', ['99999999', '']],
    ['compare', ['aaaaaaaa', '0']],
    ['', []],
  ])('stand whatever forged button is pressed: %s %j', async (verb, values) => {
    const room = await Room.open();
    await expect(room.press(verb, values)).rejects.toThrow(/another version|nothing to confirm/u);
  });
});

describe('history', () => {
  it('tells who did what, with the difference, and what was taken back', async () => {
    const room = await furnished();
    const text = FERRY.replace('noon', 'one');
    await room.newsroom.carryOut(SERVER, DANA, 'replace', [
      { kind: 'article', key: 'ferry.txt', after: text },
    ]);
    const before = expectKind(await showHistory(room.newsroom, SERVER, 0), 'history');
    expect(before.changes.map((c) => [c.change.by.name, c.change.action])).toEqual([
      ['Dana', 'replace'],
      ['Dana', 'add'],
    ]);
    const id = before.changes[0]!.change.id;
    const { edits } = expectKind(await room.press('change', [id]), 'change');
    const paragraphs = [{ after: expect.stringContaining('sails at one') }];
    expect(edits[0]).toMatchObject({ title: 'Ferry sails', difference: { same: 1, fields: [], paragraphs } });
    await room.press('undo', [id]);
    const after = expectKind(await room.press('history', ['0']), 'history');
    expect(after.changes.map((c) => c.isUndone)).toEqual([false, true, false]);
    expect(await showHistory(room.newsroom, OTHER_SERVER, 0)).toMatchObject({ total: 0 });
  });
});

describe('history whose texts are no longer kept', () => {
  it('says so, and neither shows a difference nor takes anything back', async () => {
    const room = await furnished();
    for (const hour of ['one', 'two'])
      await room.newsroom.carryOut(SERVER, DANA, 'replace', [
        { kind: 'article', key: 'ferry.txt', after: FERRY.replace('noon', hour) },
      ]);
    const { store } = room.newsroom;
    const [last, old] = (await store.scope(SERVER)).history;
    // As the store leaves it when it lets a text go.
    writeFileSync(join(room.folders.data, 'servers', SERVER, 'kept-from'), `${last!.id}\n`);
    await room.restart();
    const listed = expectKind(await showHistory(room.newsroom, SERVER, 0), 'history');
    expect(listed.changes.map((c) => c.isTextKept)).toEqual([true, false, false]);
    expect(JSON.stringify(newsroomReply(listed)).match(/its texts are no longer kept/gu)).toHaveLength(2);
    const shown = expectKind(await room.press('change', [old!.id]), 'change');
    const reply = JSON.stringify(newsroomReply(shown));
    expect(reply).toMatch(
      /The texts of that change are no longer kept: I keep those of the newest 1,000 changes/u,
    );
    expect(reply).not.toContain('Undo');
    await expect(room.press('undo', [old!.id])).rejects.toThrow(
      'That can’t be taken back. The texts of that change are no longer kept',
    );
    const offered = await undo.complete({ ...(await room.context()), scope: SERVER }, 'change', '', null);
    expect(offered.map(({ value }) => value)).toEqual([last!.id]);
    expectKind(await room.press('undo', [last!.id]), 'done');
  });
});

describe('speakers', () => {
  const named = async (room: Room) => {
    const { library } = await room.context();
    return library.index.corpus.speakers.filter((s) => s.statements.length > 0).map((s) => s.name);
  };

  it('are merged, renamed and split where that is confirmed, and it can be undone', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const merge = expectKind(
      await offerMerge(room.newsroom, SERVER, library, { speaker: 'Cleo Marsh', into: 'Ben Ruthven' }),
      'correction',
    );
    expect(merge).toMatchObject({ statements: 1, stories: 1 });
    const done = expectKind(await room.press('confirm', [merge.pending]), 'done');
    expect(await named(room)).not.toContain('Cleo Marsh');
    await room.press('undo', [done.change]);
    expect(await named(room)).toContain('Cleo Marsh');
    const rename = expectKind(
      await offerRename(room.newsroom, SERVER, (await room.context()).library, {
        speaker: 'Cleo Marsh',
        name: 'Cleo  Marsh-Hill',
      }),
      'correction',
    );
    await room.press('confirm', [rename.pending]);
    expect(await named(room)).toContain('Cleo Marsh-Hill');
  });

  it('that are two under one name are parted by story', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const split = { speaker: 'Ben Ruthven', stories: ['Poor harvest'], name: 'Ben Ruthven the younger' };
    await expect(
      offerSplit(room.newsroom, SERVER, library, { ...split, stories: ['Old bridge'] }),
    ).rejects.toThrow(/doesn’t name/u);
    const view = expectKind(await offerSplit(room.newsroom, SERVER, library, split), 'correction');
    expect(view).toMatchObject({ statements: 1, stories: 1 });
    await room.press('confirm', [view.pending]);
    expect(await named(room)).toEqual(expect.arrayContaining(['Ben Ruthven', 'Ben Ruthven the younger']));
  });

  it('that nobody knows, or that are one already, are refused', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const merge = (speaker: string, into: string) =>
      Promise.resolve().then(() => offerMerge(room.newsroom, SERVER, library, { speaker, into }));
    await expect(merge('Zed Nobody', 'Cleo Marsh')).rejects.toThrow(/nobody called/u);
    await expect(merge('Cleo Marsh', 'Cleo Marsh')).rejects.toThrow(/one speaker already/u);
  });

  it('are not corrected where the stories have changed so that it fits nobody', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const offers = [
      await offerMerge(room.newsroom, SERVER, library, { speaker: 'Cleo Marsh', into: 'Ben Ruthven' }),
      await offerMerge(room.newsroom, SERVER, library, { speaker: 'Ben Ruthven', into: 'Cleo Marsh' }),
      await offerRename(room.newsroom, SERVER, library, { speaker: 'Uma Field', name: 'Ben Hill' }),
      await offerRename(room.newsroom, SERVER, library, { speaker: 'Ben Ruthven', name: 'Ben Hill' }),
    ].map((view) => expectKind(view, 'correction').pending);
    await room.press('confirm', [offers[0]!]);
    await expect(room.press('confirm', [offers[1]!])).rejects.toThrow(/one speaker already/u);
    await room.press('confirm', [offers[2]!]);
    await expect(room.press('confirm', [offers[3]!])).rejects.toThrow(/name a Ben Hill already/u);
    const later = expectKind(
      await offerRename(room.newsroom, SERVER, (await room.context()).library, {
        speaker: 'Ben Ruthven',
        name: 'Ben Weir',
      }),
      'correction',
    );
    await room.newsroom.carryOut(SERVER, DANA, 'remove', [
      { kind: 'article', key: 'ferry.txt', after: null },
      { kind: 'article', key: 'harvest.txt', after: null },
    ]);
    await expect(room.press('confirm', [later.pending])).rejects.toThrow(/don’t name Ben Ruthven any more/u);
  });

  it('don’t get one name by two renames that are confirmed at the same time', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const offers = [];
    for (const speaker of ['Uma Field', 'Cleo Marsh'])
      offers.push(await offerRename(room.newsroom, SERVER, library, { speaker, name: 'Ben Hill' }));
    const [one, two] = offers.map((view) => expectKind(view, 'correction').pending);
    const second = onceKept(room, () => room.press('confirm', [two!]));
    expectKind(await room.press('confirm', [one!]), 'done');
    await expect(second).rejects.toThrow(/name a Ben Hill already/u);
    expect((await named(room)).filter((name) => name === 'Ben Hill')).toHaveLength(1);
  });

  it('are not given a name that another has, or none', async () => {
    const room = await furnished();
    const { library } = await room.context();
    const rename = (name: string) =>
      Promise.resolve().then(() =>
        offerRename(room.newsroom, SERVER, library, { speaker: 'Ben Ruthven', name }),
      );
    await expect(rename('cleo  marsh')).rejects.toThrow(/name a Cleo Marsh already.*speaker merge/u);
    await expect(rename('###')).rejects.toThrow(/letters/u);
    await expect(rename('\u202E\u200B')).rejects.toThrow(/letters/u);
    const split = { speaker: 'Ben Ruthven', stories: ['Poor harvest'], name: 'Cleo Marsh' };
    await expect(
      Promise.resolve().then(() => offerSplit(room.newsroom, SERVER, library, split)),
    ).rejects.toThrow(/name a Cleo Marsh already/u);
  });
});
