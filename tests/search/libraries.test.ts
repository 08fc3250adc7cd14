import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readArticle } from '../../src/article/read.js';
import { refOf } from '../../src/corpus/statement-ref.js';
import { OPERATOR } from '../../src/corpus/store/change.js';
import { openStore } from '../../src/corpus/store/open.js';
import { ask } from '../../src/search/ask.js';
import { check } from '../../src/search/check/check.js';
import { Libraries, type LibrariesOptions } from '../../src/search/libraries.js';
import type { Library } from '../../src/search/library.js';
import { who } from '../../src/search/who/who.js';
import { StoreError } from '../../src/errors.js';
import { folderWith } from '../folder.js';
import { sharedReader } from './index/shared-reader.js';
import { memoryStore, type MemoryStore } from './index/memory-store.js';

const DAM = 'Dam holds\n\n“The dam will hold,” said Ada Stone, an engineer.';
const FERRY = 'Ferry sails\n\n“The ferry sails at noon,” said Ben Ruthven, the harbour master.';
const HARVEST = 'Poor harvest\n\n“The harvest was poor,” said Cleo Marsh, a farmer.';

async function opened(
  store: MemoryStore,
  folder: string,
  options: Partial<LibrariesOptions> = {},
): Promise<Libraries> {
  const libraries = await Libraries.open({ folder, store, reader: sharedReader, ...options });
  onTestFinished(() => libraries.close());
  return libraries;
}

const ids = (library: Library) => [...library.index.corpus.articles.keys()];
const speakers = ({ index }: Library, text: string) => {
  const { found, hits } = ask(index, { text });
  return found ? hits[0]!.speakers.map((s) => s.name) : null;
};

