import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Library } from '../../src/search/library.js';
import { folderWith } from '../folder.js';

describe('a library', () => {
  it('reports what a refresh changed, and serves it', async () => {
    const folder = folderWith({
      'kept.txt': 'Kept\n\nText.',
      'gone.txt': 'Gone\n\nText.',
      'edited.txt': 'Edited\n\nText.',
    });
    const library = await Library.open(folder);
    const { version } = library.index.corpus;
    rmSync(join(folder, 'gone.txt'));
    writeFileSync(join(folder, 'edited.txt'), 'Edited\n\nText.\n\nMore text.');
    writeFileSync(join(folder, 'new.txt'), 'New\n\nText.');
    writeFileSync(join(folder, 'broken.txt'), '');
    const outcome = await library.refresh('Dana');
    if (outcome.status !== 'refreshed') throw new Error('busy');
    const ids = (list: readonly { id: string }[]) => list.map((a) => a.id);
    expect(ids(outcome.difference.added)).toEqual(['new']);
    expect(ids(outcome.difference.changed)).toEqual(['edited']);
    expect(ids(outcome.difference.removed)).toEqual(['gone']);
    expect(outcome.difference.unreadable.map((u) => u.file)).toEqual(['broken.txt']);
    expect(outcome.difference.passages).toEqual({ before: 3, after: 4 });
    expect(library.index).toBe(outcome.index);
    expect(library.index.corpus.version).not.toBe(version);
    expect(library.refreshedBy).toBe('Dana');
  });

  it('serves the old stories until the new ones are whole', async () => {
    const folder = folderWith({ 'a.txt': 'A\n\nText.' });
    const library = await Library.open(folder);
    const before = library.index;
    writeFileSync(join(folder, 'b.txt'), 'B\n\nText.');
    const seen: boolean[] = [];
    await library.refresh('Dana', () => seen.push(library.index === before));
    expect(seen).toEqual([true, true]);
    expect(library.index.corpus.articles.size).toBe(2);
  });

  it('tells the second of two refreshes who is at it', async () => {
    const library = await Library.open(folderWith({ 'a.txt': 'A\n\nText.' }));
    const [first, second] = await Promise.all([library.refresh('Dana'), library.refresh('Eli')]);
    expect(first.status).toBe('refreshed');
    expect(second).toMatchObject({ status: 'busy', refreshing: { by: 'Dana' } });
    expect(library.refreshing).toBeNull();
    expect((await library.refresh('Eli')).status).toBe('refreshed');
  });

  it('keeps the old stories where a refresh fails', async () => {
    const folder = folderWith({ 'a.txt': 'A\n\nText.' });
    const library = await Library.open(folder);
    const before = library.index;
    rmSync(folder, { recursive: true });
    await expect(library.refresh('Dana')).rejects.toThrow(/no such folder/u);
    expect(library.index).toBe(before);
    expect(library.refreshing).toBeNull();
  });
});
