import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../src/corpus/store/open.js';
import type { Actor, Wanted } from '../../../src/corpus/store/change.js';
import type { Store } from '../../../src/corpus/store/store.js';
import { folderWith } from '../../folder.js';

export const SERVER = '123456789012345678';
export const BEA: Actor = { id: '1', name: 'Bea' };

/** An empty folder for a store, and the paths in it. */
export function place(files: Record<string, string> = {}) {
  const root = folderWith(files);
  const warnings: string[] = [];
  const options = {
    folder: join(root, 'store'),
    operatorArticles: join(root, 'data'),
    onWarning: (message: string) => warnings.push(message),
  };
  const server = join(options.folder, 'servers', SERVER);
  const open = async (): Promise<Store> => {
    const store = await openStore(options);
    onTestFinished(() => store.close());
    return store;
  };
  return { root, options, server, warnings, open };
}

export function story(key: string, after: string | null): Wanted {
  return { kind: 'article', key, after };
}
