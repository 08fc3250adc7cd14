import type { Article } from '../article/article.js';
import { readArticle } from '../article/read.js';
import type { Change, Edit, Scope } from '../corpus/store/change.js';
import type { ScopeStore } from '../corpus/store/store.js';
import { ArticleError, RequestError, StoreError } from '../errors.js';
import { storyDifference, type StoryDifference } from './difference.js';
import type { Newsroom } from './newsroom.js';
import type { NewsroomView } from './view.js';

const CHANGES_A_PAGE = 6;
/** Edits of a change whose difference is worked out. */
const MOST_EDITS = 5;

/** A change in a list, and whether it has been taken back since. */
export interface ListedChange {
  readonly change: Change;
  readonly isUndone: boolean;
  /** Whether the texts that it names are still kept. */
  readonly isTextKept: boolean;
  /** The change that it takes back. */
  readonly undoes: Change | null;
}

/** An edit and, for a story, what it altered, or a sentence why that can't be told. */
export interface EditDifference {
  readonly edit: Edit;
  readonly title: string;
  readonly difference: StoryDifference | { readonly why: string } | null;
}

/** A page (from 0) of what was done in a scope, the newest first. */
export async function showHistory({ store }: Newsroom, scope: Scope, page: number): Promise<NewsroomView> {
  const kept = await store.scope(scope);
  const { history } = kept;
  const pages = Math.max(1, Math.ceil(history.length / CHANGES_A_PAGE));
  const at = Math.min(page, pages - 1);
  const undone = undoneIn(history);
  return {
    kind: 'history',
    total: history.length,
    page: at,
    pages,
    changes: history.slice(at * CHANGES_A_PAGE, (at + 1) * CHANGES_A_PAGE).map((change) => ({
      change,
      isUndone: undone.has(change.id),
      isTextKept: kept.isTextKept(change),
      undoes: undoneBy(change, history),
    })),
  };
}

/** What a change altered. @throws RequestError where there is no such change */
export async function showChange({ store }: Newsroom, scope: Scope, id: string): Promise<NewsroomView> {
  const kept = await store.scope(scope);
  const change = kept.history.find((c) => c.id === id);
  if (!change) throw new RequestError('There is no such change in this history.');
  const edits: EditDifference[] = [];
  for (const edit of change.edits.slice(0, MOST_EDITS)) edits.push(await differenceOf(kept, edit));
  return {
    kind: 'change',
    change,
    isUndone: undoneIn(kept.history).has(id),
    isTextKept: kept.isTextKept(change),
    undoes: undoneBy(change, kept.history),
    edits,
    more: change.edits.length - edits.length,
  };
}

/** The changes that were taken back, and not brought again by taking that back. */
export function undoneIn(history: readonly Change[]): Set<string> {
  const undone = new Set<string>();
  // The newest first: an undo that was itself undone undoes nothing.
  for (const { id, undoes } of history) if (undoes !== null && !undone.has(id)) undone.add(undoes);
  return undone;
}

function undoneBy({ undoes }: Change, history: readonly Change[]): Change | null {
  return history.find((change) => change.id === undoes) ?? null;
}

async function differenceOf(kept: ScopeStore, edit: Edit): Promise<EditDifference> {
  if (edit.kind !== 'article') return { edit, title: edit.key, difference: null };
  try {
    const [before, after] = [
      await articleAt(kept, edit.key, edit.before),
      await articleAt(kept, edit.key, edit.after),
    ];
    return {
      edit,
      title: after?.title ?? before?.title ?? edit.key,
      difference: storyDifference(before, after),
    };
  } catch (error) {
    if (error instanceof RequestError) return { edit, title: edit.key, difference: { why: error.message } };
    if (!(error instanceof StoreError || error instanceof ArticleError)) throw error;
    return { edit, title: edit.key, difference: { why: 'Its text can’t be read any more.' } };
  }
}

async function articleAt(kept: ScopeStore, file: string, digest: string | null): Promise<Article | null> {
  if (digest === null) return null;
  return readArticle(file, new TextEncoder().encode(await kept.contentOf(digest)));
}
