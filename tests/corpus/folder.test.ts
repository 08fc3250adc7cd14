import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/corpus/folder.js';
import { CorpusError } from '../../src/errors.js';
import { folderWith } from '../folder.js';

describe('readFolder', () => {
  it('reads every text file, in subfolders too, in one order', async () => {
    const folder = folderWith({
      'b.txt': 'B\n\nText.',
      'a/c.TXT': 'C\n\nText.',
      'notes.md': 'not a story',
      '.hidden.txt': 'H\n\nText.',
    });
    const corpus = await readFolder(folder);
    expect([...corpus.articles.keys()]).toEqual(['a/c', 'b']);
    expect(corpus.unreadable).toEqual([]);
  });

  it('leaves out what it can’t read, with the reason', async () => {
    const folder = folderWith({
      'good.txt': 'G\n\nText.',
      'empty.txt': '',
      'binary.txt': Uint8Array.of(0xff, 0x00),
    });
    const corpus = await readFolder(folder);
    expect([...corpus.articles.keys()]).toEqual(['good']);
    expect(corpus.unreadable).toEqual([
      { file: 'binary.txt', reason: expect.stringMatching(/not UTF-8/u) },
      { file: 'empty.txt', reason: expect.stringMatching(/is empty/u) },
    ]);
  });

  it('refuses two files with one name but for the case of its ending', async () => {
    const corpus = await readFolder(folderWith({ 'a.TXT': 'One\n\nText.', 'a.txt': 'Two\n\nText.' }));
    expect(corpus.articles.size).toBe(1);
    expect(corpus.unreadable[0]?.reason).toMatch(/same name/u);
  });

  it('follows a link inside the folder, and names one that leads out of it or nowhere', async () => {
    const outside = folderWith({ 'secret.txt': 'S\n\nText.' });
    const folder = folderWith({ '..data/a.txt': 'A\n\nText.' });
    symlinkSync(join('..data', 'a.txt'), join(folder, 'a.txt'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'secret.txt'));
    symlinkSync('nowhere.txt', join(folder, 'lost.txt'));
    const corpus = await readFolder(folder);
    expect([...corpus.articles.keys()]).toEqual(['a']);
    expect(corpus.unreadable).toEqual([
      { file: 'lost.txt', reason: 'is a link that leads nowhere (ENOENT)' },
      { file: 'secret.txt', reason: 'is a link out of the folder: copy the file' },
    ]);
  });

  it('leaves hidden files and folders alone', async () => {
    const corpus = await readFolder(
      folderWith({ 'a.txt': 'A\n\nText.', '.trash/b.txt': 'B\n\nText.', '.c.txt': 'C\n\nText.' }),
    );
    expect([...corpus.articles.keys()]).toEqual(['a']);
  });

  it('takes a folder by whatever path', async () => {
    const folder = folderWith({ 'in/a.txt': 'A\n\nText.' });
    for (const path of [`${folder}/`, `${folder}/.`, `${folder}/in/..`]) {
      expect([...(await readFolder(path)).articles.keys()]).toEqual(['in/a']);
    }
  });

  it('reads again only what has changed', async () => {
    const folder = folderWith({ 'a.txt': 'A\n\nText.' });
    const before = await readFolder(folder);
    const after = await readFolder(folder, { before });
    expect(after.readings[0]).toBe(before.readings[0]);
    expect(after.version).toBe(before.version);
  });

  it('tells how far it is', async () => {
    const seen: string[] = [];
    await readFolder(folderWith({ 'a.txt': 'A\n\nText.', 'b.txt': 'B\n\nText.' }), {
      onProgress: ({ done, total }) => seen.push(`${done}/${total}`),
    });
    expect(seen).toEqual(['1/2', '2/2']);
  });

  it.each([
    ['a folder that is not there', () => join(folderWith({}), 'nowhere'), /no such folder/u],
    ['a file', () => join(folderWith({ 'a.txt': 'x' }), 'a.txt'), /not a folder/u],
    [
      'a folder without stories',
      () => folderWith({ 'readme.md': 'x' }),
      /none that can be read\. Put text files/u,
    ],
    [
      'a folder of broken stories',
      () => folderWith({ 'a.txt': '' }),
      /1 can't be read; the first, "a\.txt", is empty/u,
    ],
  ])('refuses %s and says what to do', async (_, folder, why) => {
    const path = folder();
    await expect(readFolder(path)).rejects.toThrow(CorpusError);
    await expect(readFolder(path)).rejects.toThrow(why);
  });

  it.runIf(process.getuid?.() !== 0)('names a file that it may not open', async () => {
    const folder = folderWith({ 'a.txt': 'A\n\nText.', 'b.txt': 'B\n\nText.' });
    chmodSync(join(folder, 'b.txt'), 0o000);
    expect((await readFolder(folder)).unreadable).toEqual([
      { file: 'b.txt', reason: "can't be opened (EACCES)" },
    ]);
  });
});
