import { join } from 'node:path';
import { once } from '../../once.js';
import type { Change, Edit, Scope } from './change.js';
import { foreignNotes, lookedAt, unmendable, unreadableStories, type Problem } from './check-files.js';
import { TEMPORARY } from './guarded-folder.js';
import { HISTORY, readHistory, type History } from './history.js';
import { digestOf } from './names.js';
import { scopeFolder, scopesIn, type StoreOptions } from './open.js';
import { keptFrom } from './kept-texts.js';
import { NamedTexts, textsOf } from './named-texts.js';
import type { ScopeFolder } from './scope-folder.js';
import {
  after,
  CORRECTIONS,
  differingFiles,
  EMPTY,
  FEEDS,
  readState,
  SETTINGS,
  type State,
} from './state.js';

/** What a check of one scope finds. */
export interface Finding {
  readonly scope: Scope;
  readonly changes: number;
  readonly problems: readonly Problem[];
  /** What is as somebody wanted it, and worth knowing. */
  readonly notes: readonly string[];
}

/** Looks through everything that a store keeps. Nothing is changed, until a problem's `mend` is called. */
export async function checkStore(options: StoreOptions): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const scope of await scopesIn(options.folder)) {
    const folder = scopeFolder(options, scope);
    const notes: string[] = [];
    let changes: readonly Change[] = [];
    let damaged: History['damaged'] = [];
    const looks: (() => Promise<readonly Problem[]>)[] = [
      async () => {
        const history = await readHistory(folder.files);
        ({ changes, damaged } = history);
        return historyProblems(history);
      },
      () => versionProblems(folder, { changes, damaged }, notes),
      () => articleProblems(folder, changes, notes),
      () => stateProblems(folder, changes, notes),
      () => unreadableStories(folder),
      () => leftOver(folder),
      async () => {
        notes.push(...(await foreignNotes(folder)));
        return [];
      },
    ];
    const problems = new Map<string, Problem>();
    for (const look of looks)
      for (const problem of await lookedAt(look, folder))
        if (!problems.has(problem.text)) problems.set(problem.text, problem);
    findings.push({ scope, changes: changes.length, problems: [...problems.values()], notes });
  }
  return findings;
}

function historyProblems({ changes, damaged }: History): Problem[] {
  const problems = damaged.map(({ number, why }) =>
    unmendable(`${HISTORY}, line ${number} can't be used, and is skipped: ${why}`),
  );
  const ids = new Set<string>();
  for (const { id, undoes } of changes) {
    if (ids.has(id)) problems.push(unmendable(`${HISTORY}: two changes have the id ${id}`));
    if (undoes !== null && !ids.has(undoes))
      problems.push(unmendable(`${HISTORY}: ${id} takes back ${undoes}, which isn't there`));
    ids.add(id);
  }
  return problems;
}

async function versionProblems(
  folder: ScopeFolder,
  history: Pick<History, 'changes' | 'damaged'>,
  notes: string[],
): Promise<Problem[]> {
  const from = await keptFrom(folder, history);
  if (from > 0) notes.push(`the texts of the oldest ${from} changes are no longer kept`);
  const named = new NamedTexts(history.changes);
  const keys = new Map<string, string>();
  for (const { edits } of history.changes)
    for (const edit of edits)
      for (const digest of textsOf(edit)) if (named.isKept(digest, from)) keys.set(digest, edit.key);
  const problems: Problem[] = [];
  for (const [digest, key] of keys) {
    const look = async (): Promise<Problem[]> => {
      if (await folder.versions.find(digest)) return [];
      const article = await folder.articles.read(key);
      const isThere = article && digestOf(article) === digest;
      return [
        {
          text: `versions/${digest}.txt, a text of ${key}, is missing or damaged`,
          mend: isThere ? async () => void (await folder.versions.keep(digest, article)) : null,
        },
      ];
    };
    problems.push(...(await lookedAt(look, folder)));
  }
  return problems;
}

/** The articles as the history leaves them. */
async function articleProblems(
  folder: ScopeFolder,
  changes: readonly Change[],
  notes: string[],
): Promise<Problem[]> {
  const last = new Map<string, Edit & { kind: 'article' }>();
  for (const { edits } of changes)
    for (const edit of edits) if (edit.kind === 'article') last.set(edit.key, edit);
  const problems: Problem[] = [];
  for (const [key, { after: digest }] of last) {
    const look = async (): Promise<Problem[]> => {
      const article = await folder.articles.read(key);
      if (article && digest === null) notes.push(`${key} was removed, and is there again`);
      else if (article && digestOf(article) !== digest) notes.push(`${key} was edited by hand`);
      if (article || digest === null) return [];
      const version = await folder.versions.find(digest);
      return [
        {
          text: `${key} is missing (if somebody removed it by hand, use /corpus remove instead)`,
          mend: version && (() => folder.articles.write(key, version)),
        },
      ];
    };
    problems.push(...(await lookedAt(look, folder)));
  }
  return problems;
}

/** Corrections, feeds and settings: where their files are damaged or gone, they are made again from the history. */
async function stateProblems(
  folder: ScopeFolder,
  changes: readonly Change[],
  notes: string[],
): Promise<Problem[]> {
  const now = await readState(folder.files);
  const told = changes.reduce<State>((state, { edits }) => after(state, edits), EMPTY);
  const rebuilt: State = {
    corrections: new Map([...told.corrections, ...now.corrections]),
    feeds: new Map([...told.feeds, ...now.feeds]),
    settings: now.settings ?? told.settings,
    damaged: new Map(),
  };
  const files = differingFiles(EMPTY, rebuilt);
  const problems: Problem[] = [];
  for (const name of [CORRECTIONS, FEEDS, SETTINGS]) {
    const damaged = now.damaged.get(name) ?? [];
    const content = files.get(name) ?? null;
    const isGone = content !== null && (await folder.files.read(name)) === null;
    // Once, however many of its lines are damaged: what was mended already must not be laid aside as damaged.
    const mend = once(async () => {
      const old = await folder.files.read(name);
      if (old) await folder.files.append(`${name}.damaged`, old.toString('utf8'));
      await (content === null ? folder.files.remove(name) : folder.files.write(name, content));
    });
    for (const { number, why } of damaged) problems.push({ text: `${name}, line ${number}: ${why}`, mend });
    if (isGone) problems.push({ text: `${name} is missing`, mend });
  }
  if (problems.length === 0)
    for (const name of differingFiles(told, now).keys()) notes.push(`${name} was edited by hand`);
  return problems;
}

async function leftOver(folder: ScopeFolder): Promise<Problem[]> {
  // A server's articles lie among its other files: each is told once.
  const found = new Map<string, Problem>();
  for (const part of [folder.files, folder.articles])
    for (const name of await part.find(TEMPORARY))
      found.set(join(part.path, name), {
        text: `${name} is left over from a write that was cut short`,
        mend: () => part.remove(name),
      });
  return [...found.values()];
}
