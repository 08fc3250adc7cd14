import { CorpusError, OnRecordError } from '../errors.js';
import type { Article } from '../article/article.js';
import type { Reading } from '../attribution/statement.js';
import type { Actor, Change, Scope, Wanted } from '../corpus/store/change.js';
import type { Store } from '../corpus/store/store.js';
import type { Log } from '../log.js';
import type { Libraries } from '../search/libraries.js';
import type { Fetcher } from '../web/fetcher.js';
import { withinLimits } from './limits.js';

/** Told of what the moderators of a scope should hear of and nobody of them did. It must not throw. */
type OnReport = (scope: Scope, text: string) => void;

/** Told of each change, after it stands on the disk. It must not throw. */
type OnChange = (scope: Scope, change: Change) => void;

/** What a newsroom is made of. */
export interface NewsroomParts {
  readonly store: Store;
  readonly libraries: Libraries;
  readonly fetcher: Fetcher;
  readonly log: Log;
}

/** What moderators work with. All that changes something goes through `carryOut` or `takeBack`. */
export interface Newsroom extends NewsroomParts {
  /** Reads a story that is in no corpus yet. @throws ArticleError */
  read(article: Article): Promise<Reading>;
  /**
   * Does all that is wanted, or nothing; it is on the disk and served when this resolves.
   * @throws RequestError where it is more than the scope may have, StoreError, CorpusError
   */
  carryOut(scope: Scope, by: Actor, action: string, wanted: readonly Wanted[]): Promise<Change>;
  /** Takes a change back, in its turn. @throws RequestError where that can't be done, StoreError, CorpusError */
  takeBack(scope: Scope, id: string, by: Actor): Promise<Change>;
  /** Tells the moderators of a scope something. */
  report: OnReport;
  /** From now on, `listener` is told of all reports. */
  onReport(listener: OnReport): void;
  /** From now on, `listener` is told of all changes, whoever makes them. */
  onChange(listener: OnChange): void;
  /**
   * Does a piece of work of a scope when those before it are done. What looks at the stories and changes them by what it
   * finds takes a turn, so that no other change comes between. Work that has the turn must not wait for another.
   */
  inTurn<T>(scope: Scope, work: () => Promise<T>): Promise<T>;
  /** Does a piece of work once, however often it is asked for meanwhile: all get what comes of it. */
  once<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Puts a newsroom together. */
export function createNewsroom(parts: NewsroomParts): Newsroom {
  const { store, libraries } = parts;
  const reported: OnReport[] = [];
  const changed: OnChange[] = [];
  const underWay = new Map<string, Promise<unknown>>();
  const turns = new Map<Scope, Promise<unknown>>();
  const serve = async (scope: Scope, change: Change): Promise<Change> => {
    for (const listener of changed) listener(scope, change);
    if (!change.edits.some((e) => e.kind === 'article' || e.kind === 'correction')) return change;
    try {
      await libraries.changed(scope);
    } catch (cause) {
      if (!(cause instanceof OnRecordError)) throw cause;
      throw new CorpusError(
        `This is kept, but answers go by the stories from before it: ${cause.message} /corpus refresh tries again.`,
        { cause },
      );
    }
    return change;
  };
  const inTurn: Newsroom['inTurn'] = (scope, work) => {
    const result = (turns.get(scope) ?? Promise.resolve()).then(work);
    turns.set(
      scope,
      result.catch(() => {}),
    );
    return result;
  };
  return {
    ...parts,
    read: (article) => libraries.read(article),
    carryOut: async (scope, by, action, wanted) => {
      const kept = await store.scope(scope);
      return serve(scope, await kept.apply(by, action, wanted, withinLimits(kept)));
    },
    takeBack: (scope, id, by) =>
      inTurn(scope, async () => {
        const kept = await store.scope(scope);
        return serve(scope, await kept.undo(id, by, withinLimits(kept)));
      }),
    report: (scope, text) => {
      for (const listener of reported) listener(scope, text);
    },
    onReport: (listener) => void reported.push(listener),
    onChange: (listener) => void changed.push(listener),
    inTurn,
    once: async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const known = underWay.get(name);
      // A name always stands for the same work, and so for the same kind of outcome.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      if (known) return known as Promise<T>;
      const promise = work().finally(() => underWay.delete(name));
      underWay.set(name, promise);
      return promise;
    },
  };
}
