import { StoreError } from '../../errors.js';
import type { Scope } from './change.js';
import { HISTORY, readHistory } from './history.js';
import { scopeFolder, scopesIn, type StoreOptions } from './open.js';
import type { ScopeFolder } from './scope-folder.js';

/** What the next start mends by itself, a line each: half a line of history, a change that wasn't carried out. */
export async function unfinishedOf(options: StoreOptions): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const scope of await scopesIn(options.folder)) {
    try {
      lines.push(...(await unfinishedIn(scope, scopeFolder(options, scope))));
    } catch (error) {
      // What can't be read at all is told by the check of the scope.
      if (!(error instanceof StoreError)) throw error;
    }
  }
  return lines;
}

async function unfinishedIn(scope: Scope, folder: ScopeFolder): Promise<string[]> {
  const { changes, torn } = await readHistory(folder.files);
  const last = changes.at(-1);
  const isWhole = !last || (await folder.applied()) === last.id;
  return [
    ...(torn ? [`${scope}: ${HISTORY} ends in half a line, which was never confirmed`] : []),
    ...(isWhole
      ? []
      : [`${scope}: the last change (“${last.action}”, ${last.id}) was not carried out whole`]),
  ];
}
