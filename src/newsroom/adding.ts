import type { Draft } from '../article/draft.js';
import { fileNameOf, fileOf } from '../article/import/draft-file.js';
import type { Actor, Scope, Wanted } from '../corpus/store/change.js';
import type { ScopeStore } from '../corpus/store/store.js';
import { RequestError } from '../errors.js';
import { roomForText } from './limits.js';
import type { Newsroom } from './newsroom.js';
import { storedFile } from './own.js';
import { previewsOfOneAdd, replacedBy, type StoryPreview } from './preview.js';

/** What became of stories that were added. */
export interface Added {
  readonly stories: readonly { readonly title: string; readonly effect: StoryPreview['effect'] }[];
  /** The change that it is, to take it back; null where nothing was to be done. */
  readonly change: string | null;
}

/** What a person confirmed is not what would come of it any more: the stories have changed since it was shown. */
export class OutdatedError extends RequestError {
  constructor() {
    super('The stories have changed since this was shown, so nothing was done yet.');
  }
}

/** How stories are added: whether one that is there already is replaced, or the new one put beside it. */
export type Mode = 'replace' | 'beside';

/** By whom, how, and as what stories are added. */
interface Adding {
  readonly by: Actor;
  readonly mode: Mode;
  readonly action?: string;
  /** What each was shown to replace, by hash; null for what was shown to be added. Left out, nothing was shown. */
  readonly replaces?: readonly (string | null)[];
}

/**
 * Adds stories in one change. Those that are there already as they are are left alone, those too that somebody else has
 * added a moment before. Whoever calls it has the scope's turn.
 * @throws OutdatedError where something else would come of it than was shown, RequestError, ArticleError, StoreError
 */
export async function addStories(
  newsroom: Newsroom,
  scope: Scope,
  drafts: readonly Draft[],
  how: Adding,
): Promise<Added> {
  const kept = await newsroom.store.scope(scope);
  const wanted: Wanted[] = [];
  const stories: { title: string; effect: StoryPreview['effect'] }[] = [];
  const taken = new Set<string>();
  const next = previewsOfOneAdd(newsroom, scope);
  for (const [at, draft] of drafts.entries()) {
    const text = fileOf(draft);
    roomForText(draft.title, text);
    const preview = await next(draft);
    const { effect, twin } = preview;
    const isAsShown = !how.replaces || replacedBy(preview) === how.replaces[at];
    if (how.mode === 'replace' && effect !== 'nothing' && !isAsShown) throw new OutdatedError();
    const replaced =
      effect === 'replace' && how.mode === 'replace' && twin ? storedFile(scope, twin.article) : null;
    stories.push({ title: draft.title, effect: effect === 'replace' && replaced === null ? 'add' : effect });
    if (effect === 'nothing') continue;
    const key = replaced ?? (await freeName(kept, fileNameOf(draft), taken));
    taken.add(key);
    wanted.push({ kind: 'article', key, after: text });
  }
  if (wanted.length === 0) return { stories, change: null };
  const isNew = stories.some((s) => s.effect === 'add');
  const change = await newsroom.carryOut(scope, how.by, how.action ?? (isNew ? 'add' : 'replace'), wanted);
  return { stories, change: change.id };
}

/** A file's name that no story has yet: two stories of one day may have one title. */
async function freeName(kept: ScopeStore, name: string, taken: ReadonlySet<string>): Promise<string> {
  for (let copy = 1; ; copy++) {
    const file = copy === 1 ? `${name}.txt` : `${name}-${copy}.txt`;
    if (!taken.has(file) && (await kept.article(file)) === null) return file;
  }
}
