import { isDeepStrictEqual } from 'node:util';
import { NOTHING_SET, type Change, type Edit, type ServerSettings } from '../corpus/store/change.js';
import type { Correction } from '../corpus/corrections.js';

/** A change in a line of plain text, as a choice and a sentence can hold it: "replace mill.txt", "rename Ana Duarte". */
export function changeLabel({ action, edits }: Change): string {
  const [first, ...others] = edits;
  const what = first ? subjectOf(first) : '';
  const rest = others.length > 0 ? ` and ${others.length} more` : '';
  return `${action}${what && ` ${what}`}${rest}`;
}

function subjectOf(edit: Edit): string {
  switch (edit.kind) {
    case 'article':
    case 'feed':
      return edit.key;
    case 'settings':
      return settingsIn(edit);
    case 'correction': {
      const correction = edit.after ?? edit.before;
      return correction ? correctedIn(correction) : '';
    }
  }
}

const SETTINGS: readonly (readonly [name: string, key: keyof ServerSettings])[] = [
  ['log channel', 'logChannel'],
  ['moderator roles', 'moderatorRoles'],
  ['private answers', 'privateAnswers'],
  ['cooldown', 'cooldownQuestions'],
  ['cooldown', 'cooldownSeconds'],
  ['channels', 'channels'],
];

/** The settings that differ. */
function settingsIn({ before, after }: Extract<Edit, { kind: 'settings' }>): string {
  const [old, now] = [before ?? NOTHING_SET, after ?? NOTHING_SET];
  const names = SETTINGS.filter(([, key]) => !isDeepStrictEqual(old[key], now[key])).map(([name]) => name);
  return [...new Set(names)].join(', ');
}

function correctedIn(correction: Correction): string {
  switch (correction.kind) {
    case 'reattribute':
    case 'hide':
      return `“${correction.statement.content.slice(0, 60)}”`;
    case 'merge':
      return `${correction.speaker.name}, ${correction.into.name}`;
    case 'rename':
    case 'split':
      return `${correction.speaker.name}, ${correction.name}`;
  }
}
