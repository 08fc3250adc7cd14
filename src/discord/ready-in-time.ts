import { setTimeout as sleep } from 'node:timers/promises';
import type { Scope } from '../corpus/store/change.js';
import type { Libraries } from '../search/libraries.js';
import type { Library } from '../search/library.js';

/** Discord waits three seconds for a first answer, in milliseconds. */
const PATIENCE = 2000;

/**
 * The stories of a scope, which after a start may still be being read.
 * @throws CorpusError that says so, where they are not read while Discord waits
 */
export async function readyInTime(
  libraries: Pick<Libraries, 'of' | 'ready'>,
  scope: Scope,
  patience = PATIENCE,
): Promise<Library> {
  const over = new AbortController();
  const late = sleep(patience, null, { signal: over.signal }).catch(() => null);
  try {
    return (await Promise.race([libraries.ready(scope), late])) ?? libraries.of(scope);
  } finally {
    over.abort();
  }
}
