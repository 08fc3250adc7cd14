import type { Draft } from '../draft.js';

/**
 * A draft as the text of an article's file, which `readArticle` reads back the same.
 * @throws ArticleError where it can't be one
 */
export function fileOf(draft: Draft): string {
  throw new Error(`not yet: ${draft.title}`);
}

/** A safe name for a draft's file, made from its day and title, without the ending. */
export function fileNameOf(draft: Draft): string {
  throw new Error(`not yet: ${draft.title}`);
}