describe('libraries', () => {
  it('show a server the operator’s stories and its own, and nobody else’s', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const store = memoryStore(folder, { red: { 'ferry.txt': FERRY }, blue: { 'harvest.txt': HARVEST } });
    const libraries = await opened(store, folder);
    const [red, blue] = [await libraries.ready('red'), await libraries.ready('blue')];
    expect(ids(libraries.of(OPERATOR))).toEqual(['dam']);
    expect(ids(red)).toEqual(['dam', 'added/ferry']);
    expect(ids(blue)).toEqual(['dam', 'added/harvest']);
    expect(libraries.of('red')).toBe(red);
    expect(who(blue.index, 'Ben Ruthven').status).toBe('not-found');
    expect(speakers(red, 'When does the ferry sail?')).toEqual(['Ben Ruthven']);
    expect(speakers(blue, 'When does the ferry sail?')).toBeNull();
  });

  it('give who has nothing of its own the operator’s Library itself', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const libraries = await opened(memoryStore(folder, { red: {} }), folder);
    expect(libraries.of('red')).toBe(libraries.of(OPERATOR));
    expect(libraries.of('never heard of')).toBe(libraries.of(OPERATOR));
  });

  it('show nothing rather than less than what was confirmed while a server’s is being built', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const libraries = await opened(memoryStore(folder, { red: { 'ferry.txt': FERRY } }), folder);
    expect(() => libraries.of('red')).toThrow(/still being read/u);
    expect(ids(await libraries.ready('red'))).toContain('added/ferry');
  });

  it('never read the operator’s stories twice', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const libraries = await opened(memoryStore(folder, { red: { 'ferry.txt': FERRY } }), folder);
    const red = await libraries.ready('red');
    const operators = libraries.of(OPERATOR).index;
    expect(red.index.corpus.readings[0]).toBe(operators.corpus.readings[0]);
    expect(red.index.stories[0]).toBe(operators.stories[0]);
  });

  it('serve what was added as soon as the change is told, and the operator’s again when it is taken back', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const store = memoryStore(folder);
    const libraries = await opened(store, folder);
    const { articlesFolder } = await store.scope('red');
    mkdirSync(articlesFolder);
    writeFileSync(join(articlesFolder, 'ferry.txt'), FERRY);
    const index = await libraries.changed('red');
    expect(libraries.of('red').index).toBe(index);
    expect(ids(libraries.of('red'))).toEqual(['dam', 'added/ferry']);
    rmSync(join(articlesFolder, 'ferry.txt'));
    await libraries.changed('red');
    expect(libraries.of('red')).toBe(libraries.of(OPERATOR));
  });

  it('bring a change of the operator’s stories to all servers', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const libraries = await opened(memoryStore(folder, { red: { 'ferry.txt': FERRY } }), folder);
    const red = await libraries.ready('red');
    writeFileSync(join(folder, 'harvest.txt'), HARVEST);
    await libraries.changed(OPERATOR);
    expect(ids(libraries.of(OPERATOR))).toEqual(['dam', 'harvest']);
    // Whoever changed the operator's stories doesn't wait for all servers: each follows, whole.
    expect(ids(red)).toEqual(['dam', 'added/ferry']);
    await expect.poll(() => ids(red)).toEqual(['dam', 'harvest', 'added/ferry']);
  });

  it('bring the operator’s changes to the other servers where one of them can’t be built', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const store = memoryStore(folder, { red: { 'ferry.txt': FERRY }, blue: { 'harvest.txt': HARVEST } });
    const warnings: string[] = [];
    const libraries = await opened(store, folder, { onWarning: (text) => warnings.push(text) });
    const [red, blue] = [await libraries.ready('red'), await libraries.ready('blue')];
    const { articlesFolder } = await store.scope('red');
    rmSync(articlesFolder, { recursive: true });
    writeFileSync(articlesFolder, 'This is no folder.');
    writeFileSync(join(folder, 'harbour.txt'), 'Harbour\n\n“It is deep,” said Finn Oak.');
    await libraries.changed(OPERATOR);
    await libraries.changed(OPERATOR);
    await expect.poll(() => ids(blue)).toEqual(['dam', 'harbour', 'added/harvest']);
    expect(ids(red)).toEqual(['dam', 'added/ferry']);
    expect(warnings).toContainEqual(expect.stringMatching(/server red can't be built anew/u));
  });

  it('are built again a little later, once, where one could not be', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const store = memoryStore(folder, { red: { 'ferry.txt': FERRY } });
    const warnings: string[] = [];
    const libraries = await opened(store, folder, {
      tryAgainAfter: 50,
      onWarning: (text) => warnings.push(text),
    });
    const red = await libraries.ready('red');
    const { articlesFolder } = await store.scope('red');
    const change = async (name: string) => {
      writeFileSync(join(folder, `${name}.txt`), `${name}\n\n“It is deep,” said Finn Oak.`);
      await libraries.changed(OPERATOR);
    };
    renameSync(articlesFolder, `${articlesFolder}-away`);
    writeFileSync(articlesFolder, 'This is no folder.');
    await change('harbour');
    await expect.poll(() => warnings).toHaveLength(2);
    await sleep(200);
    expect(warnings).toHaveLength(2);
    await change('weir');
    await expect.poll(() => warnings).toHaveLength(3);
    rmSync(articlesFolder);
    renameSync(`${articlesFolder}-away`, articlesFolder);
    await expect.poll(() => ids(red)).toEqual(['dam', 'harbour', 'weir', 'added/ferry']);
  });

  it('lay the operator’s corrections over all servers’ stories, and a server’s over its own view alone', async () => {
    const folder = folderWith({ 'dam.txt': DAM, 'harvest.txt': HARVEST });
    const store = memoryStore(folder, { red: {} });
    const libraries = await opened(store, folder);
    const [dam, harvest] = libraries.of(OPERATOR).index.corpus.readings.map((r) => refOf(r.statements[0]!));
    const operators = await store.scope(OPERATOR);
    operators.corrections.set('1', { kind: 'reattribute', statement: dam!, speaker: 'Dora Finch' });
    const reds = await store.scope('red');
    reds.corrections.set('1', { kind: 'reattribute', statement: harvest!, speaker: 'Eli Finch' });
    const { version } = libraries.of(OPERATOR).index.corpus;
    await libraries.changed(OPERATOR);
    await libraries.changed('red');
    const whoSays = (scope: string) =>
      ['Will the dam hold?', 'Was the harvest poor?'].map((text) => speakers(libraries.of(scope), text)?.[0]);
    expect(whoSays(OPERATOR)).toEqual(['Dora Finch', 'Cleo Marsh']);
    expect(whoSays('red')).toEqual(['Dora Finch', 'Eli Finch']);
    expect(libraries.of(OPERATOR).index.corpus.version).not.toBe(version);
    const checked = (scope: string) =>
      check(libraries.of(scope).index, 'The harvest was poor').match?.speakers[0]?.name;
    expect([checked(OPERATOR), checked('red'), checked(OPERATOR)]).toEqual([
      'Cleo Marsh',
      'Eli Finch',
      'Cleo Marsh',
    ]);
  });

  it('start with an empty folder of the operator’s, but not with one that is not there', async () => {
    const folder = folderWith({ 'readme.md': 'Nothing yet.' });
    const libraries = await opened(memoryStore(folder, { red: { 'ferry.txt': FERRY } }), folder);
    expect(ids(await libraries.ready('red'))).toEqual(['added/ferry']);
    expect(ask(libraries.of(OPERATOR).index, { text: 'When does the ferry sail?' }).found).toBe(false);
    expect(who(libraries.of(OPERATOR).index, 'Ada Stone').status).toBe('not-found');
    const nowhere = join(folder, 'nowhere');
    await expect(Libraries.open({ folder: nowhere, store: memoryStore(nowhere) })).rejects.toThrow(
      /no such folder/u,
    );
    const broken = folderWith({ 'a.txt': '' });
    await expect(Libraries.open({ folder: broken, store: memoryStore(broken) })).rejects.toThrow(
      /none that can be read/u,
    );
  });

  it('refresh the operator’s folder, the server’s, and then the other servers', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const store = memoryStore(folder, { red: { 'ferry.txt': FERRY }, blue: { 'harvest.txt': HARVEST } });
    const libraries = await opened(store, folder);
    await libraries.ready('blue');
    writeFileSync(join(folder, 'new.txt'), 'News\n\n“It is new,” said Finn Oak.');
    writeFileSync(join((await store.scope('red')).articlesFolder, 'more.txt'), 'More\n\nText.');
    const outcome = await libraries.refresh('red', 'Dana');
    if (outcome.status !== 'refreshed') throw new Error('busy');
    expect(outcome.difference.added.map((a) => a.id)).toEqual(['new', 'added/more']);
    expect(libraries.of('red').refreshedBy).toBe('Dana');
    await expect.poll(() => ids(libraries.of('blue'))).toEqual(['dam', 'new', 'added/harvest']);
  });

  it('go on with what they have where a folder can’t be read any more', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const libraries = await opened(memoryStore(folder, { red: { 'ferry.txt': FERRY } }), folder);
    const { index } = await libraries.ready('red');
    rmSync(folder, { recursive: true });
    await expect(libraries.refresh('red', 'Dana')).rejects.toThrow(/no such folder/u);
    await expect(libraries.changed(OPERATOR)).rejects.toThrow(/no such folder/u);
    expect(libraries.of('red').index).toBe(index);
    expect(ids(libraries.of(OPERATOR))).toEqual(['dam']);
  });

  it('open though a server’s folder can’t be read, and serve the others', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const store = memoryStore(folder, { red: {}, blue: { 'ferry.txt': FERRY } });
    const { articlesFolder } = await store.scope('red');
    rmSync(articlesFolder, { recursive: true });
    symlinkSync(articlesFolder, articlesFolder);
    const libraries = await opened(store, folder);
    expect(ids(await libraries.ready('blue'))).toEqual(['dam', 'added/ferry']);
    await expect(libraries.ready('red')).rejects.toThrow(/can't be read \(ELOOP\)/u);
  });

  it('show nothing to a server whose folder could not be opened: not even the operator’s stories', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const failures = new Map([['red', new StoreError('What red has can’t be opened.')]]);
    const libraries = await opened({ ...memoryStore(folder), failures }, folder);
    expect(() => libraries.of('red')).toThrow('What red has can’t be opened.');
    await expect(libraries.ready('red')).rejects.toThrow(StoreError);
    expect(ids(libraries.of('blue'))).toEqual(['dam']);
  });

  it('read a story that is to be looked at first, and keep nothing of it', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const libraries = await opened(memoryStore(folder), folder);
    const article = readArticle('draft.txt', new TextEncoder().encode(FERRY));
    expect((await libraries.read(article)).parties.map((p) => p.name)).toEqual(['Ben Ruthven']);
    expect(ids(libraries.of(OPERATOR))).toEqual(['dam']);
  });

  it('report a story whose name the operator has already', async () => {
    const folder = folderWith({ 'added/dam.txt': DAM });
    const libraries = await opened(memoryStore(folder, { red: { 'dam.txt': FERRY } }), folder);
    const { corpus } = (await libraries.ready('red')).index;
    expect(corpus.unreadable).toEqual([
      { file: 'added/dam.txt', reason: expect.stringMatching(/same name/u) },
    ]);
    expect(corpus.articles.get('added/dam')?.title).toBe('Dam holds');
  });
});

