import type { Draft } from '../article/draft.js';
import { fileNameOf, fileOf } from '../article/import/draft-file.js';
import type { Actor, Scope, Wanted } from '../corpus/store/change.js';
import type { ScopeStore } from '../corpus/store/store.js';
import { roomForStories, roomForText } from './limits.js';
import type { Newsroom } from './newsroom.js';
import { isOwn, storedFile } from './own.js';
import { previewOf, type StoryPreview } from './preview.js';

/** What became of stories that were added. */
export interface Added {
  readonly stories: readonly { readonly title: string; readonly effect: StoryPreview['effect'] }[];
  /** The change that it is, to take it back; null where nothing was to be done. */
  readonly change: string | null;
}

/** How stories are added: whether one that is there already is replaced, or the new one put beside it. */
export type Mode = 'replace' | 'beside';

/** Adds stories in one change. Those that are there already as they are are left alone. @throws RequestError, ArticleError, StoreError */
export async function addStories(
  newsroom: Newsroom,
  scope: Scope,
  drafts: readonly Draft[],
  how: { readonly by: Actor; readonly mode: Mode; readonly action?: string },
): Promise<Added> {
  const kept = await newsroom.store.scope(scope);
  const wanted: Wanted[] = [];
  const stories: { title: string; effect: StoryPreview['effect'] }[] = [];
  const taken = new Set<string>();
  const texts = new Set<string>();
  for (const draft of drafts) {
    const text = fileOf(draft);
    roomForText(draft.title, text);
    const { effect, twin } = await previewOf(newsroom, scope, draft);
    const replaced = effect === 'replace' && how.mode === 'replace' ? twin?.article : undefined;
    const done = texts.has(text) ? 'nothing' : effect === 'nothing' || replaced ? effect : 'add';
    texts.add(text);
    stories.push({ title: draft.title, effect: done });
    if (done === 'nothing') continue;
    const key = replaced ? storedFile(scope, replaced) : await freeName(kept, fileNameOf(draft), taken);
    taken.add(key);
    wanted.push({ kind: 'article', key, after: text });
  }
  if (wanted.length === 0) return { stories, change: null };
  const isNew = stories.some((s) => s.effect === 'add');
  roomForStories(scope, ownStories(newsroom, scope), stories.filter((s) => s.effect === 'add').length);
  const change = await newsroom.carryOut(scope, how.by, how.action ?? (isNew ? 'add' : 'replace'), wanted);
  return { stories, change: change.id };
}

/** How many stories of its own a scope has. */
function ownStories({ libraries }: Newsroom, scope: Scope): number {
  const { articles } = libraries.of(scope).index.corpus;
  let count = 0;
  for (const article of articles.values()) if (isOwn(scope, article)) count++;
  return count;
}

/** A file's name that no story has yet: two stories of one day may have one title. */
async function freeName(kept: ScopeStore, name: string, taken: ReadonlySet<string>): Promise<string> {
  for (let copy = 1; ; copy++) {
    const file = copy === 1 ? `${name}.txt` : `${name}-${copy}.txt`;
    if (!taken.has(file) && (await kept.article(file)) === null) return file;
  }
}
