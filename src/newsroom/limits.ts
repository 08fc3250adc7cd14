import { listFilesIfAny } from '../corpus/files.js';
import { OPERATOR, type Edit } from '../corpus/store/change.js';
import type { Guard, ScopeStore } from '../corpus/store/store.js';
import { RequestError } from '../errors.js';
import { counted } from '../text/list.js';

/** How much a server may have of its own. The operator's scope is bounded by the operator's disk. */
export const LIMITS = {
  stories: 2000,
  feeds: 25,
  /** Stories added in one go. */
  atOnce: 10,
  /** Bytes of a story. */
  story: 4 * 1024 * 1024,
} as const;

/** Looks at each change just before it is done, so that several at a time can't go beyond what a server may have. */
export function withinLimits(kept: ScopeStore): Guard {
  return async (edits) => {
    if (kept.scope === OPERATOR) return;
    if (growth(edits, 'feed') > 0) roomForFeeds(kept, growth(edits, 'feed'));
    const more = growth(edits, 'article');
    if (more <= 0) return;
    const present = (await listFilesIfAny(kept.articlesFolder)).files.length;
    if (present + more > LIMITS.stories)
      throw new RequestError(
        `This server has ${counted(present, 'story', 'stories')} of its own, and may have ${LIMITS.stories}. Take some out with /corpus remove first.`,
      );
  };
}

/** @throws RequestError where a server can't read so many feeds more */
export function roomForFeeds({ scope, feeds }: ScopeStore, more: number): void {
  if (scope === OPERATOR || feeds.size + more <= LIMITS.feeds) return;
  throw new RequestError(
    `This server reads ${LIMITS.feeds} feeds already, which is the most. Take one out with /corpus feed remove first.`,
  );
}

/** How many more there are of a kind after edits than before. */
function growth(edits: readonly Edit[], kind: Edit['kind']): number {
  const own = edits.filter((edit) => edit.kind === kind);
  return own.filter((e) => e.before === null).length - own.filter((e) => e.after === null).length;
}

/** @throws RequestError where a story's file is larger than one may be */
export function roomForText(title: string, text: string): void {
  if (Buffer.byteLength(text) <= LIMITS.story) return;
  throw new RequestError(
    `“${title.slice(0, 100)}” is larger than ${LIMITS.story / 1024 / 1024} MB: split it into several stories.`,
  );
}
