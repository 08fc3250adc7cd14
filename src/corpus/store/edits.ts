import { isDeepStrictEqual } from 'node:util';
import { RequestError } from '../../errors.js';
import type { Change, Edit, Wanted } from './change.js';
import type { GuardedFolder } from './guarded-folder.js';
import { checkArticleKey, digestOf } from './names.js';
import type { State } from './state.js';

/** What is to be done, laid beside what is: the edits, and the bytes of the articles in them by digest. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/**
 * Plans what is wanted. What is so already is left out; where something is named twice, the last word counts.
 * @throws RequestError where an article's name can't be one
 */
export async function plan(wanted: readonly Wanted[], state: State, articles: GuardedFolder): Promise<Plan> {
  const edits: Edit[] = [];
  const contents = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array | null) => {
    if (bytes === null) return null;
    const digest = digestOf(bytes);
    contents.set(digest, bytes);
    return digest;
  };
  for (const one of new Map(wanted.map((w) => [`${w.kind} ${w.key}`, w])).values()) {
    let edit: Edit;
    if (one.kind === 'article') {
      checkArticleKey(one.key);
      const after = one.after === null ? null : Buffer.from(one.after);
      edit = { ...one, before: keep(await articles.read(one.key)), after: keep(after) };
    } else edit = laidBeside(one, state);
    if (!isDeepStrictEqual(edit.before, edit.after)) edits.push(edit);
  }
  return { edits, contents };
}

function laidBeside(wanted: Exclude<Wanted, { kind: 'article' }>, state: State): Edit {
  switch (wanted.kind) {
    case 'correction':
      return { ...wanted, before: state.corrections.get(wanted.key) ?? null };
    case 'feed':
      return { ...wanted, before: state.feeds.get(wanted.key) ?? null };
    case 'settings':
      return { ...wanted, before: state.settings };
  }
}

/**
 * The plan that takes a change back.
 * @param changes the history, oldest first
 * @throws RequestError where something of it has changed since
 */
export async function inverse(
  change: Change,
  changes: readonly Change[],
  state: State,
  articles: GuardedFolder,
): Promise<Plan> {
  const conflicts: string[] = [];
  const contents = new Map<string, Uint8Array>();
  for (const edit of change.edits) {
    const bytes = edit.kind === 'article' ? await articles.read(edit.key) : null;
    const now = edit.kind === 'article' ? bytes && digestOf(bytes) : laidBeside(edit, state).before;
    if (!isDeepStrictEqual(now, edit.after)) conflicts.push(changedSince(edit, change, changes));
    else if (bytes) contents.set(digestOf(bytes), bytes);
  }
  if (conflicts.length) {
    const shown = conflicts.slice(0, SHOWN).join('; ');
    const more = conflicts.length > SHOWN ? `; and ${conflicts.length - SHOWN} more` : '';
    throw new RequestError(
      `That can’t be taken back, for some of it has changed since: ${shown}${more}. Take back the later changes first.`,
    );
  }
  return { edits: change.edits.map(turned), contents };
}

/** Spelled out kind by kind, so that the compiler sees each value stay with its kind. */
function turned(edit: Edit): Edit {
  switch (edit.kind) {
    case 'article':
      return { ...edit, before: edit.after, after: edit.before };
    case 'correction':
      return { ...edit, before: edit.after, after: edit.before };
    case 'feed':
      return { ...edit, before: edit.after, after: edit.before };
    case 'settings':
      return { ...edit, before: edit.after, after: edit.before };
  }
}

/** Conflicts that are told one by one. */
const SHOWN = 3;

function changedSince(edit: Edit, change: Change, changes: readonly Change[]): string {
  const what = { article: edit.key, correction: 'a correction', feed: edit.key, settings: 'the settings' };
  const later = changes
    .slice(changes.indexOf(change) + 1)
    .findLast(({ edits }) => edits.some((e) => e.kind === edit.kind && e.key === edit.key));
  const how = later
    ? `“${later.action}” by ${later.by.name} on ${later.at.slice(0, 10)}`
    : 'by hand, in its file';
  return `${what[edit.kind]} (${how})`;
}
