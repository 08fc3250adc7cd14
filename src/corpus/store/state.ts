import { isDeepStrictEqual } from 'node:util';
import type { Correction } from '../corrections.js';
import type { Edit, Feed, ServerSettings } from './change.js';
import type { GuardedFolder } from './guarded-folder.js';
import { readLines, type DamagedLine } from './json-lines.js';
import { correctionLine, feedLine, parseJson, settingsFile } from './schemas.js';

export const CORRECTIONS = 'corrections.jsonl';
export const FEEDS = 'feeds.jsonl';
export const SETTINGS = 'settings.json';

/** What stands in a scope's files besides its articles. */
export interface State {
  readonly corrections: ReadonlyMap<string, Correction>;
  readonly feeds: ReadonlyMap<string, Feed>;
  readonly settings: ServerSettings | null;
  /** By file: lines that can't be used. They stay in the file. */
  readonly damaged: ReadonlyMap<string, readonly DamagedLine[]>;
}

export const EMPTY: State = { corrections: new Map(), feeds: new Map(), settings: null, damaged: new Map() };

/** Reads the files of a scope's folder. */
export async function readState(folder: GuardedFolder): Promise<State> {
  const damaged = new Map<string, readonly DamagedLine[]>();
  const text = async (name: string) => (await folder.read(name))?.toString('utf8') ?? '';
  const corrections = readLines(await text(CORRECTIONS), correctionLine);
  if (corrections.damaged.length) damaged.set(CORRECTIONS, corrections.damaged);
  const feeds = readLines(await text(FEEDS), feedLine);
  if (feeds.damaged.length) damaged.set(FEEDS, feeds.damaged);
  const settingsText = await text(SETTINGS);
  const settings = settingsText.trim() === '' ? { value: null } : parseJson(settingsText, settingsFile);
  if ('why' in settings) damaged.set(SETTINGS, [{ number: 1, text: settingsText, why: settings.why }]);
  return {
    corrections: new Map(corrections.values.map(({ id, ...correction }) => [id, correction])),
    feeds: new Map(feeds.values.map((feed) => [feed.url, feed])),
    settings: 'value' in settings ? settings.value : null,
    damaged,
  };
}

/** The state after a change. */
export function after(state: State, edits: readonly Edit[]): State {
  const corrections = new Map(state.corrections);
  const feeds = new Map(state.feeds);
  let { settings } = state;
  for (const edit of edits) {
    if (edit.kind === 'correction') put(corrections, edit.key, edit.after);
    else if (edit.kind === 'feed') put(feeds, edit.key, edit.after);
    else if (edit.kind === 'settings') settings = edit.after;
  }
  return { ...state, corrections, feeds, settings };
}

function put<T>(map: Map<string, T>, key: string, value: T | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}

/** The files in which two states differ, as they are to be; null where there is to be none. */
export function differingFiles(before: State, now: State): Map<string, string | null> {
  const files = new Map<string, string | null>();
  if (!isDeepStrictEqual(before.corrections, now.corrections))
    files.set(
      CORRECTIONS,
      linesOf(
        now,
        CORRECTIONS,
        [...now.corrections].map(([id, c]) => ({ id, ...c })),
      ),
    );
  if (!isDeepStrictEqual(before.feeds, now.feeds))
    files.set(FEEDS, linesOf(now, FEEDS, [...now.feeds.values()]));
  if (!isDeepStrictEqual(before.settings, now.settings))
    files.set(SETTINGS, now.settings && `${JSON.stringify(now.settings, null, 2)}\n`);
  return files;
}

/** Lines that can't be used stand below the others: whoever wrote them may want them. */
function linesOf(state: State, file: string, values: readonly object[]): string | null {
  const lines = values.map((value) => JSON.stringify(value));
  for (const { text } of state.damaged.get(file) ?? []) lines.push(text);
  return lines.length ? `${lines.join('\n')}\n` : null;
}
