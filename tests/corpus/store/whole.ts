import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Change } from '../../../src/corpus/store/change.js';
import { digestOf } from '../../../src/corpus/store/names.js';
import type { ScopeStore } from '../../../src/corpus/store/store.js';

/** The files are exactly what the history comes to, and there are no others. */
export function expectWhole(scope: ScopeStore, folder: string): void {
  const last = new Map<string, Change['edits'][number]['after']>();
  for (const change of scope.history.toReversed())
    for (const edit of change.edits) last.set(`${edit.kind} ${edit.key}`, edit.after);
  const expected = Object.fromEntries([...last].filter(([, after]) => after !== null));
  const found: typeof expected = {};
  for (const file of articlesIn(join(folder, 'articles')))
    found[`article ${file}`] = digestOf(readFileSync(join(folder, 'articles', file)));
  for (const [id, correction] of scope.corrections) found[`correction ${id}`] = correction;
  for (const [url, feed] of scope.feeds) found[`feed ${url}`] = feed;
  if (scope.settings) found['settings settings'] = scope.settings;
  expect(found).toEqual(expected);
}

function articlesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
