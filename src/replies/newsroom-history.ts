import { ButtonStyle } from 'discord-api-types/v10';
import type { EditDifference, ListedChange } from '../newsroom/history.js';
import type { NewsroomView } from '../newsroom/view.js';
import { editText } from './change.js';
import { inline } from './escape.js';
import { counted } from '../text/list.js';
import { COLOUR, message, type Reply } from './message.js';
import { differenceText, instant, leafButtons, newsroomButton } from './newsroom-parts.js';

type View<K extends NewsroomView['kind']> = Extract<NewsroomView, { kind: K }>;

const DIFFERENCE_ROOM = 2800;
const MOST_EDITS = 2;

/** A page of what was done, each with a button for the difference. */
export function historyReply(view: View<'history'>): Reply {
  const { changes, total } = view;
  if (total === 0)
    return message(['**Nothing was changed here yet.**'], { private: true, colour: COLOUR.nothing });
  const lines = changes.map((listed, at) => {
    const { change } = listed;
    const edits = change.edits.slice(0, MOST_EDITS).map((e) => `> ${editText(e)}`);
    const rest =
      change.edits.length > edits.length ? [`> and ${change.edits.length - edits.length} more`] : [];
    return [`${at + 1}\\. ${headOf(listed)}`, ...edits, ...rest].join('\n');
  });
  return message(
    [
      `**${counted(total, 'change', 'changes')}**`,
      lines.join('\n'),
      changes.map(({ change }, at) => newsroomButton(`Difference ${at + 1}`, 'change', [change.id])),
      leafButtons(view, 'history', (to) => [String(to)]),
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

/** One change with its difference, and the button that takes it back. */
export function changeDetailReply(view: View<'change'>): Reply {
  const { change, isUndone, isTextKept, edits, more } = view;
  const room = DIFFERENCE_ROOM / Math.max(1, edits.length);
  return message(
    [
      headOf(view),
      ...edits.map((edit) => detail(edit, room)),
      more > 0 ? `and ${more} more` : '',
      [
        ...(isUndone || !isTextKept ? [] : [newsroomButton('Undo', 'undo', [change.id], ButtonStyle.Danger)]),
        newsroomButton('◀ History', 'history', ['0']),
      ],
    ],
    { private: true, colour: COLOUR.corpus },
  );
}

function headOf({ change, undoes, isUndone, isTextKept }: ListedChange): string {
  const { by, action, at } = change;
  const notes = [isUndone ? ' · taken back' : '', isTextKept ? '' : ' · its texts are no longer kept'];
  const undone = undoes
    ? ` of “${inline(undoes.action, 40)}” by ${inline(undoes.by.name, 60)}, ${instant(Date.parse(undoes.at))}`
    : '';
  return `**${inline(by.name, 60)}**: ${inline(action, 40)}${undone}, ${instant(Date.parse(at))}${notes.join('')}`;
}

function detail({ edit, title, difference }: EditDifference, room: number): string {
  if (edit.kind !== 'article') return editText(edit);
  const head = `${editText(edit)}\n**${inline(title, 100)}**`;
  if (!difference) return head;
  if ('why' in difference) return `${head}\n-# ${difference.why}`;
  if (edit.before === null || edit.after === null)
    return `${head}\n-# ${counted(difference.paragraphs.length, 'paragraph', 'paragraphs')}`;
  return `${head}\n${differenceText(difference, room - head.length)}`;
}
