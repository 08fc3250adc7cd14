import { HISTORY, readHistory } from './history.js';
import { scopeFolder, scopesIn, type StoreOptions } from './open.js';

/** What the next start mends by itself, a line each: half a line of history, a change that wasn't carried out. */
export async function unfinishedOf(options: StoreOptions): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const scope of await scopesIn(options.folder)) {
    const folder = scopeFolder(options, scope);
    const { changes, torn } = await readHistory(folder.files);
    if (torn) lines.push(`${scope}: ${HISTORY} ends in half a line, which was never confirmed`);
    const last = changes.at(-1);
    if (last && (await folder.applied()) !== last.id)
      lines.push(`${scope}: the last change (“${last.action}”, ${last.id}) was not carried out whole`);
  }
  return lines;
}
