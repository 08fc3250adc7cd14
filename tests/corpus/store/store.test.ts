import {
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  appendFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../src/corpus/store/change.js';
import { readStore } from '../../../src/corpus/store/open.js';
import { RequestError, StoreError } from '../../../src/errors.js';
import { folderWith } from '../../folder.js';
import { BEA, place, SERVER, story } from './stores.js';

const SETTINGS = {
  logChannel: null,
  moderatorRoles: [],
  privateAnswers: true,
  cooldownQuestions: null,
  cooldownSeconds: null,
  channels: [],
};
const FEED = { url: 'https://post.example/feed', title: 'Post', addedBy: '1' };
const HIDE = { kind: 'hide', statement: { article: 'a', passage: 'p', content: 'it rains', at: 9 } } as const;

describe('a store', () => {
  it('has what was done on the disk, as files that a person can read', async () => {
    const { open, server } = place();
    const store = await open();
    const scope = await store.scope(SERVER);
    expect(store.scopes()).toEqual([]);
    const change = await scope.apply(BEA, 'add', [
      story('a/rain.txt', 'Rain\n\nIt rains.'),
      { kind: 'correction', key: 'c1', after: HIDE },
      { kind: 'feed', key: FEED.url, after: FEED },
      { kind: 'settings', key: 'settings', after: SETTINGS },
    ]);
    expect(change.id).toMatch(/^[\w-]{8}$/u);
    expect(store.scopes()).toEqual([SERVER]);
    expect(readFileSync(join(server, 'articles/a/rain.txt'), 'utf8')).toBe('Rain\n\nIt rains.');
    expect(readFileSync(join(server, 'corrections.jsonl'), 'utf8')).toBe(
      `${JSON.stringify({ id: 'c1', ...HIDE })}\n`,
    );
    expect(readFileSync(join(server, 'feeds.jsonl'), 'utf8')).toBe(`${JSON.stringify(FEED)}\n`);
    expect(JSON.parse(readFileSync(join(server, 'settings.json'), 'utf8'))).toEqual(SETTINGS);
    expect(JSON.parse(readFileSync(join(server, 'history.jsonl'), 'utf8'))).toEqual(change);
  });

  it('keeps the operator’s stories in their own folder', async () => {
    const { open, root, options } = place({ 'data/old.txt': 'Old\n\nText.' });
    const scope = await (await open()).scope(OPERATOR);
    const change = await scope.apply(BEA, 'remove', [story('old.txt', null)]);
    expect(readdirSync(join(root, 'data'))).toEqual([]);
    expect(readdirSync(join(options.folder, OPERATOR))).toContain('history.jsonl');
    await scope.undo(change.id, BEA);
    expect(readFileSync(join(root, 'data/old.txt'), 'utf8')).toBe('Old\n\nText.');
  });

  it('takes a change back, and that in turn', async () => {
    const { open } = place();
    const scope = await (await open()).scope(SERVER);
    const add = await scope.apply(BEA, 'add', [
      story('a.txt', 'One'),
      { kind: 'correction', key: 'c1', after: HIDE },
    ]);
    const undo = await scope.undo(add.id, BEA);
    expect(undo).toMatchObject({ action: 'undo', undoes: add.id });
    expect(await scope.article('a.txt')).toBeNull();
    expect(scope.corrections.size).toBe(0);
    await expect(scope.undo(add.id, BEA)).rejects.toThrow('taken back already');
    await scope.undo(undo.id, BEA);
    expect(await scope.article('a.txt')).toBe('One');
    await scope.undo(add.id, BEA);
    expect(scope.history.map((one) => one.action)).toEqual(['undo', 'undo', 'undo', 'add']);
  });

  it('does not take back what has changed since, and says what and by whom', async () => {
    const { open, server } = place();
    const scope = await (await open()).scope(SERVER);
    const add = await scope.apply(BEA, 'add', [story('a.txt', 'One')]);
    const replace = await scope.apply({ id: '2', name: 'Cy' }, 'replace', [story('a.txt', 'Two')]);
    await expect(scope.undo(add.id, BEA)).rejects.toThrow(/a\.txt \(“replace” by Cy on \d{4}/u);
    writeFileSync(join(server, 'articles/a.txt'), 'By hand');
    await expect(scope.undo(replace.id, BEA)).rejects.toThrow(RequestError);
    expect(await scope.article('a.txt')).toBe('By hand');
  });

  it('keeps what was written by hand, so that it can come back', async () => {
    const { open, server } = place();
    const scope = await (await open()).scope(SERVER);
    await scope.apply(BEA, 'add', [story('a.txt', 'One')]);
    writeFileSync(join(server, 'articles/a.txt'), '\uFEFFBy hand');
    const replace = await scope.apply(BEA, 'replace', [story('a.txt', 'Two')]);
    const [edit] = replace.edits;
    expect(await scope.contentOf(edit?.kind === 'article' ? (edit.before ?? '') : '')).toBe('\uFEFFBy hand');
    await scope.undo(replace.id, BEA);
    expect(await scope.article('a.txt')).toBe('\uFEFFBy hand');
  });

  it('takes over corrections written by hand while it is open', async () => {
    const { open, server } = place();
    const scope = await (await open()).scope(SERVER);
    await scope.apply(BEA, 'hide', [{ kind: 'correction', key: 'c1', after: HIDE }]);
    appendFileSync(join(server, 'corrections.jsonl'), `${JSON.stringify({ id: 'c2', ...HIDE })}\n`);
    await scope.apply(BEA, 'hide', [{ kind: 'correction', key: 'c3', after: HIDE }]);
    expect([...scope.corrections.keys()]).toEqual(['c1', 'c2', 'c3']);
  });

  it('reports damaged lines, skips them and leaves them in their files', async () => {
    const { open, server, warnings } = place();
    mkdirSync(server, { recursive: true });
    writeFileSync(
      join(server, 'corrections.jsonl'),
      `{"id":"c1"\n${JSON.stringify({ id: 'c2', ...HIDE })}\n`,
    );
    const scope = await (await open()).scope(SERVER);
    expect([...scope.corrections.keys()]).toEqual(['c2']);
    expect(warnings).toEqual([expect.stringMatching(/corrections\.jsonl, line 1 can't be used/u)]);
    await scope.apply(BEA, 'unhide', [{ kind: 'correction', key: 'c2', after: null }]);
    expect(readFileSync(join(server, 'corrections.jsonl'), 'utf8')).toBe('{"id":"c1"\n');
  });

  it.each([
    '../a.txt',
    '/a.txt',
    'a\\b.txt',
    '.a.txt',
    'b/.c/a.txt',
    'a\0.txt',
    'a.md',
    '',
    `${'a'.repeat(300)}.txt`,
  ])('keeps no story as %j', async (key) => {
    const { open, options } = place();
    const scope = await (await open()).scope(SERVER);
    await expect(scope.apply(BEA, 'add', [story(key, 'A')])).rejects.toThrow(RequestError);
    expect(await scope.article(key)).toBeNull();
    expect(readdirSync(options.folder)).toEqual(['lock']);
  });

  it.each(['..', 'operator/..', '12', '12345678901234567a', ''])('knows no scope %j', async (id) => {
    const store = await place().open();
    await expect(store.scope(id)).rejects.toThrow(TypeError);
  });

  it('does not follow links that lead out', async () => {
    const { open, server } = place();
    const outside = folderWith({ 'a.txt': 'Secret' });
    mkdirSync(server, { recursive: true });
    symlinkSync(outside, join(server, 'articles'));
    const scope = await (await open()).scope(SERVER);
    await expect(scope.apply(BEA, 'add', [story('a.txt', 'Mine')])).rejects.toThrow(StoreError);
    await expect(scope.article('a.txt')).rejects.toThrow(StoreError);
    expect(readFileSync(join(outside, 'a.txt'), 'utf8')).toBe('Secret');
  });

  it.each([
    ['history.jsonl', 'a folder', (path: string) => mkdirSync(path)],
    ['articles', 'a link that leads back to itself', (path: string) => symlinkSync(path, path)],
    ['feeds.jsonl', 'a link that leads out', (path: string) => symlinkSync(folderWith({}), path)],
  ])('opens without a server whose %s is %s, and touches nothing of it', async (name, _, make) => {
    const { open, server, options } = place();
    mkdirSync(server, { recursive: true });
    make(join(server, name));
    const other = join(options.folder, 'servers', '100000000000000001');
    mkdirSync(other);
    const store = await open();
    expect([...store.failures.keys()]).toEqual([SERVER]);
    expect(store.failures.get(SERVER)?.detail).toContain(join(server, name));
    expect(store.scopes()).toEqual(['100000000000000001']);
    await expect(store.scope(SERVER)).rejects.toThrow(/can’t be opened, so I answer nothing here/u);
    expect(readdirSync(server)).toEqual([name]);
    const scope = await store.scope('100000000000000001');
    await scope.apply(BEA, 'add', [story('a.txt', 'One')]);
    expect(await scope.article('a.txt')).toBe('One');
  });

  it('doesn’t open where what the operator keeps can’t be', async () => {
    const { open, options } = place();
    mkdirSync(join(options.folder, OPERATOR, 'history.jsonl'), { recursive: true });
    await expect(open()).rejects.toThrow(StoreError);
  });

  it('finishes what was committed and not carried out', async () => {
    const { open, server } = place();
    const first = await open();
    const scope = await first.scope(SERVER);
    await scope.apply(BEA, 'add', [story('a.txt', 'One'), { kind: 'feed', key: FEED.url, after: FEED }]);
    await first.close();
    for (const name of ['applied', 'feeds.jsonl', 'articles/a.txt']) rmSync(join(server, name));
    writeFileSync(join(server, 'articles/.on-record-abcdefgh.tmp'), 'half');
    const again = await (await open()).scope(SERVER);
    expect(await again.article('a.txt')).toBe('One');
    expect([...again.feeds.keys()]).toEqual([FEED.url]);
    expect(readdirSync(join(server, 'articles'))).toEqual(['a.txt']);
  });

  it('drops a torn last line, and goes on behind the last whole one', async () => {
    const { open, server, warnings } = place();
    const first = await open();
    await (await first.scope(SERVER)).apply(BEA, 'add', [story('a.txt', 'One')]);
    await first.close();
    appendFileSync(join(server, 'history.jsonl'), '{"id":"abcd');
    const second = await open();
    const scope = await second.scope(SERVER);
    await scope.apply(BEA, 'add', [story('b.txt', 'Two')]);
    expect(warnings).toEqual([expect.stringMatching(/half a line/u)]);
    expect(readFileSync(join(server, 'history.jsonl.torn'), 'utf8')).toBe('{"id":"abcd\n');
    await second.close();
    expect((await (await open()).scope(SERVER)).history).toHaveLength(2);
  });

  it('lets nobody fill the disk with drafts: of too many the oldest go', async () => {
    const { open, server } = place();
    const scope = await (await open()).scope(SERVER);
    const old = await scope.keepDraft('the first');
    const hourAgo = new Date(Date.now() - 60 * 60 * 1000);
    utimesSync(join(server, 'drafts', `${old}.json`), hourAgo, hourAgo);
    for (let at = 0; at < 250; at++) writeFileSync(join(server, 'drafts', `filler-${at}.json`), '0');
    const last = await scope.keepDraft('the last');
    expect(readdirSync(join(server, 'drafts')).length).toBeLessThanOrEqual(201);
    expect([await scope.draft(old), await scope.draft(last)]).toEqual([null, 'the last']);
  });

  it('keeps drafts for a day, and notes', async () => {
    const { open, server } = place();
    const scope = await (await open()).scope(SERVER);
    const id = await scope.keepDraft({ title: 'Rain' });
    expect(await scope.draft(id)).toEqual({ title: 'Rain' });
    expect(await scope.draft('../../../x')).toBeNull();
    const dayBefore = Date.now() / 1000 - 25 * 3600;
    utimesSync(join(server, 'drafts', `${id}.json`), dayBefore, dayBefore);
    expect(await scope.draft(id)).toBeNull();
    const other = await scope.keepDraft(1);
    expect(readdirSync(join(server, 'drafts'))).toEqual([`${other}.json`]);
    await scope.dropDraft(other);
    expect(await scope.draft(other)).toBeNull();
    await scope.keepNotes('feed https://post.example/', { seen: 3 });
    expect(await scope.notes('feed https://post.example/')).toEqual({ seen: 3 });
    expect(await scope.notes('other')).toBeNull();
  });

  it('can be read while another process has it, and changes nothing then', async () => {
    const { open, options } = place();
    await (await (await open()).scope(SERVER)).apply(BEA, 'add', [story('a.txt', 'One')]);
    const reader = await (await readStore(options)).scope(SERVER);
    expect(await reader.article('a.txt')).toBe('One');
    await expect(reader.apply(BEA, 'add', [story('b.txt', 'Two')])).rejects.toThrow(
      /could not write to its folder when it started: nothing can be changed/u,
    );
  });
});
