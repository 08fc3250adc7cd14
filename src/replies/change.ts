import type { Correction } from '../corpus/corrections.js';
import type { Change, Edit } from '../corpus/store/change.js';
import { inline } from './escape.js';
import { COLOUR, message, type Reply } from './message.js';
import { settingsDifference } from './settings-difference.js';

/** How many of a change's parts are named. */
const MOST_EDITS = 8;

/** What the log channel is told of a change: who, what, and how it is taken back. */
export function changeReply({ id, by, action, edits, undoes }: Change): Reply {
  const shown = edits.slice(0, MOST_EDITS).map((edit) => `> ${editText(edit)}`);
  if (edits.length > shown.length) shown.push(`> and ${edits.length - shown.length} more`);
  const undone = undoes === null ? '' : ` of \`${undoes}\``;
  return message(
    [`**${inline(by.name, 60)}**: ${inline(action, 60)}${undone}`, shown.join('\n'), `-# change ${id}`],
    { private: false, colour: COLOUR.corpus },
  );
}

/** What was made, altered or taken out, in a line of markdown. */
export function editText(edit: Edit): string {
  switch (edit.kind) {
    case 'article':
      return `${verbOf(edit)} the story ${inline(edit.key, 120)}`;
    case 'feed':
      return `${verbOf(edit)} the feed ${inline(edit.key, 200)}`;
    case 'settings':
      return settingsDifference(edit.before, edit.after) || 'changed the settings';
    case 'correction': {
      const correction = edit.after ?? edit.before;
      return `${edit.after === null ? 'took back: ' : ''}${correction ? correctionText(correction) : ''}`;
    }
  }
}

function verbOf({ before, after }: { before: unknown; after: unknown }): string {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

/** What a correction says, in a line of markdown. */
export function correctionText(correction: Correction): string {
  switch (correction.kind) {
    case 'reattribute':
      return `${quoted(correction.statement.content)} was said by **${inline(correction.speaker, 80)}**`;
    case 'hide':
      return `${quoted(correction.statement.content)} is hidden`;
    case 'merge':
      return `**${inline(correction.speaker.name, 80)}** is **${inline(correction.into.name, 80)}**`;
    case 'rename':
      return `**${inline(correction.speaker.name, 80)}** is called **${inline(correction.name, 80)}**`;
    case 'split':
      return `**${inline(correction.name, 80)}** is somebody else than **${inline(correction.speaker.name, 80)}**`;
  }
}

/** What the log channel is told that nobody of the moderators did. */
export function newsReply(text: string): Reply {
  return message([inline(text, 1500)], { private: false, colour: COLOUR.nothing });
}

/** A statement's words between quotation marks of ours, without their own. */
function quoted(content: string): string {
  return `“${inline(content.replace(/^[“"]|[”",]+$/gu, ''), 160)}”`;
}