describe('libraries over a store in files', () => {
  it('serve what a moderator adds, corrects and takes back', async () => {
    const folder = folderWith({ 'dam.txt': DAM });
    const store = await openStore({ folder: join(folderWith({}), 'store'), operatorArticles: folder });
    onTestFinished(() => store.close());
    const libraries = await Libraries.open({ folder, store });
    onTestFinished(() => libraries.close());
    const by = { id: '1', name: 'Dana' };
    const red = await store.scope('100000000000000001');
    const added = await red.apply(by, 'add', [{ kind: 'article', key: 'ferry.txt', after: FERRY }]);
    const { corpus } = await libraries.changed(red.scope);
    expect(ids(libraries.of(red.scope))).toEqual(['dam', 'added/ferry']);
    const statement = refOf(corpus.readings[1]!.statements[0]!);
    await red.apply(by, 'reattribute', [
      { kind: 'correction', key: 'c1', after: { kind: 'reattribute', statement, speaker: 'Eli Finch' } },
    ]);
    await libraries.changed(red.scope);
    expect(speakers(libraries.of(red.scope), 'When does the ferry sail?')).toEqual(['Eli Finch']);
    await red.undo(added.id, by);
    const after = await libraries.changed(red.scope);
    expect([...after.corpus.articles.keys()]).toEqual(['dam']);
    expect(after.corpus.unmatched).toHaveLength(1);
  });
});
