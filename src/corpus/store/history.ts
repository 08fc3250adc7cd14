import type { Change } from './change.js';
import type { GuardedFolder } from './guarded-folder.js';
import { readLines, type DamagedLine } from './json-lines.js';
import { changeLine, parseJson } from './schemas.js';

export const HISTORY = 'history.jsonl';
/** Where a torn end of the history is kept. */
export const TORN = 'history.jsonl.torn';

/** What a history's file holds. */
export interface History {
  /** The oldest first. */
  readonly changes: readonly Change[];
  readonly damaged: readonly DamagedLine[];
  /** The end of a line that was never finished, and where it begins, in bytes; null where the file ends well. */
  readonly torn: { readonly text: string; readonly at: number } | null;
  /** Whether the last line is whole, and only its end is missing. */
  readonly isOpen: boolean;
}

/**
 * Reads a scope's history. A last line without an end is a change all the same if it is whole; otherwise it was being
 * written when the process died, and nobody was told that it is done.
 */
export async function readHistory(folder: GuardedFolder): Promise<History> {
  const bytes = (await folder.read(HISTORY)) ?? Buffer.alloc(0);
  const end = bytes.lastIndexOf('\n') + 1;
  const last = bytes.subarray(end).toString('utf8');
  const isTorn = last.trim() !== '' && !('value' in parseJson(last, changeLine));
  const { values, damaged } = readLines(
    bytes.subarray(0, isTorn ? end : undefined).toString('utf8'),
    changeLine,
  );
  return {
    changes: values,
    damaged,
    torn: isTorn ? { text: last, at: end } : null,
    isOpen: last !== '' && !isTorn,
  };
}

/** Has the file end with a whole line; a torn one is kept beside it. */
export async function mendEnd(folder: GuardedFolder): Promise<void> {
  const { torn, isOpen } = await readHistory(folder);
  if (torn) {
    await folder.append(TORN, `${torn.text}\n`);
    await folder.truncate(HISTORY, torn.at);
  } else if (isOpen) await folder.append(HISTORY, '\n');
}

/** Whether a change has been taken back, and that hasn't been taken back in turn. */
export function isUndone(id: string, changes: readonly Change[]): boolean {
  return changes.some((change) => change.undoes === id && !isUndone(change.id, changes));
}
