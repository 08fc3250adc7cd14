import type { Count } from '../corpus/difference.js';
import type { Doing } from '../newsroom/doing.js';
import type { Article } from '../article/article.js';
import type { Status } from '../search/status.js';
import type { RefreshOutcome } from '../search/library.js';
import { inline } from './escape.js';
import { counted } from '../text/list.js';
import { COLOUR, message, notice, type Reply } from './message.js';

/** How many stories or files of a kind are named, and how long each may be: together they stay within a message. */
const MOST_NAMES = 8;
const LONGEST = { title: 80, file: 60, reason: 120 } as const;

/** How far long work is. */
export function progressReply({ doing, done, total }: Doing): Reply {
  return notice(`${inline(doing ?? 'Reading the stories again', 200)}: ${done} of ${total} …`, COLOUR.corpus);
}

/** What a refresh changed, or who else is at it. */
export function refreshReply(outcome: RefreshOutcome): Reply {
  if (outcome.status === 'busy') {
    const { by, since } = outcome.refreshing;
    return notice(
      `**${inline(by, 60)}** is refreshing the stories already, since ${instant(since)}. The result will be the same.`,
    );
  }
  const { difference: d, index, milliseconds } = outcome;
  const changed = d.added.length + d.changed.length + d.removed.length > 0;
  return message(
    [
      changed ? '**The stories are refreshed.**' : '**The stories are refreshed. No article has changed.**',
      [stories('+', 'added', d.added), stories('~', 'changed', d.changed), stories('−', 'removed', d.removed)]
        .filter(Boolean)
        .join('\n'),
      unreadable(d.unreadable),
      `-# ${change('passage', 'passages', d.passages)} · ${change('speaker', 'speakers', d.speakers)} · version ${index.corpus.version} · ${(milliseconds / 1000).toFixed(1)} s`,
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** What is being served. */
export function statusReply(status: Status): Reply {
  const refreshed = status.refreshedBy
    ? `refreshed ${instant(status.builtAt)} by ${inline(status.refreshedBy, 60)}`
    : `read ${instant(status.builtAt)} at the start`;
  return message(
    [
      `**${counted(status.articles, 'article', 'articles')}, ${counted(status.passages, 'passage', 'passages')}, ${counted(status.speakers, 'speaker', 'speakers')}**`,
      `Last ${refreshed}.${status.refreshing ? ` ${inline(status.refreshing.by, 60)} is refreshing now.` : ''}`,
      unreadable(status.unreadable),
      `-# stories ${status.corpusVersion} · On Record ${status.version}`,
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** A moment, shown in each reader's own time zone. */
function instant(date: Date): string {
  return `<t:${Math.floor(date.getTime() / 1000)}:f>`;
}

function stories(sign: string, verb: string, articles: readonly Article[]): string {
  if (articles.length === 0) return '';
  const names = articles.slice(0, MOST_NAMES).map((a) => inline(a.title, LONGEST.title));
  const rest = articles.length > names.length ? [`and ${articles.length - names.length} more`] : [];
  return [`\\${sign} ${articles.length} ${verb}`, ...[...names, ...rest].map((name) => `> ${name}`)].join(
    '\n',
  );
}

function unreadable(files: readonly { file: string; reason: string }[]): string {
  if (files.length === 0) return '';
  const lines = files
    .slice(0, MOST_NAMES)
    .map((u) => `**${inline(u.file, LONGEST.file)}** ${inline(u.reason, LONGEST.reason)}`);
  const rest = files.length > lines.length ? [`and ${files.length - lines.length} more`] : [];
  return [`${files.length} unreadable, left out:`, ...lines, ...rest].join('\n');
}

function change(one: string, several: string, { before, after }: Count): string {
  const now = counted(after, one, several);
  return before === after ? now : `${now} (${before} before)`;
}
