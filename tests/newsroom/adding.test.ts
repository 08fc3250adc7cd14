import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { offerStories } from '../../src/newsroom/offer-stories.js';
import { expectKind, OPERATOR, OPERATORS, OTHER_SERVER, page, Room, rss, SERVER, story } from './room.js';

const FILE = (room: Room, name: string, size = 400) => ({
  url: `${room.site.url}/${name}`,
  name,
  size,
  contentType: null,
});
const offer = (room: Room, offered: Partial<Parameters<typeof offerStories>[2]>) =>
  offerStories(room.newsroom, SERVER, { files: [], ...offered });

describe('adding a story', () => {
  it('shows what is in a page, and adds it only when that is confirmed', async () => {
    const room = await Room.open({ '/mill': page('Mill nears its end', story('mill')) });
    const view = expectKind(await offer(room, { link: `${room.site.url}/mill` }), 'preview');
    const [preview] = view.stories;
    expect(preview).toMatchObject({
      article: { title: 'Mill nears its end', outlet: 'The Valley Post', published: '2026-05-20' },
      passages: 3,
      effect: 'add',
      twin: null,
    });
    expect(preview?.voices[0]).toMatchObject({ name: 'Ada Stone', statements: 2 });
    expect(preview?.voices[0]?.example).toContain('ready before the first frost');
    expect(await room.titles()).toEqual(['Old bridge']);
    const { added } = expectKind(await room.press('confirm', [view.pending!]), 'added');
    expect(added.stories).toEqual([{ title: 'Mill nears its end', effect: 'add' }]);
    expect(await room.titles()).toEqual(['Mill nears its end', 'Old bridge']);
    expect(await room.titles(OTHER_SERVER)).toEqual(['Old bridge']);
    expect(await room.titles(OPERATOR)).toEqual(['Old bridge']);
  });

  it('is done once, however often Add is pressed', async () => {
    const room = await Room.open();
    const view = expectKind(await offer(room, { text: `Barn\n\n${story('barn').join('\n\n')}` }), 'preview');
    await Promise.all([room.press('confirm', [view.pending!]), room.press('confirm', [view.pending!])]);
    await expect(room.press('confirm', [view.pending!])).rejects.toThrow(
      /done or cancelled already.*200 newer ones/u,
    );
    expect(await room.titles()).toEqual(['Barn', 'Old bridge']);
    expect((await room.newsroom.store.scope(SERVER)).history).toHaveLength(1);
  });

  it('is done once where two people add it at one time', async () => {
    const room = await Room.open();
    const text = `Barn\n\n${story('barn').join('\n\n')}`;
    const views = [await offer(room, { text }), await offer(room, { text })];
    const done = await Promise.all(
      views.map((view) => room.press('confirm', [expectKind(view, 'preview').pending!])),
    );
    // Whose turn comes first is nobody's business.
    const effects = done.map((view) => expectKind(view, 'added').added.stories[0]?.effect);
    expect(new Set(effects)).toEqual(new Set(['add', 'nothing']));
    expect(await room.titles()).toEqual(['Barn', 'Old bridge']);
  });

  it('shows what would come of it instead where that isn’t what was confirmed', async () => {
    const room = await Room.open();
    const text = `Barn\n\n${story('barn').join('\n\n')}`;
    const [one, two] = [text, `${text}\n\nIt is painted red.`];
    const views = [await offer(room, { text: one }), await offer(room, { text: two })];
    const [first, second] = views.map((view) => expectKind(view, 'preview').pending!);
    await room.press('confirm', [first!]);
    // "Add" was shown, but it would replace the first by now.
    const again = expectKind(await room.press('confirm', [second!]), 'preview');
    expect(again).toMatchObject({
      stories: [{ effect: 'replace' }],
      notice: expect.stringMatching(/have changed/u),
    });
    expect((await room.newsroom.store.scope(SERVER)).history).toHaveLength(1);
    // It is taken out while the replacement is shown.
    await room.press('undo', [(await room.newsroom.store.scope(SERVER)).history[0]!.id]);
    const third = expectKind(await room.press('confirm', [again.pending!, 'replace']), 'preview');
    expect(third.stories[0]?.effect).toBe('add');
    expectKind(await room.press('confirm', [third.pending!]), 'added');
    expect(await room.titles()).toEqual(['Barn', 'Old bridge']);
  });

  it('keeps one preview more, however often an outdated one is looked at', async () => {
    const room = await Room.open();
    const text = `Barn\n\n${story('barn').join('\n\n')}`;
    const [first, second] = [
      expectKind(await offer(room, { text }), 'preview').pending!,
      expectKind(await offer(room, { text: `${text}\n\nIt is painted red.` }), 'preview').pending!,
    ];
    await room.press('confirm', [first]);
    const looked = expectKind(await room.press('look', [second, '0']), 'preview').pending!;
    expect(looked).not.toBe(second);
    for (const [verb, kind] of [
      ['look', 'preview'],
      ['compare', 'comparison'],
      ['confirm', 'preview'],
    ] as const)
      expect(expectKind(await room.press(verb, [second, '0']), kind).pending).toBe(looked);
    expect(readdirSync(join(room.folders.data, 'servers', SERVER, 'drafts'))).toHaveLength(2);
    expectKind(await room.press('confirm', [looked]), 'added');
    expect(await room.titles()).toEqual(['Barn', 'Old bridge']);
  });

  it('does not take the place of another of the same name and day that is added at the same time', async () => {
    const room = await Room.open();
    const texts = [
      `In short\n\n${story('barn').join('\n\n')}`,
      '---\ntitle: In short\noutlet: Quay Times\n---\n“No ship has come for a week,” said Ben Ruthven.',
    ];
    const views = [];
    for (const text of texts) views.push(await offer(room, { text }));
    await Promise.all(views.map((view) => room.press('confirm', [expectKind(view, 'preview').pending!])));
    expect(await room.titles()).toEqual(['In short', 'In short', 'Old bridge']);
  });

  it('loses neither of two versions that are added in one go', async () => {
    const text = `Barn\n\n${story('barn').join('\n\n')}`;
    const room = await Room.open({
      '/a.txt': `${text}\n\nIt is painted red.`,
      '/b.txt': `${text}\n\nIt is painted blue.`,
      '/c.txt': `${text}\n\nIt is painted blue.`,
    });
    const first = expectKind(await offer(room, { text }), 'preview');
    await room.press('confirm', [first.pending!]);
    const both = expectKind(
      await offer(room, { files: ['a.txt', 'b.txt', 'c.txt'].map((name) => FILE(room, name)) }),
      'preview',
    );
    expect(both.stories.map((s) => s.effect)).toEqual(['replace', 'add', 'nothing']);
    const { added } = expectKind(await room.press('confirm', [both.pending!, 'replace']), 'added');
    expect(added.stories.map((s) => s.effect)).toEqual(['replace', 'add', 'nothing']);
    expect(await room.titles()).toEqual(['Barn', 'Barn', 'Old bridge']);
  });

  it('can be confirmed after a restart', async () => {
    const room = await Room.open();
    const view = expectKind(await offer(room, { text: `Barn\n\n${story('barn').join('\n\n')}` }), 'preview');
    await room.restart();
    expectKind(await room.press('confirm', [view.pending!]), 'added');
    expect(await room.titles()).toContain('Barn');
  });

  it('does nothing where it is cancelled, or confirmed in another server', async () => {
    const room = await Room.open();
    const view = expectKind(await offer(room, { text: `Barn\n\n${story('barn').join('\n\n')}` }), 'preview');
    await expect(room.press('confirm', [view.pending!], OTHER_SERVER)).rejects.toThrow(
      /nothing to confirm/iu,
    );
    await room.press('cancel', [view.pending!]);
    await expect(room.press('confirm', [view.pending!])).rejects.toThrow(/nothing to confirm/iu);
    expect(await room.titles()).toEqual(['Old bridge']);
  });

  it('takes several files; one that fails is named and the others go on', async () => {
    const room = await Room.open({
      '/a.txt': `Kiln\n\n${story('kiln').join('\n\n')}`,
      '/b.txt': { status: 404 },
      '/c.md': `# Weir\n\n${story('weir').join('\n\n')}`,
    });
    const files = ['a.txt', 'b.txt', 'c.md'].map((name) => FILE(room, name));
    const view = expectKind(await offer(room, { files }), 'preview');
    expect(view.stories.map((s) => s.article.title)).toEqual(['Kiln', 'Weir']);
    expect(view.failures.map((f) => f.name)).toEqual(['b.txt']);
    const one = expectKind(await room.press('look', [view.pending!, '1']), 'preview');
    expect(one.shown).toBe(1);
    await room.press('confirm', [view.pending!]);
    expect(await room.titles()).toEqual(['Kiln', 'Old bridge', 'Weir']);
  });

  it('offers to replace a story from the same address, showing what is different', async () => {
    const room = await Room.open({ '/mill': page('Mill nears its end', story('mill')) });
    const link = `${room.site.url}/mill`;
    const first = expectKind(await offer(room, { link }), 'preview');
    await room.press('confirm', [first.pending!]);
    expect(expectKind(await offer(room, { link }), 'preview')).toMatchObject({
      pending: null,
      stories: [{ effect: 'nothing' }],
    });
    const [one, two, three] = story('mill');
    room.pages['/mill'] = page('Mill nears its end', [one!, `${two!} It was painted blue.`, three!]);
    const second = expectKind(await offer(room, { link }), 'preview');
    expect(second.stories[0]).toMatchObject({
      effect: 'replace',
      twin: { by: 'address', isOwn: true, difference: { same: 2, fields: [] } },
    });
    expect(second.stories[0]?.twin?.difference.paragraphs).toEqual([
      { before: two, after: `${two!} It was painted blue.` },
    ]);
    expectKind(await room.press('compare', [second.pending!, '0']), 'comparison');
    await room.press('confirm', [second.pending!, 'replace']);
    expect(await room.titles()).toEqual(['Mill nears its end', 'Old bridge']);
    expect((await room.newsroom.store.scope(SERVER)).history[0]?.action).toBe('replace');
  });

  it('knows the same words under another headline', async () => {
    const room = await Room.open();
    const first = expectKind(await offer(room, { text: `Barn\n\n${story('barn').join('\n\n')}` }), 'preview');
    await room.press('confirm', [first.pending!]);
    const again = expectKind(
      await offer(room, { text: `A barn at last\n\n${story('barn').join('\n\n')}` }),
      'preview',
    );
    expect(again.stories[0]?.twin).toMatchObject({ by: 'text', article: { title: 'Barn' } });
  });

  it('can’t replace one of those that all servers see', async () => {
    const room = await Room.open();
    const same = expectKind(await offer(room, { text: OPERATORS }), 'preview');
    expect(same.pending).toBeNull();
    const other = expectKind(await offer(room, { text: `${OPERATORS}\n\nIt stands.` }), 'preview');
    expect(other.stories[0]).toMatchObject({ effect: 'add', twin: { isOwn: false } });
    await room.press('confirm', [other.pending!, 'replace']);
    expect(await room.titles(OPERATOR)).toEqual(['Old bridge']);
    expect(await room.titles()).toEqual(['Old bridge', 'Old bridge']);
  });

  it('offers a feed where the link leads to one', async () => {
    const room = await Room.open({
      '/feed': { body: rss([{ title: 'One' }]), headers: { 'content-type': 'application/rss+xml' } },
    });
    const view = expectKind(await offer(room, { link: `${room.site.url}/feed` }), 'feed-offer');
    expect(view).toMatchObject({ title: 'Valley news', items: 1, samples: ['One'] });
  });

  it('says what is wrong where nothing is given', async () => {
    const room = await Room.open();
    await expect(offer(room, { text: '  ' })).rejects.toThrow(/nothing to add/u);
  });

  it('says of each link and file that can’t be read what is wrong, and what to do', async () => {
    const room = await Room.open({
      '/forbidden': { status: 403 },
      '/broken': { status: 502 },
      '/empty': '',
      '/menu': '<html><body><nav>Home</nav></body></html>',
      '/feed': { body: '<html>No feed', headers: { 'content-type': 'application/rss+xml' } },
      '/loop': { status: 302, headers: { location: '/loop' } },
      '/a.txt': 'Only a headline',
    });
    const reasonOf = async (link: string) => {
      const view = expectKind(await offer(room, { link }), 'preview');
      expect(view).toMatchObject({ pending: null, stories: [], failures: [{ name: link }] });
      return view.failures[0]!.reason;
    };
    const at = (path: string) => reasonOf(`${room.site.url}${path}`);
    expect(await at('/none')).toBe('The site has no such page (404): look whether the address is right.');
    expect(await at('/forbidden')).toBe(
      "The site doesn't let programs read this page (403): open it and paste its text instead.",
    );
    expect(await at('/broken')).toBe('The site is in trouble (502): try again later.');
    expect(await at('/empty')).toBe('It is empty: there is no text in it.');
    expect(await at('/menu')).toBe(
      'It has no headline that can be found: paste its text with the headline on the first line.',
    );
    expect(await at('/feed')).toBe('It is a page, not a feed: give the address of its RSS or Atom feed.');
    expect(await at('/loop')).toBe(
      'The site leads on from one address to the next: open it and give the address where it ends.',
    );
    expect(await reasonOf('http://10.0.0.1/')).toBe(
      "The site isn't public: only pages that everybody can open are read.",
    );
    expect(await reasonOf('valley-post.example/mill')).toBe(
      "That isn't the address of a page: give all of it, from https:// or http:// on.",
    );
    const files = expectKind(
      await offer(room, { files: [FILE(room, 'a.txt'), FILE(room, 'gone.txt'), FILE(room, 'b.txt', 9e6)] }),
      'preview',
    );
    expect(files.failures).toEqual([
      { name: 'a.txt', reason: 'It has a headline and nothing after it: add the story below.' },
      { name: 'gone.txt', reason: "Discord doesn't give the file (404): attach it again." },
      {
        name: 'b.txt',
        reason: 'It is too large: at most 8 MB are read. Give the text of the story alone.',
      },
    ]);
  });

  it('takes a link between the marks that keep Discord from showing a preview', async () => {
    const room = await Room.open({ '/mill': page('Mill nears its end', story('mill')) });
    const view = expectKind(await offer(room, { link: ` <${room.site.url}/mill> ` }), 'preview');
    expect(view.stories[0]?.article.title).toBe('Mill nears its end');
  });
});
