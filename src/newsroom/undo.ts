import type { Actor, Scope } from '../corpus/store/change.js';
import { changeLabel } from './change-label.js';
import { followersNote } from './followers.js';
import type { Newsroom } from './newsroom.js';
import type { NewsroomView } from './view.js';

/** Takes a change back and says which. @throws RequestError where that can't be done, StoreError, CorpusError */
export async function undo(newsroom: Newsroom, scope: Scope, id: string, by: Actor): Promise<NewsroomView> {
  const change = await newsroom.takeBack(scope, id, by);
  const { history } = await newsroom.store.scope(scope);
  const undone = history.find((c) => c.id === id);
  const what = undone ? `: ${changeLabel(undone)}` : '';
  return { kind: 'done', text: `Taken back${what}. ${followersNote(scope)}`.trim(), change: change.id };
}
